"""The school year at a glance; what is here now says what is to come, and shows only what a coordinator may see."""

from __future__ import annotations

import streamlit as st

from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _

chrome.page(_("Overview"))
look.styles()
access.require_role("coordinator")

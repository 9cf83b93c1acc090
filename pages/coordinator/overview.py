"""The school year over all classes. Says what will be here and what never will, until there is something to pool."""

from __future__ import annotations

import streamlit as st

from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _

chrome.page(_("Overview"))
look.styles()
access.require_role("coordinator")

st.markdown(_("Here the classes of your school will come together over a school year. There is nothing to see yet."))
with look.note("overview"):
    st.markdown(
        _(
            "**What it will show:** sums over several classes, from the same counts as the teachers' charts. "
            "A class appears under its name only if its teacher shares it, and no class is ranked."
        )
    )
st.markdown(_("Until then, each teacher sees the progress of the own classes."))
chrome.link("coordinator/school.py", _("Look after the school"))
chrome.footer()

"""Who you are decides which pages you see. Cheap, for it runs before every page, for every learner."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages import menu, sitemap
from pages.ui import access, language

spoken = language.choose()
staff = access.signed_in()
start = sitemap.start(the_store())
pages = menu.pages_for(spoken, start, staff.roles if staff else (), st.context.url or "")
st.navigation(pages, position="top" if staff else "hidden").run()

"""Who you are decides which pages you see. Cheap, for it runs before every page, for every learner."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages import sitemap
from pages.ui import access, language

language.choose()
staff = access.signed_in()
roles = staff.roles if staff else frozenset()
start = sitemap.start(the_store())

# Every page is registered for everybody: for any other, Streamlit shows a message of its own in English.
# Being hidden protects nothing; each page guards itself.
pages = [
    st.Page(
        place.script,
        title=place.title(),
        url_path=None if place is start else place.path or "reflect",
        default=place is start,
        visibility="visible" if place.is_in_menu_of(roles) else "hidden",
    )
    for place in sitemap.PLACES
]
st.navigation(pages, position="top" if staff else "hidden").run()

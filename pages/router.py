"""Who you are decides which pages you see. Cheap, for it runs before every page, for every learner."""

from __future__ import annotations

import streamlit as st

from data.school import get_school
from data.store import the_store
from pages import menu, sitemap
from pages.learner import reflect
from pages.ui import access, language

spoken = language.choose()
staff = access.signed_in()
school = get_school(the_store())
start = sitemap.start(school)
if sitemap.is_for_learners_alone(school, staff, st.context.url):
    reflect.page(school)
else:
    pages = menu.pages_for(spoken, start, staff.roles if staff else ())
    st.navigation(pages, position="top" if staff else "hidden").run()

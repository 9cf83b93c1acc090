"""The first page of a new installation: the school, its contact, the first teacher and the first class."""

from __future__ import annotations

import streamlit as st

from data import school
from data.store import the_store
from pages.staff import first_visit_parts as parts
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _

chrome.page(_("Welcome to Open Roads"))
look.styles()
store = the_store()
present = school.get_school(store)

if present is not None and not present.is_demo:
    st.markdown(_("This school is already set up."))
    chrome.link("staff/sign_in.py", _("Sign in"))
    chrome.footer()
    st.stop()

parts.explain()
parts.ask_set_up_code()

with st.container(border=True, key="first_visit_look"):
    wants_to_look = parts.offer_to_look_around()
    look_problem = st.container()

parts.ask_school()
parts.ask_contact()
parts.ask_teacher()
parts.ask_class()
wants_to_start = st.button(_("Set up and open the library"), key="first_visit_start", type="primary", width="stretch")
start_problem = st.container()

if wants_to_look:
    with look_problem:
        parts.require_set_up_code()
        with st.spinner(_("Making four classes and a school year of lessons …")):
            access.sign_in(parts.make_demo_school(store))
    st.switch_page("teacher/classes.py")

if wants_to_start:
    with start_problem:
        parts.require_set_up_code()
        answers = parts.require_answers()
        teacher, cohort = parts.set_up(store, answers)
        access.sign_in(teacher)
    st.switch_page("teacher/library.py", query_params={"class": cohort.id})

chrome.footer()

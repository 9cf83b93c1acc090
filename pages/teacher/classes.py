"""A teacher's own classes: the code, the lessons of this school year, and the ways on from there."""

from __future__ import annotations

import streamlit as st

from data import cohorts, runs
from data.store import the_store
from pages.teacher import classes_parts as parts
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.kit import the_kit

chrome.page(_("Classes"))
look.styles()
teacher = access.require_role("teacher")
store = the_store()
classes = cohorts.list_cohorts(store, teacher)

look.made_up_mark(rehearsal=False, is_demo=teacher.is_demo)
if teacher.is_demo:
    chrome.link("staff/first_visit.py", _("Set up your own school"))
if not classes:
    st.markdown(_("You have no class yet. Make one below: it gets a code with which your students join every lesson."))

for cohort in classes:
    with st.container(border=True, key=f"classes_card_{cohort.id}"):
        lessons = runs.list_runs(store, teacher, cohort.id)
        parts.draw_head(cohort)
        parts.draw_ways_on(cohort, next((run for run in lessons if run.is_current), None))
        parts.draw_lessons(lessons, the_kit(), language())
        parts.draw_change(store, teacher, cohort)

parts.draw_make(store, teacher, is_first=not classes)
chrome.footer()

"""The teacher's page of a lesson: what the class may see first, what is for the teacher alone behind a question."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages.teacher import console_live as live
from pages.teacher import console_parts as parts
from pages.teacher import console_private as private
from pages.teacher.console_moves import Lesson, find_run, say_problem
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.kit import the_kit

chrome.page(_("Teacher's page"))
look.styles()
teacher = access.require_role("teacher")
store = the_store()
run = find_run(store, teacher)
if run is None:
    parts.no_lesson(store, teacher)
    chrome.footer()
    st.stop()

activity = the_kit().activities.get(run.activity)
if activity is None:
    parts.activity_is_gone(store, teacher, run)
    chrome.footer()
    st.stop()

lesson = Lesson(store, teacher, run, activity)
say_problem()
parts.draw_head(lesson)
if run.state == "ended":
    parts.draw_ended(lesson)
else:
    parts.draw_wall_now(lesson)
    live.draw_state(lesson)
    live.draw_tools(lesson)
    live.draw_way_in(lesson)
    parts.draw_end(lesson)
    parts.draw_key_help()
    parts.draw_walk(lesson)

st.header(_("For you alone"), anchor=False)
chrome.ask_projector()
private.offer_to_hide()
if run.state != "ended":
    private.draw_script(lesson)
private.draw_texts(lesson)
private.draw_notes(lesson)
chrome.footer()

"""The teacher's page of a lesson: what the class may see first, what is for the teacher alone behind a question.

On a laptop the two stand beside each other. A paired phone is mirrored nowhere: it shows the script at once, below the
step on the wall.
"""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages.teacher import console_live as live
from pages.teacher import console_parts as parts
from pages.teacher import console_phone as phone
from pages.teacher import console_private as private
from pages.teacher import console_texts as texts
from pages.teacher import console_tools as tools
from pages.teacher.console_moves import Lesson, find_run, say_problem
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.kit import the_kit

chrome.page(_("Teacher's page"))
look.styles()
teacher = access.require_holder()
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
is_over = run.state == "ended"
say_problem()
parts.draw_head(lesson)
if lesson.on_phone:
    parts.draw_wall_now(lesson)
    live.draw_state(lesson)
    private.draw_script(lesson)
    texts.draw_texts(lesson)
    tools.draw_tools(lesson)
    private.draw_notes(lesson)
    tools.draw_way_in(lesson)
    parts.draw_end(lesson)
    phone.draw_unpair(lesson)
else:
    with st.container(key="console_board"):
        with st.container(key="console_for_all"):
            if is_over:
                parts.draw_ended(lesson)
            else:
                parts.draw_wall_now(lesson)
                live.draw_state(lesson)
                phone.draw_unpair(lesson)
                tools.draw_tools(lesson)
                tools.draw_way_in(lesson)
                tools.draw_papers(lesson)
                parts.draw_end(lesson)
                parts.draw_key_help()
        with st.container(key="console_alone"):
            st.header(_("For you alone"), anchor=False)
            if chrome.is_projector_off():
                if not is_over:
                    private.draw_script(lesson)
                texts.draw_texts(lesson)
                private.draw_notes(lesson)
                if not is_over:
                    phone.draw_pair(lesson)
                private.offer_to_hide(lesson)
if not is_over:
    parts.draw_walk(lesson)
chrome.footer()

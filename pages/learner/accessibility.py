"""The accessibility statement: what is aimed for, what was tested and how, what is lacking, and what to do instead."""

from __future__ import annotations

from datetime import date

import streamlit as st

from data.school import get_school
from data.store import the_store
from pages.learner import words
from pages.ui import chrome, days, seat
from pages.ui.i18n import gettext as _

# When somebody last went through this page, line by line. The tests that it names run with every change.
_REVIEWED_ON = date(2026, 11, 24)

chrome.page(_("Accessibility"))
school = get_school(the_store())

st.html(
    seat.styles()
    + words.article(
        words.section(
            _("What we aim for"),
            [
                _("Everybody in a class can read, answer and follow the lesson."),
                _("Our measure is WCAG 2.2, level AA. We do not say that we meet all of it: too little was tested."),
                _("This page was last checked on {date}.").format(date=days.day(_REVIEWED_ON)),
            ],
        ),
        words.section(
            _("What was tested"),
            [
                _("A program (axe-core) looks for faults on every page, light and dark, as a phone and as a laptop."),
                _("A program does a whole lesson with the keyboard alone: as a student, as a teacher, on the wall."),
                _("The place where you are is always marked by a ring. A student's press never loses it."),
                _("Buttons and answers for students are at least 44 pixels wide and high."),
                _("Text twice as large, letters and lines set wider, a screen as narrow as 320 pixels."),
                _("The high contrast colours of Windows, and “less motion”."),
                _("All this in one browser, Chromium, and again with every change of the program."),
            ],
        ),
        words.section(
            _("What was not tested"),
            [
                _("No screen reader: not NVDA, not JAWS, not VoiceOver, not TalkBack."),
                _("No other browser: not Firefox, not Safari. No voice control, no screen magnifier."),
                _("No person has tested it, with a disability or without. Programs find only a part of all faults."),
            ],
        ),
        words.section(
            _("What is lacking"),
            [
                _("Notes that nobody has translated yet are in English, and a screen reader is not told so."),
                _("The choice of two languages beside each other does not tell a screen reader which is which."),
                _("The wall is as large as its screen. It does not grow when you make the page larger."),
                _("A screen reader hears a chart as one sentence. Under each chart on the teacher's pages is a table."),
                _("If the server cannot be reached, buttons and fields do nothing until it is back. A line says so."),
                _("Lists that unfold, and tabs, come from Streamlit, the tool under our pages. We cannot change them."),
                _("Streamlit names some parts of the teacher's pages in English until our own names replace them."),
                _("On the teacher's page a press can take away the button that had the focus."),
                _("There is no version in easy language, in sign language or as a recording."),
            ],
        ),
        words.section(
            _("Time limits"),
            [
                _("No clock on a screen ends anything. When the time on the wall is up, you can go on."),
                _("“Last call” runs for a minute. It closes nothing: the teacher does, and can wait for you."),
                _("If nobody closes a lesson, it closes by itself three hours after the first answer."),
            ],
        ),
        words.section(
            _("What you can do instead"),
            [
                _("Ask for an answer card on paper. It leaves out personal questions and those in your own words."),
                _("Ask your teacher to read the questions aloud. The wall shows one after the other in large letters."),
                _("Ask for the handout on paper, in large print if you need it."),
                _("Another device, your own keyboard or your own settings: everything runs in a browser."),
                _("If somebody types for you, this person sees your answers. You may always say “Rather not say”."),
            ],
        ),
        words.section(
            _("Tell us what does not work"),
            [
                words.who_is_responsible(school),
                _("Tell the person named below, or any teacher. The school passes it on to those who make Open Roads."),
            ],
        ),
        words.block(_("At your school"), words.contact_card(school)),
    )
)

chrome.link("learner/reflect.py", _("Back to the start"))
chrome.footer()

"""What only the teacher should see: the script and the notes."""

from __future__ import annotations

import re

import streamlit as st

from data import phones
from pages.teacher.activity_parts import draw_notes as draw_activity_notes
from pages.teacher.console_moves import Lesson, press
from pages.ui import chrome
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language

# "Say:" or "Avoid:" at the start of a paragraph, in any language: one word or two.
_LABEL = re.compile(r"^([^\W\d_]+(?: [^\W\d_]+)?):(?= )", re.MULTILINE)


def offer_to_hide(lesson: Lesson) -> None:
    st.button(
        _("Hide this part again"),
        key="console_hide_private",
        icon=":material/visibility_off:",
        on_click=_hide,
        args=(lesson,),
    )


def _hide(lesson: Lesson) -> None:
    """Together with a square code that nobody has scanned yet."""
    chrome.forget_projector()
    press(phones.take_back, lesson.store, lesson.teacher, lesson.run.id)


def draw_script(lesson: Lesson) -> None:
    """What to say in the step that is on the wall."""
    if lesson.run.state == "ended":
        return
    with st.container(border=True, key="console_script"):
        st.subheader(_("What you say now"), anchor=False)
        st.markdown(_LABEL.sub(r"**\1:**", lesson.words(lesson.step).script.strip()))


def draw_notes(lesson: Lesson) -> None:
    with st.expander(_("Notes of the activity"), icon=":material/menu_book:"):
        draw_activity_notes(lesson.activity, language())

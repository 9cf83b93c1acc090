"""What only the teacher should see: the script, the notes, and texts that wait for approval."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from data import school, texts
from data.texts import Text
from pages.teacher.activity_parts import draw_notes as draw_activity_notes
from pages.teacher.console_moves import Lesson, press
from pages.ui import chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language, ngettext


def offer_to_hide() -> None:
    st.button(
        _("Hide this part again"),
        key="console_hide_private",
        icon=":material/visibility_off:",
        on_click=chrome.forget_projector,
    )


def draw_script(lesson: Lesson) -> None:
    """What to say in the step that is on the wall."""
    with st.container(border=True, key="console_script"):
        st.subheader(_("What you say now"), anchor=False)
        st.markdown(lesson.words(lesson.step).script)


def draw_notes(lesson: Lesson) -> None:
    with st.expander(_("Notes of the activity"), icon=":material/menu_book:"):
        draw_activity_notes(lesson.activity, language())


def draw_texts(lesson: Lesson) -> None:
    """Texts that learners ticked for the class: to approve, to hide, or to take to somebody who can help."""
    if lesson.run.state not in ("closed", "ended"):
        return
    found = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run.id)
    st.subheader(_("Texts for the class"), anchor=False)
    if not found:
        st.markdown(_("No text is waiting. Texts are kept only when at least five students ticked one."))
        return
    waiting = sum(text.state == "waiting" for text in found)
    st.markdown(
        ngettext("{count} text waits for you.", "{count} texts wait for you.", waiting).format(count=waiting)
        + " "
        + _("The wall shows only what you approve. What is left is erased with the day.")
    )
    for text in sorted(found, key=lambda text: _ORDER.get(text.state, 0)):
        with st.container(border=True, key=f"console_text_{text.id}"):
            st.text(text.text)
            if text.state == "worrying":
                _draw_worry(lesson, text)
            else:
                _draw_choices(lesson, text)


_ORDER = {"worrying": 0, "waiting": 1, "approved": 2}


def _draw_choices(lesson: Lesson, text: Text) -> None:
    with st.container(horizontal=True):
        if text.state == "approved":
            st.badge(_("On the wall"), icon=":material/check:", color="green")
        else:
            _choice(lesson, text, "approve", _("Approve"), ":material/check:", texts.approve)
        _choice(lesson, text, "hide", _("Hide"), ":material/visibility_off:", texts.hide)
        _choice(lesson, text, "worry", _("This worries me"), ":material/support:", texts.worries_me)


def _choice(lesson: Lesson, text: Text, name: str, label: str, icon: str, act: Callable[..., None]) -> None:
    st.button(
        label,
        key=f"console_{name}_{text.id}",
        icon=icon,
        on_click=press,
        args=(act, lesson.store, lesson.teacher, text.id),
    )


def _draw_worry(lesson: Lesson, text: Text) -> None:
    """The school's procedure. There is no way to find out who wrote a text, and none should be sought."""
    steps = (
        _("Before the lesson ends, tell the whole class where support is, without naming the text."),
        _("Take the text today to whoever is responsible for the safety of students in your school."),
        _("Do not try to find out who wrote it, and do not ask the class. Open Roads does not know either."),
        _("If somebody may be in danger now, call 112."),
    )
    with look.note(f"worry_{text.id}"):
        st.markdown(
            _("**This text worries you.** It is not on the wall, and it stays here until you have handed it over.")
        )
        st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1)))
        _draw_contact(lesson)
    _choice(lesson, text, "handed_over", _("Handed over: erase it here"), ":material/task_alt:", texts.handed_over)


def _draw_contact(lesson: Lesson) -> None:
    own = school.get_school(lesson.store, lesson.teacher.school_id)
    if own is None or own.contact is None:
        return
    contact, sentence = own.contact, _("Your school's contact is {name}, {room}, {hours}.")
    st.text(sentence.format(name=contact.name, room=contact.room, hours=contact.hours))

"""Texts and words of a lesson that wait for its teacher: approve, hide, or take to somebody who can help."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from data import school, texts
from data.runs import Run
from data.texts import Text
from pages.teacher.console_moves import Lesson, press
from pages.ui import look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def draw_texts(lesson: Lesson) -> None:
    """Texts that learners ticked for the class, and words that several of them wrote.

    The teacher approves or hides each of them, or takes it to somebody who can help.
    """
    if lesson.run.state not in ("closed", "ended"):
        return
    found = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run.id)
    st.subheader(_("Texts and words for the class"), anchor=False)
    if not found:
        st.markdown(" ".join([_("Nothing is waiting."), *_when_kept(lesson.run)]))
        return
    st.markdown(
        _waiting_words(found) + " " + _("The wall shows only what you approve. What is left is erased with the day.")
    )
    for text in sorted(found, key=_reading_order):
        with st.container(border=True, key=f"console_text_{text.id}"):
            if text.state == "worrying":
                st.text(text.text)
                _draw_worry(lesson, text)
            elif text.writers is not None:
                _draw_word(lesson, text, text.writers)
            else:
                st.text(text.text)
                _draw_choices(lesson, text)


_ORDER = {"worrying": 0, "waiting": 1, "approved": 2}


def _reading_order(text: Text) -> tuple[int, bool, int, str]:
    """What worries first, approved last; words after texts, the most frequent first."""
    is_word = text.writers is not None
    return _ORDER.get(text.state, 0), is_word, -(text.writers or 0), text.text if is_word else text.id


def _draw_word(lesson: Lesson, word: Text, writers: int) -> None:
    """One line where there is room: a class may leave many words."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(width="content", gap=None):
            st.text(word.text)
            st.caption(ngettext("{count} student", "{count} students", writers).format(count=writers))
        with st.container(width="content"):
            _draw_choices(lesson, word)


def _when_kept(run: Run) -> list[str]:
    """What has to come together before anything of this lesson can wait here."""
    kinds, floor = {item.kind for item in run.items}, max(run.floor, run.floor_texts)
    sentences = {
        "text": _("Texts are kept only when at least {count} students ticked one.").format(count=floor),
        "words": _("A word is kept only when two students wrote it, and only if {count} students gave words.").format(
            count=floor
        ),
    }
    return [sentence for kind, sentence in sentences.items() if kind in kinds]


def _waiting_words(found: list[Text]) -> str:
    waiting = [text for text in found if text.state == "waiting"]
    texts_waiting, words_waiting = (
        sum((text.writers is None) == is_text for text in waiting) for is_text in (True, False)
    )
    sentences = []
    if texts_waiting or not words_waiting:
        sentence = ngettext("{count} text waits for you.", "{count} texts wait for you.", texts_waiting)
        sentences.append(sentence.format(count=texts_waiting))
    if words_waiting:
        sentence = ngettext("{count} word waits for you.", "{count} words wait for you.", words_waiting)
        sentences.append(sentence.format(count=words_waiting))
    return " ".join(sentences)


def _draw_choices(lesson: Lesson, text: Text) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
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

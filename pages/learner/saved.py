"""The screens after sending: the tick, the way back, and the end."""

from __future__ import annotations

import streamlit as st

from data.school import School
from pages.learner import words
from pages.learner.place import answer_again, delete, done
from pages.ui import seat
from pages.ui.i18n import gettext as _


def tick() -> None:
    seat.frame("")
    with st.container(key="reflect_saved"):
        st.success(_("Saved. Hold your tick up. Then you can put this away."))
        done_button()
        st.html(words.paragraph(_("“I'm done” clears this page for the next person.")))


def deleted(school: School | None) -> None:
    seat.frame(
        words.heading(_("Deleted"))
        + words.paragraph(_("Nothing of yours is stored or counted now."))
        + words.who_can_help(school)
    )


def closed(title: str, school: School | None) -> None:
    seat.frame(
        words.heading(title)
        + words.paragraph(_("Look at the wall. What was not sent does not count."))
        + words.who_can_help(school)
    )


def change_buttons(school: School | None) -> None:
    still = _("Until the lesson is closed you can still change your mind.")
    st.html(words.who_can_help(school) + words.paragraph(still, "roads-text roads-mind"))
    with st.container(key="reflect_buttons"):
        _again_button()
        st.button(_("Delete my answer"), key="reflect_delete", on_click=delete, width="stretch")


def again_or_done() -> None:
    with st.container(key="reflect_buttons"):
        _again_button()
        done_button()


def done_button() -> None:
    st.button(_("I'm done"), key="reflect_done", type="primary", on_click=done, width="stretch")


def _again_button() -> None:
    st.button(_("Answer again"), key="reflect_again", on_click=answer_again, width="stretch")

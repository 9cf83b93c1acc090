"""The first screens: the class code, and the question whether somebody new sits at this device."""

from __future__ import annotations

from html import escape

import streamlit as st

from data import demo
from data.school import SMALLEST_FLOOR, School
from data.store import the_store
from pages.learner import words
from pages.learner.place import CODE_FIELD, Place, go_on, join, start_anew
from pages.ui import access, seat
from pages.ui.i18n import gettext as _

LONGEST_CODE = 24


def welcome(place: Place) -> None:
    given = _given_code(place)
    if given and not st.session_state.get(CODE_FIELD):
        st.session_state[CODE_FIELD] = given[:LONGEST_CODE]
    seat.frame(words.heading(_("Join your class") if given else _("Welcome")) + _lead(place, given))
    st.text_input(_("Class code"), key=CODE_FIELD, max_chars=LONGEST_CODE, autocomplete="off", on_change="ignore")
    st.button(_("Join"), key="reflect_join", type="primary", on_click=join, width="stretch")


def _lead(place: Place, given: str) -> str:
    if place.is_next_lesson:
        return words.paragraph(_("A new lesson has begun."))
    return "" if given else words.paragraph(_("Type the class code from the wall. You need no name and no account."))


def below(place: Place, school: School | None) -> None:
    if _given_code(place):
        promised = words.before_answering(school, school.floor if school else SMALLEST_FLOOR)
        st.html(promised + words.who_can_help(school))
        return
    if school is not None and school.is_demo:
        _look_around()
    links = {
        "/library": _("Activities"),
        "/sign-in": _("For staff: sign in"),
        "/privacy": _("Privacy"),
        "/support": _("Support"),
        "/accessibility": _("Accessibility"),
    }
    ways = "".join(_link(*link) for link in links.items())
    st.html(f'{words.who_can_help(school)}<nav class="roads-links">{ways}</nav>')


def newcomer(school: School | None) -> None:
    seat.frame("")
    _ask_who("reflect_newcomer", school)


def doubt(school: School | None) -> None:
    """The same question over the page, seen only where the browser's tab does not answer it first."""
    _ask_who("reflect_doubt", school)


def _ask_who(key: str, school: School | None) -> None:
    with st.container(key=key):
        st.html(
            words.heading(_("Are you new here?"))
            + words.paragraph(_("Somebody has already joined the lesson on this device."))
            + words.who_can_help(school)
        )
        st.button(_("Yes, I am new"), key="reflect_new_place", type="primary", on_click=start_anew, width="stretch")
        st.button(_("No, that was me"), key="reflect_same_place", on_click=go_on, width="stretch")


def _given_code(place: Place) -> str:
    return place.code or st.query_params.get("code", "")


def _look_around() -> None:
    """The made-up school's teacher signs in without a passphrase, and never beside a real school: nothing is real."""
    if st.button(_("Look around with a made-up class"), key="reflect_look_around"):
        teacher = demo.demo_teacher(the_store())
        if teacher is not None:
            access.sign_in(teacher)
            st.switch_page("teacher/classes.py")


def _link(path: str, label: str) -> str:
    return f'<a href="{path}" target="_self">{escape(label)}</a>'

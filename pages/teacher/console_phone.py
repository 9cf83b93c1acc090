"""Pairing the teacher's phone with this lesson: a square code that is good once, and the way to end it."""

from __future__ import annotations

import os
from dataclasses import dataclass

import streamlit as st

from data import phones
from pages.teacher.console_moves import Lesson, press
from pages.ui import chrome, joining, look
from pages.ui.address import own_addresses
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language

_CODE = "console_phone_code"
_HOST = "console_phone_host"
_LOOK_EVERY_SECONDS = 5


@dataclass(frozen=True)
class _Code:
    run_id: str
    invitation: str


def draw_unpair(lesson: Lesson) -> None:
    """On the laptop in sight of everybody: a phone that is not the teacher's must be noticed."""
    if not phones.is_paired(lesson.store, lesson.teacher, lesson.run.id):
        return
    words = _("This phone holds the lesson.") if lesson.on_phone else _("A phone is paired with this lesson.")
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="console_paired"):
        st.markdown(words)
        st.button(
            _("Unpair the phone"),
            key="console_unpair",
            icon=":material/phonelink_erase:",
            on_click=press,
            args=(phones.unpair, lesson.store, lesson.teacher, lesson.run.id),
        )


def draw_pair(lesson: Lesson) -> None:
    """For the teacher alone: whoever scans the code holds the lesson."""
    if phones.is_paired(lesson.store, lesson.teacher, lesson.run.id):
        st.session_state.pop(_CODE, None)
        return
    with st.container(border=True, key="console_phone"):
        st.subheader(_("The lesson in your hand"), anchor=False)
        if _waiting_code(lesson) is None:
            st.markdown(_("Your phone can show the script and move the wall, until the lesson ends."))
            label = _("Pair my phone")
        else:
            _draw_code(lesson)
            label = _("Make a new code")
        st.button(label, key="console_pair", icon=":material/qr_code_2:", on_click=press, args=(_invite, lesson))


def _invite(lesson: Lesson) -> None:
    invitation = phones.invite(lesson.store, lesson.teacher, lesson.run.id)
    st.session_state[_CODE] = _Code(lesson.run.id, invitation)


def _waiting_code(lesson: Lesson) -> str | None:
    """The invitation that this tab shows, as long as it is good."""
    code: _Code | None = st.session_state.get(_CODE)
    if code is None or code.run_id != lesson.run.id or not phones.is_good(lesson.store, code.invitation):
        st.session_state.pop(_CODE, None)
        return None
    return code.invitation


@st.fragment(run_every=_LOOK_EVERY_SECONDS)
def _draw_code(lesson: Lesson) -> None:
    """Until its two minutes are over."""
    invitation = _waiting_code(lesson)
    if invitation is None:
        st.rerun()
        return
    origin = _origin()
    if joining.is_local(joining.short_address(origin).partition(":")[0]):
        st.warning(_("No phone can reach this computer now: it is in no network."))
        chrome.link("teacher/network.py", _("Network check"))
        return
    st.markdown(_("Scan this with your phone’s camera. It works once, within two minutes."))
    look.square(f"{origin}/pair/{invitation}?lang={language()}", _("Square code that pairs your phone"), "phone")
    st.markdown(_("Your phone has to be in the same network: {address}").format(address=joining.short_address(origin)))
    if len(own_addresses()) > 1:
        st.button(_("Try another address"), key="console_phone_address", on_click=_other_address, args=(origin,))


def _origin() -> str:
    return joining.origin(
        page=str(st.context.url or ""),
        own=own_addresses(),
        given=os.environ.get("OPEN_ROADS_ADDRESS", ""),
        chosen=str(st.session_state.get(_HOST, "")),
    )


def _other_address(origin: str) -> None:
    st.session_state[_HOST] = joining.next_host(origin, own_addresses())

"""The screens of an open lesson: waiting for the items, and the items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from data.runs import Run
from data.school import School
from pages.learner import words
from pages.learner.place import Place, press, send, skip_all, wording_of
from pages.ui import items, seat
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def waiting(run: Run, school: School | None) -> None:
    seat.frame(
        words.heading(_("Look at the wall"))
        + words.paragraph(_("You are in. The questions open here when your teacher opens them."))
    )
    with st.container(key="reflect_class"):
        st.text(run.cohort_name)
    draw_notices(notices(run))
    st.html(words.before_answering(school, run.floor, run.places) + words.who_can_help(school))


def items_of(run: Run, place: Place, school: School | None) -> None:
    wording = wording_of(run)
    title = words.heading(wording.title if wording else _("Your answers"))
    untranslated = words.paragraph(_("Some of this is not translated yet.")) if wording and wording.fallback else ""
    before = f"{title}{untranslated}{words.before_answering(school, run.floor, run.places)}"
    # On phones what comes before goes away as the items come one by one; who can help stays above each.
    seat.frame(f'<div class="roads-before">{before}</div>{words.who_can_help(school)}')
    missing = place.trouble.items if place.trouble else ()
    items.draw(run.items, wording.items if wording else {}, missing, words.strip(school))


def below(place: Place) -> None:
    with st.container(key="reflect_buttons"):
        _button(_("Send"), "reflect_send", send, place, type="primary")
        _button(_("Rather not say to everything"), "reflect_skip_all", skip_all, place)


def _button(label: str, key: str, act: Callable[[], None], place: Place, **look: Any) -> None:
    """A button that also works as the first thing a new session hears: pressed on a page older than the server."""
    presses = place.presses
    if st.button(label, key=key, on_click=press, args=(place, act), width="stretch", **look) and not presses:
        place.due = act
        st.rerun()


def notices(run: Run) -> list[tuple[Callable[[str], object], str]]:
    """What is said about the lesson as it goes on: the box that says it, and the sentence."""
    said: list[tuple[Callable[[str], object], str]] = []
    if run.is_made_up:
        said.append((st.info, _("This is a made-up class. Nothing you send here is real.")))
    if run.doors_locked and run.sent_at_lock:
        said.append((st.info, _count_against_the_room(run.sent_at_lock)))
    if run.last_call_ends_at is not None and run.state == "reflecting":
        said.append((st.warning, _("Last call: please send now.")))
    return said


def draw_notices(said: list[tuple[Callable[[str], object], str]]) -> None:
    for box, sentence in said:
        box(sentence)


def _count_against_the_room(sent: int) -> str:
    """The only defence against a room full of made-up answers: that learners look round."""
    return ngettext(
        "{count} has sent. About {count} of you? If not, tell someone you trust.",
        "{count} have sent. About {count} of you? If not, tell someone you trust.",
        sent,
    ).format(count=sent)

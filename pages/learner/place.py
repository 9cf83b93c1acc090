"""A learner's place in a lesson: the seat this tab holds, and what its buttons do.

What must survive a reload is in the page's address (code and seat) or in the tab's own storage (the draft);
the session here only saves asking again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from data import reflections
from data.reflections import Refusal
from data.runs import Run, current_run
from data.store import the_store
from kit_content import Wording
from pages.ui import i18n, items
from pages.ui.kit import the_kit

_KEY = "reflect_place"
CODE_FIELD = "reflect_code"


@dataclass
class Place:
    """`held`: this tab is known to own the seat. `is_doubted`: the seat stood in the address, and the tab has not said
    yet that it is its own; `strange_seat`: one that it said it does not know. `expects_draft`: the person has just said
    "that was me", and the tab may have answers of theirs. `due`: a press that has not been carried out yet; `presses`
    counts them; `trouble`: why the last one did nothing. `sheet`: own answers in words, handed to the browser once and
    forgotten. `known`: lesson and state of the seat, where a press has just found them out; good for one run of the
    page. `lesson`: the one whose items this page shows.
    """

    seat: str = field(default_factory=reflections.new_seat)
    code: str = ""
    held: bool = False
    is_doubted: bool = False
    strange_seat: str = ""
    expects_draft: bool = False
    due: Callable[[], None] | None = None
    is_next_lesson: bool = False
    answers_again: bool = False
    has_deleted: bool = False
    trouble: Refusal | None = None
    presses: int = 0
    sheet: list[list[str]] | None = None
    known: tuple[Run, str] | None = None
    lesson: Run | None = None


def this_place() -> Place:
    """The place of this tab's session, made when the page is first drawn, so that two presses of Join are one."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Place()
    place: Place = st.session_state[_KEY]
    return place


def leave(code: str = "", *, is_next_lesson: bool = False) -> None:
    """Forget the place; the next one in this tab is another one, for the class with that code."""
    items.forget()
    st.session_state[_KEY] = Place(code=code, is_next_lesson=is_next_lesson)


def press(place: Place, act: Callable[[], None]) -> None:
    """Do what a button means."""
    place.due = act
    carry_out(place)


def carry_out(place: Place) -> None:
    """Do what was pressed and has not been done.

    When the page hears of something else in that moment, Streamlit breaks off whatever touches the session and begins
    the page anew. The press must not be lost with it.
    """
    if place.due is None:
        return
    try:
        place.due()
    except Exception:
        place.due = None
        raise
    place.due = None


def _pressed() -> Place:
    """The place, for a button that has just been pressed: what went wrong before no longer matters."""
    place = this_place()
    place.trouble, place.presses, place.expects_draft = None, place.presses + 1, False
    return place


def _pressed_in_lesson() -> Place:
    """The place, for a button that only somebody in the lesson presses; so the seat is theirs."""
    place = _pressed()
    place.held, place.is_doubted = True, False
    return place


def join() -> None:
    place = _pressed()
    try:
        run = reflections.join(the_store(), str(st.session_state.get(CODE_FIELD) or ""), place.seat)
    except Refusal as refusal:
        place.trouble = refusal
        return
    place.code, place.held, place.known = run.code, True, (run, "joined")
    st.query_params.update(code=run.code, seat=place.seat)


def start_anew() -> None:
    """Somebody else sits here now: a fresh seat for the same class."""
    leave(st.query_params.get("code", ""))
    st.query_params.pop("seat", None)


def go_on() -> None:
    """The person at this device says that the seat in the address is theirs."""
    place = _pressed_in_lesson()
    place.seat, place.code = st.query_params.get("seat", ""), st.query_params.get("code", "")
    place.expects_draft = True


def send() -> None:
    place, run = _pressed_in_lesson(), _run()
    if run is not None:
        answers = items.read(run.items)
        wording = wording_of(run)
        _send(place, run, answers, items.own_sheet(run.items, wording.items if wording else {}, answers))


def skip_all() -> None:
    place, run = _pressed_in_lesson(), _run()
    if run is not None:
        _send(place, run, items.Answers(items.nothing_said(run.items), {}, {}), None)


def wording_of(run: Run) -> Wording | None:
    """The activity's words in the reader's language; None when the kit no longer has the activity."""
    activity = the_kit().activities.get(run.activity)
    return activity.wording(i18n.language()) if activity else None


def _send(place: Place, run: Run, answers: items.Answers, sheet: list[list[str]] | None) -> None:
    try:
        reflections.send(the_store(), run.id, place.seat, answers.values, answers.shared)
    except Refusal as refusal:
        place.trouble = refusal
        return
    finally:
        place.due = None
    place.sheet, place.answers_again, place.has_deleted, place.known = sheet, False, False, (run, "sent")
    items.forget()


def delete() -> None:
    place, run = _pressed_in_lesson(), _run()
    if run is None:
        return
    try:
        reflections.delete_answer(the_store(), run.id, place.seat)
    except Refusal as refusal:
        place.trouble = refusal
        return
    place.has_deleted = True


def answer_again() -> None:
    place = _pressed_in_lesson()
    place.answers_again, place.has_deleted = True, False


def done() -> None:
    """End the seat on the server, so that Back neither shows nor changes anything, and empty page and address."""
    place = _pressed()
    run = current_run(the_store(), place.code) if place.code else None
    if run is not None and place.held:
        try:
            reflections.finish_seat(the_store(), run.id, place.seat)
        except Refusal as refusal:
            place.trouble = refusal
            return
    leave()
    st.query_params.clear()


def _run() -> Run | None:
    """The lesson that this place is in; without one, the trouble is noted."""
    place = this_place()
    run = place.lesson or current_run(the_store(), place.code)
    if run is None:
        place.trouble = Refusal("closed")
    return run

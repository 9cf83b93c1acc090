"""Which screen a learner sees now, from the lesson's state and the tab's place in it."""

from __future__ import annotations

import streamlit as st

from data.reflections import seat_state
from data.runs import Run, current_run
from data.store import Store
from pages.learner.place import Place, leave
from pages.ui import items, seat


def screen_of(store: Store, place: Place) -> tuple[str, Run | None]:
    """One of welcome, newcomer, waiting, items, sent, deleted, closed, over; and the lesson, if there is one."""
    if not place.held:
        return _on_arrival(store, place)
    known, place.known = place.known, None
    if known is not None:
        return _while_open(*known, place), known[0]
    run = current_run(store, place.code)
    if run is None:
        return "over", None
    if run.state in ("closed", "ended"):
        return "closed", run
    state = seat_state(store, run.id, place.seat)
    if state not in ("joined", "sent"):
        # Another lesson of the class has begun, or this seat was ended in another tab.
        leave(run.code, is_next_lesson=state == "new")
        return "welcome", None
    if place.expects_draft:
        _take_up_draft(run, place, seat.tab())
    return _while_open(run, state, place), run


def _take_up_draft(run: Run, place: Place, tab: seat.Tab | None) -> None:
    """Go on with the answers that the tab has kept, if they are this seat's."""
    if tab is not None and tab.seat == place.seat:
        items.restore(run.items, tab.draft)
        place.answers_again, place.expects_draft = bool(tab.draft), False


def _while_open(run: Run, state: str, place: Place) -> str:
    if run.state == "teaching":
        return "waiting"
    if place.has_deleted:
        return "deleted"
    return "sent" if state == "sent" and not place.answers_again else "items"


def _on_arrival(store: Store, place: Place) -> tuple[str, Run | None]:
    """Somebody opens the page with a seat in the address: the same person after a reload, or the next one.

    The page is drawn as for the same person, with the question over it: an open page whose server was restarted then
    finds its own widgets again, and a reload shows no question at all, for the browser's tab answers it at once.
    """
    place.is_doubted = False
    code, given = st.query_params.get("code", ""), st.query_params.get("seat", "")
    run = current_run(store, code) if code and given else None
    if run is None:
        return "welcome", None
    if run.state in ("closed", "ended"):
        return "closed", run
    state = seat_state(store, run.id, given)
    if state not in ("joined", "sent"):
        return "welcome", None
    if seat.is_strange_to_tab(given):
        place.strange_seat = given
    if place.strange_seat == given:
        return "newcomer", None
    place.seat, place.code = given, run.code
    tab = seat.tab()
    place.held = tab is not None and tab.seat == given
    place.is_doubted = not place.held
    _take_up_draft(run, place, tab)
    return _while_open(run, state, place), run

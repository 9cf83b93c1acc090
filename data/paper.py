"""Answer cards of paper: each becomes one reflection, under a seat that was drawn for that card alone."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from data import reflections, runs
from data.reflections import Answer, Refusal
from data.store import Store

if TYPE_CHECKING:
    from data.staff import Staff

# Between looking whether a card was kept and making sure that it never will be, none may come in.
_one_card = threading.Lock()


def keep_card(store: Store, staff: Staff, run_id: str, seat: str, answers: Mapping[str, Answer]) -> None:
    """Send what stands on a card. The same seat again is the same card again, so a card is never counted twice.

    The seat stays open, so that a card whose answer was lost can be corrected before it is sent again; whoever sends
    cards forgets it as soon as the card is kept. Raises Refusal, or NotAllowed for another teacher's lesson.

    A card needs a place as a phone does, and locked doors stop it as they stop a phone: once the class has counted
    itself against those who have sent, nobody adds answers unseen, neither with a phone nor with a pile of cards.
    The teacher, who has just collected the cards, unlocks with one press, and every learner's page shows it.
    """
    code = _open_code(store, staff, run_id)
    with _one_card:
        reflections.join(store, code, seat)
        reflections.send(store, run_id, seat, answers)


def settle_card(store: Store, staff: Staff, run_id: str, seat: str) -> bool:
    """Whether a card was kept whose answer never came back. If not, its seat is spent: it can be keyed in again."""
    code = _open_code(store, staff, run_id)
    with _one_card:
        if reflections.seat_state(store, run_id, seat) == "sent":
            return True
        try:
            reflections.join(store, code, seat)
            reflections.finish_seat(store, run_id, seat)
        except Refusal as refusal:
            if refusal.reason == "not_saved":
                raise
            # Refused: then nothing can come in under this seat in any case.
        return False


def _open_code(store: Store, staff: Staff, run_id: str) -> str:
    """The class code of this teacher's lesson, while its answers are open."""
    run = runs.require_run(store, staff, run_id)
    if run.rehearsal:
        raise Refusal("rehearsal")
    if run.state == "teaching":
        raise Refusal("not_open")
    if run.state != "reflecting" or not run.is_current:
        raise Refusal("closed")
    return run.code

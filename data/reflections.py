"""Reflections while a run is open: joining, sending, sending again, deleting, and ending a seat.

Nothing here can be read back. A reflection is one row named by HMAC(pepper, run ‖ seat), replaced by a resend;
a text that its writer ticked is one row named by HMAC(pepper, run ‖ seat ‖ item). Both are gone at the close.
"""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from data import clock
from data.answers import LONGEST_TEXT, NONE_OF_THESE, RATHER_NOT_SAY, Answer, checked, clean_text
from data.run_rows import BAND, ItemSpec, Run, current_run_in, raise_band, run_in, sent_count
from data.store import Store, one

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["LONGEST_TEXT", "NONE_OF_THESE", "RATHER_NOT_SAY", "Answer", "clean_text"]

_SEAT_BITS = re.compile(r"[A-Za-z0-9_-]{22}")
_HOURS_UNTIL_CLOSE = 3


class Refusal(Exception):
    """A learner's wish that was not done. `reason` names why, `items` the items that still need an answer.

    Reasons: unknown_code, rehearsal, closed, not_open, doors_locked, full, not_joined, seat_finished, incomplete,
    not_saved. Never carries anything a learner wrote.
    """

    def __init__(self, reason: str, items: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.items = items


def new_seat() -> str:
    """128 random bits for the learner's own URL."""
    return secrets.token_urlsafe(16)


# A code that fits no class is answered slowly and a few at a time; a right code never waits.
_guesses = threading.BoundedSemaphore(4)
_GUESS_SECONDS = 0.5


@contextmanager
def _written(store: Store) -> Iterator[Database]:
    """A write that either is on disk afterwards or raises Refusal."""
    try:
        with store.write() as db:
            yield db
    except sqlite3.Error:
        raise Refusal("not_saved") from None


def join(store: Store, code: str, seat: str) -> Run:
    """Take a seat in the class's current run; taking it twice is taking it once. Raises Refusal."""
    if not _SEAT_BITS.fullmatch(seat):
        raise Refusal("not_joined")
    with _written(store) as db:
        run = current_run_in(db, code)
        if run is not None:
            _take_seat(store, db, run, seat)
            return run
    with _guesses:
        time.sleep(_GUESS_SECONDS)
    raise Refusal("unknown_code")


def _take_seat(store: Store, db: Database, run: Run, seat: str) -> None:
    if run.rehearsal:
        raise Refusal("rehearsal")
    if run.state not in ("teaching", "reflecting"):
        raise Refusal("closed")
    seat_id = store.mark(run.id, seat)
    taken = one(db, "SELECT finished FROM pending_seats WHERE run_id = ? AND id = ?", [run.id, seat_id])
    if taken is not None:
        if taken["finished"]:
            raise Refusal("seat_finished")
        return
    if run.doors_locked:
        raise Refusal("doors_locked")
    if sent_count(db, run.id) >= run.places:
        raise Refusal("full")
    db.execute("INSERT INTO pending_seats (run_id, id) VALUES (?, ?)", [run.id, seat_id])


def seat_state(store: Store, run_id: str, seat: str) -> str:
    """`new`, `joined`, `sent` or `finished`; never what was sent. `new` again once the run is closed."""
    seat_id = store.mark(run_id, seat)
    with store.read() as db:
        row = one(
            db,
            """
            SELECT pending_seats.finished, pending_reflections.id AS sent FROM pending_seats
            LEFT JOIN pending_reflections
                ON pending_reflections.run_id = pending_seats.run_id AND pending_reflections.id = pending_seats.id
            WHERE pending_seats.run_id = ? AND pending_seats.id = ?
            """,
            [run_id, seat_id],
        )
    if row is None:
        return "new"
    if row["finished"]:
        return "finished"
    return "sent" if row["sent"] else "joined"


def send(
    store: Store,
    run_id: str,
    seat: str,
    answers: Mapping[str, Answer],
    texts: Mapping[str, str] | None = None,
) -> None:
    """Keep one whole reflection until the close, in place of an earlier one of this seat.

    `answers` maps item ids to a point, a list of options (for a ranking in their order, the first place first), a
    (then, now) pair, a list of words or `rather_not_say`;
    `texts` maps ids of text items to what the learner ticked for sharing.
    When this returns, the reflection is on disk. Raises Refusal otherwise.
    """
    # Few statements inside: while a whole class presses Send, each one gives the interpreter away and waits for it.
    with _written(store) as db:
        run = _require_open(db, run_id)
        seat_id = store.mark(run.id, seat)
        held = _require_seat(db, run, seat_id)
        kept = check_answers(run.items, answers)
        if not held.has_sent and held.sent >= run.places:
            raise Refusal("full")
        keep_reflection(db, run, seat_id, kept, held)
        for item in run.items:
            if item.kind == "text":
                _keep_text(store, db, run, seat, item, clean_text((texts or {}).get(item.id, "")), held)


def _require_open(db: Database, run_id: str) -> Run:
    run = run_in(db, run_id)
    if run is None or run.state in ("closed", "ended"):
        raise Refusal("closed")
    if run.state != "reflecting":
        raise Refusal("not_open")
    return run


@dataclass(frozen=True)
class Held:
    """What a run holds before a send: `sent` reflections, and whether this seat's is one of them."""

    sent: int
    has_sent: bool = False


def _require_seat(db: Database, run: Run, seat_id: str) -> Held:
    row = one(
        db,
        """
        SELECT finished,
            (SELECT count(*) FROM pending_reflections WHERE run_id = seats.run_id) AS sent,
            (SELECT count(*) FROM pending_reflections WHERE run_id = seats.run_id AND id = seats.id) AS has_sent
        FROM pending_seats AS seats WHERE run_id = ? AND id = ?
        """,
        [run.id, seat_id],
    )
    if row is None:
        raise Refusal("not_joined")
    if row["finished"]:
        raise Refusal("seat_finished")
    return Held(row["sent"], bool(row["has_sent"]))


def keep_reflection(db: Database, run: Run, seat_id: str, kept: Mapping[str, str | list[str]], held: Held) -> None:
    """Write the one row of a reflection whose values have been checked."""
    db.execute(
        """
        INSERT INTO pending_reflections (run_id, id, answers) VALUES (?, ?, ?)
        ON CONFLICT (run_id, id) DO UPDATE SET answers = excluded.answers
        """,
        [run.id, seat_id, json.dumps(kept, sort_keys=True)],
    )
    if held.sent == 0:
        # Rounded to the quarter of an hour, so that no time of an answer is kept.
        moment = clock.now() + timedelta(hours=_HOURS_UNTIL_CLOSE, minutes=15)
        rounded = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
        db.execute("UPDATE runs SET closes_at = ? WHERE id = ?", [clock.as_text(rounded), run.id])
    if not held.has_sent and (held.sent + 1) % BAND == 0:
        raise_band(db, run.id, held.sent + 1)


def _keep_text(store: Store, db: Database, run: Run, seat: str, item: ItemSpec, text: str, held: Held) -> None:
    text_id = store.mark(run.id, seat, item.id)
    if not text:
        if held.has_sent:
            db.execute("DELETE FROM pending_texts WHERE run_id = ? AND id = ?", [run.id, text_id])
        return
    db.execute(
        """
        INSERT INTO pending_texts (run_id, id, item_id, text) VALUES (?, ?, ?, ?)
        ON CONFLICT (run_id, id) DO UPDATE SET text = excluded.text
        """,
        [run.id, text_id, item.id, text],
    )


def check_answers(items: tuple[ItemSpec, ...], answers: Mapping[str, Answer]) -> dict[str, str | list[str]]:
    """The values to keep, one for every item but texts. Raises Refusal("incomplete") naming the items without one."""
    kept = {item.id: checked(item, answers.get(item.id)) for item in items if item.kind != "text"}
    missing = tuple(item_id for item_id, value in kept.items() if value is None)
    if missing:
        raise Refusal("incomplete", missing)
    return {item_id: value for item_id, value in kept.items() if value is not None}


def delete_answer(store: Store, run_id: str, seat: str) -> None:
    """Erase what this seat has sent; the seat stays. Raises Refusal("closed") after the close."""
    with _written(store) as db:
        run = _require_open(db, run_id)
        seat_id = store.mark(run.id, seat)
        _require_seat(db, run, seat_id)
        db.execute("DELETE FROM pending_reflections WHERE run_id = ? AND id = ?", [run.id, seat_id])
        for item in run.items:
            db.execute(
                "DELETE FROM pending_texts WHERE run_id = ? AND id = ?", [run.id, store.mark(run.id, seat, item.id)]
            )


def finish_seat(store: Store, run_id: str, seat: str) -> None:
    """End the seat: what it sent stays and counts, but nobody can show or change it through this seat again."""
    with _written(store) as db:
        db.execute(
            "UPDATE pending_seats SET finished = 1 WHERE run_id = ? AND id = ?", [run_id, store.mark(run_id, seat)]
        )

"""A teacher's phone that holds one lesson: let in by an invitation, good once, and out again with the lesson.

The invitation is what a square code on the teacher's screen says. It becomes the phone's own pass, of which, as of the
invitation, only a hash is stored. A run has one phone at most.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Any

from data import clock
from data.run_rows import require_own_run, set_columns
from data.runs import WrongState
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store, one

if TYPE_CHECKING:
    from sqlite_utils import Database

INVITATION_SECONDS = 120
PHONE_SECONDS = 8 * 60 * 60


def invite(store: Store, staff: Staff, run_id: str) -> str:
    """The text of a new invitation to this teacher's lesson; an earlier one is worth nothing from now on.

    Raises NotAllowed for another teacher's run and for a phone, WrongState for a lesson that has ended.
    """
    if staff.only_run is not None:
        raise NotAllowed
    with store.write() as db:
        if not require_own_run(db, staff, run_id).is_current:
            raise WrongState
        _forget(db, run_id, "invitation")
        return _give(db, run_id, staff.id, "invitation", INVITATION_SECONDS)


def take_back(store: Store, staff: Staff, run_id: str) -> None:
    """The code is no longer shown: an invitation that nobody has used is worth nothing."""
    with store.write() as db:
        require_own_run(db, staff, run_id)
        _forget(db, run_id, "invitation")


def is_good(store: Store, invitation: str) -> bool:
    """Whether a phone may still come in with it. Uses nothing up."""
    with store.read() as db:
        return _find(db, invitation, "invitation") is not None


def pair(store: Store, invitation: str) -> tuple[str, str] | None:
    """Use the invitation up: the new phone's pass and the id of its run, or None. An earlier phone is out."""
    if not is_good(store, invitation):  # whoever tries made-up ones never holds up a class that is sending
        return None
    with store.write() as db:
        found = _find(db, invitation, "invitation")
        if found is None:
            return None
        run_id = str(found["run_id"])
        _forget(db, run_id, "invitation", "phone")
        value = _give(db, run_id, found["id"], "phone", PHONE_SECONDS)
        set_columns(db, run_id)  # teacher's page and phone look again
        return value, run_id


def holder_of(store: Store, value: str) -> Staff | None:
    """The teacher as this phone may act for them: without roles, for one lesson and for as long as it goes on."""
    with store.read() as db:
        row = _find(db, value, "phone")
    if row is None:
        return None
    name, is_demo = row["name"], bool(row["is_demo"])
    return Staff(row["id"], row["school_id"], name, frozenset(), is_demo, only_run=row["run_id"])


def is_paired(store: Store, staff: Staff, run_id: str) -> bool:
    """Whether a phone holds this teacher's lesson now."""
    with store.read() as db:
        require_own_run(db, staff, run_id)
        sql = "SELECT ends_at FROM phone_passes WHERE run_id = ? AND kind = 'phone'"
        row = one(db, sql, [run_id])
        return row is not None and not clock.is_past(row["ends_at"])


def unpair(store: Store, staff: Staff, run_id: str) -> None:
    """The phone of this teacher's lesson is out at once, and no invitation waits."""
    with store.write() as db:
        require_own_run(db, staff, run_id)
        _forget(db, run_id, "invitation", "phone")
        set_columns(db, run_id)  # teacher's page and phone look again


def _find(db: Database, value: str, kind: str) -> dict[str, Any] | None:
    """Whose pass this is and for which run, while both the pass and the lesson last."""
    row = one(
        db,
        """
        SELECT staff.*, phone_passes.run_id, phone_passes.ends_at
        FROM phone_passes
        JOIN runs ON runs.id = phone_passes.run_id
        JOIN cohorts ON cohorts.id = runs.cohort_id
        JOIN staff ON staff.id = phone_passes.staff_id AND staff.id = cohorts.teacher_id
        WHERE phone_passes.hash = ? AND phone_passes.kind = ? AND runs.is_current = 1
        """,
        [_hash(value), kind],
    )
    return None if row is None or clock.is_past(row["ends_at"]) else row


def _give(db: Database, run_id: str, staff_id: str, kind: str, seconds: int) -> str:
    # An invitation lives two minutes and has to fit a code that is easy to scan: 128 bits are plenty.
    value = secrets.token_urlsafe(16 if kind == "invitation" else 32)
    db.execute(
        "INSERT INTO phone_passes (hash, run_id, staff_id, kind, ends_at) VALUES (?, ?, ?, ?, ?)",
        [_hash(value), run_id, staff_id, kind, clock.in_seconds(seconds)],
    )
    return value


def _forget(db: Database, run_id: str, *kinds: str) -> None:
    """Together with whatever is over, of whichever run."""
    for kind in kinds:
        db.execute("DELETE FROM phone_passes WHERE run_id = ? AND kind = ?", [run_id, kind])
    db.execute("DELETE FROM phone_passes WHERE ends_at <= ?", [clock.as_text(clock.now())])
    db.execute("DELETE FROM phone_passes WHERE run_id IN (SELECT id FROM runs WHERE is_current = 0)")


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()

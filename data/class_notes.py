"""What a teacher notes on the time line of a class ("placement began"): about the class, never about one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data.answers import clean_text
from data.cohorts import own_cohort, require_cohort
from data.school import NotAllowed
from data.store import Store, new_id

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

LONGEST_NOTE = 120


@dataclass(frozen=True)
class ClassNote:
    """One line of at most LONGEST_NOTE characters on one day."""

    id: str
    noted_on: date
    text: str


def list_notes(store: Store, asker: Staff, cohort_id: str) -> list[ClassNote]:
    """The notes of this teacher's class, oldest day first. Raises NotAllowed for another teacher's class."""
    require_cohort(store, asker, cohort_id)
    with store.read() as db:
        rows = db.query(
            "SELECT id, noted_on, text FROM class_notes WHERE cohort_id = ? ORDER BY noted_on, text", [cohort_id]
        )
        return [ClassNote(row["id"], date.fromisoformat(row["noted_on"]), row["text"]) for row in rows]


def add_note(store: Store, asker: Staff, cohort_id: str, noted_on: date, text: str) -> None:
    """Raises ValueError for an empty or too long text, NotAllowed for another teacher's class."""
    line = " ".join(clean_text(text).split())
    if not 1 <= len(line) <= LONGEST_NOTE:
        raise ValueError("text")
    with store.write() as db:
        _require_own(db, asker, cohort_id)
        db.execute(
            "INSERT INTO class_notes (cohort_id, id, noted_on, text) VALUES (?, ?, ?, ?)",
            [cohort_id, new_id(), noted_on.isoformat(), line],
        )


def remove_note(store: Store, asker: Staff, cohort_id: str, note_id: str) -> None:
    """Does nothing when the note is gone already. Raises NotAllowed for another teacher's class."""
    with store.write() as db:
        _require_own(db, asker, cohort_id)
        db.execute("DELETE FROM class_notes WHERE cohort_id = ? AND id = ?", [cohort_id, note_id])


def _require_own(db: Database, asker: Staff, cohort_id: str) -> None:
    if own_cohort(db, asker, cohort_id) is None:
        raise NotAllowed

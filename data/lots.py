"""Three classes at a time: which released lessons are summed for the coordinator.

A lot is the lessons of three different classes in the same activity and school year, none of them shown by name. It is
written once, when the third of them closes, and never changed. It counts as long as its three lessons exist and none
of its classes is shown by name. So any two sums that a coordinator can read, at any time and by any programme, differ
by whole lots: by the answers of three classes, each of which passed the floor. Who watches the sums day by day learns
no more.

A class waits for two others of its programme; where the programme has fewer than three classes, for any two such.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from data import clock, sums
from data.store import new_id
from data.sums import CLASSES_IN_A_LOT

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.run_rows import Run

_WAITING = """
    SELECT runs.id AS run_id, runs.cohort_id AS cohort_id, runs.started_on AS started_on,
        cohorts.programme AS programme, releases.sent_band AS sent_band
    FROM runs
        JOIN cohorts ON cohorts.id = runs.cohort_id
        JOIN releases ON releases.run_id = runs.id
        LEFT JOIN lot_runs ON lot_runs.run_id = runs.id
    WHERE runs.school_id = ? AND runs.activity = ? AND runs.activity_version = ? AND runs.is_rehearsal = 0
        AND cohorts.shares_name = 0 AND lot_runs.run_id IS NULL
        AND EXISTS (SELECT 1 FROM item_totals WHERE item_totals.run_id = runs.id)
    ORDER BY runs.started_on, runs.id
"""
_LARGE_PROGRAMMES = """
    SELECT programme FROM cohorts WHERE school_id = ? AND shares_name = 0 GROUP BY programme HAVING COUNT(*) >= ?
"""


def gather(db: Database, run: Run) -> None:
    """Make the lots that this run, which has just been released, completes."""
    if run.rehearsal:
        return
    year = clock.school_year(date.fromisoformat(run.started_on))
    large = {row["programme"] for row in db.query(_LARGE_PROGRAMMES, [run.school_id, CLASSES_IN_A_LOT])}
    waiting: dict[str, dict[str, dict[str, Any]]] = {}
    for row in db.query(_WAITING, [run.school_id, run.activity, run.activity_version]):
        if clock.school_year(date.fromisoformat(row["started_on"])) == year:
            programme = row["programme"] if row["programme"] in large else ""
            waiting.setdefault(programme, {}).setdefault(row["cohort_id"], row)
    for programme, of_class in waiting.items():
        rows = list(of_class.values())
        for at in range(0, len(rows) - CLASSES_IN_A_LOT + 1, CLASSES_IN_A_LOT):
            _write(db, run, year, programme, rows[at : at + CLASSES_IN_A_LOT])


def _write(db: Database, run: Run, year: str, programme: str, rows: Iterable[dict[str, Any]]) -> None:
    lot_id = new_id()
    db.execute(
        "INSERT INTO lots (school_id, school_year, activity, id, programme) VALUES (?, ?, ?, ?, ?)",
        [run.school_id, year, run.activity, lot_id, programme],
    )
    for row in rows:
        db.execute(
            "INSERT INTO lot_runs (lot_id, run_id, cohort_id, sent_band) VALUES (?, ?, ?, ?)",
            [lot_id, row["run_id"], row["cohort_id"], row["sent_band"]],
        )
    sums.put_in(db, [lot_id])

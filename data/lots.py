"""Three classes at a time: which released lessons are summed for the coordinator.

A lot is the lessons of three different classes in the same activity and school year. It is written once, when the third
of them closes, and never changed; it counts as long as its three lessons exist. So any two sums that a coordinator can
read, at any time and by any programme, differ by whole lots: by the answers of three classes, each of which passed the
floor. Who watches the sums day by day learns no more.

Nobody may take a class out of a sum that they have seen elsewhere. So a lesson is for ever either in sums or shown
under its class's name, whatever is shared or hidden later; and the classes that a coordinator teaches share a lot with
each other alone, for their totals are open to that coordinator.

A class waits for two others of its programme; where the programme has fewer than three classes, for any two such.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from data import clock, sums
from data.store import new_id, one
from data.sums import CLASSES_IN_A_LOT

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.run_rows import Run

_WAITING = """
    SELECT runs.id AS run_id, runs.cohort_id AS cohort_id, runs.started_on AS started_on,
        cohorts.programme AS programme, coordinators.staff_id AS owner, releases.sent_band AS sent_band
    FROM runs
        JOIN cohorts ON cohorts.id = runs.cohort_id
        JOIN releases ON releases.run_id = runs.id
        LEFT JOIN staff_roles AS coordinators
            ON coordinators.staff_id = cohorts.teacher_id AND coordinators.role = 'coordinator'
        LEFT JOIN lot_runs ON lot_runs.run_id = runs.id
        LEFT JOIN named_runs ON named_runs.run_id = runs.id
    WHERE runs.school_id = ? AND runs.activity = ? AND runs.activity_version = ? AND runs.is_rehearsal = 0
        AND cohorts.shares_name = 0 AND lot_runs.run_id IS NULL AND named_runs.run_id IS NULL
        AND EXISTS (SELECT 1 FROM item_totals WHERE item_totals.run_id = runs.id)
    ORDER BY runs.started_on, runs.id
"""
_LARGE_PROGRAMMES = """
    SELECT cohorts.programme AS programme, coordinators.staff_id AS owner
    FROM cohorts LEFT JOIN staff_roles AS coordinators
        ON coordinators.staff_id = cohorts.teacher_id AND coordinators.role = 'coordinator'
    WHERE cohorts.school_id = ? AND cohorts.shares_name = 0
    GROUP BY cohorts.programme, coordinators.staff_id HAVING COUNT(*) >= ?
"""
_SHOW_BY_NAME = """
    INSERT INTO named_runs (run_id)
    SELECT runs.id FROM runs
        LEFT JOIN lot_runs ON lot_runs.run_id = runs.id
        LEFT JOIN named_runs ON named_runs.run_id = runs.id
    WHERE runs.cohort_id = ? AND runs.state IN ('closed', 'ended') AND runs.is_rehearsal = 0
        AND lot_runs.run_id IS NULL AND named_runs.run_id IS NULL
"""


def gather(db: Database, run: Run) -> None:
    """Make the lots that this run, which has just been released, completes; or show it under its class's name."""
    if run.rehearsal:
        return
    if one(db, "SELECT 1 FROM cohorts WHERE id = ? AND shares_name = 1", [run.cohort_id]):
        show_by_name(db, run.cohort_id)
        return
    year = clock.school_year(date.fromisoformat(run.started_on))
    found = db.query(_LARGE_PROGRAMMES, [run.school_id, CLASSES_IN_A_LOT])
    large = {(row["programme"], row["owner"]) for row in found}
    waiting: dict[tuple[str, str | None], dict[str, dict[str, Any]]] = {}
    for row in db.query(_WAITING, [run.school_id, run.activity, run.activity_version]):
        if clock.school_year(date.fromisoformat(row["started_on"])) == year:
            programme = row["programme"] if (row["programme"], row["owner"]) in large else ""
            waiting.setdefault((programme, row["owner"]), {}).setdefault(row["cohort_id"], row)
    for (programme, _owner), of_class in waiting.items():
        rows = list(of_class.values())
        for at in range(0, len(rows) - CLASSES_IN_A_LOT + 1, CLASSES_IN_A_LOT):
            _write(db, run, year, programme, rows[at : at + CLASSES_IN_A_LOT])


def show_by_name(db: Database, cohort_id: str) -> None:
    """From now on the closed lessons of this class that are in no lot may be seen under its name, and never summed."""
    db.execute(_SHOW_BY_NAME, [cohort_id])


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

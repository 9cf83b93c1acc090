"""The sums over lots that count, kept ready, so that a coordinator's page reads as little of a country as of a village.

A lot counts while its three lessons exist (`data.lots`). Whatever erases one of them takes the lot's numbers out in the
same transaction, so that numbers of a class that is gone are in no sum any more; released totals never change, so what
was put in is what is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from data.store import one

if TYPE_CHECKING:
    from sqlite_utils import Database

CLASSES_IN_A_LOT = 3

_LOT_OF = f"""
    SELECT lots.id AS id, lots.school_id AS school_id, lots.school_year AS school_year, lots.activity AS activity,
        lots.programme AS programme, SUM(lot_runs.sent_band) AS sent_band, SUM(runs.places) AS places
    FROM lots
        JOIN lot_runs ON lot_runs.lot_id = lots.id
        JOIN runs ON runs.id = lot_runs.run_id
    WHERE lots.id = ?
    GROUP BY lots.id, lots.school_id, lots.school_year, lots.activity, lots.programme
    HAVING COUNT(*) = {CLASSES_IN_A_LOT}
"""
# An item counts in a lot only if all three lessons passed its floor. Sensitive items have no sums, since a class's few,
# some or most would show through them; words stay with the class that wrote them.
_ITEMS_OF = f"""
    SELECT item_totals.item_id AS item_id, item_totals.item_version AS item_version, item_totals.kind AS kind,
        SUM(item_totals.respondents) AS respondents
    FROM lot_runs JOIN item_totals ON item_totals.run_id = lot_runs.run_id
    WHERE lot_runs.lot_id = ? AND item_totals.sensitive = 0 AND item_totals.kind <> 'words'
    GROUP BY item_totals.item_id, item_totals.item_version, item_totals.kind
    HAVING COUNT(*) = {CLASSES_IN_A_LOT}
"""
_VALUES_OF = """
    SELECT totals.value AS value, SUM(totals.n) AS n
    FROM lot_runs JOIN totals ON totals.run_id = lot_runs.run_id
    WHERE lot_runs.lot_id = ? AND totals.item_id = ?
    GROUP BY totals.value
"""
_LOTS_WITH = {
    "run": "SELECT lot_id FROM lot_runs WHERE run_id = ?",
    "cohort": "SELECT lot_id FROM lot_runs WHERE cohort_id = ?",
    "teacher": """
        SELECT DISTINCT lot_id FROM lot_runs JOIN cohorts ON cohorts.id = lot_runs.cohort_id
        WHERE cohorts.teacher_id = ?
    """,
}
_ADD_LESSONS = """
    INSERT INTO summed_lessons (school_id, school_year, activity, programme, lots, sent_band, places)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (school_id, school_year, activity, programme) DO UPDATE SET
        lots = lots + excluded.lots, sent_band = sent_band + excluded.sent_band, places = places + excluded.places
"""
_ADD_ITEM = """
    INSERT INTO summed_items (school_id, school_year, activity, programme, item_id, item_version, kind, lots,
        respondents)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (school_id, school_year, activity, programme, item_id, item_version, kind) DO UPDATE SET
        lots = lots + excluded.lots, respondents = respondents + excluded.respondents
"""
_ADD_VALUE = """
    INSERT INTO summed_values (school_id, school_year, activity, programme, item_id, item_version, kind, value, lots, n)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (school_id, school_year, activity, programme, item_id, item_version, kind, value) DO UPDATE SET
        lots = lots + excluded.lots, n = n + excluded.n
"""
_PLACE = "school_id = ? AND school_year = ? AND activity = ? AND programme = ?"
TABLES = ("summed_lessons", "summed_items", "summed_values")


def put_in(db: Database, lot_ids: Iterable[str]) -> None:
    """Add those of these lots that count."""
    for lot_id in lot_ids:
        _add(db, lot_id, 1)


def take_out(db: Database, lot_ids: Iterable[str]) -> None:
    """Subtract those of these lots that count."""
    for lot_id in lot_ids:
        if place := _add(db, lot_id, -1):
            for table in TABLES:
                db.execute(f"DELETE FROM {table} WHERE {_PLACE} AND lots = 0", place)


@contextmanager
def kept_true(db: Database, of: Literal["run", "cohort", "teacher"], its_id: str) -> Iterator[None]:
    """Around whatever erases a run, a class, or a teacher with theirs. A lot that has lost all three goes with them."""
    lot_ids = [row["lot_id"] for row in db.query(_LOTS_WITH[of], [its_id])]
    take_out(db, lot_ids)
    yield
    put_in(db, lot_ids)
    for lot_id in lot_ids:
        db.execute(
            "DELETE FROM lots WHERE id = ? AND NOT EXISTS (SELECT 1 FROM lot_runs WHERE lot_id = lots.id)", [lot_id]
        )


def _add(db: Database, lot_id: str, sign: int) -> list[str] | None:
    """Returns school, year, activity and programme of the lot; None for one that does not count."""
    lot = one(db, _LOT_OF, [lot_id])
    if lot is None:
        return None
    place = [lot["school_id"], lot["school_year"], lot["activity"], lot["programme"]]
    db.execute(_ADD_LESSONS, [*place, sign, sign * lot["sent_band"], sign * lot["places"]])
    for item in list(db.query(_ITEMS_OF, [lot_id])):
        asked = [*place, item["item_id"], item["item_version"], item["kind"]]
        db.execute(_ADD_ITEM, [*asked, sign, sign * item["respondents"]])
        for row in list(db.query(_VALUES_OF, [lot_id, item["item_id"]])):
            db.execute(_ADD_VALUE, [*asked, row["value"], sign, sign * row["n"]])
    return place

"""What a coordinator sees of a school year: sums over lots of three classes, and the classes that are shared by name.

Both are disjoint, for ever: a lesson is in a lot or may be shown under its class's name, never both (`data.lots`).
Which items have sums stands in `data.sums`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from data import clock
from data.participation import Participation, coarse
from data.release import ItemTotals, totals_in
from data.run_rows import SELECT_RUN, run_from_row
from data.school import require_coordinator
from data.store import Store

if TYPE_CHECKING:
    from data.staff import Staff

# In one statement, so that a lesson that closes in between cannot come into the one half only.
_SUMS = """
    SELECT items.programme AS programme, items.item_id AS item_id, items.item_version AS item_version,
        items.kind AS kind, items.respondents AS respondents, answers.value AS value, answers.n AS n
    FROM summed_items AS items
        JOIN summed_values AS answers ON answers.school_id = items.school_id
            AND answers.school_year = items.school_year AND answers.activity = items.activity
            AND answers.programme = items.programme AND answers.item_id = items.item_id
            AND answers.item_version = items.item_version AND answers.kind = items.kind
    WHERE items.school_id = ? AND items.school_year = ? AND items.activity = ?
"""
_TAKING_PART = """
    SELECT programme AS name, activity, sent_band, places
    FROM summed_lessons WHERE school_id = ? AND school_year = ? ORDER BY programme = '', programme
"""
_NAMED_TAKING_PART = """
    SELECT cohorts.name AS name, runs.activity AS activity, runs.started_on AS started_on,
        releases.sent_band AS sent_band, runs.places AS places
    FROM cohorts
        JOIN runs ON runs.cohort_id = cohorts.id
        JOIN named_runs ON named_runs.run_id = runs.id
        JOIN releases ON releases.run_id = runs.id
    WHERE cohorts.school_id = ? AND cohorts.shares_name = 1 AND runs.is_rehearsal = 0
    ORDER BY cohorts.name
"""


@dataclass(frozen=True)
class Pool:
    """One item's sum over at least three classes of a programme; "" stands for programmes with few classes."""

    programme: str
    totals: ItemTotals


@dataclass(frozen=True)
class NamedClass:
    """One lesson of a class whose teacher shares its name, without sensitive items, words and texts."""

    name: str
    held_on: date
    totals: list[ItemTotals]


@dataclass(frozen=True)
class TakingPart:
    """How many of a programme's classes, or of a class shared by name, sent in an activity."""

    name: str
    activity: str
    is_class: bool
    sent_band: int
    places: int


def years(store: Store, asker: Staff) -> list[str]:
    """The school years with something to see, newest first."""
    require_coordinator(asker)
    with store.read() as db:
        pooled = db.query("SELECT DISTINCT school_year FROM summed_lessons WHERE school_id = ?", [asker.school_id])
        named = db.query(_NAMED_TAKING_PART, [asker.school_id])
        return sorted({row["school_year"] for row in pooled} | {_year_of(row) for row in named}, reverse=True)


def pools(store: Store, asker: Staff, year: str, activity: str) -> list[Pool]:
    """The sums of one activity, by programme and then item. Raises NotAllowed for who is no coordinator."""
    require_coordinator(asker)
    sums: dict[tuple[str, str, int, str], tuple[int, dict[str, int]]] = {}
    with store.read() as db:
        for row in db.query(_SUMS, [asker.school_id, year, activity]):
            item = (row["programme"], row["item_id"], row["item_version"], row["kind"])
            sums.setdefault(item, (row["respondents"], {}))[1][row["value"]] = row["n"]
    found = [
        Pool(programme, ItemTotals(item_id, version, kind, False, respondents, counts, None))
        for (programme, item_id, version, kind), (respondents, counts) in sums.items()
    ]
    return sorted(found, key=lambda pool: (pool.programme == "", pool.programme, pool.totals.item_id))


def in_all(found: Iterable[Pool], item_id: str, item_version: int) -> ItemTotals | None:
    """The sum of one item over these pools; None where there is none."""
    whole: ItemTotals | None = None
    for pool in found:
        totals = pool.totals
        if (totals.item_id, totals.item_version) == (item_id, item_version):
            whole = _added(whole, totals) if whole else totals
    return whole


def _added(one: ItemTotals, other: ItemTotals) -> ItemTotals:
    mine, theirs = one.counts or {}, other.counts or {}
    counts = {value: mine.get(value, 0) + theirs.get(value, 0) for value in {**mine, **theirs}}
    return replace(one, respondents=one.respondents + other.respondents, counts=counts)


def named_classes(store: Store, asker: Staff, year: str, activity: str) -> list[NamedClass]:
    """The lessons of this activity in classes shared by name, by name and then day."""
    require_coordinator(asker)
    sql = f"""
        {SELECT_RUN} JOIN named_runs ON named_runs.run_id = runs.id
        WHERE runs.school_id = ? AND runs.activity = ? AND cohorts.shares_name = 1
    """
    with store.read() as db:
        rows = list(db.query(sql, [asker.school_id, activity]))
        runs = [run_from_row(row) for row in rows if _year_of(row) == year and not row["is_rehearsal"]]
        found = [
            NamedClass(
                run.cohort_name,
                date.fromisoformat(run.started_on),
                [of for of in totals_in(db, run) if not of.sensitive and of.kind != "words"],
            )
            for run in runs
            if run.state in ("closed", "ended")
        ]
    return sorted(found, key=lambda lesson: (lesson.name, lesson.held_on))


def taking_part(store: Store, asker: Staff, year: str) -> list[TakingPart]:
    """Programmes first, then the classes that are shared by name, each in the order of the alphabet."""
    require_coordinator(asker)
    with store.read() as db:
        summed = list(db.query(_TAKING_PART, [asker.school_id, year]))
        named = [row for row in db.query(_NAMED_TAKING_PART, [asker.school_id]) if _year_of(row) == year]
    lines = [(False, row) for row in summed] + [(True, row) for row in named]
    return [TakingPart(row["name"], row["activity"], named, row["sent_band"], row["places"]) for named, row in lines]


def together(lines: Iterable[TakingPart]) -> Participation | None:
    """How many sent in all of these, in words; None for no line."""
    found = list(lines)
    return coarse(sum(line.sent_band for line in found), sum(line.places for line in found)) if found else None


def _year_of(row: dict[str, Any]) -> str:
    return clock.school_year(date.fromisoformat(row["started_on"]))

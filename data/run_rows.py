"""Runs and their frozen items as rows: what the other modules of this package read and write in an open connection."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from data.cohorts import Cohort, fold_code
from data.school import NotAllowed, school_in
from data.store import new_id, one

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

# Shown to the teacher alone, after the lesson: discomfort is watched for the activity, never for a person.
HOW_WAS_THIS = "how_was_this"
BAND = 5
# Revisions begin somewhere below this: an erased run takes its own with it, and the next must not repeat them.
_REVISION_SPREAD = 1_000_000


_SEEN_BY_LEARNERS = frozenset({"state", "is_current", "doors_locked", "sent_at_lock", "places", "last_call_ends_at"})


class ContactMissing(Exception):
    """An activity with a sensitive item needs the school's contact first."""


class AnyItem(Protocol):
    """What a kit item must tell a run. Read-only, so that any frozen dataclass fits."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def sensitive(self) -> bool: ...
    @property
    def points(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class ItemSpec:
    """An item as it was when the run began; `points` are scale points or response options, low to high.

    Raises ValueError for sensitive words.
    """

    id: str
    version: int
    kind: str
    sensitive: bool
    points: tuple[str, ...]

    def __post_init__(self) -> None:
        """Words are read by the class, and kept from two writers up: no place for what is sensitive."""
        if self.kind == "words" and self.sensitive:
            raise ValueError(f"the words of {self.id} may not be sensitive")

    @property
    def on_wall(self) -> bool:
        """May the class see its totals? Texts have cards of their own, and discomfort is for the teacher."""
        return self.kind != "text" and self.id != HOW_WAS_THIS


def item_specs(items: Iterable[AnyItem]) -> tuple[ItemSpec, ...]:
    """Freeze the items of an activity for a run."""
    return tuple(ItemSpec(item.id, item.version, item.kind, item.sensitive, tuple(item.points)) for item in items)


@dataclass(frozen=True)
class Run:
    """`revealed` counts the items of `wall_items` shown so far; `places` is how many may send.

    `guessing` says that the class guesses before the next chart. A countdown has either `timer_ends_at` or, while it is
    paused, `timer_left` in seconds.
    `revision` rises with everything that the wall or the teacher's page shows, `learner_revision` with what a
    learner's page shows: state, doors, places and last call.
    """

    id: str
    school_id: str
    cohort_id: str
    cohort_name: str
    code: str
    activity: str
    activity_version: int
    trade: str | None
    language: str
    items: tuple[ItemSpec, ...]
    floor: int
    floor_sensitive: int
    floor_texts: int
    state: str
    is_current: bool
    rehearsal: bool
    is_demo: bool
    step: int
    places: int
    doors_locked: bool
    sent_at_lock: int | None
    revealed: int
    guessing: bool
    blank: bool
    timer_ends_at: str | None
    timer_left: int | None
    last_call_ends_at: str | None
    started_on: str
    revision: int
    learner_revision: int

    @property
    def wall_items(self) -> tuple[ItemSpec, ...]:
        return tuple(item for item in self.items if item.on_wall)

    @property
    def is_made_up(self) -> bool:
        return self.rehearsal or self.is_demo


SELECT_RUN = """
    SELECT runs.*, cohorts.name AS cohort_name, cohorts.code AS code, cohorts.is_demo AS is_demo
    FROM runs JOIN cohorts ON cohorts.id = runs.cohort_id
"""


@lru_cache(maxsize=64)
def _items(text: str) -> tuple[ItemSpec, ...]:
    """The frozen items of a run; kept, since every page of every learner reads the same text."""
    return tuple(ItemSpec(**{**item, "points": tuple(item["points"])}) for item in json.loads(text))


def run_from_row(row: dict[str, Any]) -> Run:
    items = _items(row["items"])
    plain = {name: row[name] for name in Run.__dataclass_fields__ if name in row}
    return Run(
        **{
            **plain,
            "items": items,
            "rehearsal": bool(row["is_rehearsal"]),
            "is_current": bool(row["is_current"]),
            "is_demo": bool(row["is_demo"]),
            "doors_locked": bool(row["doors_locked"]),
            "blank": bool(row["blank"]),
            "guessing": bool(row["guessing"]),
        }
    )


def insert_run(
    db: Database,
    cohort: Cohort,
    *,
    activity: str,
    activity_version: int,
    items: tuple[ItemSpec, ...],
    trade: str | None,
    language: str,
    rehearsal: bool,
    step: int,
    started_on: date,
) -> str:
    """Write the row of a new current run; the school's floors and the items are frozen with it."""
    school = school_in(db, cohort.school_id)
    assert school is not None
    if school.contact is None and any(item.sensitive and item.id != HOW_WAS_THIS for item in items):
        raise ContactMissing
    run_id, begins = new_id(), 1 + secrets.randbelow(_REVISION_SPREAD)
    db.execute(
        """
        INSERT INTO runs (school_id, id, cohort_id, activity, activity_version, trade, language, items,
            floor, floor_sensitive, floor_texts, state, is_current, is_rehearsal, step, places, started_on,
            revision, learner_revision)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'teaching', 1, ?, ?, ?, ?,
            coalesce(max(revision), 0) + ?, coalesce(max(learner_revision), 0) + ?
        FROM runs WHERE cohort_id = ?
        """,
        [
            cohort.school_id,
            run_id,
            cohort.id,
            activity,
            activity_version,
            trade,
            language,
            json.dumps([asdict(item) for item in items]),
            school.floor,
            school.floor_sensitive,
            school.floor_texts,
            int(rehearsal),
            step,
            cohort.size,
            started_on.isoformat(),
            # Whoever waits in the class's former run hears a new number.
            begins,
            begins,
            cohort.id,
        ],
    )
    return run_id


def current_run_in(db: Database, code: str) -> Run | None:
    row = one(db, f"{SELECT_RUN} WHERE cohorts.code = ? AND runs.is_current = 1", [fold_code(code)])
    return run_from_row(row) if row else None


def run_in(db: Database, run_id: str) -> Run | None:
    row = one(db, f"{SELECT_RUN} WHERE runs.id = ?", [run_id])
    return run_from_row(row) if row else None


def revisions(db: Database) -> dict[str, tuple[int, int]]:
    """Class code → revision and learner_revision of its current run, for everybody who waits for a change."""
    rows = db.query(
        """
        SELECT cohorts.code, runs.revision, runs.learner_revision
        FROM runs JOIN cohorts ON cohorts.id = runs.cohort_id WHERE is_current = 1
        """
    )
    return {row["code"]: (row["revision"], row["learner_revision"]) for row in rows}


def set_columns(db: Database, run_id: str, **columns: str | int | None) -> None:
    """Change columns of a run and raise its revisions. Column names come from this package alone.

    Learners are woken only by what their page shows: hundreds of them have no use for a step or a clock on the wall.
    """
    changes = "".join(f"{name} = ?, " for name in columns)
    raised = "revision = revision + 1"
    if not _SEEN_BY_LEARNERS.isdisjoint(columns):
        raised += ", learner_revision = learner_revision + 1"
    db.execute(f"UPDATE runs SET {changes}{raised} WHERE id = ?", [*columns.values(), run_id])


def raise_band(db: Database, run_id: str, band: int) -> None:
    """Tell wall and teacher's page, and no learner's page, when another five have sent. The band never falls."""
    db.execute(
        "UPDATE runs SET sent_band = ?, revision = revision + 1 WHERE id = ? AND sent_band < ?", [band, run_id, band]
    )


def sent_count(db: Database, run_id: str) -> int:
    """For rules inside this package only; people are told `sent_band`."""
    row = one(db, "SELECT count(*) AS n FROM pending_reflections WHERE run_id = ?", [run_id])
    return int(row["n"]) if row else 0


def own_run(db: Database, staff: Staff, run_id: str) -> Run | None:
    """The run when its class is this teacher's, else None: another teacher's run does not exist here.

    For a paired phone only its own run exists.
    """
    if staff.only_run not in (None, run_id):
        return None
    sql = f"{SELECT_RUN} WHERE runs.id = ? AND cohorts.teacher_id = ? AND runs.school_id = ?"
    row = one(db, sql, [run_id, staff.id, staff.school_id])
    return run_from_row(row) if row else None


def require_own_run(db: Database, staff: Staff, run_id: str) -> Run:
    """Raises NotAllowed instead of returning None."""
    run = own_run(db, staff, run_id)
    if run is None:
        raise NotAllowed
    return run

"""Runs: one activity with one cohort on one occasion, from teaching through reflecting and closed to ended.

Every change raises the run's revision, so that wall, teacher's page and learners know when to look again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data import clock, sums
from data.cohorts import own_cohort
from data.rehearsal import fill_with_made_up_answers
from data.release import close_and_release
from data.run_rows import (
    BAND,
    HOW_WAS_THIS,
    SELECT_RUN,
    AnyItem,
    ContactMissing,
    ItemSpec,
    Run,
    current_run_in,
    insert_run,
    item_specs,
    own_run,
    require_own_run,
    run_from_row,
    run_in,
    sent_count,
    set_columns,
)
from data.school import NotAllowed
from data.store import Store, clean_up_later, one
from data.texts import erase_unapproved

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

__all__ = ["BAND", "HOW_WAS_THIS", "AnyItem", "ContactMissing", "ItemSpec", "Run", "WrongState", "item_specs"]

LAST_CALL_SECONDS = 60
NO_TIMER: dict[str, None] = {"timer_ends_at": None, "timer_left": None}


class WrongState(Exception):
    """The run is not in a state that allows this, for example opening a closed run."""


def start_run(
    store: Store,
    staff: Staff,
    cohort_id: str,
    *,
    activity: str,
    activity_version: int,
    items: Iterable[AnyItem],
    trade: str | None = None,
    language: str = "en",
    rehearsal: bool = False,
    step: int = 0,
) -> Run:
    """Begin a lesson. The class's former current run is closed by the release rule and ended.

    Raises NotAllowed for another teacher's class, ContactMissing for a sensitive item without a contact.
    """
    specs = item_specs(items)
    with store.write() as db:
        cohort = own_cohort(db, staff, cohort_id)
        if cohort is None:
            raise NotAllowed
        _end_current(store, db, cohort.id)
        run_id = insert_run(
            db,
            cohort,
            activity=activity,
            activity_version=activity_version,
            items=specs,
            trade=trade,
            language=language,
            rehearsal=rehearsal,
            step=step,
            started_on=clock.today(),
        )
    store.clean_up()
    return require_run(store, staff, run_id)


def current_run(store: Store, code: str) -> Run | None:
    """The run that this class code leads to now: what learners and the wall may know of it."""
    with store.read() as db:
        return current_run_in(db, code)


def get_run(store: Store, staff: Staff, run_id: str) -> Run | None:
    """This teacher's run, or None: another teacher's run does not exist here."""
    with store.read() as db:
        return own_run(db, staff, run_id)


def require_run(store: Store, staff: Staff, run_id: str) -> Run:
    with store.read() as db:
        return require_own_run(db, staff, run_id)


def list_runs(store: Store, staff: Staff, cohort_id: str) -> list[Run]:
    """The runs of this teacher's class, newest first; rehearsals are left out unless current. None for a phone."""
    if staff.only_run is not None:
        return []
    with store.read() as db:
        rows = db.query(
            f"""{SELECT_RUN} WHERE runs.cohort_id = ? AND cohorts.teacher_id = ?
            AND (runs.is_rehearsal = 0 OR runs.is_current = 1)
            ORDER BY runs.is_current DESC, runs.started_on DESC, runs.id""",
            [cohort_id, staff.id],
        )
        return [run_from_row(row) for row in rows]


def current_runs(store: Store, staff: Staff) -> list[Run]:
    """The lessons that this teacher has under way, by class name; for a paired phone its own one."""
    with store.read() as db:
        sql = f"{SELECT_RUN} WHERE cohorts.teacher_id = ? AND runs.is_current = 1 ORDER BY cohorts.name"
        return [run_from_row(row) for row in db.query(sql, [staff.id]) if staff.only_run in (None, row["id"])]


def change_current(store: Store, staff: Staff, run_id: str, *states: str, **columns: str | int | None) -> None:
    """Set columns of this teacher's current run if it is in one of the states. Raises NotAllowed, WrongState."""
    with store.write() as db:
        run = require_own_run(db, staff, run_id)
        if not run.is_current or run.state not in states:
            raise WrongState
        set_columns(db, run_id, **columns)


ALIVE = ("teaching", "reflecting", "closed")


def go_to_step(store: Store, staff: Staff, run_id: str, step: int) -> None:
    change_current(store, staff, run_id, *ALIVE, step=step, blank=0, guessing=0, **NO_TIMER)


def open_items(store: Store, staff: Staff, run_id: str, step: int) -> None:
    """Give the waiting learners the items; `step` is the activity's step of kind `reflect`. Raises WrongState."""

    change_current(store, staff, run_id, "teaching", state="reflecting", step=step, blank=0, **NO_TIMER)
    if require_run(store, staff, run_id).rehearsal:
        fill_with_made_up_answers(store, run_id)


def set_doors(store: Store, staff: Staff, run_id: str, locked: bool) -> None:
    """Lock or unlock the doors. The first lock takes the count that learners may hold against the room, once."""
    with store.write() as db:
        run = require_own_run(db, staff, run_id)
        if run.state not in ("teaching", "reflecting"):
            raise WrongState
        counted = run.sent_at_lock
        if locked and counted is None and run.state == "reflecting":
            sent = sent_count(db, run_id)
            counted = sent if sent >= run.floor else None
        set_columns(db, run_id, doors_locked=int(locked), sent_at_lock=counted)


def add_places(store: Store, staff: Staff, run_id: str, count: int) -> None:
    """Let more learners send than the class was declared to have. Raises ValueError for less than one."""
    if count < 1:
        raise ValueError("count")
    run = require_run(store, staff, run_id)
    change_current(store, staff, run_id, "teaching", "reflecting", places=run.places + count)


def start_last_call(store: Store, staff: Staff, run_id: str, seconds: int = LAST_CALL_SECONDS) -> None:
    change_current(store, staff, run_id, "reflecting", last_call_ends_at=clock.in_seconds(seconds))


def cancel_last_call(store: Store, staff: Staff, run_id: str) -> None:
    change_current(store, staff, run_id, "reflecting", last_call_ends_at=None)


def close_run(store: Store, staff: Staff, run_id: str) -> None:
    """Close for good: one release, then nothing of single answers is left. Closing a closed run changes nothing."""

    with store.write() as db:
        run = require_own_run(db, staff, run_id)
        close_and_release(store, db, run)
    store.clean_up()


def reveal(store: Store, staff: Staff, run_id: str, count: int) -> None:
    """Show the first `count` of the wall's items."""
    run = require_run(store, staff, run_id)
    change_current(
        store, staff, run_id, "closed", revealed=max(0, min(count, len(run.wall_items))), guessing=0, blank=0
    )


def let_guess(store: Store, staff: Staff, run_id: str) -> None:
    """Ask the class what most of them said, before the next of the wall's items is shown."""
    change_current(store, staff, run_id, "closed", guessing=1, blank=0)


def set_blank(store: Store, staff: Staff, run_id: str, blank: bool) -> None:
    change_current(store, staff, run_id, *ALIVE, blank=int(blank))


def end_run(store: Store, staff: Staff, run_id: str) -> None:
    """End the lesson: the code and the wall fall silent. An open run is closed by the release rule first."""
    with store.write() as db:
        run = require_own_run(db, staff, run_id)
        _end(store, db, run)
    store.clean_up()


def discard_run(store: Store, staff: Staff, run_id: str) -> None:
    """Erase the run with everything in it, released or not."""
    with store.write() as db:
        require_own_run(db, staff, run_id)
        _erase(db, run_id)
    store.clean_up()


def _erase(db: Database, run_id: str) -> None:
    with sums.kept_true(db, "run", run_id):
        db.execute("DELETE FROM runs WHERE id = ?", [run_id])
    clean_up_later(db)


def _end(store: Store, db: Database, run: Run) -> None:

    if run.rehearsal:
        _erase(db, run.id)
        return
    close_and_release(store, db, run)
    set_columns(db, run.id, state="ended", is_current=0, **NO_TIMER)


def _end_current(store: Store, db: Database, cohort_id: str) -> None:
    row = one(db, f"{SELECT_RUN} WHERE runs.cohort_id = ? AND runs.is_current = 1", [cohort_id])
    if row:
        _end(store, db, run_from_row(row))


def sent_band(store: Store, run_id: str) -> int:
    """How many have sent, as the highest multiple of five that was reached: all that anybody may know before the close.

    It never falls, so that nobody learns a count by sending and deleting. After the close it is what the release kept.
    """
    with store.read() as db:
        sql = """
            SELECT coalesce(releases.sent_band, runs.sent_band) AS band
            FROM runs LEFT JOIN releases ON releases.run_id = runs.id WHERE runs.id = ?
        """
        row = one(db, sql, [run_id])
        return int(row["band"]) if row else 0


def housekeeping(store: Store) -> None:
    """Close what nobody closed three hours after its first answer; end what is from an earlier day with its texts."""
    today = clock.today().isoformat()
    with store.read() as db:
        due = [
            run_from_row(row)
            for row in db.query(f"{SELECT_RUN} WHERE runs.is_current = 1 AND runs.started_on < ?", [today])
        ]
        overdue = [
            run_from_row(row)
            for row in db.query(
                f"{SELECT_RUN} WHERE runs.state = 'reflecting' AND runs.closes_at <= ?", [clock.as_text(clock.now())]
            )
        ]
    if due or overdue:
        with store.write() as db:
            # Read again inside the transaction: a teacher may have closed one of them in the meantime.
            for run in filter(None, (run_in(db, run.id) for run in due)):
                _end(store, db, run)
            for run in filter(None, (run_in(db, run.id) for run in overdue)):
                close_and_release(store, db, run)
    erase_unapproved(store, before=today)
    store.clean_up()

"""The walk through a lesson: which move a key press or a button means now, and making it.

Wall and teacher's page both ask here, so that one press does the same thing on either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from data import clock, release, runs, timers

if TYPE_CHECKING:
    from data.runs import Run
    from data.staff import Staff
    from data.store import Store
    from kit_content import Activity

# Two presses in a row on a tired remote must not close a lesson.
HASTY = timedelta(seconds=1.5)


@dataclass(frozen=True)
class Move:
    """One move: `step`, `open`, `last_call`, `cancel_last_call`, `close`, `guess`, `reveal` or `nothing`.

    `step` is where the lesson stands afterwards, `timer` the seconds that start to run with a `step`,
    `count` how many items are shown after a `reveal`, or after the one that follows a `guess`.
    """

    kind: str
    step: int
    timer: int | None = None
    count: int = 0


def reflect_step(activity: Activity) -> int:
    """Where the items are answered; past the end for an activity without items."""
    return _first(activity, "reflect")


def reveal_step(activity: Activity) -> int:
    """Where the charts are shown; past the end for an activity without them."""
    return _first(activity, "reveal")


def next_move(run: Run, activity: Activity) -> Move:
    """What "next" does now. It never closes a lesson whose last call has not been started."""
    if run.state == "ended":
        return Move("nothing", run.step)
    if run.state == "reflecting" and run.last_call_ends_at is not None:
        return Move("close", reveal_step(activity))
    if run.state == "reflecting" and run.step >= reflect_step(activity):
        return Move("last_call", run.step)
    if run.state == "teaching" and run.step == reflect_step(activity):
        return Move("open", run.step)
    if _shows_charts(run, activity) and run.revealed < len(run.wall_items):
        kind = "guess" if _guesses_first(run, activity) and not run.guessing else "reveal"
        return Move(kind, run.step, count=run.revealed + 1)
    return _towards(run, activity, +1)


def previous_step(run: Run, activity: Activity) -> Move:
    """What "back" does now. Opening and closing cannot be taken back; a last call and a reveal can."""
    if run.state == "ended":
        return Move("nothing", run.step)
    if run.state == "reflecting" and run.last_call_ends_at is not None:
        return Move("cancel_last_call", run.step)
    if _shows_charts(run, activity) and run.guessing:
        return Move("reveal", run.step, count=run.revealed)
    if _shows_charts(run, activity) and run.revealed > 0:
        return Move("reveal", run.step, count=run.revealed - 1)
    return _towards(run, activity, -1)


def make_move(store: Store, staff: Staff, run: Run, move: Move) -> None:
    """Make the move; while the wall is blank, uncover it instead.

    A close that follows its last call within `HASTY` is taken for a double press and does nothing. Where too few
    answered for a chart there is nothing to guess, so that move shows at once that there is none.
    Raises NotAllowed for another teacher's run, WrongState when somebody else was quicker.
    """
    if run.blank:
        runs.set_blank(store, staff, run.id, False)
    elif move.kind == "step":
        _go_to(store, staff, run, move)
    elif move.kind == "open":
        runs.open_items(store, staff, run.id, move.step)
    elif move.kind == "last_call":
        runs.start_last_call(store, staff, run.id)
    elif move.kind == "cancel_last_call":
        runs.cancel_last_call(store, staff, run.id)
    elif move.kind == "close" and not _is_hasty(run):
        _close(store, staff, run, move)
    elif move.kind == "guess" and _has_chart(store, staff, run, move.count):
        runs.let_guess(store, staff, run.id)
    elif move.kind in ("guess", "reveal"):
        runs.reveal(store, staff, run.id, move.count)


def _go_to(store: Store, staff: Staff, run: Run, move: Move) -> None:
    runs.go_to_step(store, staff, run.id, move.step)
    if move.timer is not None:
        timers.set_timer(store, staff, run.id, move.timer)


def _close(store: Store, staff: Staff, run: Run, move: Move) -> None:
    runs.close_run(store, staff, run.id)
    runs.go_to_step(store, staff, run.id, move.step)


def _towards(run: Run, activity: Activity, direction: int) -> Move:
    step = run.step + direction
    if run.state == "closed" and step == reflect_step(activity):
        step += direction
    if not 0 <= step < len(activity.steps):
        return Move("nothing", run.step)
    if run.state == "teaching" and step == reflect_step(activity):
        return Move("open", step)
    return Move("step", step, timer=activity.steps[step].timer if direction > 0 else None)


def _first(activity: Activity, kind: str) -> int:
    return next((at for at, step in enumerate(activity.steps) if step.kind == kind), len(activity.steps))


def _shows_charts(run: Run, activity: Activity) -> bool:
    return run.state == "closed" and run.step == reveal_step(activity)


def _guesses_first(run: Run, activity: Activity) -> bool:
    """Does the class guess before the next of the wall's items is shown?"""
    wanted = run.wall_items[run.revealed].id
    return any(item.guess for item in activity.items if item.id == wanted)


def _has_chart(store: Store, staff: Staff, run: Run, count: int) -> bool:
    wanted = run.wall_items[count - 1].id
    return any(totals.item_id == wanted for totals in release.totals_of_run(store, staff, run.id))


def _is_hasty(run: Run) -> bool:
    if run.last_call_ends_at is None:
        return True
    started = datetime.fromisoformat(run.last_call_ends_at) - timedelta(seconds=runs.LAST_CALL_SECONDS)
    return clock.now() - started < HASTY

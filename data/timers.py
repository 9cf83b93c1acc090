"""The countdown of a lesson: set, paused, let go on, lengthened. It only counts; nothing ends with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from data import clock
from data.runs import ALIVE, WrongState, change_current, require_run

if TYPE_CHECKING:
    from data.runs import Run
    from data.staff import Staff
    from data.store import Store


def set_timer(store: Store, staff: Staff, run_id: str, seconds: int | None) -> None:
    """Count down from here; None takes the countdown away."""
    ends_at = None if seconds is None else clock.in_seconds(seconds)
    change_current(store, staff, run_id, *ALIVE, timer_ends_at=ends_at, timer_left=None)


def pause_timer(store: Store, staff: Staff, run_id: str) -> None:
    """Hold the countdown where it is. Raises WrongState when none is running."""
    left = seconds_left(require_run(store, staff, run_id))
    if left == 0:
        raise WrongState
    change_current(store, staff, run_id, *ALIVE, timer_ends_at=None, timer_left=left)


def resume_timer(store: Store, staff: Staff, run_id: str) -> None:
    """Let a paused countdown go on. Raises WrongState when none is paused."""
    run = require_run(store, staff, run_id)
    if run.timer_left is None:
        raise WrongState
    set_timer(store, staff, run_id, run.timer_left)


def add_to_timer(store: Store, staff: Staff, run_id: str, seconds: int) -> None:
    """Give more time: to what is left, running or paused, or from nothing when the time is up."""
    run = require_run(store, staff, run_id)
    if run.timer_left is not None:
        change_current(store, staff, run_id, *ALIVE, timer_ends_at=None, timer_left=run.timer_left + seconds)
    else:
        ends_at = _later(run.timer_ends_at, seconds)
        change_current(store, staff, run_id, *ALIVE, timer_ends_at=ends_at, timer_left=None)


def seconds_left(run: Run) -> int:
    """Of a countdown that runs or is paused; 0 without one."""
    if run.timer_left is not None:
        return run.timer_left
    if run.timer_ends_at is None:
        return 0
    return max(0, ceil((datetime.fromisoformat(run.timer_ends_at) - clock.now()).total_seconds()))


def _later(ends_at: str | None, seconds: int) -> str:
    if ends_at is None or clock.is_past(ends_at):
        return clock.in_seconds(seconds)
    return clock.as_text(datetime.fromisoformat(ends_at) + timedelta(seconds=seconds))

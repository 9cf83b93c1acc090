"""What the buttons of the teacher's page do: every press reads the run anew, acts, and says so when it could not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data import runs
from data.runs import ContactMissing, NotAllowed, Run, WrongState
from data.staff import Staff
from data.store import Store, StoreFault
from kit_content import Activity, StepWording, Wording
from pages.ui import access, chrome
from pages.ui.lesson import Move, make_move, reveal_step
from pages.ui.sentences import sentence

_PROBLEM = "console_problem"


@dataclass(frozen=True)
class Lesson:
    """The lesson that this page holds: its run as it was when the page was drawn, and its activity."""

    store: Store
    teacher: Staff
    run: Run
    activity: Activity

    @property
    def wording(self) -> Wording:
        return self.activity.wording(self.run.language)

    @property
    def step(self) -> int:
        return min(self.run.step, len(self.activity.steps) - 1)

    def words(self, step: int) -> StepWording:
        return self.wording.steps[self.activity.steps[step].id]


def find_run(store: Store, teacher: Staff) -> Run | None:
    """The run that `?run=` names, if it is this teacher's; without a name, the one lesson under way."""
    wanted = st.query_params.get("run")
    if wanted:
        return runs.get_run(store, teacher, wanted)
    current = runs.current_runs(store, teacher)
    return current[0] if len(current) == 1 else None


def press(action: Callable[..., object], *arguments: object) -> None:
    """Act, for `on_click`; what went wrong is said at the top of the page that is drawn next.

    A press comes before the page's own guard: whoever has been signed out since it was drawn does nothing more here.
    """
    if access.signed_in() is None:
        return
    try:
        action(*arguments)
    except (WrongState, NotAllowed, ContactMissing, StoreFault) as fault:
        st.session_state[_PROBLEM] = sentence(fault)


def say_problem() -> None:
    problem = st.session_state.pop(_PROBLEM, None)
    if problem:
        chrome.error(problem)


def walk(lesson: Lesson, move: Move) -> None:
    """Next or back. A close is made only if its last call is still running."""
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    if move.kind == "close" and (run.state != "reflecting" or run.last_call_ends_at is None):
        raise WrongState
    make_move(lesson.store, lesson.teacher, run, move)


def close_for_good(lesson: Lesson) -> None:
    """The second press of `console_close`: release, then go on to the charts."""
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    if run.state != "reflecting" or run.last_call_ends_at is None:
        raise WrongState
    runs.close_run(lesson.store, lesson.teacher, run.id)
    runs.go_to_step(lesson.store, lesson.teacher, run.id, reveal_step(lesson.activity))


def reveal_next(lesson: Lesson) -> None:
    """Show one chart more, on the step where charts are shown."""
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    at = reveal_step(lesson.activity)
    if run.step != at:
        runs.go_to_step(lesson.store, lesson.teacher, run.id, at)
    runs.reveal(lesson.store, lesson.teacher, run.id, lesson.run.revealed + 1)


def open_now(lesson: Lesson) -> None:
    """Give the waiting learners the items, from whatever step the lesson is at."""
    steps = [step.kind for step in lesson.activity.steps]
    at = steps.index("reflect") if "reflect" in steps else lesson.step
    runs.open_items(lesson.store, lesson.teacher, lesson.run.id, at)

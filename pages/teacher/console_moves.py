"""What the buttons of the teacher's page do: every press reads the run anew, acts, and says so when it could not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from data import runs
from data.runs import ContactMissing, NotAllowed, Run, WrongState
from data.staff import Staff
from data.store import Store, StoreFault
from kit_content import Activity, StepWording, Wording
from pages.ui import access, chrome
from pages.ui.lesson import Move, make_move, next_move, reveal_step
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
    def on_phone(self) -> bool:
        """Whether this page is on a paired phone, which holds this lesson and nothing else of its teacher's."""
        return self.teacher.only_run is not None

    @property
    def wording(self) -> Wording:
        return self.activity.wording(self.run.language)

    @property
    def step(self) -> int:
        return min(self.run.step, len(self.activity.steps) - 1)

    def words(self, step: int) -> StepWording:
        return self.wording.steps[self.activity.steps[step].id]


def find_run(store: Store, teacher: Staff) -> Run | None:
    """The run that `?run=` names, if it is this teacher's; without a name, the one lesson under way.

    A paired phone has one run, whatever its address says.
    """
    wanted = teacher.only_run or st.query_params.get("run")
    if wanted:
        return runs.get_run(store, teacher, wanted)
    current = runs.current_runs(store, teacher)
    return current[0] if len(current) == 1 else None


def press(action: Callable[..., object], *arguments: object) -> None:
    """Act, for `on_click`; what went wrong is said at the top of the page that is drawn next.

    A press comes before the page's own guard: whoever has been signed out since it was drawn, and a phone that is no
    longer paired, does nothing more here.
    """
    if access.holder() != _whom(arguments):
        return
    try:
        action(*arguments)
    except (WrongState, NotAllowed, ContactMissing, StoreFault) as fault:
        st.session_state[_PROBLEM] = sentence(fault)


def _whom(arguments: tuple[object, ...]) -> Staff:
    """For whom these arguments act; each press has either the lesson or its teacher among them."""
    found = (it.teacher if isinstance(it, Lesson) else it for it in arguments)
    return next(it for it in found if isinstance(it, Staff))


def say_problem() -> None:
    problem = st.session_state.pop(_PROBLEM, None)
    if problem:
        chrome.error(problem)


def walk(lesson: Lesson, move: Move) -> None:
    """Next or back, from the place that the page showed.

    Where another device has moved the lesson since, the press meant something else: it does nothing.
    """
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    if _place(run) == _place(lesson.run):
        make_move(lesson.store, lesson.teacher, run, move)
    elif move.kind != "step" or run.step != move.step:  # two who press "next" at the same moment want the same
        raise WrongState


def _place(run: Run) -> tuple[object, ...]:
    """How far a lesson is, as far as next and back depend on it."""
    return run.state, run.step, run.last_call_ends_at is not None, run.revealed, run.guessing, run.blank


def close_for_good(lesson: Lesson) -> None:
    """The second press of `console_close`: release, then go on to the charts."""
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    if run.state != "reflecting" or run.last_call_ends_at is None:
        raise WrongState
    runs.close_run(lesson.store, lesson.teacher, run.id)
    runs.go_to_step(lesson.store, lesson.teacher, run.id, reveal_step(lesson.activity))


def reveal_move(run: Run, activity: Activity) -> Move:
    """What "next" means on the step where charts are shown, wherever the lesson is."""
    return next_move(replace(run, step=reveal_step(activity)), activity)


def reveal_next(lesson: Lesson) -> None:
    """Let the class guess, or show one chart more, on the step where charts are shown."""
    run = runs.require_run(lesson.store, lesson.teacher, lesson.run.id)
    move = reveal_move(lesson.run, lesson.activity)
    if reveal_move(run, lesson.activity) != move:
        raise WrongState
    if run.step != move.step:
        runs.go_to_step(lesson.store, lesson.teacher, run.id, move.step)
    make_move(lesson.store, lesson.teacher, replace(run, blank=False), move)


def open_now(lesson: Lesson) -> None:
    """Give the waiting learners the items, from whatever step the lesson is at."""
    steps = [step.kind for step in lesson.activity.steps]
    at = steps.index("reflect") if "reflect" in steps else lesson.step
    runs.open_items(lesson.store, lesson.teacher, lesson.run.id, at)

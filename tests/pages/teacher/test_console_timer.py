"""The countdown on the teacher's page, and what two devices that steer one lesson do to each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import runs, timers
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.visits import SignIn, keys, learners_send, open_answers, press, start_lesson, visit

PAGE = "teacher/console.py"


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture
def console(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    return visit(PAGE, sign_in, alba, run=run.id)


@pytest.fixture
def other(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    """The same lesson on a second device."""
    return visit(PAGE, sign_in, alba, run=run.id)


@pytest.fixture
def latest(store: Store, alba: Staff, run: Run) -> Callable[[], Run]:
    return lambda: runs.require_run(store, alba, run.id)


def test_a_countdown_starts_with_its_step_is_held_and_goes_on(console: AppTest, latest: Callable[[], Run]) -> None:
    press(console, "console_next")
    assert timers.seconds_left(latest()) > 170
    press(console, "console_timer_hold")
    assert latest().timer_left is not None and latest().timer_ends_at is None
    press(console, "console_timer_hold")
    assert latest().timer_left is None and latest().timer_ends_at is not None


def test_it_can_be_taken_away_started_again_and_given_a_minute(console: AppTest, latest: Callable[[], Run]) -> None:
    press(press(console, "console_next"), "console_timer")
    assert timers.seconds_left(latest()) == 0 and "console_timer_hold" not in keys(console)
    press(press(console, "console_timer"), "console_timer_more")
    assert 230 < timers.seconds_left(latest()) <= 240


def test_a_step_without_a_planned_time_can_have_a_minute(console: AppTest, latest: Callable[[], Run]) -> None:
    assert "console_timer" not in keys(console)
    press(console, "console_timer_more")
    assert 50 < timers.seconds_left(latest()) <= 60


def test_a_last_call_has_the_clock_to_itself(store: Store, console: AppTest, alba: Staff, run: Run) -> None:
    open_answers(store, alba, run)
    press(console.run(), "console_close")
    assert not [key for key in keys(console) if key.startswith("console_timer")]


def test_two_who_press_next_at_the_same_moment_move_one_step(
    console: AppTest, other: AppTest, latest: Callable[[], Run]
) -> None:
    press(console, "console_next")
    press(other, "console_next")
    assert latest().step == 1 and not other.error


def test_a_press_on_a_page_that_is_behind_does_nothing_and_says_so(
    console: AppTest, other: AppTest, latest: Callable[[], Run]
) -> None:
    press(press(console, "console_next"), "console_next")
    press(other, "console_next")
    assert latest().step == 2 and other.error
    press(other, "console_next")
    assert latest().step == 3


def test_a_page_that_is_behind_hides_no_chart_again(
    store: Store, console: AppTest, other: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    press(press(console.run(), "console_close"), "console_close")
    other.run()
    for _ in range(2):
        press(console, "console_reveal")
    shown = latest()
    press(other, "console_reveal")
    assert (latest().revealed, latest().guessing) == (shown.revealed, shown.guessing)


def test_a_page_that_is_behind_starts_no_close(
    store: Store, console: AppTest, other: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    runs.start_last_call(store, alba, run.id)
    other.run()
    runs.cancel_last_call(store, alba, run.id)
    press(other, "console_next")
    assert latest().state == "reflecting" and latest().last_call_ends_at is None

"""Making the moves in a real lesson: Alba walks, and nobody closes by accident."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data import clock, runs
from data.cohorts import Cohort
from data.runs import NotAllowed, Run
from data.staff import Staff
from data.store import Store
from pages.ui.lesson import Move, make_move, next_move, previous_step
from tests.pages.ui.moments import activity, at
from tests.pages.visits import learners_send, open_answers, start_lesson

Press = Callable[..., Run]


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture
def press(store: Store, alba: Staff, run: Run) -> Press:
    """Next, or another way, once; returns the run as it is afterwards."""

    def pressing(way: Callable[..., Move] = next_move) -> Run:
        now = runs.require_run(store, alba, run.id)
        make_move(store, alba, now, way(now, activity()))
        return runs.require_run(store, alba, run.id)

    return pressing


def close_with_answers(store: Store, alba: Staff, run: Run, but: str = "") -> None:
    """Six have sent and the lesson stands before its charts; the item `but` nobody wanted to answer."""
    open_answers(store, alba, run)
    learners_send(store, run, 6, skip=but)
    runs.close_run(store, alba, run.id)
    runs.go_to_step(store, alba, run.id, at("reveal"))


def a_while_after_the_last_call(store: Store, run: Run) -> None:
    """As if the sixty seconds were half over."""
    with store.write() as db:
        runs.set_columns(db, run.id, last_call_ends_at=clock.in_seconds(30))


def test_pressing_next_alone_walks_from_the_first_step_to_the_last(store: Store, run: Run, press: Press) -> None:
    seen = [run]
    while (now := press()) != seen[-1]:
        seen.append(now)
        if now.last_call_ends_at:
            a_while_after_the_last_call(store, run)
        elif now.state == "reflecting":
            learners_send(store, run, 6)
    assert [run.state for run in seen if run.step == at("reflect")] == ["reflecting", "reflecting"]
    assert seen[-1].step == len(activity().steps) - 1
    assert max(run.revealed for run in seen) == len(run.wall_items)


def test_a_timed_step_starts_its_clock_and_the_way_back_does_not(press: Press) -> None:
    assert press().timer_ends_at is not None
    press()
    assert press(previous_step).timer_ends_at is None


def test_a_second_press_right_after_the_last_call_does_not_close(
    store: Store, alba: Staff, run: Run, press: Press
) -> None:
    open_answers(store, alba, run)
    press()
    assert press().state == "reflecting"


def test_with_fewer_than_five_the_close_leaves_nothing_to_reveal(
    store: Store, alba: Staff, run: Run, press: Press
) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 4)
    press()
    a_while_after_the_last_call(store, run)
    assert press().state == "closed"
    assert press().step == at("reveal") + 1


def test_a_guess_stands_on_the_wall_until_the_next_press_shows_the_chart(
    store: Store, alba: Staff, run: Run, press: Press
) -> None:
    close_with_answers(store, alba, run)
    charts = [press(), press(), press(), press()]
    assert [(chart.revealed, chart.guessing) for chart in charts] == [(1, False), (2, False), (2, True), (3, False)]


def test_back_from_a_guess_leaves_the_last_chart_on_the_wall(store: Store, alba: Staff, run: Run, press: Press) -> None:
    close_with_answers(store, alba, run)
    [press() for _chart in range(3)]
    assert (press(previous_step).revealed, press(previous_step).revealed) == (2, 1)


def test_where_too_few_answered_nobody_guesses(store: Store, alba: Staff, run: Run, press: Press) -> None:
    close_with_answers(store, alba, run, but="most_missed")
    charts = [press(), press(), press()]
    assert [(chart.revealed, chart.guessing) for chart in charts] == [(1, False), (2, False), (3, False)]


def test_back_during_the_last_call_keeps_the_items_open(store: Store, alba: Staff, run: Run, press: Press) -> None:
    open_answers(store, alba, run)
    press()
    assert press(previous_step).last_call_ends_at is None


def test_next_on_a_blank_wall_only_uncovers_it(store: Store, alba: Staff, run: Run, press: Press) -> None:
    runs.set_blank(store, alba, run.id, True)
    uncovered = press()
    assert not uncovered.blank and uncovered.step == 0


def test_another_teacher_moves_nothing(store: Store, bruno: Staff, run: Run) -> None:
    with pytest.raises(NotAllowed):
        make_move(store, bruno, run, next_move(run, activity()))

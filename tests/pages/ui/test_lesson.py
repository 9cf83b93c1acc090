"""What "next" and "back" mean at every moment of a lesson."""

from __future__ import annotations

from pages.ui.lesson import Move, next_move, previous_step
from tests.pages.ui.moments import LATER, activity, at, closed, moment, reflecting


def forth(run) -> Move:
    return next_move(run, activity(run.activity))


def back(run) -> Move:
    return previous_step(run, activity(run.activity))


def wall_place(item_id: str) -> int:
    """How many of the wall's items come before this one."""
    return [item.id for item in closed().wall_items].index(item_id)


def test_next_goes_to_the_next_step_and_starts_its_timer() -> None:
    step = activity().steps[1]
    assert step.timer is not None
    assert forth(moment(step=0)) == Move("step", 1, timer=step.timer)


def test_the_step_of_the_items_opens_them() -> None:
    assert forth(moment(step=at("reflect") - 1)) == Move("open", at("reflect"))


def test_a_wall_put_on_the_step_of_the_items_by_hand_opens_them_next() -> None:
    assert forth(moment(step=at("reflect"))) == Move("open", at("reflect"))


def test_from_open_items_next_is_a_last_call_and_never_the_close() -> None:
    assert forth(reflecting()) == Move("last_call", at("reflect"))


def test_during_the_last_call_next_closes_and_leads_to_the_charts() -> None:
    assert forth(reflecting(last_call_ends_at=LATER)) == Move("close", at("reveal"))


def test_looking_back_at_a_step_while_items_are_open_leads_back_to_them_first() -> None:
    assert back(reflecting()) == Move("step", at("reflect") - 1)
    assert forth(reflecting(step=at("reflect") - 1)) == Move("step", at("reflect"))


def test_each_next_reveals_one_item_more() -> None:
    assert forth(closed()) == Move("reveal", at("reveal"), count=1)
    assert forth(closed(revealed=1)) == Move("reveal", at("reveal"), count=2)


def test_before_an_item_to_guess_the_class_guesses_and_then_it_is_revealed() -> None:
    before = wall_place("most_missed")
    assert forth(closed(revealed=before)) == Move("guess", at("reveal"), count=before + 1)
    assert forth(closed(revealed=before, guessing=True)) == Move("reveal", at("reveal"), count=before + 1)


def test_back_from_a_guess_shows_the_chart_before_it() -> None:
    before = wall_place("most_missed")
    assert back(closed(revealed=before, guessing=True)) == Move("reveal", at("reveal"), count=before)


def test_when_every_item_is_revealed_the_lesson_goes_on() -> None:
    run = closed()
    assert forth(closed(revealed=len(run.wall_items))) == Move("step", at("reveal") + 1)


def test_how_the_activity_felt_and_texts_are_not_revealed_as_charts() -> None:
    run = closed()
    assert {"how_was_this", "one_question"} < {item.id for item in run.items}
    assert not {"how_was_this", "one_question"} & {item.id for item in run.wall_items}


def test_a_lesson_that_closed_by_itself_goes_on_to_the_charts() -> None:
    assert forth(closed(step=at("reflect"))) == Move("step", at("reveal"))


def test_the_last_step_is_the_end() -> None:
    last = len(activity().steps) - 1
    assert forth(closed(step=last)) == Move("nothing", last)


def test_an_ended_lesson_does_not_move() -> None:
    run = closed(state="ended")
    assert forth(run) == back(run) == Move("nothing", run.step)


def test_back_takes_back_a_last_call() -> None:
    assert back(reflecting(last_call_ends_at=LATER)) == Move("cancel_last_call", at("reflect"))


def test_back_hides_the_last_chart_again() -> None:
    assert back(closed(revealed=2)) == Move("reveal", at("reveal"), count=1)


def test_back_after_the_close_skips_the_step_of_the_items() -> None:
    assert back(closed()) == Move("step", at("reflect") - 1)


def test_back_at_the_beginning_does_nothing() -> None:
    assert back(moment()) == Move("nothing", 0)

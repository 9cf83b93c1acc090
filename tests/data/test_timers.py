"""The countdown of a lesson can be paused, let go on and lengthened."""

from __future__ import annotations

import pytest

from data import timers
from data.runs import WrongState
from tests.data.lessons import Lesson


def owner(lesson: Lesson) -> tuple:
    return lesson.store, lesson.teacher, lesson.run_id


def left(lesson: Lesson) -> int:
    return timers.seconds_left(lesson.run)


def test_a_paused_countdown_keeps_what_is_left_and_goes_on_from_there(lesson: Lesson) -> None:
    timers.set_timer(*owner(lesson), 300)
    timers.pause_timer(*owner(lesson))
    paused = lesson.run
    assert paused.timer_ends_at is None and paused.timer_left is not None and 298 <= paused.timer_left <= 300
    timers.resume_timer(*owner(lesson))
    assert lesson.run.timer_left is None and 297 <= left(lesson) <= 300


@pytest.mark.parametrize("is_paused", [False, True])
def test_a_minute_more_is_added_to_what_is_left(lesson: Lesson, is_paused: bool) -> None:
    timers.set_timer(*owner(lesson), 300)
    if is_paused:
        timers.pause_timer(*owner(lesson))
    timers.add_to_timer(*owner(lesson), 60)
    assert (lesson.run.timer_left is not None) == is_paused and 357 <= left(lesson) <= 360


def test_a_minute_more_begins_anew_where_none_is_left(lesson: Lesson) -> None:
    timers.add_to_timer(*owner(lesson), 60)
    assert 58 <= left(lesson) <= 60


def test_nothing_can_be_paused_or_resumed_without_a_countdown(lesson: Lesson) -> None:
    for act in (timers.pause_timer, timers.resume_timer):
        with pytest.raises(WrongState):
            act(*owner(lesson))


def test_closing_takes_a_paused_countdown_away(lesson: Lesson) -> None:
    timers.set_timer(*owner(lesson), 300)
    timers.pause_timer(*owner(lesson))
    lesson.close()
    assert lesson.run.timer_left is None and lesson.run.timer_ends_at is None


def test_a_minute_more_from_a_page_that_has_not_heard_of_the_pause_leaves_one_countdown(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    timers.set_timer(*owner(lesson), 300)
    before_the_pause = lesson.run
    timers.pause_timer(*owner(lesson))
    monkeypatch.setattr(timers, "require_run", lambda *_owner: before_the_pause)
    timers.add_to_timer(*owner(lesson), 60)
    assert (lesson.run.timer_ends_at is None) != (lesson.run.timer_left is None)

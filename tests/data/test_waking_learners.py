"""Learners' pages are woken by what they show, and by nothing that only the wall shows."""

from __future__ import annotations

import pytest

from data import runs, timers
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson


def revisions(lesson: Lesson) -> tuple[int, int]:
    return lesson.run.revision, lesson.run.learner_revision


@pytest.fixture
def waiting(store: Store, alba: Staff, cohort: Cohort) -> Lesson:
    return start_lesson(store, alba, cohort, opened=False)


def test_a_step_and_a_clock_wake_the_wall_alone(waiting: Lesson) -> None:
    owner = (waiting.store, waiting.teacher, waiting.run_id)
    wall, learners = revisions(waiting)
    runs.go_to_step(*owner, 1)
    timers.set_timer(*owner, 60)
    runs.set_blank(*owner, True)
    assert revisions(waiting) == (wall + 3, learners)


def test_opening_doors_places_last_call_and_close_wake_learners(waiting: Lesson) -> None:
    owner = (waiting.store, waiting.teacher, waiting.run_id)
    _wall, learners = revisions(waiting)
    runs.open_items(*owner, 2)
    runs.set_doors(*owner, True)
    runs.add_places(*owner, 1)
    runs.start_last_call(*owner)
    runs.close_run(*owner)
    assert revisions(waiting)[1] == learners + 5


def test_the_next_lesson_of_the_class_has_a_number_that_nobody_waits_with(waiting: Lesson) -> None:
    before = revisions(waiting)
    following = start_lesson(waiting.store, waiting.teacher, waiting.cohort, opened=False)
    assert revisions(following)[0] > before[0] and revisions(following)[1] > before[1]


@pytest.mark.parametrize("rehearsed", [False, True])
def test_a_lesson_after_one_that_was_erased_has_a_number_that_nobody_waits_with(
    store: Store, alba: Staff, cohort: Cohort, rehearsed: bool
) -> None:
    erased = start_lesson(store, alba, cohort, opened=False, rehearsal=rehearsed)
    before = revisions(erased)
    if not rehearsed:  # the start of the next lesson erases a rehearsal by itself
        runs.discard_run(store, alba, erased.run_id)
    following = start_lesson(store, alba, cohort, opened=False)
    assert revisions(following)[0] != before[0] and revisions(following)[1] != before[1]

"""Seats: taken once, refused behind locked doors, and silent once they are finished."""

from __future__ import annotations

import pytest

from data import reflections, runs
from data.cohorts import Cohort
from data.reflections import Refusal
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson


def test_taking_a_seat_twice_is_taking_it_once(lesson: Lesson) -> None:
    seat = lesson.join()
    reflections.join(lesson.store, lesson.cohort.code.lower(), seat)
    with lesson.store.read() as db:
        assert db["pending_seats"].count == 1


def test_an_unknown_code_is_refused(lesson: Lesson) -> None:
    with pytest.raises(Refusal, match="unknown_code"):
        reflections.join(lesson.store, "AAAAAA", reflections.new_seat())


def test_a_class_without_a_lesson_cannot_be_joined(store: Store, cohort: Cohort) -> None:
    with pytest.raises(Refusal, match="unknown_code"):
        reflections.join(store, cohort.code, reflections.new_seat())


@pytest.mark.parametrize("forged", ["", "short", "x" * 5000, "a" * 21 + "'", "Ω" * 22])
def test_a_seat_that_is_not_ours_is_refused(lesson: Lesson, forged: str) -> None:
    with pytest.raises(Refusal, match="not_joined"):
        reflections.join(lesson.store, lesson.cohort.code, forged)


def test_a_seat_nobody_took_cannot_send(lesson: Lesson) -> None:
    with pytest.raises(Refusal, match="not_joined"):
        lesson.send(reflections.new_seat())


def test_locked_doors_keep_new_seats_out_and_let_taken_ones_send(lesson: Lesson) -> None:
    seat = lesson.join()
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, True)
    with pytest.raises(Refusal, match="doors_locked"):
        lesson.join()
    lesson.send(seat)
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, False)
    lesson.join()


def test_the_first_lock_takes_the_count_once(lesson: Lesson) -> None:
    lesson.learners_send(6)
    for locked in (True, False):
        runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, locked)
    lesson.learners_send(1)
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, True)
    assert lesson.run.sent_at_lock == 6


def test_a_finished_seat_can_neither_send_nor_delete_nor_join(lesson: Lesson) -> None:
    seat = lesson.join()
    lesson.send(seat)
    reflections.finish_seat(lesson.store, lesson.run_id, seat)
    assert reflections.seat_state(lesson.store, lesson.run_id, seat) == "finished"
    for attempt in (
        lambda: lesson.send(seat),
        lambda: reflections.delete_answer(lesson.store, lesson.run_id, seat),
        lambda: reflections.join(lesson.store, lesson.cohort.code, seat),
    ):
        with pytest.raises(Refusal, match="seat_finished"):
            attempt()


def test_what_a_finished_seat_sent_still_counts(lesson: Lesson) -> None:
    lesson.learners_send(5)
    for seat in lesson.seats:
        reflections.finish_seat(lesson.store, lesson.run_id, seat)
    lesson.close()
    with lesson.store.read() as db:
        assert db["item_totals"].count == 7


def test_a_rehearsal_admits_no_real_learner(store: Store, alba: Staff, cohort: Cohort) -> None:
    rehearsal = start_lesson(store, alba, cohort, rehearsal=True)
    with pytest.raises(Refusal, match="rehearsal"):
        rehearsal.join()

"""The course of a lesson: one current run per class, a final close, and an end that nobody has to remember."""

from __future__ import annotations

import pytest

from data import runs
from data.cohorts import Cohort
from data.release import totals_of_run
from data.runs import ContactMissing, WrongState
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson


def test_a_new_lesson_closes_and_ends_the_former(lesson: Lesson) -> None:
    lesson.learners_send(6)
    start_lesson(lesson.store, lesson.teacher, lesson.cohort)
    assert lesson.run.state == "ended" and not lesson.run.is_current
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id)


def test_closing_is_final(lesson: Lesson) -> None:
    lesson.learners_send(6)
    lesson.close()
    first = totals_of_run(lesson.store, lesson.teacher, lesson.run_id)
    lesson.close()
    with pytest.raises(WrongState):
        runs.open_items(lesson.store, lesson.teacher, lesson.run_id, 2)
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id) == first


def test_a_last_call_can_be_taken_back(lesson: Lesson) -> None:
    runs.start_last_call(lesson.store, lesson.teacher, lesson.run_id)
    assert lesson.run.last_call_ends_at is not None
    runs.cancel_last_call(lesson.store, lesson.teacher, lesson.run_id)
    assert lesson.run.last_call_ends_at is None


def test_an_ended_lesson_has_no_code_any_more(lesson: Lesson) -> None:
    runs.end_run(lesson.store, lesson.teacher, lesson.run_id)
    assert runs.current_run(lesson.store, lesson.cohort.code) is None


def test_a_lesson_that_nobody_closed_closes_by_the_same_rule(lesson: Lesson) -> None:
    lesson.learners_send(6)
    with lesson.store.write() as db:
        db.execute("UPDATE runs SET closes_at = '2020-01-01T00:00:00+00:00'")
    runs.housekeeping(lesson.store)
    assert lesson.run.state == "closed" and lesson.run.is_current
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id)


def test_a_lesson_of_yesterday_is_ended(lesson: Lesson) -> None:
    lesson.learners_send(4)
    with lesson.store.write() as db:
        db.execute("UPDATE runs SET started_on = '2020-01-01'")
    runs.housekeeping(lesson.store)
    assert lesson.run.state == "ended"
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id) == []


def test_a_sensitive_activity_needs_the_schools_contact(store: Store, alba: Staff, cohort: Cohort) -> None:
    with store.write() as db:
        db.execute("DELETE FROM contacts")
    with pytest.raises(ContactMissing):
        start_lesson(store, alba, cohort)


def test_an_ended_rehearsal_leaves_nothing(store: Store, alba: Staff, cohort: Cohort) -> None:
    rehearsal = start_lesson(store, alba, cohort, rehearsal=True)
    assert runs.sent_band(store, rehearsal.run_id) >= 5
    rehearsal.close()
    assert totals_of_run(store, alba, rehearsal.run_id)
    runs.end_run(store, alba, rehearsal.run_id)
    assert runs.list_runs(store, alba, cohort.id) == []
    with store.read() as db:
        assert db["totals"].count == 0

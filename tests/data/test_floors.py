"""Floors: a school may raise them, nothing lowers them, and a lesson keeps those it began with."""

from __future__ import annotations

import sqlite3

import pytest

from data import school
from data.cohorts import Cohort
from data.release import totals_of_run
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson


def test_nothing_lowers_a_floor(store: Store, chara: Staff) -> None:
    school.raise_floor(store, chara, floor=8)
    school.raise_floor(store, chara, floor=2, sensitive=3, texts=10)
    found = school.get_school(store)
    assert found is not None
    assert (found.floor, found.floor_sensitive, found.floor_texts) == (8, 8, 10)


def test_the_table_itself_refuses_a_floor_under_five(store: Store, chara: Staff) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.write() as db:
        db.execute("UPDATE schools SET floor = 4")


def test_an_open_lesson_keeps_its_floors(lesson: Lesson, chara: Staff) -> None:
    lesson.learners_send(5)
    school.raise_floor(lesson.store, chara, floor=8)
    lesson.close()
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id)


def test_a_raised_floor_counts_for_the_next_lesson(store: Store, chara: Staff, alba: Staff, cohort: Cohort) -> None:
    school.raise_floor(store, chara, sensitive=7)
    lesson = start_lesson(store, alba, cohort)
    lesson.learners_send(6)
    lesson.close()
    assert "turn_to" not in {total.item_id for total in totals_of_run(store, alba, lesson.run_id)}


def test_each_item_has_its_own_floor(lesson: Lesson) -> None:
    lesson.learners_send(4)
    lesson.learners_send(3, missed="rather_not_say")
    lesson.close()
    kept = {total.item_id for total in totals_of_run(lesson.store, lesson.teacher, lesson.run_id)}
    assert kept == {"meets", "turn_to", "kinds", "bring", "first", "feel"}

"""A class over its lessons: what its own teacher can read, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import progress, runs
from data.cohorts import Cohort
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.data.lessons import ITEMS, start_lesson


def hold(store: Store, teacher: Staff, cohort: Cohort, on: str, count: int = 6, **changed: object) -> str:
    """A whole lesson on that day; returns its id."""
    lesson = start_lesson(store, teacher, cohort, **changed)
    lesson.learners_send(count)
    lesson.close()
    runs.end_run(store, teacher, lesson.run_id)
    with store.write() as db:
        db.execute("UPDATE runs SET started_on = ? WHERE id = ?", [on, lesson.run_id])
    return lesson.run_id


def waves_of(store: Store, teacher: Staff, cohort: Cohort, item_id: str) -> list[progress.Wave]:
    lessons = progress.past_lessons(store, teacher, cohort.id)
    return progress.waves(store, teacher, lessons, [item_id]).get(item_id, [])


def test_lessons_come_newest_first(store: Store, alba: Staff, cohort: Cohort) -> None:
    first, second = (hold(store, alba, cohort, on) for on in ("2026-09-14", "2027-01-20"))
    assert [run.id for run in progress.past_lessons(store, alba, cohort.id)] == [second, first]


def test_a_rehearsal_is_no_lesson(store: Store, alba: Staff, cohort: Cohort) -> None:
    start_lesson(store, alba, cohort, rehearsal=True)
    assert progress.past_lessons(store, alba, cohort.id) == []


def test_another_teacher_cannot_ask_for_the_lessons_of_a_class(store: Store, bruno: Staff, cohort: Cohort) -> None:
    with pytest.raises(NotAllowed):
        progress.past_lessons(store, bruno, cohort.id)


def test_another_teacher_cannot_read_the_waves_of_a_class(
    store: Store, alba: Staff, bruno: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, "2026-09-14")
    lessons = progress.past_lessons(store, alba, cohort.id)
    with pytest.raises(NotAllowed):
        progress.waves(store, bruno, lessons, ["meets"])


def test_waves_come_oldest_first(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, "2027-01-20", count=7)
    hold(store, alba, cohort, "2026-09-14", count=5)
    waves = waves_of(store, alba, cohort, "meets")
    assert [(str(wave.held_on), wave.totals.respondents) for wave in waves] == [("2026-09-14", 5), ("2027-01-20", 7)]


def test_a_lesson_under_way_is_no_wave(store: Store, alba: Staff, cohort: Cohort) -> None:
    start_lesson(store, alba, cohort).learners_send(6)
    assert waves_of(store, alba, cohort, "meets") == []


def test_a_wave_under_the_floor_is_left_out(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, "2026-09-14", count=4)
    assert waves_of(store, alba, cohort, "meets") == []


def test_items_that_were_not_asked_have_no_waves(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, "2026-09-14")
    assert waves_of(store, alba, cohort, "compass_routes") == []


def test_a_new_version_of_an_item_begins_a_new_series(store: Store, alba: Staff, cohort: Cohort) -> None:
    changed = tuple(replace(item, version=2) if item.id == "meets" else item for item in ITEMS)
    for on, items in (("2026-09-14", ITEMS), ("2026-11-02", ITEMS), ("2027-01-20", changed)):
        hold(store, alba, cohort, on, items=items)
    assert [len(group) for group in progress.series(waves_of(store, alba, cohort, "meets"))] == [2, 1]

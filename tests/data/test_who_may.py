"""A teacher sees and steers own classes; another teacher's class does not exist."""

from __future__ import annotations

import pytest

from data import cohorts, exports, runs, school
from data.release import totals_of_run
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.data.lessons import ITEMS, Lesson


def test_another_teachers_class_does_not_exist(lesson: Lesson, bruno: Staff) -> None:
    store, cohort = lesson.store, lesson.cohort
    assert cohorts.list_cohorts(store, bruno) == []
    assert cohorts.get_cohort(store, bruno, cohort.id) is None
    assert runs.get_run(store, bruno, lesson.run_id) is None
    assert runs.list_runs(store, bruno, cohort.id) == []
    assert runs.current_runs(store, bruno) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda s, who, run: runs.go_to_step(s, who, run.id, 1),
        lambda s, who, run: runs.open_items(s, who, run.id, 1),
        lambda s, who, run: runs.set_doors(s, who, run.id, True),
        lambda s, who, run: runs.add_places(s, who, run.id, 1),
        lambda s, who, run: runs.start_last_call(s, who, run.id),
        lambda s, who, run: runs.close_run(s, who, run.id),
        lambda s, who, run: runs.reveal(s, who, run.id, 1),
        lambda s, who, run: runs.end_run(s, who, run.id),
        lambda s, who, run: runs.discard_run(s, who, run.id),
        lambda s, who, run: totals_of_run(s, who, run.id),
        lambda s, who, run: exports.rows_of_totals(s, who, run.cohort_id),
        lambda s, who, run: cohorts.delete_cohort(s, who, run.cohort_id),
        lambda s, who, run: cohorts.change_cohort(s, who, run.cohort_id, name="x", size=3),
        lambda s, who, run: runs.start_run(s, who, run.cohort_id, activity="x", activity_version=1, items=ITEMS),
    ],
)
def test_another_teacher_changes_and_reads_nothing(lesson: Lesson, bruno: Staff, chara: Staff, act) -> None:
    before = lesson.run
    for stranger in (bruno, chara):
        with pytest.raises(NotAllowed):
            act(lesson.store, stranger, before)
    assert lesson.run == before


def test_a_teacher_cannot_change_the_school(store: Store, alba: Staff) -> None:
    with pytest.raises(NotAllowed):
        school.set_contact(store, alba, name="N", room="1", hours="9")
    with pytest.raises(NotAllowed):
        school.raise_floor(store, alba, floor=6)


def test_deleting_a_class_erases_its_totals(lesson: Lesson) -> None:
    lesson.learners_send(6, text="mine")
    lesson.close()
    cohorts.delete_cohort(lesson.store, lesson.teacher, lesson.cohort.id)
    with lesson.store.read() as db:
        tables = ("cohorts", "runs", "releases", "item_totals", "totals", "released_texts")
        assert [db[name].count for name in tables] == [0] * 6

"""How many sent, in words that are true for every number a step of five may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cohorts import Cohort
from data.participation import coarse, participation
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson

AT_LEAST = {"too_few": 0.0, "some": 0.0, "half": 1 / 2, "two_thirds": 2 / 3}


@given(size=st.integers(1, 500), data=st.data())
def test_the_words_are_true_and_the_same_within_a_step(size: int, data: st.DataObject) -> None:
    sent = data.draw(st.integers(0, size))
    band = sent // 5 * 5
    said = coarse(band, size)
    assert sent >= AT_LEAST[said] * size
    assert (said == "too_few") == (sent < 5)


def test_lessons_of_a_class_are_counted_once_closed(lesson: Lesson, alba: Staff) -> None:
    lesson.learners_send(6)
    assert participation(lesson.store, alba, lesson.cohort.id) == {}
    lesson.close()
    assert participation(lesson.store, alba, lesson.cohort.id) == {lesson.run_id: "half"}


def test_a_rehearsal_does_not_count(store: Store, alba: Staff, cohort: Cohort) -> None:
    start_lesson(store, alba, cohort, rehearsal=True).close()
    assert participation(store, alba, cohort.id) == {}


def test_nobody_else_learns_how_many_sent(lesson: Lesson, bruno: Staff) -> None:
    with pytest.raises(NotAllowed):
        participation(lesson.store, bruno, lesson.cohort.id)

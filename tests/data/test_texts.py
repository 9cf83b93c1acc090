"""Texts: only ticked ones are kept, only from enough seats, in no order, and only until they are used."""

from __future__ import annotations

from data import clock, runs, texts
from data.staff import Staff
from tests.data.lessons import Lesson


def test_a_text_is_kept_only_when_enough_seats_gave_one(lesson: Lesson) -> None:
    lesson.learners_send(4, text="How long is the day?")
    lesson.learners_send(2)
    lesson.close()
    assert texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id) == []
    with lesson.store.read() as db:
        assert db["released_texts"].count == 0


def test_the_wall_shows_approved_texts_alone(lesson: Lesson) -> None:
    lesson.learners_send(6, text="How long is the day?")
    lesson.close()
    assert texts.approved_texts(lesson.store, lesson.cohort.code) == []
    first, second, *_ = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)
    texts.approve(lesson.store, lesson.teacher, first.id)
    texts.hide(lesson.store, lesson.teacher, second.id)
    assert [text.text for text in texts.approved_texts(lesson.store, lesson.cohort.code)] == [first.text]


def test_unticking_and_sending_again_takes_the_text_back(lesson: Lesson) -> None:
    lesson.learners_send(5, text="How long is the day?")
    lesson.send(lesson.seats[0], text="")
    lesson.close()
    assert texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id) == []


def test_a_kept_text_is_joined_to_nothing(lesson: Lesson) -> None:
    lesson.learners_send(6, text="mine")
    before = pending_ids(lesson)
    lesson.close()
    after = {text.id for text in texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)}
    assert len(after) == 6 and not after & before


def pending_ids(lesson: Lesson) -> set[str]:
    with lesson.store.read() as db:
        return {row["id"] for table in ("pending_texts", "pending_reflections") for row in db[table].rows}


def test_texts_nobody_approved_are_erased_with_the_day_and_worrying_ones_stay(lesson: Lesson) -> None:
    lesson.learners_send(6, text="mine")
    lesson.close()
    first, second, *_ = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)
    texts.approve(lesson.store, lesson.teacher, first.id)
    texts.worries_me(lesson.store, lesson.teacher, second.id)
    assert texts.erase_unapproved(lesson.store, before=clock.today().isoformat()) == 0
    assert texts.erase_unapproved(lesson.store, before="9999-01-01") == 4
    left = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)
    assert {text.state for text in left} == {"approved", "worrying"}
    texts.handed_over(lesson.store, lesson.teacher, second.id)
    assert [t.id for t in texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)] == [first.id]


def test_another_teacher_reads_and_approves_nothing(lesson: Lesson, bruno: Staff) -> None:
    import pytest

    from data.school import NotAllowed

    lesson.learners_send(6, text="mine")
    lesson.close()
    text = texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)[0]
    with pytest.raises(NotAllowed):
        texts.waiting_texts(lesson.store, bruno, lesson.run_id)
    with pytest.raises(NotAllowed):
        texts.approve(lesson.store, bruno, text.id)


def test_a_discarded_run_takes_its_texts_along(lesson: Lesson) -> None:
    lesson.learners_send(6, text="mine")
    lesson.close()
    runs.discard_run(lesson.store, lesson.teacher, lesson.run_id)
    with lesson.store.read() as db:
        assert [db[name].count for name in ("released_texts", "totals", "runs", "cleanups")] == [0, 0, 0, 0]

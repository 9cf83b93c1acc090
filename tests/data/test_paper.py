"""Answer cards: counted like a phone's answers, once each, or not at all."""

from __future__ import annotations

import pytest

from data import paper, reflections, runs
from data.cohorts import Cohort
from data.reflections import Refusal
from data.release import totals_of_run
from data.run_rows import sent_count
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.data.lessons import ANSWERS, Lesson, start_lesson

SEAT = "a" * 22


@pytest.fixture
def lesson(store: Store, alba: Staff, cohort: Cohort) -> Lesson:
    return start_lesson(store, alba, cohort)


def keep(lesson: Lesson, seat: str = SEAT, **changed: reflections.Answer) -> None:
    paper.keep_card(lesson.store, lesson.teacher, lesson.run_id, seat, {**ANSWERS, **changed})


def settle(lesson: Lesson, seat: str = SEAT) -> bool:
    return paper.settle_card(lesson.store, lesson.teacher, lesson.run_id, seat)


def sent(lesson: Lesson) -> int:
    with lesson.store.read() as db:
        return sent_count(db, lesson.run_id)


def reason(refusal: pytest.ExceptionInfo[Refusal]) -> str:
    return refusal.value.reason


def test_cards_and_phones_are_counted_together(lesson: Lesson) -> None:
    lesson.learners_send(3)
    for letter in "abcd":
        keep(lesson, letter * 22, missed="hours")
    lesson.close()
    missed = next(t for t in totals_of_run(lesson.store, lesson.teacher, lesson.run_id) if t.item_id == "missed")
    assert missed.respondents == 7 and missed.counts == {"pay": 3, "hours": 4, "place": 0}


def test_the_same_card_again_is_corrected_and_not_counted_twice(lesson: Lesson) -> None:
    for answer in ("pay", "pay", "hours"):
        keep(lesson, missed=answer)
    assert sent(lesson) == 1


@pytest.mark.parametrize("missed", ["never heard of", None, ["pay"], 3])
def test_a_card_is_checked_like_any_other_answer(lesson: Lesson, missed: object) -> None:
    with pytest.raises(Refusal) as refusal:
        keep(lesson, missed=missed)  # type: ignore[arg-type]
    assert reason(refusal) == "incomplete" and sent(lesson) == 0


def test_a_card_needs_a_place(lesson: Lesson) -> None:
    lesson.learners_send(8)
    with pytest.raises(Refusal) as refusal:
        keep(lesson)
    assert reason(refusal) == "full"
    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 1)
    keep(lesson)


def test_locked_doors_stop_cards_too(lesson: Lesson) -> None:
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, True)
    with pytest.raises(Refusal) as refusal:
        keep(lesson)
    assert reason(refusal) == "doors_locked"
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, False)
    keep(lesson)


def test_no_card_before_the_answers_are_open_nor_after_the_close(store: Store, alba: Staff, cohort: Cohort) -> None:
    lesson = start_lesson(store, alba, cohort, opened=False)
    with pytest.raises(Refusal) as early:
        keep(lesson)
    runs.open_items(store, alba, lesson.run_id, 2)
    lesson.close()
    with pytest.raises(Refusal) as late:
        keep(lesson)
    assert (reason(early), reason(late)) == ("not_open", "closed")


def test_a_rehearsal_takes_no_card(store: Store, alba: Staff, cohort: Cohort) -> None:
    lesson = start_lesson(store, alba, cohort, rehearsal=True)
    with pytest.raises(Refusal) as refusal:
        keep(lesson)
    assert reason(refusal) == "rehearsal"


def test_another_teacher_keys_nothing_in(lesson: Lesson, bruno: Staff) -> None:
    with pytest.raises(NotAllowed):
        paper.keep_card(lesson.store, bruno, lesson.run_id, SEAT, ANSWERS)
    with pytest.raises(NotAllowed):
        paper.settle_card(lesson.store, bruno, lesson.run_id, SEAT)


def test_a_card_whose_answer_was_lost_is_found_again(lesson: Lesson) -> None:
    keep(lesson)
    assert settle(lesson) and settle(lesson) and sent(lesson) == 1


def test_a_card_that_did_not_arrive_can_never_arrive_late(lesson: Lesson) -> None:
    assert not settle(lesson) and not settle(lesson)
    with pytest.raises(Refusal) as refusal:
        keep(lesson)
    assert reason(refusal) == "seat_finished" and sent(lesson) == 0


@pytest.mark.parametrize("seat", ["", "short", "../" * 7 + "x", "a" * 23])
def test_a_seat_that_no_card_has_is_refused(lesson: Lesson, seat: str) -> None:
    with pytest.raises(Refusal) as refusal:
        keep(lesson, seat)
    assert reason(refusal) == "not_joined" and not settle(lesson, seat)

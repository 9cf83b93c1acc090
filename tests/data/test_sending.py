"""One seat sends one reflection, however often and through whatever it is sent."""

from __future__ import annotations

import pytest

from data import reflections, runs
from data.reflections import Refusal
from tests.data.lessons import ANSWERS, Lesson


def pending(lesson: Lesson) -> int:
    with lesson.store.read() as db:
        return db["pending_reflections"].count


def test_a_second_send_replaces_the_first(lesson: Lesson) -> None:
    seat = lesson.join()
    lesson.send(seat, meets="not_yet")
    lesson.send(seat, meets="yes_clearly")
    assert pending(lesson) == 1
    lesson.learners_send(4, meets="not_yet")
    lesson.close()
    assert counts(lesson, "meets") == {"not_yet": 4, "a_little": 0, "partly": 0, "mostly": 0, "yes_clearly": 1}


def counts(lesson: Lesson, item_id: str) -> dict[str, int]:
    from data.release import totals_of_run

    found = {total.item_id: total for total in totals_of_run(lesson.store, lesson.teacher, lesson.run_id)}
    return dict(found[item_id].counts or {})


def test_a_deleted_answer_is_not_counted_and_can_be_sent_again(lesson: Lesson) -> None:
    seat = lesson.join()
    lesson.send(seat)
    reflections.delete_answer(lesson.store, lesson.run_id, seat)
    assert pending(lesson) == 0
    lesson.send(seat)
    assert pending(lesson) == 1


@pytest.mark.parametrize(
    "forged",
    [
        {"meets": "7"},
        {"meets": ["mostly"]},
        {"kinds": ("not_yet",)},
        {"kinds": ("not_yet", "x")},
        {"missed": "-1"},
        {"bring": ["care", "x"]},
        {"bring": []},
        {"bring": "care"},
        {"first": ["pay", "hours"]},
        {"first": ["pay", "pay", "place"]},
        {"first": ["pay", "hours", "place", "pay"]},
        {"first": ["pay", "hours", "x"]},
        {"first": [["pay"], "hours", "place"]},
        {"first": "pay"},
        {"needs": "care"},
        {"needs": ["two words"]},
        {"needs": ["care", "a@b"]},
        {"needs": ["a", "b", "c", "d"]},
        {"needs": [7]},
    ],
)
def test_a_forged_value_is_no_answer(lesson: Lesson, forged: dict[str, reflections.Answer]) -> None:
    seat = lesson.join()
    with pytest.raises(Refusal) as refusal:
        lesson.send(seat, **forged)
    assert refusal.value.reason == "incomplete"
    assert refusal.value.items == tuple(forged)
    assert pending(lesson) == 0


def test_every_item_needs_a_value(lesson: Lesson) -> None:
    seat = lesson.join()
    with pytest.raises(Refusal) as refusal:
        reflections.send(lesson.store, lesson.run_id, seat, {})
    assert refusal.value.items == ("meets", "turn_to", "kinds", "missed", "bring", "first", "feel", "needs")


def test_rather_not_say_to_everything_sends(lesson: Lesson) -> None:
    nothing = dict.fromkeys(ANSWERS, reflections.RATHER_NOT_SAY)
    lesson.send(lesson.join(), **nothing)
    assert pending(lesson) == 1


def test_nobody_sends_before_the_items_are_open(lesson: Lesson) -> None:
    from tests.data.lessons import start_lesson

    early = start_lesson(lesson.store, lesson.teacher, lesson.cohort, opened=False)
    with pytest.raises(Refusal, match="not_open"):
        early.send(early.join())


def test_nobody_sends_after_the_close(lesson: Lesson) -> None:
    seat = lesson.join()
    lesson.close()
    with pytest.raises(Refusal, match="closed"):
        lesson.send(seat)


def test_at_most_the_declared_size_sends_until_places_are_added(lesson: Lesson) -> None:
    late = lesson.join()
    lesson.learners_send(lesson.cohort.size)
    with pytest.raises(Refusal, match="full"):
        lesson.send(late)
    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 1)
    lesson.send(late)
    assert pending(lesson) == lesson.cohort.size + 1


def test_a_full_class_may_still_send_again(lesson: Lesson) -> None:
    lesson.learners_send(lesson.cohort.size)
    lesson.send(lesson.seats[0], meets="not_yet")
    assert pending(lesson) == lesson.cohort.size

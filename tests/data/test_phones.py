"""A teacher's phone comes in by an invitation that is good once, holds one lesson, and is out with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from data import clock, cohorts, demo, phones, runs, school, staff, texts
from data.runs import WrongState
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.conftest import PASSPHRASE
from tests.data.lessons import Lesson, start_lesson


@pytest.fixture
def owner(lesson: Lesson) -> tuple[Store, Staff, str]:
    return lesson.store, lesson.teacher, lesson.run_id


@pytest.fixture
def value(owner: tuple[Store, Staff, str]) -> str:
    """The pass of a phone that has just been paired."""
    return pair(*owner)


def pair(store: Store, teacher: Staff, run_id: str) -> str:
    paired = phones.pair(store, phones.invite(store, teacher, run_id))
    assert paired is not None and paired[1] == run_id
    return paired[0]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def move(seconds: int) -> None:
        moment: datetime = clock.now() + timedelta(seconds=seconds)
        monkeypatch.setattr(clock, "now", lambda: moment)

    return move


def test_an_invitation_is_good_once(store: Store, owner: tuple) -> None:
    invitation = phones.invite(*owner)
    assert phones.is_good(store, invitation) and phones.is_good(store, invitation)
    assert phones.pair(store, invitation) is not None
    assert not phones.is_good(store, invitation) and phones.pair(store, invitation) is None


def test_a_new_invitation_ends_the_earlier_one(store: Store, owner: tuple) -> None:
    first, second = phones.invite(*owner), phones.invite(*owner)
    assert not phones.is_good(store, first) and phones.pair(store, first) is None
    assert phones.is_good(store, second)


def test_an_invitation_taken_back_is_worth_nothing(store: Store, owner: tuple) -> None:
    invitation = phones.invite(*owner)
    phones.take_back(*owner)
    assert phones.pair(store, invitation) is None


def test_an_invitation_is_over_after_two_minutes(store: Store, owner: tuple, later: Callable[[int], None]) -> None:
    invitation = phones.invite(*owner)
    later(phones.INVITATION_SECONDS)
    assert not phones.is_good(store, invitation) and phones.pair(store, invitation) is None


def test_a_phone_is_its_teacher_for_this_one_run_and_without_roles(store: Store, lesson: Lesson, value: str) -> None:
    held = phones.holder_of(store, value)
    assert held == replace(lesson.teacher, roles=frozenset(), only_run=lesson.run_id)


def test_a_phone_is_out_after_eight_hours(store: Store, value: str, later: Callable[[int], None]) -> None:
    later(phones.PHONE_SECONDS)
    assert phones.holder_of(store, value) is None


def end(lesson: Lesson, chara: Staff) -> None:
    runs.end_run(lesson.store, lesson.teacher, lesson.run_id)


def discard(lesson: Lesson, chara: Staff) -> None:
    runs.discard_run(lesson.store, lesson.teacher, lesson.run_id)


def unpair(lesson: Lesson, chara: Staff) -> None:
    phones.unpair(lesson.store, lesson.teacher, lesson.run_id)


def next_lesson(lesson: Lesson, chara: Staff) -> None:
    start_lesson(lesson.store, lesson.teacher, lesson.cohort)


def remove_teacher(lesson: Lesson, chara: Staff) -> None:
    staff.remove_staff(lesson.store, chara, lesson.teacher.id)


def delete_class(lesson: Lesson, chara: Staff) -> None:
    cohorts.delete_cohort(lesson.store, lesson.teacher, lesson.cohort.id)


def new_passphrase(lesson: Lesson, chara: Staff) -> None:
    staff.set_passphrase(lesson.store, lesson.teacher.name, PASSPHRASE)


@pytest.mark.parametrize(
    "event",
    [end, discard, unpair, next_lesson, remove_teacher, delete_class, new_passphrase],
    ids=lambda it: it.__name__,
)
def test_a_phone_and_an_invitation_are_out_at_once_after(
    store: Store, lesson: Lesson, owner: tuple, value: str, chara: Staff, event: Callable[[Lesson, Staff], None]
) -> None:
    invitation = phones.invite(*owner)
    assert phones.holder_of(store, value) is not None
    event(lesson, chara)
    assert phones.holder_of(store, value) is None
    assert phones.pair(store, invitation) is None


def test_a_phone_lives_through_the_close_of_the_answers(store: Store, lesson: Lesson, value: str) -> None:
    lesson.close()
    assert phones.holder_of(store, value) is not None


def test_a_second_phone_takes_the_place_of_the_first(store: Store, owner: tuple, value: str) -> None:
    second = pair(*owner)
    assert phones.holder_of(store, value) is None and phones.holder_of(store, second) is not None


def test_only_hashes_are_stored(store: Store, owner: tuple, value: str) -> None:
    invitation = phones.invite(*owner)
    with store.read() as db:
        rows = str(list(db["phone_passes"].rows))
    assert value not in rows and invitation not in rows


def test_passes_of_one_kind_open_no_other_door(store: Store, lesson: Lesson, owner: tuple, value: str) -> None:
    invitation, ticket = phones.invite(*owner), staff.make_ticket(store, lesson.teacher)
    assert phones.holder_of(store, invitation) is None and phones.holder_of(store, ticket) is None
    assert phones.pair(store, value) is None and phones.pair(store, ticket) is None
    assert staff.staff_for_cookie(store, value) is None and staff.cookie_for_ticket(store, invitation) is None
    cookie = staff.cookie_for_ticket(store, ticket)
    assert cookie is not None and phones.holder_of(store, cookie) is None


def test_nobody_invites_to_a_lesson_of_another_or_to_one_that_has_ended(lesson: Lesson, bruno: Staff) -> None:
    with pytest.raises(NotAllowed):
        phones.invite(lesson.store, bruno, lesson.run_id)
    with pytest.raises(NotAllowed):
        phones.unpair(lesson.store, bruno, lesson.run_id)
    runs.end_run(lesson.store, lesson.teacher, lesson.run_id)
    with pytest.raises(WrongState):
        phones.invite(lesson.store, lesson.teacher, lesson.run_id)


@pytest.fixture
def held(store: Store, value: str) -> Staff:
    found = phones.holder_of(store, value)
    assert found is not None
    return found


def test_a_phone_steers_its_run(store: Store, lesson: Lesson, held: Staff) -> None:
    runs.go_to_step(store, held, lesson.run_id, 1)
    runs.close_run(store, held, lesson.run_id)
    assert (lesson.run.step, lesson.run.state) == (1, "closed")
    assert texts.waiting_texts(store, held, lesson.run_id) == []


def test_for_a_phone_no_other_run_and_no_class_exists(store: Store, lesson: Lesson, held: Staff) -> None:
    other = cohorts.make_cohort(store, lesson.teacher, name="Metal 2", size=8)
    elsewhere = start_lesson(store, lesson.teacher, other)
    assert [run.id for run in runs.current_runs(store, held)] == [lesson.run_id]
    assert runs.get_run(store, held, elsewhere.run_id) is None
    assert cohorts.list_cohorts(store, held) == [] and runs.list_runs(store, held, lesson.cohort.id) == []
    assert cohorts.get_cohort(store, held, lesson.cohort.id) is None


@pytest.mark.parametrize(
    "reach",
    [
        lambda store, held, lesson: phones.invite(store, held, lesson.run_id),
        lambda store, held, lesson: staff.make_ticket(store, held),
        lambda store, held, lesson: staff.list_staff(store, held),
        lambda store, held, lesson: staff.add_staff(store, held, "Mallory", {"teacher"}),
        lambda store, held, lesson: school.set_contact(store, held, name="M", room="1", hours="1"),
        lambda store, held, lesson: cohorts.make_cohort(store, held, name="Mine", size=8),
        lambda store, held, lesson: start_lesson(store, held, lesson.cohort),
    ],
)
def test_a_phone_reaches_nothing_beyond_its_lesson(
    store: Store, lesson: Lesson, held: Staff, reach: Callable[[Store, Staff, Lesson], object]
) -> None:
    with pytest.raises(NotAllowed):
        reach(store, held, lesson)


def test_a_phone_touches_no_text_of_another_lesson(store: Store, lesson: Lesson, held: Staff) -> None:
    other = start_lesson(store, lesson.teacher, cohorts.make_cohort(store, lesson.teacher, name="Metal 2", size=8))
    other.learners_send(5, text="Why?")
    other.close()
    first = texts.waiting_texts(store, lesson.teacher, other.run_id)[0]
    with pytest.raises(NotAllowed):
        texts.approve(store, held, first.id)
    with pytest.raises(NotAllowed):
        texts.waiting_texts(store, held, other.run_id)


def test_the_teachers_page_hears_of_pairing_and_unpairing_and_no_learner_does(lesson: Lesson, owner: tuple) -> None:
    heard = [(lesson.run.revision, lesson.run.learner_revision)]
    pair(*owner)
    heard.append((lesson.run.revision, lesson.run.learner_revision))
    phones.unpair(*owner)
    heard.append((lesson.run.revision, lesson.run.learner_revision))
    assert heard[0][0] < heard[1][0] < heard[2][0]
    assert heard[0][1] == heard[2][1]


def test_what_is_over_is_not_kept(store: Store, owner: tuple, value: str, later: Callable[[int], None]) -> None:
    later(phones.PHONE_SECONDS)
    phones.invite(*owner)
    with store.read() as db:
        assert db["phone_passes"].count == 1


def test_a_phone_of_the_made_up_school_is_out_when_the_real_one_is_set_up(store: Store) -> None:
    demo.make_demo(store, {})
    teacher = staff.staff_named(store, demo.TEACHER_NAME)
    assert teacher is not None
    made_up = start_lesson(store, teacher, cohorts.list_cohorts(store, teacher)[0])
    value = pair(store, teacher, made_up.run_id)
    school.set_up(store, school="Ours", country="GR", coordinator="Chara", passphrase=PASSPHRASE)
    assert phones.holder_of(store, value) is None

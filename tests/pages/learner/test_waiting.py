"""Until the teacher opens the items, learners look at the wall and can read what is promised."""

from __future__ import annotations

import pytest

from data import runs, school
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.learner.learners import joined, said, told
from tests.pages.visits import keys, open_answers, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


def test_the_wait_shows_the_class_the_promise_and_who_can_help(run: Run) -> None:
    at = joined(run.code)
    assert at.text[0].value == "Metal 1" and not keys(at)
    for words in ("from 5 people up", "Whoever runs this computer could break in", "tell Nina, 12, 9–10", "116 111"):
        assert words in said(at)


def test_it_says_who_runs_this_computer_and_whether_anybody_can_listen(run: Run) -> None:
    at = joined(run.code)
    assert "Test school runs this computer. The connection to it is not encrypted" in said(at)
    at.context = {"url": "https://school.example/"}
    assert "The connection to it is encrypted." in said(at.run())


def test_a_raised_floor_is_the_one_that_is_promised(store: Store, alba: Staff, chara: Staff, cohort: Cohort) -> None:
    school.raise_floor(store, chara, floor=8)
    assert "from 8 people up" in said(joined(start_lesson(store, alba, cohort).code))


def test_learners_see_when_the_teacher_adds_places(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    assert "8 people can send in this lesson." in said(at)
    runs.add_places(store, alba, run.id, 3)
    assert "11 people can send in this lesson." in said(at.run())


def test_the_items_appear_when_the_teacher_opens_them(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    open_answers(store, alba, run)
    assert "reflect_send" in keys(at.run()) and told(at)["screen"] == "items"


def test_locked_doors_tell_once_how_many_had_sent(run: Run, store: Store, alba: Staff) -> None:
    from tests.pages.visits import learners_send

    open_answers(store, alba, run)
    learners_send(store, run, 6)
    at = joined(run.code)
    runs.set_doors(store, alba, run.id, True)
    learners = at.run().info[0].value
    assert learners == "6 have sent. About 6 of you? If not, tell someone you trust."


def test_before_the_items_open_locked_doors_tell_no_number(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    runs.set_doors(store, alba, run.id, True)
    assert not at.run().info


def test_a_last_call_is_said_and_counted_down_in_the_browser(run: Run, store: Store, alba: Staff) -> None:
    open_answers(store, alba, run)
    at = joined(run.code)
    runs.start_last_call(store, alba, run.id, 60)
    assert at.run().warning[0].value == "Last call: please send now."
    assert 50 < told(at)["last_call"]["seconds_left"] <= 60


def test_a_made_up_class_says_that_it_is_made_up(store: Store, alba: Staff, cohort: Cohort) -> None:
    with store.write() as db:
        db.execute("UPDATE cohorts SET is_demo = 1")
    run = start_lesson(store, alba, cohort)
    assert "made-up class" in joined(run.code).info[0].value

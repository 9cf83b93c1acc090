"""After the tick: answer again, delete, or be done; and what a close or a new lesson leaves on the page."""

from __future__ import annotations

import pytest

from data import reflections, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.learner.learners import joined, open_start, said, sent, stored, told
from tests.pages.visits import keys, open_answers, press, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    return run


def test_deleting_erases_the_answer_and_says_so(run: Run, store: Store) -> None:
    at = press(sent(run.code, item_one_question="x", share_one_question=True), "reflect_delete")
    assert "Nothing of yours is stored or counted now." in said(at)
    assert stored(store) == {"seats": 1, "reflections": 0, "texts": 0}


def test_after_deleting_one_may_answer_again(run: Run) -> None:
    at = press(press(sent(run.code), "reflect_delete"), "reflect_again")
    assert "reflect_send" in keys(at)


def test_done_ends_the_seat_and_empties_page_and_address(run: Run, store: Store) -> None:
    at = sent(run.code)
    seat = at.query_params["seat"]
    press(at, "reflect_done")
    assert dict(at.query_params) == {} and keys(at) == {"reflect_join"}
    assert reflections.seat_state(store, run.id, seat) == "finished" and stored(store)["reflections"] == 1


def test_done_gives_the_next_person_a_fresh_seat(run: Run) -> None:
    at = sent(run.code)
    seat = at.query_params["seat"]
    assert press(at, "reflect_done").session_state["reflect_place"].seat != seat


def test_back_after_done_shows_the_code_and_nothing_else(run: Run) -> None:
    at = sent(run.code)
    seat = at.query_params["seat"]
    press(at, "reflect_done")
    at.query_params["code"], at.query_params["seat"] = run.code, seat
    assert keys(at.run()) == {"reflect_join"} and not at.radio


def test_a_finished_seat_cannot_send_again(run: Run, store: Store) -> None:
    at = press(sent(run.code), "reflect_again")
    reflections.finish_seat(store, run.id, at.query_params["seat"])
    press(at, "reflect_skip_all")
    assert not at.success and keys(at) == {"reflect_join"}


def test_a_close_while_answering_says_that_the_lesson_is_closed(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    runs.close_run(store, alba, run.id)
    press(at, "reflect_skip_all")
    assert "The lesson is closed" in said(at) and "What was not sent does not count." in said(at)
    assert keys(at) == {"reflect_done"} and told(at)["screen"] == "closed"


def test_after_the_end_the_page_says_that_the_lesson_is_over(run: Run, store: Store, alba: Staff) -> None:
    at = sent(run.code)
    runs.end_run(store, alba, run.id)
    assert "The lesson is over" in said(at.run()) and keys(press(at, "reflect_done")) == {"reflect_join"}


def test_the_next_lesson_of_the_class_is_joined_anew(run: Run, store: Store, alba: Staff, cohort: Cohort) -> None:
    at = sent(run.code)
    seat = at.query_params["seat"]
    start_lesson(store, alba, cohort)
    assert "A new lesson has begun." in said(at.run())
    press(at, "reflect_join")
    assert "Look at the wall" in said(at) and at.query_params["seat"] != seat


def test_done_that_cannot_be_saved_keeps_the_page(run: Run, store: Store) -> None:
    at = sent(run.code)
    store._writer.execute("PRAGMA query_only=ON")
    assert press(at, "reflect_done").error and "reflect_done" in keys(at)
    store._writer.execute("PRAGMA query_only=OFF")


def test_the_closed_page_needs_no_place(run: Run, store: Store, alba: Staff) -> None:
    seat = joined(run.code).query_params["seat"]
    runs.close_run(store, alba, run.id)
    assert "The lesson is closed" in said(open_start(code=run.code, seat=seat))

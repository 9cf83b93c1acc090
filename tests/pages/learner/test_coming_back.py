"""A seat in the address: the same person after a reload goes on, anybody else is asked."""

from __future__ import annotations

import pytest

from data import reflections
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.learner.learners import fill, joined, open_start, sent, stored, told
from tests.pages.visits import keys, open_answers, press, start_lesson

QUESTION = {"reflect_new_place", "reflect_same_place"}
DRAFT = {
    "item_meets_now": 2,
    "item_already_bring": [1, 0],
    "item_one_question": "What are the hours?",
    "share_one_question": True,
}


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    return run


def come_back(run: Run, seat: str, draft: object = None, of: str | None = None):
    """A reload: a new session opens the seat's address, and then the tab says what it remembers."""
    at = open_start(code=run.code, seat=seat)
    at.session_state["reflect_seat"] = {"tab": {"seat": of or seat, "draft": draft or {}}}
    return at.run()


def test_somebody_with_a_seat_in_the_address_is_asked(run: Run) -> None:
    seat = joined(run.code).query_params["seat"]
    at = open_start(code=run.code, seat=seat)
    assert keys(at) >= QUESTION and told(at)["is_doubted"] and told(at)["seat"] == seat


def test_a_tab_that_knows_the_seat_goes_on_without_a_question(run: Run) -> None:
    at = come_back(run, joined(run.code).query_params["seat"])
    assert "reflect_send" in keys(at) and not keys(at) & QUESTION


def test_a_tab_that_knows_another_seat_is_asked(run: Run) -> None:
    at = come_back(run, joined(run.code).query_params["seat"], of=reflections.new_seat())
    assert keys(at) >= QUESTION


def test_a_tab_that_says_it_is_a_stranger_sees_nothing_but_the_question(run: Run) -> None:
    seat = joined(run.code).query_params["seat"]
    at = open_start(code=run.code, seat=seat)
    at.session_state["reflect_seat"] = {"stranger": seat}
    assert keys(at.run()) == QUESTION and not at.radio
    at.session_state["reflect_seat"] = {}
    assert keys(at.run()) == QUESTION


def test_a_page_older_than_the_server_can_send_at_once(run: Run, store: Store) -> None:
    seat = joined(run.code).query_params["seat"]
    at = fill(open_start(code=run.code, seat=seat))
    assert press(at, "reflect_send").success and stored(store)["reflections"] == 1


def test_what_was_begun_is_back_after_a_reload(run: Run) -> None:
    at = come_back(run, joined(run.code).query_params["seat"], DRAFT)
    assert at.radio(key="item_meets_now").value == "partly"
    assert at.get("pills")[0].value == ["practice", "trade_training"]
    assert at.text_area(key="item_one_question").value == "What are the hours?"
    assert at.checkbox(key="share_one_question").value is True


@pytest.mark.parametrize(
    "draft",
    [
        {"item_meets_now": 99, "item_already_bring": "all", "item_one_question": 7, "share_one_question": "yes"},
        {"item_meets_now": "partly", "item_already_bring": [-1, None, 2.5], "item_one_question": ["x"]},
        {"item_meets_now": True, "item_already_bring": [[0]], "unknown": 1},
        ["not", "a", "draft"],
    ],
)
def test_a_forged_draft_chooses_nothing(run: Run, draft: object) -> None:
    at = come_back(run, joined(run.code).query_params["seat"], draft)
    assert not at.exception and at.radio(key="item_meets_now").value is None and not at.get("pills")[0].value
    assert not at.text_area[0].value and not at.checkbox[0].value


def test_a_long_draft_text_is_cut(run: Run) -> None:
    at = come_back(run, joined(run.code).query_params["seat"], {"item_one_question": "x" * 5000})
    assert len(at.text_area[0].value) == 500


def test_saying_that_was_me_goes_on_with_the_seat(run: Run, store: Store) -> None:
    seat = joined(run.code).query_params["seat"]
    at = press(open_start(code=run.code, seat=seat), "reflect_same_place")
    press(at, "reflect_skip_all")
    assert at.success and stored(store) == {"seats": 1, "reflections": 1, "texts": 0}


def test_saying_i_am_new_offers_a_fresh_seat_in_the_same_class(run: Run, store: Store) -> None:
    seat = joined(run.code).query_params["seat"]
    at = press(open_start(code=run.code, seat=seat), "reflect_new_place")
    assert at.text_input(key="reflect_code").value == run.code
    press(at, "reflect_join")
    assert at.query_params["seat"] != seat and stored(store)["seats"] == 2


def test_after_a_reload_what_was_sent_is_not_shown(run: Run) -> None:
    at = come_back(run, sent(run.code, item_one_question="x").query_params["seat"])
    assert at.success and "sheet" not in told(at) and not at.radio


def test_somebody_who_was_answering_again_goes_on_answering(run: Run) -> None:
    at = come_back(run, sent(run.code).query_params["seat"], DRAFT)
    assert "reflect_send" in keys(at) and at.radio(key="item_meets_now").value == "partly"


@pytest.mark.parametrize("seat", ["x", "x" * 2000, "../../etc", "<b>"])
def test_a_made_up_seat_leads_to_the_code(run: Run, seat: str) -> None:
    assert keys(open_start(code=run.code, seat=seat)) == {"reflect_join"}


def test_back_within_the_lesson_does_not_lose_the_place(run: Run) -> None:
    at = joined(run.code)
    del at.query_params["seat"]
    assert "reflect_send" in keys(at.run())

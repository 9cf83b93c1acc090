"""Every item has its answers and "rather not say"; sending keeps one whole reflection, or says what is missing."""

from __future__ import annotations

import json

import pytest

from data import reflections
from data.cohorts import Cohort, make_cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.learner.learners import TEXT, answers_in, fill, joined, said, sent, stored, told
from tests.pages.visits import SUPPORT_MAP, learners_send, open_answers, press, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    return run


def test_nothing_is_chosen_beforehand_and_rather_not_say_comes_last(run: Run) -> None:
    at = joined(run.code)
    assert [radio.value for radio in at.radio] == [None] * 3 and at.get("pills")[0].value == []
    assert all(radio.options[-1] == "Rather not say" for radio in at.radio)
    assert at.get("pills")[0].options[-1] == "Rather not say"


def test_sending_stores_one_reflection_and_says_so(run: Run, store: Store) -> None:
    at = sent(run.code)
    assert at.success[0].value.startswith("Saved.")
    assert stored(store) == {"seats": 1, "reflections": 1, "texts": 0}
    assert json.loads(answers_in(store, run)[0])["meets_now"] == "partly"


def test_sending_again_replaces_the_first(run: Run, store: Store) -> None:
    at = press(sent(run.code), "reflect_again")
    press(fill(at, item_meets_now="not_yet"), "reflect_send")
    assert [json.loads(row)["meets_now"] for row in answers_in(store, run)] == ["not_yet"]


def test_answering_again_begins_with_nothing_chosen(run: Run) -> None:
    at = press(sent(run.code), "reflect_again")
    assert [radio.value for radio in at.radio] == [None] * 3


def test_rather_not_say_to_everything_sends_like_any_other(run: Run, store: Store) -> None:
    at = press(joined(run.code), "reflect_skip_all")
    assert at.success and set(json.loads(answers_in(store, run)[0]).values()) == {"rather_not_say"}


def test_a_missing_answer_is_named_and_nothing_is_stored(run: Run, store: Store) -> None:
    at = sent(run.code, item_most_missed=None)
    assert at.error[0].value == "One answer is still open. Choose one, or “Rather not say”."
    assert "Still open: choose one." in said(at) and told(at)["open"]["item"] == "most_missed"
    assert stored(store)["reflections"] == 0


def test_several_missing_answers_lead_to_the_first(run: Run) -> None:
    at = sent(run.code, item_already_bring=None, item_how_was_this=None)
    assert at.error[0].value.startswith("2 answers are still open.") and told(at)["open"]["item"] == "already_bring"


def test_what_is_chosen_stays_when_an_answer_is_missing(run: Run, store: Store) -> None:
    at = sent(run.code, item_most_missed=None)
    assert at.radio(key="item_meets_now").value == "partly"
    at.radio(key="item_most_missed").set_value("pay")
    assert press(at, "reflect_send").success and stored(store)["reflections"] == 1


def test_a_second_try_leads_to_the_open_item_again(run: Run) -> None:
    at = sent(run.code, item_most_missed=None)
    first = told(at)["open"]["at"]
    assert told(press(at, "reflect_send"))["open"]["at"] > first


def test_a_text_without_a_tick_is_never_stored(run: Run, store: Store) -> None:
    at = sent(run.code, item_one_question=TEXT)
    assert at.success and stored(store)["texts"] == 0
    assert TEXT not in "".join(answers_in(store, run))


def test_a_text_with_a_tick_is_stored_once(run: Run, store: Store) -> None:
    sent(run.code, item_one_question=TEXT, share_one_question=True)
    with store.read() as db:
        assert [row["text"] for row in db["pending_texts"].rows] == [TEXT]


def test_taking_the_tick_back_erases_the_text(run: Run, store: Store) -> None:
    at = press(sent(run.code, item_one_question=TEXT, share_one_question=True), "reflect_again")
    press(fill(at, item_one_question=TEXT), "reflect_send")
    assert stored(store)["texts"] == 0


def test_a_text_may_stay_empty_and_says_so(run: Run, store: Store) -> None:
    assert "(may stay empty)" in joined(run.code).text_area(key="item_one_question").label
    assert sent(run.code, share_one_question=True).success and stored(store)["texts"] == 0


def test_above_a_text_stands_who_would_listen(run: Run) -> None:
    strips = [html.value for html in joined(run.code).html if "roads-strip" in html.value]
    assert len(strips) == 1 and "Nobody may ever read this." in strips[0] and "tell Nina, 12, 9–10" in strips[0]


def test_the_own_answers_are_handed_to_the_browser_once_and_forgotten(run: Run) -> None:
    at = sent(run.code, item_one_question=TEXT)
    sheet = dict(told(at)["sheet"])
    assert TEXT in sheet.values() and "Practice from a workshop or a placement" in sheet.values()
    assert "sheet" not in told(at.run()) and TEXT not in str(dict(at.session_state.to_dict()))


def test_then_and_now_are_asked_side_by_side_and_only_their_direction_is_kept(
    store: Store, alba: Staff, cohort: Cohort
) -> None:
    run = start_lesson(store, alba, cohort, SUPPORT_MAP)
    open_answers(store, alba, run)
    at = joined(run.code)
    for name in ("item_knows_services", "item_knows_how_to_start"):
        at.session_state[f"{name}_then"], at.session_state[f"{name}_now"] = "not_yet", "mostly"
    at.session_state["item_kinds_on_map"] = ["school"]
    at.session_state["item_easier_to_ask"] = ["none_of_these"]
    at.session_state["item_how_was_this"] = "rather_not_say"
    assert press(at, "reflect_send").success
    assert json.loads(answers_in(store, run)[0])["knows_services"] == "higher"


def test_rather_not_say_to_then_is_enough_for_the_item(store: Store, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort, SUPPORT_MAP)
    open_answers(store, alba, run)
    at = joined(run.code)
    at.session_state["item_knows_services_then"] = "rather_not_say"
    assert press(at, "reflect_send").error[0].value.startswith("4 answers are still open.")


def test_rather_not_say_takes_the_other_choices_back(run: Run, store: Store) -> None:
    sent(run.code, item_already_bring=["practice", "rather_not_say"])
    assert json.loads(answers_in(store, run)[0])["already_bring"] == "rather_not_say"


def test_when_every_place_has_sent_the_next_one_is_told_so(store: Store, alba: Staff) -> None:
    run = start_lesson(store, alba, make_cohort(store, alba, name="Two", size=2))
    open_answers(store, alba, run)
    late = fill(joined(run.code))
    learners_send(store, run, 2)
    assert press(late, "reflect_send").error[0].value.startswith("Everybody who can send has sent.")
    assert late.radio(key="item_meets_now").value == "partly"


def test_a_failure_to_save_keeps_the_answers_on_the_page(run: Run, store: Store) -> None:
    at = fill(joined(run.code))
    store._writer.execute("PRAGMA query_only=ON")
    press(at, "reflect_send")
    assert at.error[0].value == "Not saved yet. Keep this page open and press Send again."
    store._writer.execute("PRAGMA query_only=OFF")
    assert press(at, "reflect_send").success and stored(store)["reflections"] == 1


def test_the_same_seat_in_two_tabs_is_one_reflection(run: Run, store: Store) -> None:
    at = fill(joined(run.code))
    seat = at.query_params["seat"]
    reflections.send(store, run.id, seat, {item.id: "rather_not_say" for item in run.items if item.kind != "text"})
    assert press(at, "reflect_again" if at.run().success else "reflect_send")
    assert stored(store)["reflections"] == 1

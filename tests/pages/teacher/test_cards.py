"""The page that takes answer cards in: who may, when, and what becomes of the keys that were pressed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import runs
from data.cohorts import Cohort
from data.release import ItemTotals, totals_of_run
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages.printing.cards import cards
from tests.kit import shipped_kit
from tests.pages.visits import SignIn, keys, learners_send, open_answers, press, start_lesson, visit, words

PAGE = "teacher/cards.py"
# One question of change, one with several ticks, one ranking; a sensitive one and "how was this" are not on the card.
LETTER = "letter-to-my-first-workday"
PRESSED = {"knows_how_to_start": ["3"], "before_the_day": ["1", "4"], "helps_on_day_one": ["2", "1", "3", "5", "4"]}
SEAT = "A" * 22


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort, LETTER)
    open_answers(store, alba, run)
    return run


@pytest.fixture
def page(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    return press(visit(PAGE, sign_in, alba, run=run.id), "projector_off")


def shown(page: AppTest) -> dict[str, Any]:
    """What the keyboard's script is given."""
    assert not page.exception
    given = [json.loads(component.proto.json) for component in page.get("bidi_component")]
    return next(data for data in given if "items" in data)


def send(page: AppTest, pressed: object = PRESSED, seat: object = SEAT, call: object = "call") -> dict[str, Any]:
    """A browser sends a card; returns the reply."""
    page.session_state["cards_keys"] = {"card": {"call": call, "seat": seat, "pressed": pressed}}
    return shown(page.run())["reply"]


def sent(store: Store) -> int:
    with store.read() as db:
        return int(db["pending_reflections"].count)


def closed(store: Store, alba: Staff, run: Run) -> dict[str, ItemTotals]:
    runs.close_run(store, alba, run.id)
    return {total.item_id: total for total in totals_of_run(store, alba, run.id)}


def test_strangers_and_other_teachers_find_no_keyboard(sign_in: SignIn, bruno: Staff, run: Run) -> None:
    assert "for the school's staff" in words(visit(PAGE, run=run.id))
    assert "not one of yours" in words(visit(PAGE, sign_in, bruno, run=run.id))


def test_the_keyboard_opens_only_when_the_projector_is_off(sign_in: SignIn, alba: Staff, run: Run) -> None:
    page = visit(PAGE, sign_in, alba, run=run.id)
    assert not page.get("bidi_component")[1:] and "projector_off" in keys(page)
    assert shown(press(page, "projector_off"))["reply"] is None
    assert "Shuffle the cards" in words(page) and "can see what a card says" in words(page)


def test_before_the_opening_and_after_the_close_a_sentence_stands_there(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = start_lesson(store, alba, cohort, LETTER)
    assert "Open the answers now" in words(visit(PAGE, sign_in, alba, run=run.id))
    open_answers(store, alba, run)
    runs.close_run(store, alba, run.id)
    assert "The answers are closed." in words(visit(PAGE, sign_in, alba, run=run.id))


def test_a_rehearsal_takes_no_cards(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort, LETTER, rehearsal=True)
    assert "This is a rehearsal." in words(visit(PAGE, sign_in, alba, run=run.id))


def test_the_keys_are_those_of_the_printed_card(page: AppTest) -> None:
    card = cards(shipped_kit().activities[LETTER], "en", 1).body
    for number, item in enumerate(shown(page)["items"], start=1):
        assert f"<b>{number}. {item['statement']}</b>" in card
        printed = [
            label if item["takes"] == "places" and key != "0" else f"{key} {label}" for key, label in item["choices"]
        ]
        assert all(f"</span>{words}</li>" in card for words in printed)


def test_a_card_becomes_a_reflection_and_leaves_no_trace_of_itself(store: Store, page: AppTest) -> None:
    assert send(page) == {"call": "call", "outcome": "kept", "sentence": ""}
    page.session_state["cards_keys"] = {}
    left = str(page.run().session_state)
    assert sent(store) == 1 and SEAT not in left and "before_the_day" not in left


def test_what_the_cards_say_is_counted(store: Store, page: AppTest, alba: Staff, run: Run) -> None:
    for letter in "ABCDE":
        send(page, seat=letter * 22)
    totals, items = closed(store, alba, run), {item.id: item for item in run.items}
    assert totals["knows_how_to_start"].counts == {"lower": 0, "same": 0, "higher": 5}
    ticked = items["before_the_day"].points
    assert totals["before_the_day"].counts == {point: 5 * (point in (ticked[0], ticked[3])) for point in ticked}
    points = (totals["helps_on_day_one"].counts or {}).values()
    assert (
        sorted(points, reverse=True)[0]
        == (totals["helps_on_day_one"].counts or {})[items["helps_on_day_one"].points[1]]
    )


def test_what_is_not_on_paper_is_not_said(store: Store, page: AppTest, alba: Staff, run: Run) -> None:
    for letter in "ABCDE":
        send(page, seat=letter * 22)
    assert set(closed(store, alba, run)) == set(PRESSED)


def test_an_empty_card_counts_as_one_that_would_rather_not_say(store: Store, page: AppTest) -> None:
    assert send(page, dict.fromkeys(PRESSED, ["0"]))["outcome"] == "kept" and sent(store) == 1


def test_the_same_card_twice_is_one(store: Store, page: AppTest) -> None:
    assert send(page)["outcome"] == send(page, call="again")["outcome"] == "kept"
    assert sent(store) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"knows_how_to_start": ["4"]},
        {"knows_how_to_start": ["1", "2"]},
        {"knows_how_to_start": []},
        {"knows_how_to_start": "3"},
        {"knows_how_to_start": [3]},
        {"before_the_day": ["1", "9"]},
        {"before_the_day": ["0", "1"]},
        {"helps_on_day_one": ["1", "1", "2", "3", "4"]},
        {"helps_on_day_one": ["1", "2"]},
    ],
)
def test_keys_that_nobody_could_press_are_refused(store: Store, page: AppTest, changed: dict[str, object]) -> None:
    reply = send(page, {**PRESSED, **changed})
    assert reply["outcome"] == "refused" and "key the card in again" in reply["sentence"] and sent(store) == 0


@pytest.mark.parametrize(
    "forged",
    ["card", 3, [], {}, {"call": 1}, {"call": "x" * 99, "seat": SEAT}, {"call": "a", "seat": 1, "pressed": {}}],
)
def test_what_is_no_card_does_nothing(store: Store, page: AppTest, forged: object) -> None:
    page.session_state["cards_keys"] = {"card": forged}
    assert shown(page.run())["reply"] is None and sent(store) == 0


def test_answers_to_what_is_not_on_the_card_are_ignored(store: Store, page: AppTest, alba: Staff, run: Run) -> None:
    for letter in "ABCDE":
        send(page, {**PRESSED, "can_find_ally": ["5"], "how_was_this": ["1"]}, seat=letter * 22)
    assert set(closed(store, alba, run)) == set(PRESSED)


def test_locked_doors_and_full_places_are_said_and_the_card_can_be_pressed_again(
    store: Store, page: AppTest, alba: Staff, run: Run
) -> None:
    learners_send(store, run, 8)
    assert "every place is taken" in send(page)["sentence"]
    runs.set_doors(store, alba, run.id, True)
    assert "Unlock on the teacher's page" in send(page)["sentence"] and "and so are cards" in words(page)
    runs.set_doors(store, alba, run.id, False)
    runs.add_places(store, alba, run.id, 1)
    assert send(page)["outcome"] == "kept"


def test_a_page_that_was_left_learns_what_became_of_its_card(page: AppTest) -> None:
    send(page)
    assert send(page, pressed=None)["outcome"] == "kept"
    assert send(page, pressed=None, seat="B" * 22)["outcome"] == "lost"
    assert send(page, seat="B" * 22)["outcome"] == "refused"


def test_only_bands_say_how_many_cards_there_are(page: AppTest) -> None:
    send(page)
    assert "Fewer than 5 have sent" in words(page)
    for letter in "BCDE":
        send(page, seat=letter * 22)
    assert "5+ have sent" in words(page)


def test_an_activity_without_ticks_sends_back_to_the_teachers_page(
    store: Store, sign_in: SignIn, alba: Staff, run: Run
) -> None:
    with store.write() as db:
        db.execute("UPDATE runs SET activity = 'gone'")
    assert "no question that can be counted on paper" in words(visit(PAGE, sign_in, alba, run=run.id))

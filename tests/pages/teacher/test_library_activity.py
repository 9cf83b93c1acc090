"""An activity's page: what is asked, charted and done, two languages beside each other, and the ways to print."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from data.cohorts import Cohort
from data.staff import Staff
from kit_content import Item, ItemWording
from pages.teacher.activity_parts import describe_item
from pages.teacher.library_parts import review_note
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SUPPORT_MAP, SignIn, visit, words

PAGE = "teacher/library.py"


def links(at: AppTest) -> list[str]:
    """Where the page's link buttons lead."""
    return [button.proto.url for button in at.get("link_button")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("scale", "how many chose each answer"),
        ("then_now", "Never before or now alone"),
        ("multiple_choice", "As many as fit: One · Two"),
        ("ranking", "To put in order, the most important first: One · Two"),
        ("words", "shown only if you approve it"),
        ("text", "Kept only if the student ticks it"),
    ],
)
def test_every_kind_of_question_says_how_it_is_answered_and_charted(kind: str, said: str) -> None:
    item = Item("asked", kind, 1, False, None, ("one", "two"))
    assert said in describe_item(item, ItemWording("A statement", {"one": "One", "two": "Two"}))


def test_a_personal_question_says_that_no_number_is_shown() -> None:
    item = Item("asked", "single_choice", 1, True, None, ("one",))
    text = describe_item(item, ItemWording("A statement", {"one": "One"}))
    assert "never as a number" in text and "how many chose" not in text


def test_the_print_links_carry_language_and_trade(alba: Staff) -> None:
    at = visit(PAGE, activity=ADVERT, lang="en")
    at.segmented_control(key=f"library_trade_{ADVERT}").set_value("care").run()
    assert f"/print/exhibits/{ADVERT}?lang=en&trade=care" in links(at)
    assert f"/print/handout/{ADVERT}?lang=en&trade=care" in links(at)
    assert f"/print/notes/{ADVERT}?lang=el" in links(visit(PAGE, activity=ADVERT, lang="el"))


def test_the_link_to_the_cards_knows_how_many_the_class_needs(sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    assert f"/print/cards/{ADVERT}?lang=en&count=8" in links(visit(PAGE, sign_in, alba, activity=ADVERT))
    assert f"/print/cards/{ADVERT}?lang=en" in links(visit(PAGE, activity=ADVERT))


def test_what_is_done_stands_there_for_every_language(alba: Staff) -> None:
    said = words(visit(PAGE, activity=SUPPORT_MAP))
    done = shipped_kit().activities[SUPPORT_MAP].completeness("es")
    parts = (done.wording, done.reviewed, done.notes, done.handout, done.exhibits)
    assert f"| Spanish | {' | '.join('Yes' if part else 'Not yet' for part in parts)} |" in said


@pytest.mark.parametrize("second", ["es", "el"])
def test_two_languages_stand_beside_each_other(alba: Staff, second: str) -> None:
    said = words(visit(PAGE, activity=ADVERT, beside=second))
    wording = shipped_kit().activities[ADVERT].wording(second)
    assert all(step.wall in said for step in wording.steps.values())
    assert all(item.statement in said for item in wording.items.values())


@pytest.mark.parametrize("asked", ["en", "xx", ""])
def test_a_second_language_is_another_one(alba: Staff, asked: str) -> None:
    at = visit(PAGE, activity=ADVERT, beside=asked)
    assert not at.exception and at.segmented_control(key="library_beside").value == "es"


def test_choosing_a_second_language_keeps_it_in_the_address(alba: Staff) -> None:
    at = visit(PAGE, activity=ADVERT)
    at.segmented_control(key="library_beside").set_value("el").run()
    assert at.query_params["beside"] == "el"


def test_the_state_of_a_language_is_told_as_it_is() -> None:
    wording = replace(shipped_kit().activities[ADVERT].wording("es"), reviewed=False, fallback=False)
    assert review_note(wording, "es") == "Spanish: not yet read by a person"
    assert review_note(replace(wording, reviewed=True), "es") == ""
    assert review_note(replace(wording, fallback=True), "es").startswith("Spanish: not yet complete")
    assert review_note(wording, "el") == "Greek: not yet written, Spanish stands in"

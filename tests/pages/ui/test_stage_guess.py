"""The guess before a chart: the question and the answers to point at, and nothing of the result."""

from __future__ import annotations

import json

import pytest

from pages.ui import i18n
from tests.pages.ui.moments import ADVERT, WHERE_WE_START, activity, closed, payload, reflecting, totals, view

FEEDBACK = "feedback-that-builds"


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def guessing(slug: str, item_id: str, **changes):
    before = [item.id for item in closed(slug).wall_items].index(item_id)
    return closed(slug, **{"revealed": before, "guessing": True, **changes})


def test_the_class_is_asked_what_most_said_and_has_the_answers_in_the_order_of_the_chart() -> None:
    shown, words = view(guessing(ADVERT, "most_missed")), activity(ADVERT).wording("en").items["most_missed"]
    assert (shown["scene"], shown["label"]) == ("guess", "What do you think most of us said?")
    assert (shown["text"], shown["answers"]) == (words.statement, list(words.points.values()))
    assert "not your own answer" in shown["note"]


def test_of_a_ranking_the_class_guesses_the_first_place() -> None:
    assert view(guessing(FEEDBACK, "makes_it_usable"))["label"] == "What do you think comes first for us?"


def test_of_then_and_now_the_class_guesses_the_change_in_the_items_own_words() -> None:
    shown = view(guessing("payslip-detective", "can_check"))
    words = activity("payslip-detective").wording("en").items["can_check"]
    assert shown["answers"] == [words.higher, words.same, words.lower]


def test_the_points_of_a_scale_stand_in_a_row_as_under_its_bar() -> None:
    assert view(guessing(WHERE_WE_START, "agreement_fits"))["in_a_row"]
    assert not view(guessing(ADVERT, "most_missed"))["in_a_row"]


def test_nothing_of_the_result_is_in_a_guess() -> None:
    known = [totals(ADVERT, "most_missed", 4143, 0, 0, 0, 0, 0), totals(ADVERT, "meets_now", 0, 0, 0, 0, 4143)]
    given = payload(guessing(ADVERT, "most_missed"), totals=known)
    assert "4143" not in json.dumps(given) and len(given["views"]) == 1
    assert not {"chart", "sentence", "answered"} & set(given["views"][0])


def test_a_second_press_right_after_the_first_does_not_skip_the_guess() -> None:
    assert payload(guessing(ADVERT, "most_missed"))["holds"]


def test_a_blank_wall_hides_the_guess() -> None:
    assert view(guessing(ADVERT, "most_missed", blank=True))["scene"] == "blank"


def test_nobody_guesses_when_everything_is_shown_or_nothing_is_closed() -> None:
    assert view(closed(revealed=len(closed().wall_items), guessing=True))["scene"] == "too_few"
    assert view(reflecting(guessing=True))["scene"] == "answer"

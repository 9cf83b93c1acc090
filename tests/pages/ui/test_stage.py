"""What the wall is given at each moment of a lesson."""

from __future__ import annotations

import json

import pytest

from data.runs import Run
from pages.ui import i18n
from pages.ui.stage import silent_payload
from tests.pages.ui.moments import (
    LATER,
    NOW,
    WHERE_WE_START,
    activity,
    at,
    closed,
    moment,
    payload,
    reflecting,
    totals,
    view,
)

MOMENTS = {
    "step": moment(step=4),
    "join": moment(step=at("join")),
    "exhibit": moment(step=1, timer_ends_at=LATER),
    "answer": reflecting(),
    "last_call": reflecting(last_call_ends_at=LATER),
    "talk": closed(),
    "guess": closed(revealed=2, guessing=True),
    "blank": moment(blank=True),
}


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.mark.parametrize("scene", MOMENTS)
def test_each_moment_has_its_scene(scene: str) -> None:
    assert view(MOMENTS[scene])["scene"] == scene


@pytest.mark.parametrize("run", MOMENTS.values(), ids=MOMENTS)
def test_what_the_teacher_says_never_reaches_the_wall(run: Run) -> None:
    shown = json.dumps(payload(run, steering=True))
    scripts = [
        line for step in activity().wording("en").steps.values() for line in step.script.split("\n") if line.strip()
    ]
    assert scripts and not [line for line in scripts if line.strip() in shown]


def test_joining_shows_code_address_and_a_square_that_fit_together() -> None:
    join = view(moment(step=at("join")))
    assert (join["address"], join["code"]) == ("192.168.1.20:8501", "K7Q M4T")
    assert join["qr"]["path"].startswith("M4 4h7")


def test_behind_locked_doors_nobody_is_invited() -> None:
    assert view(moment(step=at("join"), doors_locked=True))["scene"] == "step"
    assert payload(reflecting(doors_locked=True))["strip"] is None


def test_the_small_way_in_appears_after_the_step_of_joining_and_goes_with_the_last_call() -> None:
    assert payload(moment(step=0))["strip"] is None
    assert payload(reflecting())["strip"]["code"] == "K7Q M4T"
    assert payload(reflecting(last_call_ends_at=LATER))["strip"] is None
    assert payload(closed())["strip"] is None


@pytest.mark.parametrize(("band", "words"), [(0, "Fewer than 5 have sent"), (5, "5+ have sent"), (15, "15+ have sent")])
def test_how_many_have_sent_is_said_in_steps_of_five(band: int, words: str) -> None:
    assert payload(reflecting(), band=band)["band"] == words


def test_before_and_after_reflecting_nothing_is_said_of_who_sent() -> None:
    assert payload(moment(), band=5)["band"] == "" == payload(closed(), band=5)["band"]


def test_every_item_can_be_read_aloud_while_reflecting() -> None:
    invitation, *items = payload(reflecting())["views"]
    assert [item["text"] for item in items] == [words.statement for words in activity().wording("en").items.values()]
    assert all(item["points"][-1] == "Rather not say" for item in items)
    assert "from 5 people up" in invitation["note"]


def test_a_last_call_under_the_floor_says_what_closing_does() -> None:
    run = reflecting(last_call_ends_at=LATER)
    assert "erases" in view(run, band=0)["again"]
    assert view(run, band=5)["again"] == "Press again to close."


def test_an_exhibit_of_the_chosen_trade_comes_as_html_without_foreign_html() -> None:
    exhibit = view(moment(step=1))
    assert "<h1>Care assistant in a home for older people</h1>" in exhibit["html"] and exhibit["alt"]


def test_the_clock_runs_from_the_servers_time() -> None:
    given = payload(moment(step=1, timer_ends_at=LATER))
    assert (given["server_now"], given["timer"]["ends_at"]) == (NOW, LATER)


def test_a_paused_clock_stands_at_what_is_left() -> None:
    assert payload(moment(step=1, timer_left=134))["timer"] == {"left": 134, "paused": "Paused"}
    assert payload(moment(step=1, timer_left=134, blank=True))["timer"] is None


@pytest.mark.parametrize("changes", [{"rehearsal": True}, {"is_demo": True}])
def test_made_up_answers_are_marked(changes: dict[str, bool]) -> None:
    assert "made-up answers" in payload(closed(**changes))["watermark"]
    assert payload(closed())["watermark"] == ""


def test_a_blank_wall_holds_nothing_but_the_name_of_the_activity() -> None:
    given = payload(reflecting(blank=True, timer_ends_at=LATER))
    assert [given[part] for part in ("timer", "strip", "band")] == [None, None, ""]
    assert given["views"] == [{"scene": "blank", "text": "The screen is blank."}]


def test_a_class_without_a_lesson_is_told_so() -> None:
    given = silent_payload("K7QM4T", server_now=NOW)
    assert given["views"][0]["text"] == "No lesson right now" and not given["steering"]


def test_the_road_counts_the_steps() -> None:
    assert payload(moment(step=2))["road"] == {"at": 3, "of": len(activity().steps), "text": "Step 3 of 10"}


def test_a_lesson_further_on_than_its_activity_now_is_stands_at_the_last_step() -> None:
    assert payload(closed(step=99))["road"]["at"] == len(activity().steps)


def test_a_wall_in_another_language_speaks_it_throughout() -> None:
    i18n.use("el")
    given = payload(moment(step=4, language="el"))
    assert given["language"] == "el" and given["title"] == activity().wording("el").title


def test_right_after_opening_and_after_the_last_call_a_second_press_waits() -> None:
    assert payload(reflecting())["holds"] and payload(reflecting(last_call_ends_at=LATER))["holds"]
    assert not payload(moment())["holds"] and not payload(closed())["holds"]


def test_nothing_of_an_item_that_is_not_revealed_yet_is_sent() -> None:
    known = [totals(WHERE_WE_START, "agreement_fits", 0, 0, 0, 4, 4)]
    assert "agreement_fits" not in json.dumps(payload(closed(WHERE_WE_START), totals=known))
    assert view(closed(WHERE_WE_START), totals=known)["scene"] == "talk"

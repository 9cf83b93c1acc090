"""Rankings and single words on the learner's page: answered, left open, declined, sent again, and brought back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from kit_content import load_kit
from tests.pages import own_activity
from tests.pages.learner.learners import answers_in, joined, open_start, said, stored, told
from tests.pages.visits import press

ANSWERS: dict[str, Any] = {
    "item_matters_1": "3",
    "item_matters_2": "1",
    "item_matters_3": "2",
    "item_feels_skip": True,
    "item_needs_1": "Team",
    "item_needs_2": " calm. ",
    "item_how_was_this": "all_right",
}


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    kit = own_activity.write(tmp_path / "own")
    monkeypatch.setenv("OPEN_ROADS_KIT", str(kit))
    activity = load_kit(kit).activities[own_activity.SLUG]
    run = runs.start_run(store, alba, cohort.id, activity=activity.slug, activity_version=1, items=activity.items)
    runs.open_items(store, alba, run.id, 1)
    return run


def filled(run: Run, **changed: Any) -> AppTest:
    at = joined(run.code)
    for key, value in {**ANSWERS, **changed}.items():
        if key.endswith("_skip"):
            at.checkbox(key=key).set_value(value)
        else:
            at.session_state[key] = value
    return at


def sent(run: Run, **changed: Any) -> AppTest:
    return press(filled(run, **changed), "reflect_send")


def kept(store: Store, run: Run) -> dict[str, Any]:
    (row,) = answers_in(store, run)
    return json.loads(row)


def test_nothing_is_chosen_or_written_beforehand(run: Run) -> None:
    at = joined(run.code)
    assert not any(radio.value for radio in at.radio) and not any(box.value for box in at.text_input)
    assert not any(tick.value for tick in at.checkbox)


def test_an_order_a_tick_and_words_are_stored_as_one_reflection(run: Run, store: Store) -> None:
    assert sent(run).success and stored(store) == {"seats": 1, "reflections": 1, "texts": 0}
    answers = kept(store, run)
    assert answers["matters"] == ["hours", "place", "pay"] and answers["feels"] == "rather_not_say"
    assert answers["needs"] == ["Team", "calm"]


def test_a_place_given_twice_is_pointed_out_and_nothing_is_moved(run: Run, store: Store) -> None:
    at = sent(run, item_matters_2="3")
    assert "Still open: place 3 is given twice." in said(at) and told(at)["open"]["item"] == "matters"
    assert at.radio(key="item_matters_1").value == at.radio(key="item_matters_2").value == "3"
    at.radio(key="item_matters_2").set_value("1")
    assert press(at, "reflect_send").success and kept(store, run)["matters"] == ["hours", "place", "pay"]


def test_a_ranking_with_an_open_place_is_pointed_out(run: Run, store: Store) -> None:
    at = sent(run, item_feels_skip=False)
    assert "Still open: give each one a place." in said(at) and stored(store)["reflections"] == 0


def test_two_words_in_one_box_are_pointed_out_and_stay(run: Run, store: Store) -> None:
    at = sent(run, item_needs_2="hard work")
    assert "Still open: one word in each box" in said(at)
    assert at.text_input(key="item_needs_2").value == "hard work" and stored(store)["reflections"] == 0


def test_empty_boxes_send(run: Run, store: Store) -> None:
    assert sent(run, item_needs_1="", item_needs_2="").success
    assert kept(store, run)["needs"] == "rather_not_say"


def test_rather_not_say_to_everything_sends(run: Run, store: Store) -> None:
    assert press(joined(run.code), "reflect_skip_all").success
    assert set(kept(store, run).values()) == {"rather_not_say"}


def test_sending_again_replaces_the_order_and_begins_with_nothing(run: Run, store: Store) -> None:
    at = press(sent(run), "reflect_again")
    assert not any(radio.value for radio in at.radio) and not any(box.value for box in at.text_input)
    assert not at.checkbox(key="item_feels_skip").value
    press(at, "reflect_skip_all")
    assert kept(store, run)["matters"] == "rather_not_say"


def test_the_own_sheet_has_the_order_and_the_words(run: Run) -> None:
    sheet = dict(told(sent(run))["sheet"])
    assert sheet["What matters most to you in a job?"] == "1. The hours that I work\n2. The place\n3. The pay"
    assert sheet["How does the first day feel?"] == "Rather not say"
    assert sheet["What does a good team need?"] == "Team\ncalm"


def test_what_was_begun_is_back_after_a_reload(run: Run) -> None:
    seat = joined(run.code).query_params["seat"]
    at = open_start(code=run.code, seat=seat)
    draft = {"item_matters_1": 2, "item_feels_skip": True, "item_needs_3": "Team"}
    at.session_state["reflect_seat"] = {"tab": {"seat": seat, "draft": draft}}
    at.run()
    assert at.radio(key="item_matters_1").value == "3" and at.checkbox(key="item_feels_skip").value
    assert at.text_input(key="item_needs_3").value == "Team"


def test_a_change_of_language_loses_nothing(run: Run) -> None:
    at = filled(run)
    at.session_state["reflect_seat"] = {"language": "el"}
    at.query_params["lang"] = "el"
    at.run()
    assert at.radio(key="item_matters_1").label == "Η αμοιβή" and at.radio(key="item_matters_1").value == "3"
    assert at.checkbox(key="item_feels_skip").value and at.text_input(key="item_needs_1").value == "Team"

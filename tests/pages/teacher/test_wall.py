"""The page of the wall: anybody may look, its own teacher steers, and it never shows more than the class may see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import runs, texts
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.ui.moments import at
from tests.pages.visits import SignIn, learners_send, open_answers, start_lesson, visit

PAGE = "teacher/wall.py"


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


def shown(page: AppTest) -> dict[str, Any]:
    """What the wall's script is given."""
    assert not page.exception
    return json.loads(page.get("bidi_component")[-1].proto.json)


def test_anybody_with_the_code_sees_the_step_and_steers_nothing(run: Run) -> None:
    given = shown(visit(PAGE, code=run.code.lower()))
    assert given["views"][0]["scene"] == "step" and given["steering"] is False


def test_its_own_teacher_steers(sign_in: SignIn, alba: Staff, run: Run) -> None:
    assert shown(visit(PAGE, sign_in, alba, code=run.code))["steering"] is True


def test_another_teacher_only_looks(sign_in: SignIn, bruno: Staff, run: Run) -> None:
    assert shown(visit(PAGE, sign_in, bruno, code=run.code))["steering"] is False


def test_a_code_without_a_lesson_shows_a_quiet_wall(store: Store, alba: Staff, run: Run) -> None:
    runs.end_run(store, alba, run.id)
    assert shown(visit(PAGE, code=run.code))["views"][0]["scene"] == "none"


def test_without_a_code_the_page_asks_for_one(run: Run) -> None:
    page = visit(PAGE)
    page.text_input(key="wall_code").set_value(run.code)
    page.button(key="wall_open").click().run()
    assert shown(page)["code"] == run.code


def test_a_teacher_with_one_lesson_under_way_needs_no_code(sign_in: SignIn, alba: Staff, run: Run) -> None:
    assert shown(visit(PAGE, sign_in, alba))["code"] == run.code


def test_it_speaks_the_lessons_language(store: Store, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort, language="el")
    assert shown(visit(PAGE, code=run.code))["language"] == "el"


def test_while_items_are_open_only_the_band_is_known(store: Store, alba: Staff, run: Run) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6, text="A secret question")
    given = shown(visit(PAGE, code=run.code))
    assert given["band"] == "5+ have sent" and "secret" not in json.dumps(given)


def test_a_guess_holds_nothing_of_the_result_in_the_walls_page(store: Store, alba: Staff, run: Run) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    runs.close_run(store, alba, run.id)
    runs.go_to_step(store, alba, run.id, at("reveal"))
    runs.reveal(store, alba, run.id, 2)
    runs.let_guess(store, alba, run.id)
    [guess] = shown(visit(PAGE, code=run.code))["views"]
    assert set(guess) == {"scene", "label", "text", "answers", "in_a_row", "note"} and guess["scene"] == "guess"


def test_waiting_texts_stay_off_the_wall_until_they_are_approved(store: Store, alba: Staff, run: Run) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6, text="A question")
    runs.close_run(store, alba, run.id)
    runs.reveal(store, alba, run.id, len(run.wall_items))
    runs.go_to_step(store, alba, run.id, at("reveal"))
    first = texts.waiting_texts(store, alba, run.id)[0]
    texts.approve(store, alba, first.id)
    cards = [text for view in shown(visit(PAGE, code=run.code))["views"] for text in view.get("texts", [])]
    assert cards == [first.text]

"""Single words of a lesson: read and approved on the teacher's page, then on the wall and the progress page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import reflections, runs, texts
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from kit_content import load_kit
from tests.pages import own_activity
from tests.pages.visits import SignIn, press, visit, words

CONSOLE, WALL, PROGRESS = "teacher/console.py", "teacher/wall.py", "teacher/progress.py"
WRITTEN = [["Team", "calm"], ["team"], ["calm"], ["alone"], ["TEAM"], ["rest"]]


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Closed, with every chart revealed."""
    kit = own_activity.write(tmp_path / "own")
    monkeypatch.setenv("OPEN_ROADS_KIT", str(kit))
    activity = load_kit(kit).activities[own_activity.SLUG]
    run = runs.start_run(store, alba, cohort.id, activity=activity.slug, activity_version=1, items=activity.items)
    runs.open_items(store, alba, run.id, 1)
    for number, own in enumerate(WRITTEN):
        send(store, run, own, ["pay", "hours", "place"] if number else ["hours", "pay", "place"])
    runs.close_run(store, alba, run.id)
    runs.go_to_step(store, alba, run.id, 2)
    runs.reveal(store, alba, run.id, 3)
    return run


def send(store: Store, run: Run, own: list[str], order: list[str]) -> None:
    seat = reflections.new_seat()
    reflections.join(store, run.code, seat)
    feels = ["calm", "proud", "tired", "alone"]
    answers = {"matters": order, "feels": feels, "needs": own, "how_was_this": "all_right"}
    reflections.send(store, run.id, seat, answers)


@pytest.fixture
def console(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    return press(visit(CONSOLE, sign_in, alba, run=run.id), "projector_off")


def word(store: Store, alba: Staff, run: Run, text: str) -> texts.Text:
    return next(found for found in texts.waiting_texts(store, alba, run.id) if found.text == text)


def wall(run: Run) -> list[dict[str, Any]]:
    page = visit(WALL, code=run.code)
    assert not page.exception
    return json.loads(page.get("bidi_component")[-1].proto.json)["views"]


def test_the_teacher_reads_each_word_with_how_many_wrote_it(console: AppTest) -> None:
    assert "2 words wait for you." in words(console)
    assert [text.value for text in console.text if text.value in ("TEAM", "calm")] == ["TEAM", "calm"]
    assert "3 students" in [caption.value for caption in console.caption]
    assert "alone" not in [text.value for text in console.text]


def test_an_approved_word_reaches_the_wall_and_a_hidden_one_does_not(
    store: Store, console: AppTest, alba: Staff, run: Run
) -> None:
    assert wall(run)[0]["words"] == [] and "teacher reads them first" in wall(run)[0]["sentence"]
    press(console, f"console_hide_{word(store, alba, run, 'TEAM').id}")
    press(console, f"console_approve_{word(store, alba, run, 'calm').id}")
    assert [(row["word"], row["count"]) for row in wall(run)[0]["words"]] == [("calm", 2)]
    assert "TEAM" not in [text.value for text in console.text]


def test_a_word_that_worries_opens_the_procedure(store: Store, console: AppTest, alba: Staff, run: Run) -> None:
    found = word(store, alba, run, "calm")
    press(console, f"console_worry_{found.id}")
    assert "Do not try to find out who wrote it" in words(console) and wall(run)[0]["words"] == []
    press(console, f"console_handed_over_{found.id}")
    assert found.id not in [text.id for text in texts.waiting_texts(store, alba, run.id)]


def test_where_nothing_waits_the_page_says_what_a_word_needs(
    store: Store, console: AppTest, alba: Staff, run: Run
) -> None:
    for found in texts.waiting_texts(store, alba, run.id):
        texts.hide(store, alba, found.id)
    assert "only when two students wrote it, and only if 5 students gave words" in words(console.run())


def test_the_progress_page_shows_approved_words_as_plain_text(
    store: Store, sign_in: SignIn, alba: Staff, run: Run
) -> None:
    texts.approve(store, alba, word(store, alba, run, "TEAM").id)
    at = visit(PROGRESS, sign_in, alba)
    assert "3 of 6 wrote “TEAM”." in [text.value for text in at.text]
    assert "TEAM: 3\nPeople who answered: 6" in [text.value for text in at.text]
    assert not any("TEAM" in part.value for part in [*at.markdown, *at.subheader, *at.header])


def test_without_an_approved_word_the_progress_page_draws_no_chart_of_them(
    store: Store, sign_in: SignIn, alba: Staff, run: Run
) -> None:
    at = visit(PROGRESS, sign_in, alba)
    assert "the teacher's approval" in words(at) and len(at.get("vega_lite_chart")) == 2


def test_the_progress_page_counts_a_ranking_in_points_and_a_personal_one_in_places(
    store: Store, sign_in: SignIn, alba: Staff, run: Run
) -> None:
    at = visit(PROGRESS, sign_in, alba)
    assert "comes first, then" in words(at)
    assert list(at.table[0].value["Points"]) == ["17", "13", "6", "6"]
    assert list(at.table[1].value["Place"]) == ["high place", "middle place", "middle place", "low place", "about 5"]


def test_a_rehearsal_has_words_to_practise_with(store: Store, alba: Staff, cohort: Cohort, run: Run) -> None:
    trial = runs.start_run(
        store, alba, cohort.id, activity=run.activity, activity_version=1, items=run.items, rehearsal=True
    )
    runs.open_items(store, alba, trial.id, 1)
    runs.close_run(store, alba, trial.id)
    assert texts.waiting_texts(store, alba, trial.id)

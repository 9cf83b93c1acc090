"""A whole lesson on the running server, without a browser: six learners, one teacher, exact totals, nothing left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import runs
from data.cohorts import Cohort
from data.release import totals_of_run
from data.staff import Staff
from data.store import Store
from kit_content.loader import load_kit
from tests.conftest import PASSPHRASE, Server, serving
from tests.kit import shipped_kit
from tests.lesson.agent import Visitor
from tests.pages import own_activity

SLUG = "advert-under-the-lamp"


@pytest.fixture
def server(folder: Path, store: Store) -> Iterator[Server]:
    with serving(folder, STREAMLIT_SERVER_ENABLE_AGENT_API="true") as running:
        yield running


def start(store: Store, alba: Staff, cohort: Cohort) -> str:
    activity = shipped_kit().activities[SLUG]
    return runs.start_run(
        store, alba, cohort.id, activity=SLUG, activity_version=1, items=activity.items, trade="metal"
    ).id


def teacher_at_console(server: Server) -> Visitor:
    teacher = Visitor(server).open("sign-in")
    teacher.press("sign_in_enter", sign_in_name="Alba", sign_in_passphrase=PASSPHRASE)
    return teacher.open("console")


def join(server: Server, code: str) -> Visitor:
    return Visitor(server).open().press("reflect_join", reflect_code=code)


def answer(learner: Visitor, **changed: object) -> Visitor:
    """The first option of every item, as a person picks it: by its label; rankings in the order of the page."""
    picked: dict[str, object] = {}
    for key in sorted(key for key in learner.keys if key.startswith("item_")):
        node = learner.element(key)
        place = key.rpartition("_")[2]
        if node["type"] == "radio":
            options = node["props"]["options"]
            picked[key] = place if place in options else options[0]
        elif node["type"] in ("checkbox", "text_input"):
            continue
        elif node["type"] == "pills":
            picked[key] = [node["props"]["options"][0]]
        else:
            picked[key] = "How long is the day?"
    return learner.press("reflect_send", **{**picked, **changed})


def test_six_learners_send_and_the_class_sees_its_chart(server, store, alba, cohort) -> None:
    run_id = start(store, alba, cohort)
    learners = [join(server, cohort.code) for _ in range(6)]
    assert all("reflect_send" not in learner.keys for learner in learners)
    teacher = teacher_at_console(server).press("console_open")
    for learner in learners:
        answer(learner.look_again())
        assert learner.elements("success")
    assert "5+" in teacher.look_again().text
    teacher.press("console_close").press("console_close").press("console_reveal")
    first = shipped_kit().activities[SLUG].items[0]
    totals = totals_of_run(store, alba, run_id)
    assert totals[0].counts == {point: 6 if point == first.points[0] else 0 for point in first.points}
    assert first.id in {total.item_id for total in totals}
    assert "6" in Visitor(server).open("wall", code=cohort.code).text


def test_rankings_and_words_are_answered_by_their_keys(folder, store, alba, cohort, tmp_path) -> None:
    kit = own_activity.write(tmp_path / "own")
    activity = load_kit(kit).activities[own_activity.SLUG]
    run = runs.start_run(store, alba, cohort.id, activity=activity.slug, activity_version=1, items=activity.items)
    runs.open_items(store, alba, run.id, 1)
    with serving(folder, STREAMLIT_SERVER_ENABLE_AGENT_API="true", OPEN_ROADS_KIT=str(kit)) as server:
        for _ in range(5):
            learner = answer(join(server, cohort.code), item_needs_1="Team", item_feels_skip=True)
            assert learner.elements("success")
    runs.close_run(store, alba, run.id)
    totals = {total.item_id: total for total in totals_of_run(store, alba, run.id)}
    assert totals["matters"].counts == {"pay": 15, "hours": 10, "place": 5} and "feels" not in totals
    assert totals["needs"].respondents == 5


def test_before_the_close_the_seventh_answer_changes_no_page(server, store, alba, cohort) -> None:
    start(store, alba, cohort)
    teacher = teacher_at_console(server).press("console_open")
    progress = teacher_at_console(server).open("progress", **{"class": cohort.id})
    watching = [teacher, Visitor(server).open("wall", code=cohort.code), progress]
    seen = []
    for sent in range(1, 8):
        answer(join(server, cohort.code))
        if sent in (4, 6, 7):
            seen.append([without_clock(visitor.look_again().text) for visitor in watching])
    assert "5+" not in seen[0][0] and "5+" in seen[1][0] and "5+" in seen[1][1]
    assert seen[1] == seen[2]


def without_clock(text: str) -> str:
    """The wall's countdown needs the server's time, which changes without anybody sending."""
    return re.sub(r"(server_?now\W+)[\w.:+-]+", r"\1", text, flags=re.I)


def test_four_learners_leave_nothing_and_see_nothing(server, store, alba, cohort) -> None:
    run_id = start(store, alba, cohort)
    teacher = teacher_at_console(server).press("console_open")
    for _ in range(4):
        answer(join(server, cohort.code))
    teacher.press("console_close").press("console_close")
    assert totals_of_run(store, alba, run_id) == []
    with store.read() as db:
        assert [db[name].count for name in db.table_names() if name.startswith(("pending_", "totals"))] == [0] * 4


def test_two_presses_of_send_and_a_second_send_are_one_reflection(server, store, alba, cohort) -> None:
    run_id = start(store, alba, cohort)
    runs.open_items(store, alba, run_id, 7)
    learner = answer(join(server, cohort.code))
    learner.press("reflect_again")
    answer(learner)
    with store.read() as db:
        assert db["pending_reflections"].count == 1


@pytest.mark.parametrize("code", ["AAAAAA", "", "   ", "k", "<b>x</b>", "x" * 24])
def test_a_code_of_no_class_is_a_plain_sentence(server, store, alba, cohort, code: str) -> None:
    learner = join(server, code)
    assert len(learner.elements("error")) == 1
    assert "reflect_code" in learner.keys

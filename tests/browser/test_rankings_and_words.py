"""Rankings and words in a real browser: nothing is lost, and a phone or a keyboard is enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from data import runs
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from kit_content.loader import load_kit
from tests.browser.conftest import PHONE, WALL, Building, Room, chosen, keyed, press, saved, wait_until
from tests.conftest import serving
from tests.pages import own_activity


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_activity.write(tmp_path_factory.mktemp("kit") / "own")


@pytest.fixture(scope="module")
def building(folder: Path, alba: Staff, kit: Path) -> Iterator[Building]:
    with serving(folder, OPEN_ROADS_KIT=str(kit)) as server:
        yield Building(server)


@pytest.fixture
def room(chromium: Browser, building: Building, store: Store, cohort: Cohort, alba: Staff, kit: Path) -> Iterator[Room]:
    """Its lesson asks for two orders and three words, and is open."""
    activity = load_kit(kit).activities[own_activity.SLUG]
    run = runs.start_run(store, alba, cohort.id, activity=activity.slug, activity_version=1, items=activity.items)
    runs.open_items(store, alba, run.id, 1)
    room = Room(chromium, building, store, alba, cohort)
    yield room
    room.leave()


def place(page: Page, item: str, option: int, number: int) -> Locator:
    return keyed(page, f"item_{item}_{option}").locator("[data-testid=stRadioOption]").nth(number - 1)


def rank(page: Page, item: str, *places: int) -> None:
    keyed(page, f"item_{item}_1").wait_for()
    for option, number in enumerate(places, start=1):
        place(page, item, option, number).click()


def word_box(page: Page, number: int) -> Locator:
    return keyed(page, f"item_needs_{number}").get_by_role("textbox")


def test_a_reload_and_other_languages_keep_places_the_tick_and_words(room: Room) -> None:
    learner = room.learner()
    rank(learner, "matters", 2, 3, 1)
    keyed(learner, "item_feels_skip").locator("label").click()
    word_box(learner, 2).fill("Ομάδα")
    before = chosen(learner)
    wait_until(learner, lambda: "Ομάδα" in (learner.evaluate("sessionStorage.getItem('open-roads-seat')") or ""))
    learner.reload()
    keyed(learner, "item_matters_1").wait_for()
    wait_until(
        learner, lambda: chosen(learner) == before and keyed(learner, "item_feels_skip").locator("input").is_checked()
    )
    wait_until(learner, lambda: word_box(learner, 2).input_value() == "Ομάδα")
    learner.locator(".roads-languages a[lang=el]").click()
    learner.locator("html[lang=el]").wait_for(state="attached")
    wait_until(learner, lambda: chosen(learner) == before and word_box(learner, 2).input_value() == "Ομάδα")
    keyed(learner, "item_how_was_this").locator("[data-testid=stRadioOption]").first.click()
    press(learner, "reflect_send")
    saved(learner).wait_for()
    assert room.pending() == 1


def test_a_phone_leads_back_to_a_place_that_was_given_twice(room: Room) -> None:
    learner = room.learner(PHONE)
    forward = learner.locator(".roads-next")
    forward.click()
    rank(learner, "matters", 1, 1, 3)
    assert not keyed(learner, "item_feels_1").is_visible()
    for _ in range(3):
        forward.click()
    press(learner, "reflect_send")
    learner.get_by_text("Still open: place 1 is given twice.").wait_for()
    assert keyed(learner, "item_matters_1").is_visible() and not keyed(learner, "item_needs_1").is_visible()
    width = learner.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


def test_a_keyboard_alone_gives_an_order(room: Room) -> None:
    learner = room.learner()
    keyed(learner, "item_matters_1").locator("input").first.focus()
    for steps in (2, 1, 3):
        for _ in range(steps):
            learner.keyboard.press("ArrowRight")
        learner.keyboard.press("Tab")
    keyed(learner, "item_matters_skip").locator("input:focus").wait_for()
    assert chosen(learner)[:9].count(True) == 3


def test_words_appear_on_a_wall_that_is_open_as_the_teacher_approves_them(room: Room) -> None:
    from data import reflections, texts

    run = runs.current_runs(room.store, room.teacher)[0]
    for number in range(5):
        seat = reflections.new_seat()
        reflections.join(room.store, run.code, seat)
        answers = {item.id: "rather_not_say" for item in run.items} | {"needs": ["team", f"word{number}x"]}
        reflections.send(room.store, run.id, seat, answers)
    runs.close_run(room.store, room.teacher, run.id)
    runs.go_to_step(room.store, room.teacher, run.id, 2)
    runs.reveal(room.store, room.teacher, run.id, 3)
    wall = room.person(WALL)
    wall.goto(f"{room.server.url}/wall?code={run.code}")
    wall.get_by_text("The teacher reads them first").first.wait_for()
    (team,) = texts.waiting_texts(room.store, room.teacher, run.id)
    texts.approve(room.store, room.teacher, team.id)
    wall.locator(".or-word-row", has_text="team").wait_for()
    assert wall.locator(".or-word-row").inner_text().split() == ["5", "team"]


def test_the_small_boxes_for_words_say_who_can_help_too(room: Room) -> None:
    learner = room.learner()
    word_box(learner, 2).fill("suicide")
    learner.get_by_role("status").get_by_text("Are things hard for you, or for a friend?").wait_for()

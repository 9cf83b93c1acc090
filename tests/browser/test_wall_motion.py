"""A chart builds with a short motion: once, and not for whoever asked for less motion."""

from __future__ import annotations

from playwright.sync_api import Page

from data import runs
from tests.browser.conftest import WALL, Room
from tests.browser.walls import charts, open_wall, scenes, show
from tests.pages.ui.moments import at
from tests.pages.visits import learners_send

# How long after the press the last part of the chart has come, in milliseconds; 0 when nothing moves.
LONGEST = """() => Math.max(0, ...document.querySelector(".or-body").getAnimations({ subtree: true })
  .filter((one) => !one.effect.target.classList.contains("or-scene"))
  .map((one) => one.effect.getComputedTiming().endTime))"""
MOVING = "() => document.getAnimations().length"


def test_every_kind_of_chart_builds_in_little_more_than_a_second(room: Room) -> None:
    wall, before = open_wall(room), scenes("en")["talk"]
    for name, given in charts("en").items():
        show(wall, before)
        show(wall, given)
        assert 300 <= wall.evaluate(LONGEST) <= 1200, name


def test_less_motion_means_none(room: Room) -> None:
    wall = open_wall(room, reduced_motion="reduce")
    for name, given in {**charts("en"), **scenes("en")}.items():
        show(wall, given)
        assert wall.evaluate(MOVING) == 0, name


def test_a_chart_that_was_built_is_only_drawn_again(room: Room) -> None:
    wall, given = open_wall(room), charts("en")
    show(wall, given["scale"])
    assert builds(wall)
    show(wall, {**given["scale"], "revision": 7})
    assert not builds(wall)
    show(wall, {**given["scale"], "views": [{"scene": "blank", "text": ""}]})
    show(wall, given["scale"])
    assert not builds(wall)
    show(wall, given["two-way scale"])
    assert builds(wall)


def test_a_reload_does_not_build_the_chart_again(room: Room) -> None:
    revealed_lesson(room)
    wall = room.person(WALL)
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator("[data-scene=reveal]").wait_for()
    assert builds(wall)
    wall.reload()
    wall.locator("[data-scene=reveal]").wait_for()
    assert not builds(wall)


def revealed_lesson(room: Room) -> None:
    """Six have sent, the answers are closed, and the first chart is on the wall."""
    run = runs.require_run(room.store, room.teacher, room.start_lesson())
    room.open_items(run.id)
    learners_send(room.store, run, 6)
    runs.close_run(room.store, room.teacher, run.id)
    runs.go_to_step(room.store, room.teacher, run.id, at("reveal"))
    runs.reveal(room.store, room.teacher, run.id, 1)


def builds(wall: Page) -> bool:
    """Whether the chart moves, or has moved, since it was drawn; then takes the motion away."""
    moving = wall.evaluate(LONGEST) > 0
    wall.evaluate("() => document.getAnimations().forEach((one) => one.cancel())")
    return moving


def test_one_more_approved_word_does_not_build_the_words_again(room: Room) -> None:
    wall, given = open_wall(room, WALL), charts("en")["words"]
    fewer = {**given["views"][0], "words": given["views"][0]["words"][:3]}
    show(wall, {**given, "views": [fewer]})
    assert builds(wall)
    show(wall, given)
    assert not builds(wall)

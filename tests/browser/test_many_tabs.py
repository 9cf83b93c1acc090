"""Following the lesson: many tabs, two teachers' devices, a network without pushes, one that falls silent."""

from __future__ import annotations

import time

from playwright.sync_api import Page

from data import runs
from tests.browser.cable import cable_to
from tests.browser.conftest import LAPTOP, PHONE, WALL, Room, answer_all, keyed, press, radios, saved, wait_until

TABS = 10


def joined_in_tabs(room: Room) -> list[Page]:
    first = room.person(LAPTOP)
    tabs = [first, *(first.context.new_page() for _ in range(TABS - 1))]
    for tab in tabs:
        tab.bring_to_front()  # nobody presses in a tab behind another, and what is not seen is hardly drawn
        tab.goto(f"{room.server.url}/j/{room.cohort.code}")
        press(tab, "reflect_join")
        keyed(tab, "reflect_class").wait_for()
    return tabs


def wall_of(room: Room, page: Page) -> Page:
    page.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    page.locator("[data-scene]").first.wait_for()
    return page


def console_of(room: Room, run_id: str) -> Page:
    page = room.signed_in(room.person(PHONE))
    page.goto(f"{room.server.url}/console?run={run_id}")
    keyed(page, "console_next").wait_for()
    keyed(page, "console_follow").wait_for(state="attached")
    return page


def shows_now(room: Room, wall: Page, run_id: str) -> None:
    revision = runs.require_run(room.store, room.teacher, run_id).revision
    wall.locator(f"[data-revision='{revision}']").wait_for()


def without_pushes(page: Page) -> Page:
    page.context.route_web_socket("**/events?**", lambda socket: socket.close())
    return page


def waited(page: Page) -> Page:
    press(page, "reflect_join")
    keyed(page, "reflect_class").wait_for()
    return page


def test_ten_tabs_of_one_browser_follow_and_send(room: Room) -> None:
    runs.add_places(room.store, room.teacher, run_id := room.start_lesson(), TABS)
    tabs = joined_in_tabs(room)
    room.open_items(run_id)
    for tab in tabs:
        tab.bring_to_front()
        answer_all(tab)
        press(tab, "reflect_send")
        saved(tab).wait_for()
    assert room.pending() == TABS
    runs.end_run(room.store, room.teacher, run_id)
    for tab in tabs:
        tab.get_by_text("The lesson is over").wait_for()


def test_two_devices_of_a_teacher_steer_one_lesson_and_both_show_it_soon(room: Room) -> None:
    run_id = room.start_lesson()
    one, other = console_of(room, run_id), console_of(room, run_id)
    wall = wall_of(room, room.person(WALL))
    for step, page in enumerate((one, other, other, one), start=2):
        press(page, "console_next")
        pressed = time.monotonic()
        for shown in (one, other):
            keyed(shown, "console_wall_now").get_by_text(f"Step {step} of").wait_for()
        shows_now(room, wall, run_id)
        assert time.monotonic() - pressed < 3  # a second on a computer that does nothing else
        page.wait_for_timeout(700)  # two presses of one button within that time count once


def test_without_pushes_everybody_follows_by_asking(room: Room) -> None:
    run_id = room.start_lesson()
    wall = wall_of(room, without_pushes(room.person(WALL)))
    learner = without_pushes(room.person(LAPTOP))
    learner.goto(f"{room.server.url}/j/{room.cohort.code}")
    waited(learner)
    console = without_pushes(room.person(PHONE))
    room.signed_in(console).goto(f"{room.server.url}/console?run={run_id}")
    keyed(console, "console_open").wait_for()
    room.open_items(run_id)
    opened = time.monotonic()
    radios(learner).first.wait_for()
    keyed(console, "console_close").wait_for()
    shows_now(room, wall, run_id)
    assert time.monotonic() - opened < 10


def test_what_is_being_typed_stays_when_the_teacher_wakes_the_page(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner()
    room.open_items(run_id)
    box = learner.locator('[class*="st-key-item_"] textarea')
    box.press_sequentially("How long is ")
    runs.set_doors(room.store, room.teacher, run_id, True)
    runs.start_last_call(room.store, room.teacher, run_id)
    learner.locator(".roads-countdown").wait_for()
    learner.keyboard.type("the day?")
    assert box.input_value() == "How long is the day?"
    learner.get_by_text("My class may read this").click()
    answer_all(learner)
    press(learner, "reflect_send")
    saved(learner).wait_for()
    with room.store.read() as db:
        assert [row["text"] for row in db["pending_texts"].rows] == ["How long is the day?"]


def test_a_press_that_nobody_answers_is_said_and_done_once_the_network_is_back(room: Room) -> None:
    run_id = room.start_lesson()
    room.open_items(run_id)
    with cable_to(room.server.port) as cable:
        learner = room.person(LAPTOP)
        learner.goto(f"{cable.url}/j/{room.cohort.code}")
        press(learner, "reflect_join")
        answer_all(learner)
        cable.silence()
        press(learner, "reflect_send")
        learner.get_by_text("Not connected. Your answers stay on this page.").wait_for()
        cable.mend()
        saved(learner).wait_for()
        learner.locator("#open-roads-connection").wait_for(state="hidden")
    assert room.pending() == 1


def test_what_is_typed_as_soon_as_the_field_is_there_stays(room: Room) -> None:
    room.start_lesson()
    learner = room.person(PHONE)
    learner.goto(room.server.url)
    field = keyed(learner, "reflect_code").locator("input")
    field.press_sequentially(room.cohort.code.lower())
    wait_until(learner, lambda: learner.evaluate("Boolean(window.openRoads?.connection)"))
    assert field.input_value() == room.cohort.code.lower()
    learner.keyboard.press("Enter")
    keyed(learner, "reflect_class").wait_for()

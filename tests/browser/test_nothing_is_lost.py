"""Reload, a dropped network, a restarted server, impatient fingers: what was typed stays, what was sent is one row."""

from __future__ import annotations

import pytest

from data import runs
from tests.browser.conftest import Room, answer_all, chosen, keyed, press, radios, saved, wait_for_items, wait_until


@pytest.fixture
def learner(room: Room):
    run_id = room.start_lesson()
    page = room.learner()
    room.open_items(run_id)
    radios(page).first.wait_for()
    return page


def text_box(page):
    return page.locator('[class*="st-key-item_"] textarea')


def test_a_reload_brings_every_answer_back(room: Room, learner) -> None:
    answer_all(learner, choice=2)
    text_box(learner).press_sequentially("How long is")
    before = chosen(learner)
    wait_until(learner, lambda: "How long is" in (learner.evaluate("sessionStorage.getItem('open-roads-seat')") or ""))
    learner.reload()
    radios(learner).first.wait_for()
    wait_until(learner, lambda: chosen(learner) == before)
    assert text_box(learner).input_value() == "How long is"
    press(learner, "reflect_send")
    saved(learner).wait_for()
    assert room.pending() == 1


def test_a_server_that_comes_back_finds_the_answers_on_the_page(room: Room, learner) -> None:
    answer_all(learner)
    text_box(learner).fill("How long is the day?")
    before = chosen(learner)
    room.server.stop()
    learner.locator("#open-roads-connection:not([hidden])").wait_for()
    room.start_server_again()
    wait_until(learner, lambda: keyed(learner, "reflect_send").get_by_role("button").is_enabled(), 40)
    wait_until(learner, lambda: chosen(learner) == before)
    assert text_box(learner).input_value() == "How long is the day?"
    press(learner, "reflect_send")
    saved(learner).wait_for()
    assert room.pending() == 1


def test_a_page_loaded_anew_before_the_server_went_knows_after_it_whose_it_is(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner()
    room.open_items(run_id)
    for act in (learner.reload, room.kill_server, room.start_server_again):
        wait_for_items(learner)
        keyed(learner, "reflect_doubt").wait_for(state="detached")
        act()
    runs.start_last_call(room.store, room.teacher, run_id)
    learner.locator(".roads-countdown").wait_for()
    keyed(learner, "reflect_doubt").wait_for(state="detached")


@pytest.mark.parametrize("gap", [0, 100, 300, 600])
def test_two_presses_of_send_are_one_reflection(room: Room, learner, gap: int) -> None:
    answer_all(learner)
    send = keyed(learner, "reflect_send").get_by_role("button").element_handle()
    learner.evaluate("([b, gap]) => { b.click(); setTimeout(() => b.click(), gap) }", [send, gap])
    saved(learner).wait_for()
    assert room.pending() == 1


def test_the_second_half_of_a_double_click_presses_nothing_of_the_next_screen(room: Room, learner) -> None:
    answer_all(learner)
    press(learner, "reflect_send")
    saved(learner).wait_for()
    for key in ("reflect_done", "reflect_again"):
        keyed(learner, key).get_by_role("button").dispatch_event("click", {"detail": 2})
    assert saved(learner).is_visible()
    press(learner, "reflect_again")
    radios(learner).first.wait_for()


def test_after_sending_the_tick_is_in_sight_and_no_answer(learner) -> None:
    answer_all(learner)
    press(learner, "reflect_send")
    learner.locator(".roads-sheet").wait_for()
    assert learner.locator("[data-testid=stMain]").evaluate("main => main.scrollTop") == 0
    assert learner.locator(".roads-sheet dl").evaluate("list => list.getBoundingClientRect().top > innerHeight")


def test_two_presses_of_join_are_one_seat(room: Room) -> None:
    room.start_lesson()
    learner = room.person({"width": 390, "height": 844})
    learner.goto(f"{room.server.url}/j/{room.cohort.code}")
    keyed(learner, "reflect_join").get_by_role("button").dblclick()
    learner.wait_for_url("**seat=**")
    with room.store.read() as db:
        assert db["pending_seats"].count == 1


def test_the_same_seat_in_two_tabs_sends_once(room: Room, learner) -> None:
    answer_all(learner)
    second = learner.context.new_page()
    second.goto(learner.url)
    press(second, "reflect_same_place")
    answer_all(second, choice=2)
    for page in (learner, second):
        press(page, "reflect_send")
        saved(page).wait_for()
    assert room.pending() == 1


def test_a_language_switch_loses_no_answer(room: Room, learner) -> None:
    answer_all(learner, choice=2)
    text_box(learner).fill("How long is the day?")
    before = chosen(learner)
    for language in ("el", "es", "en"):
        learner.locator(f".roads-languages a[lang={language}]").click()
        learner.locator(f"html[lang={language}]").wait_for(state="attached")
        wait_until(learner, lambda: chosen(learner) == before)
        assert text_box(learner).input_value() == "How long is the day?"
    press(learner, "reflect_send")
    saved(learner).wait_for()

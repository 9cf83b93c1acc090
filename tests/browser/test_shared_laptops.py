"""One laptop, one learner after the other: whatever the next one tries, nothing of the former one is to be seen."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from data import runs
from tests.browser.conftest import Room, answer_all, chosen, keyed, press, radios, saved, wait_until

SECRET = "What if nobody likes me?"
KEPT = "({...sessionStorage, ...localStorage})"


@pytest.fixture
def run_id(room: Room) -> str:
    run_id = room.start_lesson()
    room.open_items(run_id)
    return run_id


@pytest.fixture
def former(room: Room, run_id: str) -> Page:
    """The page of somebody who has answered, and not yet sent."""
    page = room.learner()
    answer_all(page, choice=2)
    text_box(page).fill(SECRET)
    wait_until(page, lambda: SECRET in (draft(page) or ""))
    return page


@pytest.fixture
def left(former: Page) -> Iterator[str]:
    """The address of a seat whose person sent, pressed "I'm done" and went away."""
    send(former)
    seat = former.url
    press(former, "reflect_done")
    keyed(former, "reflect_join").wait_for()
    yield seat


def text_box(page: Page):
    return page.locator('[class*="st-key-item_"] textarea')


def draft(page: Page) -> str | None:
    return page.evaluate("sessionStorage.getItem('open-roads-seat')")


def send(page: Page) -> None:
    press(page, "reflect_send")
    saved(page).wait_for()
    page.locator(".roads-sheet").wait_for()


def shows_nothing(page: Page) -> None:
    """A page for the next person: asked for the code, or who is there, with no trace of the one before."""
    keyed(page, "reflect_join").or_(keyed(page, "reflect_newcomer")).first.wait_for()
    assert not any(chosen(page)) and page.locator(".roads-sheet").count() == 0
    assert SECRET not in page.locator("html").inner_text() + json.dumps(page.evaluate(KEPT))


def opened(page: Page, address: str) -> Page:
    """The address in a new tab of the same browser, as a bookmark, the history or a tab brought back opens it."""
    tab = page.context.new_page()
    tab.goto(address)
    return tab


def brought_back(page: Page, seconds: int) -> Page:
    """The tab as a browser restores it: the address, what the tab had stored, and a clock that has gone on."""
    address, stored = page.url, page.evaluate("JSON.stringify(sessionStorage)")
    page.close()
    tab = page.context.new_page()
    past = f"Date.now = (now => () => now() + {seconds} * 1000)(Date.now)"
    tab.add_init_script(f"if (!sessionStorage.length) Object.assign(sessionStorage, {stored}); {past}")
    tab.goto(address)
    return tab


def test_every_step_back_and_forward_shows_nothing(former: Page, left: str) -> None:
    entries = former.evaluate("history.length") - 1  # without the empty page that every tab begins with
    assert entries > 2
    for move in ("back", "forward"):
        for _ in range(entries - 1):
            former.evaluate(f"history.{move}()")
            shows_nothing(former)
            former.reload()
            shows_nothing(former)
            assert "seat=" not in former.url


def test_the_seats_address_opened_again_shows_nothing(former: Page, left: str) -> None:
    shows_nothing(opened(former, left))
    former.goto(left)
    shows_nothing(former)


def test_a_closed_tab_brought_back_after_done_shows_nothing(former: Page, left: str) -> None:
    tab = former.context.new_page()
    tab.add_init_script(f"sessionStorage.setItem('open-roads-seat', '{json.dumps({'seat': left.rpartition('=')[2]})}')")
    tab.goto(left)
    shows_nothing(tab)


def test_the_next_learner_in_the_same_tab_has_a_fresh_seat_and_empty_fields(
    room: Room, former: Page, left: str
) -> None:
    former.goto(f"{room.server.url}/j/{room.cohort.code}")
    press(former, "reflect_join")
    former.wait_for_url("**seat=**")
    radios(former).first.wait_for()
    assert former.url != left and not any(chosen(former)) and text_box(former).input_value() == ""
    press(former, "reflect_skip_all")
    saved(former).wait_for()
    assert room.pending() == 2


def test_no_field_lets_the_browser_offer_what_was_typed(former: Page) -> None:
    fields = former.locator("textarea, input[type=text]")
    for field in fields.all():
        field.focus()
    assert fields.evaluate_all("all => all.map(one => one.autocomplete)") == ["off"] * fields.count()


def test_sending_takes_the_draft_with_it(former: Page) -> None:
    send(former)
    assert set(json.loads(draft(former) or "")) == {"seat"}


def test_a_reload_after_sending_shows_no_answer(former: Page) -> None:
    send(former)
    former.reload()
    saved(former).wait_for()
    assert former.locator(".roads-sheet").count() == 0 and SECRET not in former.locator("html").inner_text()


def test_who_walks_away_leaves_nothing_to_the_next_who_opens_the_class_code(room: Room, former: Page) -> None:
    send(former)
    seat = former.url
    former.goto(f"{room.server.url}/j/{room.cohort.code}")
    shows_nothing(former)
    wait_until(former, lambda: draft(former) is None)  # the page stands a moment before its script has begun
    former.go_back()
    shows_nothing(former)
    shows_nothing(opened(former, seat))


def test_a_forgotten_tab_brought_back_asks_who_is_there(room: Room, former: Page) -> None:
    tab = brought_back(former, seconds=40)
    keyed(tab, "reflect_newcomer").wait_for()
    assert not any(chosen(tab)) and SECRET not in tab.locator("html").inner_text()
    press(tab, "reflect_new_place")
    keyed(tab, "reflect_newcomer").wait_for(state="detached")
    shows_nothing(tab)
    press(tab, "reflect_join")
    radios(tab).first.wait_for()
    assert not any(chosen(tab)) and SECRET not in json.dumps(tab.evaluate(KEPT))


def test_the_same_person_has_the_answers_back_after_the_question(former: Page) -> None:
    before = chosen(former)
    tab = brought_back(former, seconds=40)
    press(tab, "reflect_same_place")
    wait_until(tab, lambda: chosen(tab) == before)
    assert text_box(tab).input_value() == SECRET
    send(tab)


def test_a_copy_of_the_tab_is_cleared_with_it(former: Page) -> None:
    copy = former.context.new_page()
    stored = former.evaluate("JSON.stringify(sessionStorage)")
    copy.add_init_script(f"if (!sessionStorage.length) Object.assign(sessionStorage, {stored})")
    copy.goto(former.url)
    wait_until(copy, lambda: chosen(copy) == chosen(former) and any(chosen(copy)))
    send(former)
    press(former, "reflect_done")
    shows_nothing(copy)


def test_a_page_from_the_browsers_memory_is_loaded_anew(former: Page) -> None:
    send(former)
    former.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert former.evaluate("document.body.hidden")
    with former.expect_navigation():
        former.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    saved(former).wait_for()
    assert former.locator(".roads-sheet").count() == 0


@pytest.mark.parametrize("is_own", [False, True])
def test_with_the_lesson_the_sheet_goes_from_a_device_that_is_not_ones_own(
    room: Room, run_id: str, former: Page, is_own: bool
) -> None:
    send(former)
    former.get_by_label("This is my own device").set_checked(is_own)
    runs.close_run(room.store, room.teacher, run_id)
    former.get_by_text("The lesson is closed").wait_for()
    assert former.locator(".roads-sheet").count() == 1
    runs.end_run(room.store, room.teacher, run_id)
    former.get_by_text("The lesson is over").wait_for()
    assert former.locator(".roads-sheet").count() == is_own

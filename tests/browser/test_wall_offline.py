"""The wall while the server is away: it stays, ticks on, says so quietly, and comes back by itself."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from data import runs, timers
from tests.browser.conftest import WALL, Room, wait_until
from tests.browser.walls import open_wall
from tests.pages.ui.moments import moment, payload

# What a person would see in front of the wall, at five places of the screen.
IN_FRONT = """() => [[.5, .5], [.5, .05], [.05, .5], [.95, .95], [.5, .95]]
  .map(([x, y]) => document.elementFromPoint(innerWidth * x, innerHeight * y))
  .filter((one) => !one?.closest(".or-wall")).map((one) => one?.outerHTML.slice(0, 80))"""


def test_without_a_server_the_wall_ticks_on_and_comes_back_on_the_right_step(room: Room) -> None:
    run_id = room.start_lesson(step=1)
    timers.set_timer(room.store, room.teacher, run_id, 600)
    wall = room.person(WALL)
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    expect(wall.locator(".or-clock")).to_contain_text("9:")
    room.server.stop()
    expect(wall.locator(".or-offline")).to_contain_text("No connection just now.")
    shown = wall.locator(".or-clock").inner_text()
    expect(wall.locator(".or-clock")).not_to_have_text(shown)
    wall.locator('[data-testid="stDialog"]').wait_for(state="attached")
    assert wall.evaluate(IN_FRONT) == [] and is_heard(wall)
    runs.go_to_step(room.store, room.teacher, run_id, 4)
    room.start_server_again()
    expect(wall.get_by_text("Step 5 of 10")).to_be_visible(timeout=60_000)
    expect(wall.locator(".or-offline")).to_be_empty()
    assert wall.evaluate(IN_FRONT) == []


def is_heard(wall: Page) -> bool:
    """Streamlit's window, though unseen, hides what is beside it from screen readers; not the wall."""
    return not wall.evaluate("() => Boolean(document.querySelector('.or-wall').closest('[aria-hidden=true], [inert]'))")


def test_nothing_of_the_page_around_the_wall_is_seen(room: Room) -> None:
    room.start_lesson()
    wall = room.person(WALL)
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator(".or-ready").wait_for()
    assert wall.evaluate(IN_FRONT) == []
    expect(wall.locator('[data-testid="stHeader"], [data-testid="stToolbar"]').locator("visible=true")).to_have_count(0)


def test_a_key_pressed_while_offline_does_nothing_later(room: Room) -> None:
    run_id = room.start_lesson(step=1)
    wall = room.signed_in(room.person(WALL))
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator(".or-ready").wait_for()
    room.server.stop()
    expect(wall.locator(".or-offline")).not_to_be_empty()
    wall.keyboard.press("PageDown")
    room.start_server_again()
    expect(wall.locator(".or-offline")).to_be_empty(timeout=60_000)
    wall.keyboard.press("PageDown")
    wait_until(wall, lambda: runs.require_run(room.store, room.teacher, run_id).step > 1)
    assert runs.require_run(room.store, room.teacher, run_id).step == 2


# What the wall reports to the server, which answers nothing here; two changes are heard right after the press.
REPORTS = """async (given) => {
  const wall = document.querySelector(".or-wall").parentElement.openRoadsWall, told = [];
  const wait = () => new Promise((go) => setTimeout(go, 400));
  wall.show(given, (name) => told.push(name));
  wall.send("next");
  wall.heard(98);
  await wait();
  wall.heard(99);
  await wait();
  const before = [...told];
  wall.show({ ...given, revision: 98 }, (name) => told.push(name));
  wall.heard(99);
  await wait();
  return [before, told];
}"""


def test_a_key_press_is_answered_before_the_wall_asks_for_anything_else(room: Room) -> None:
    wall = open_wall(room)
    before, told = wall.evaluate(REPORTS, payload(moment(step=1), steering=True))
    assert before == ["key"] and told == ["key", "changed"]

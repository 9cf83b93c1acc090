"""The network check with a browser as the phone: as if behind a proxy, since a test has one computer only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from data.staff import Staff
from tests.browser.conftest import LAPTOP, PHONE, Building, Room, keyed, press, wait_until
from tests.browser.test_printing import paper, printed  # noqa: F401
from tests.conftest import Server, serving

ANOTHER_DEVICE = {"extra_http_headers": {"X-Forwarded-For": "203.0.113.9"}}


@pytest.fixture(scope="module")
def building(folder: Path, alba: Staff) -> Iterator[Building]:
    """With a name for the server, so that the page has something to show on a computer without a network, too."""
    with serving(folder, OPEN_ROADS_ADDRESS="roads.test") as server:
        yield Building(server)


@pytest.fixture
def teacher(room: Room) -> Page:
    page = room.signed_in(room.person(LAPTOP))
    page.goto(f"{room.server.url}/network?lang=en")
    page.locator(".roads-network-square").wait_for()
    return page


def way_in(room: Room, teacher: Page) -> str:
    """The address on the teacher's page, by the name that this computer has for itself."""
    token = teacher.locator(".roads-network-address").inner_text().rpartition("/")[2]
    return f"{room.server.url}/in/{token}"


def test_the_teacher_hears_of_a_phone_within_two_seconds(room: Room, teacher: Page) -> None:
    phone = room.person(PHONE, **ANOTHER_DEVICE)
    phone.goto(way_in(room, teacher))
    phone.get_by_role("heading", name="You are in.").wait_for()
    teacher.get_by_text("A phone has got in.").wait_for(timeout=2000)
    assert phone.context.cookies() == []


def test_a_phone_without_scripts_gets_in_too(room: Room, teacher: Page) -> None:
    phone = room.person(PHONE, java_script_enabled=False, **ANOTHER_DEVICE)
    phone.goto(way_in(room, teacher))
    assert phone.locator("h1").inner_text() == "You are in."
    teacher.get_by_text("A phone has got in.").wait_for()


def test_the_page_on_a_phone_needs_no_scrolling_and_says_nothing_of_sockets_that_work(
    room: Room, teacher: Page
) -> None:
    phone = room.person({"width": 320, "height": 480}, **ANOTHER_DEVICE)
    with phone.expect_websocket() as socket:
        phone.goto(way_in(room, teacher))
    wait_until(phone, socket.value.is_closed)
    assert phone.locator("#socket").is_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_where_a_proxy_swallows_sockets_the_phone_says_so(room: Room, teacher: Page) -> None:
    phone = room.person(PHONE, **ANOTHER_DEVICE)
    phone.add_init_script("window.WebSocket = class { constructor() { setTimeout(() => this.onerror(), 0); } };")
    phone.goto(way_in(room, teacher))
    phone.get_by_text("WebSocket").wait_for()


def test_the_causes_stay_open_while_the_page_goes_on_listening(room: Room, teacher: Page) -> None:
    press(teacher, "network_why")
    keyed(teacher, "network_cause_5").wait_for()
    room.person(PHONE, **ANOTHER_DEVICE).goto(way_in(room, teacher))
    teacher.get_by_text("A phone has got in.").wait_for()
    teacher.get_by_text("What if another phone does not get in?").click()
    before = teacher.get_by_text("opened once").count()
    room.person(PHONE, **ANOTHER_DEVICE).goto(way_in(room, teacher))
    teacher.get_by_text("opened 2 times").wait_for()
    assert before == 1 and keyed(teacher, "network_cause_1").is_visible()


@pytest.mark.parametrize("sheet", ["network-recipe", "letter-to-it"])
@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_each_paper_is_one_page(paper: Page, sheet: str, language: str) -> None:  # noqa: F811
    assert printed(paper, f"/print/{sheet}?lang={language}") == 1


def test_choosing_everything_copies_the_letter_alone(chromium: Browser, shared_server: Server) -> None:
    with chromium.new_context(viewport=LAPTOP) as context:
        page = context.new_page()
        page.goto(f"{shared_server.url}/print/letter-to-it?lang=en")
        page.keyboard.press("Control+a")
        copied = page.evaluate("getSelection().toString()")
    assert copied.strip().startswith("To the school's IT") and "To print" not in copied

"""A real browser on the running server: Chromium, driven by Playwright, with a log of every request it made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from data import runs, staff
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store, close_stores, the_store
from kit_content.schema import Activity
from pages import cookies
from starting.tests import find_chromium
from tests.conftest import PASSPHRASE, Server, add_teacher, make_school, serving
from tests.kit import shipped_kit

SLUG = "advert-under-the-lamp"
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
WALL = {"width": 1280, "height": 720}
_ARGUMENTS = (
    "--no-sandbox",  # the suite may run as root, where Chromium refuses its own sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = find_chromium()
    assert found, "Chromium is missing: `python start.py test` installs it or says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield browser
        browser.close()


# One school and one server for the tests of a file: a start costs more than most of the lessons. Every test has a
# class of its own, and leaves no run open.
@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("school") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPEN_ROADS_DATA", str(path))
        yield path
        close_stores()


@pytest.fixture(scope="module")
def store(folder: Path) -> Store:
    return the_store()


@pytest.fixture(scope="module")
def chara(store: Store, passphrase_hash: str) -> Staff:
    return make_school(store, passphrase_hash)


@pytest.fixture(scope="module")
def alba(store: Store, chara: Staff, passphrase_hash: str) -> Staff:
    return add_teacher(store, chara, "Alba", passphrase_hash)


@dataclass
class Building:
    """The server of a file's lessons: another one once a test has stopped it."""

    server: Server
    later: ExitStack = field(default_factory=ExitStack)

    def start_again(self) -> None:
        self.server = self.later.enter_context(serving(self.server.folder, port=self.server.port))


@pytest.fixture(scope="module")
def building(folder: Path, alba: Staff) -> Iterator[Building]:
    with ExitStack() as later:
        yield Building(later.enter_context(serving(folder)), later)


@dataclass
class Room:
    """The browsers of one lesson. `requests` are the addresses that they asked for, `cookies` what learners hold."""

    browser: Browser
    building: Building
    store: Store
    teacher: Staff
    cohort: Cohort
    contexts: list[BrowserContext] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def server(self) -> Server:
        return self.building.server

    @property
    def activity(self) -> Activity:
        return shipped_kit().activities[SLUG]

    def person(self, size: dict[str, int], **settings: object) -> Page:
        context = self.browser.new_context(viewport=size, **settings)
        context.set_default_timeout(20_000)
        context.on("request", lambda request: self.requests.append(request.url))
        self.contexts.append(context)
        page = context.new_page()
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        return page

    def start_lesson(self, step: int = 0) -> str:
        return runs.start_run(
            self.store,
            self.teacher,
            self.cohort.id,
            activity=SLUG,
            activity_version=self.activity.version,
            items=self.activity.items,
            trade="metal",
            step=step,
        ).id

    def open_items(self, run_id: str) -> None:
        reflect = next(place for place, step in enumerate(self.activity.steps) if step.kind == "reflect")
        runs.open_items(self.store, self.teacher, run_id, reflect)

    def learner(self, size: dict[str, int] = LAPTOP, **settings: object) -> Page:
        """A learner who has followed the code on the wall and joined."""
        page = self.person(size, **settings)
        page.goto(f"{self.server.url}/j/{self.cohort.code}")
        press(page, "reflect_join")
        page.wait_for_url("**seat=**")
        return page

    def signed_in(self, page: Page) -> Page:
        """The page of a browser that holds the teacher's cookie, as signing in leaves it there."""
        page.context.add_cookies([staff_cookie(self.store, self.teacher, self.server.url)])
        return page

    def sign_in(self, page: Page) -> Page:
        """The page of a teacher who has signed in by hand."""
        page.goto(f"{self.server.url}/sign-in")
        keyed(page, "sign_in_name").get_by_role("textbox").fill(self.teacher.name)
        keyed(page, "sign_in_passphrase").locator("input").fill(PASSPHRASE)
        press(page, "sign_in_enter")
        page.wait_for_url("**/classes")
        wait_until(page, lambda: bool(page.context.cookies()))
        return page

    def kill_server(self) -> None:
        """As a power cut does."""
        self.server.process.kill()
        self.server.process.wait()

    def start_server_again(self) -> None:
        self.building.start_again()

    def leave(self) -> None:
        for context in self.contexts:
            context.close()
        for run in runs.list_runs(self.store, self.teacher, self.cohort.id):
            if run.state not in ("closed", "discarded"):
                runs.discard_run(self.store, self.teacher, run.id)
        if self.server.process.poll() is not None:
            self.building.start_again()

    def pending(self) -> int:
        with self.store.read() as db:
            return int(db["pending_reflections"].count)


@pytest.fixture
def room(chromium: Browser, building: Building, store: Store, alba: Staff, cohort: Cohort) -> Iterator[Room]:
    room = Room(chromium, building, store, alba, cohort)
    yield room
    room.leave()


def staff_cookie(store: Store, person: Staff, url: str) -> Any:
    """What a browser holds once this person has signed in at that address."""
    value = staff.cookie_for_ticket(store, staff.make_ticket(store, person))
    return {"name": cookies.STAFF, "value": str(value), "url": url}


def keyed(page: Page, key: str) -> Locator:
    """The widget or container with that key."""
    return page.locator(f".st-key-{key}")


def press(page: Page, key: str) -> None:
    keyed(page, key).get_by_role("button").first.click()


def wait_until(page: Page, condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something outside the page, looking again every twentieth of a second."""
    for _ in range(int(seconds * 20)):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("the condition did not come true")


def radios(page: Page) -> Locator:
    return page.locator('[class*="st-key-item_"] [role=radiogroup]')


# Streamlit fetches the script of each kind of widget when it first meets one, and leaves its place empty until then.
_ALL_THERE = """() => {
  const boxes = [...document.querySelectorAll('[class*="st-key-item_"], [class*="st-key-share_"]')];
  return boxes.length && document.querySelector(".st-key-reflect_send")
    && boxes.every((box) => box.querySelector("input, textarea, button"));
}"""


def wait_for_items(page: Page) -> None:
    page.wait_for_function(_ALL_THERE)


def answer_all(page: Page, choice: int = 1) -> None:
    """Choose the same place in every item that is a choice, as a laptop shows them: all on one page."""
    wait_for_items(page)
    radios(page).evaluate_all("(all, at) => all.forEach((one) => one.querySelectorAll('label')[at].click())", choice)
    pills = page.locator('[class*="st-key-item_"] [data-testid=stButtonGroup]')
    for at in range(pills.count()):
        pills.nth(at).get_by_role("button").nth(choice).click()


def chosen(page: Page) -> list[bool]:
    """For every radio of the page, whether it is chosen."""
    return page.locator('[class*="st-key-item_"] input[type=radio]').evaluate_all("all => all.map(one => one.checked)")


def saved(page: Page) -> Locator:
    return page.locator("[data-testid=stAlertContentSuccess]")

"""The script of the staff's pages, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from data.staff import Staff
from data.store import Store
from tests.conftest import PASSPHRASE, Server, serving


@pytest.fixture
def tab(server: Server, alba: Staff, chromium) -> Iterator[Page]:
    """Chromium on the sign-in page."""
    page = chromium.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{server.url}/sign-in")
    page.get_by_label("Your name").first.wait_for()
    yield page
    page.close()


def sign_in(tab: Page) -> None:
    tab.get_by_label("Your name").first.fill("Alba")
    tab.get_by_label("Passphrase").first.fill(PASSPHRASE)
    with tab.expect_response("**/staff/cookie") as answer:
        tab.keyboard.press("Enter")
    assert answer.value.status == 204


def test_enter_signs_in_and_a_reload_keeps_it(tab: Page) -> None:
    sign_in(tab)
    (cookie,) = tab.context.cookies()
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    tab.reload()
    expect(tab.get_by_role("heading", name="Classes")).to_be_visible()


def test_signing_out_empties_the_browser(tab: Page, server: Server) -> None:
    sign_in(tab)
    tab.goto(f"{server.url}/sign-in")
    with tab.expect_response("**/staff/sign-out"):
        tab.get_by_role("button", name="Sign out").click()
    assert tab.context.cookies() == []
    tab.goto(f"{server.url}/classes")
    expect(tab.get_by_text("Please sign in.")).to_be_visible()


def test_a_lost_server_is_said_in_our_own_words_until_it_is_back(tab: Page, server: Server, store: Store) -> None:
    server.stop()
    banner = tab.get_by_text("Not connected.")
    expect(banner).to_be_visible(timeout=10_000)
    tab.locator('[data-testid="stDialog"]').wait_for(state="attached")
    expect(tab.locator('[data-testid="stDialog"]')).to_be_hidden()
    with serving(server.folder, port=server.port):
        expect(banner).to_be_hidden(timeout=60_000)


def test_a_switch_of_language_changes_the_pages_own_language(tab: Page) -> None:
    tab.get_by_text("Ελληνικά").click()
    expect(tab.locator("html")).to_have_attribute("lang", "el", timeout=20_000)

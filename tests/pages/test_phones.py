"""How a phone is paired over plain HTTP: looking uses nothing up, pressing the button does, and only from here."""

from __future__ import annotations

import pytest

from data import phones, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.conftest import Server
from tests.pages.visits import start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture
def address(store: Store, alba: Staff, run: Run) -> str:
    return f"/pair/{phones.invite(store, alba, run.id)}"


def test_looking_at_an_invitation_uses_nothing_up_and_sets_no_cookie(server: Server, address: str) -> None:
    for method in ("HEAD", "GET", "GET"):
        answer = server.ask(address, method)
        assert (answer.status, answer.cookies, answer.headers["cache-control"]) == (200, (), "no-store")
    assert "Pair this phone" in answer.text and 'name="referrer" content="strict-origin"' in answer.text
    assert server.ask(address, "POST", Origin=server.url).status == 303


def test_the_button_pairs_the_phone_once(server: Server, store: Store, alba: Staff, run: Run, address: str) -> None:
    first, second = (server.ask(address, "POST", Origin=server.url) for _ in range(2))
    assert (first.status, first.headers["location"]) == (303, f"/console?run={run.id}&lang=en")
    (cookie,) = first.cookies
    name, _equals, value = cookie.split(";")[0].partition("=")
    assert name == "open_roads_phone"
    assert {"httponly", "samesite=strict", "max-age=28800", "path=/"} <= set(cookie.lower().split("; "))
    held = phones.holder_of(store, value)
    assert held is not None and (held.id, held.only_run) == (alba.id, run.id)
    assert (second.status, second.cookies) == (404, ()) and "no longer good" in second.text
    back = server.ask(address, Cookie=f"{name}={value}")
    assert (back.status, back.headers["location"]) == (303, first.headers["location"])


def test_another_page_cannot_press_the_button(server: Server, store: Store, address: str) -> None:
    for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
        answer = server.ask(address, "POST", **headers)
        assert (answer.status, answer.cookies) == (403, ())
    assert phones.is_good(store, address.removeprefix("/pair/"))


@pytest.mark.parametrize("invitation", ("made-up", "x" * 5000, "%C3%A9"))
@pytest.mark.parametrize("method", ("GET", "POST"))
def test_a_made_up_invitation_pairs_nothing(shared_server: Server, invitation: str, method: str) -> None:
    answer = shared_server.ask(f"/pair/{invitation}", method, Origin=shared_server.url)
    assert (answer.status, answer.cookies) == (404, ())


def test_an_invitation_of_an_ended_lesson_says_what_to_do(
    server: Server, store: Store, alba: Staff, run: Run, address: str
) -> None:
    runs.end_run(store, alba, run.id)
    for answer in (server.ask(address), server.ask(address, "POST", Origin=server.url)):
        assert (answer.status, answer.cookies) == (404, ()) and "scan the new code" in answer.text


def test_the_phone_keeps_the_language_of_the_laptop(server: Server, address: str) -> None:
    assert '<html lang="el"' in server.ask(f"{address}?lang=el").text
    answer = server.ask(f"{address}?lang=el", "POST", Origin=server.url)
    assert answer.headers["location"].endswith("&lang=el")

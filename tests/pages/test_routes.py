"""Plain HTTP: health, short links, and the staff cookie."""

from __future__ import annotations

import json

import pytest

from data import staff
from data.staff import Staff
from data.store import Store
from pages.routes import VERSION
from tests.conftest import Server


def test_a_running_server_is_well(shared_server: Server) -> None:
    answer = shared_server.ask("/healthz")
    assert answer.status == 200
    assert json.loads(answer.body) == {"status": "ok", "version": VERSION, "set_up": False}


def test_a_server_whose_data_is_gone_is_not_well(server: Server) -> None:
    server.folder.rename(server.folder.with_name("elsewhere"))
    answer = server.ask("/healthz")
    said = json.loads(answer.body)
    assert answer.status == 503
    assert said["status"] == "error" and str(server.folder) not in answer.text and said["reason"]


@pytest.mark.parametrize(
    ("path", "goal"),
    [
        ("/j/K7QM4T", "/?code=K7QM4T"),
        ("/j/k7q%20m4t", "/?code=k7q+m4t"),
        ("/j/K7QM4T?lang=el", "/?code=K7QM4T&lang=el"),
        ("/j/a%26b%3Dc%23", "/?code=a%26b%3Dc%23"),
        ("/j/%0d%0aSet-Cookie:x", "/?code=%0D%0ASet-Cookie%3Ax"),
    ],
)
def test_a_short_link_leads_to_the_start_with_the_code(shared_server: Server, path: str, goal: str) -> None:
    answer = shared_server.ask(path)
    assert (answer.status, answer.headers["location"], answer.cookies) == (307, goal, ())


def test_a_ticket_buys_one_cookie(server: Server, store: Store, alba: Staff) -> None:
    ticket = staff.make_ticket(store, alba)
    first, second = (server.ask("/staff/cookie", "POST", ticket, Origin=server.url) for _ in range(2))
    assert (first.status, second.status, second.cookies) == (204, 403, ())
    (cookie,) = first.cookies
    assert cookie.startswith("open_roads_staff=")
    assert {"httponly", "samesite=strict", "max-age=28800", "path=/"} <= set(cookie.lower().split("; "))
    assert staff.staff_for_cookie(store, cookie.split(";")[0].split("=", 1)[1]) == alba


@pytest.mark.parametrize("ticket", ("", "made-up", "x" * 5000, "é"))
def test_a_made_up_ticket_buys_nothing(shared_server: Server, ticket: str) -> None:
    answer = shared_server.ask("/staff/cookie", "POST", ticket.encode(), Origin=shared_server.url)
    assert (answer.status, answer.cookies) == (403, ())


@pytest.mark.parametrize("path", ("/staff/cookie", "/staff/sign-out"))
@pytest.mark.parametrize("headers", ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}))
def test_only_our_own_pages_may_post(shared_server: Server, path: str, headers: dict[str, str]) -> None:
    answer = shared_server.ask(path, "POST", "x", **headers)
    assert (answer.status, answer.cookies) == (403, ())


@pytest.mark.parametrize("path", ("/staff/cookie", "/staff/sign-out"))
def test_a_link_cannot_sign_anybody_in_or_out(shared_server: Server, path: str) -> None:
    assert shared_server.ask(path).status in (404, 405)


def test_signing_out_ends_the_cookie_on_the_server_too(server: Server, store: Store, alba: Staff) -> None:
    value = staff.cookie_for_ticket(store, staff.make_ticket(store, alba))
    answer = server.ask("/staff/sign-out", "POST", Origin=server.url, Cookie=f"open_roads_staff={value}")
    assert answer.status == 204 and "max-age=0" in answer.cookies[0].lower()
    assert value and staff.staff_for_cookie(store, value) is None

"""The address that a phone opens in the network check: a plain page, and a number for the teacher. Nothing else."""

from __future__ import annotations

import re

import pytest
from starlette.requests import Request
from starlette.responses import Response

from pages.arrivals import arrive
from pages.ui import address, network_check
from tests.conftest import Server
from tests.pages.networks import CABLE, PHONE, WIFI, Plug


@pytest.fixture(autouse=True)
def room(plug: Plug) -> None:
    plug(WIFI, CABLE)


def ask(token: str, host: str = f"{WIFI}:8501", client: str = PHONE, method: str = "GET", **headers: str) -> Response:
    named = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return arrive(
        Request(
            {
                "type": "http",
                "method": method,
                "path_params": {"token": token},
                "query_string": b"",
                "headers": [(name.encode(), value.encode()) for name, value in named.items()],
                "client": (client, 50000),
            }
        )
    )


def text(response: Response) -> str:
    return bytes(response.body).decode()


def test_a_phone_is_told_that_it_is_in_and_the_teacher_that_one_came() -> None:
    check = network_check.begin()
    response = ask(check.token)
    assert response.status_code == 200 and "<h1>You are in.</h1>" in text(response)
    assert (check.arrivals, check.reached) == (1, WIFI)


def test_the_token_may_be_typed_as_people_type_it() -> None:
    check = network_check.begin()
    ask(f" {check.token.lower()}")
    assert check.arrivals == 1


def test_the_address_that_worked_comes_first_from_then_on() -> None:
    ask(network_check.begin().token, host=f"{CABLE}:8501")
    assert address.own_addresses() == [CABLE, WIFI]


@pytest.mark.parametrize("client", ["127.0.0.1", "::1", WIFI, f"::ffff:{WIFI}"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", f"{WIFI}:8501"])
def test_this_computers_own_browser_proves_nothing(client: str, host: str) -> None:
    check = network_check.begin()
    assert "You are in." not in text(ask(check.token, host=host, client=client))
    assert check.arrivals == 0 and address.own_addresses() == [WIFI, CABLE]


def test_behind_the_schools_proxy_a_phone_counts() -> None:
    check = network_check.begin()
    ask(check.token, host="roads.school.example", client="127.0.0.1")
    ask(check.token, client="127.0.0.1", x_forwarded_for=f"{PHONE}, 10.0.0.1")
    assert check.arrivals == 2


def test_a_new_check_ends_the_one_before() -> None:
    old = network_check.begin()
    new = network_check.begin(instead_of=old.token)
    response = ask(old.token)
    assert response.status_code == 404 and "This check is over." in text(response)
    assert (old.arrivals, new.arrivals) == (0, 0)


def test_a_check_is_over_after_an_hour() -> None:
    check = network_check.begin()
    check.begun -= network_check.LIVES_SECONDS + 1
    assert ask(check.token).status_code == 404 and network_check.find(check.token) is None


def test_only_so_many_checks_are_kept_and_only_so_much_is_counted() -> None:
    checks = [network_check.begin() for _number in range(network_check.MOST_CHECKS + 20)]
    alive = [check for check in checks if network_check.find(check.token)]
    assert alive == checks[20:]
    for _number in range(1200):
        network_check.arrived(alive[-1].token, WIFI)
    assert alive[-1].arrivals == 999


def test_nothing_of_the_device_is_kept() -> None:
    check = network_check.begin()
    ask(check.token, user_agent="a phone of its own", accept_language="el")
    assert set(vars(check)) == {"token", "begun", "arrivals", "reached"}
    assert PHONE not in repr(vars(check)) + repr(address._reached)


def test_what_calls_itself_strangely_is_not_shown_to_the_teacher() -> None:
    check = network_check.begin()
    for host in ("`[x](y)`", "<b>", "", "[::", "a b"):
        assert ask(check.token, host=host).status_code == 200 and check.reached == ""


def test_looking_without_opening_is_no_arrival() -> None:
    check = network_check.begin()
    assert ask(check.token, method="HEAD").status_code == 200 and check.arrivals == 0


@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_the_page_speaks_the_phones_language(language: str) -> None:
    page = text(ask(network_check.begin().token, accept_language=f"{language};q=0.9,xx"))
    assert page.startswith(f'<!DOCTYPE html><html lang="{language}" dir="ltr">')


def test_the_page_asks_for_nothing_but_our_own_files() -> None:
    page = text(ask(network_check.begin().token))
    assert set(re.findall(r'(?:src|href)="([^"?]+)', page)) == {
        "/favicon.png",
        "/assets/arrival.css",
        "/assets/arrival.js",
    }
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.parametrize("token", ["ZZZZZ", "%3Cscript%3E", "a" * 300])
def test_a_made_up_token_gets_the_plain_page_of_a_check_that_is_over(shared_server: Server, token: str) -> None:
    answer = shared_server.ask(f"/in/{token}?lang=en")
    assert answer.status == 404 and "This check is over." in answer.text and "<script" not in answer.text
    assert answer.cookies == () and answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]

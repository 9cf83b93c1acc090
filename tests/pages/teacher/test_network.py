"""The network check: can a phone get in, and if none does, why, and what then?"""

from __future__ import annotations

import re

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from data.staff import Staff
from pages.teacher.network_causes import PATIENCE_SECONDS
from pages.ui import network_check
from pages.ui.network_check import Check
from tests.pages.networks import CABLE, VPN, WIFI, Plug
from tests.pages.visits import SignIn, keys, press, visit, words

PAGE = "teacher/network.py"
CAUSES = ["not in this Wi-Fi", "firewall", "keeps devices apart", "wrong one", "secure address"]


@pytest.fixture(autouse=True)
def room(plug: Plug) -> None:
    plug(WIFI)


@pytest.fixture
def at(sign_in: SignIn, alba: Staff) -> AppTest:
    return visit(PAGE, sign_in, alba)


def check_of(at: AppTest) -> Check:
    check = network_check.find(at.session_state["network_token"])
    assert check is not None
    return check


def shown_address(at: AppTest) -> str:
    return "".join(re.findall(r'roads-network-address">([^<]*)<', "".join(html.value for html in at.html)))


def everything(at: AppTest) -> str:
    return "\n".join([words(at), *(box.value for box in at.success)])


def test_a_stranger_sees_no_address(alba: Staff) -> None:
    at = visit(PAGE)
    assert "Please sign in" in words(at) and shown_address(at) == ""


def test_a_teacher_sees_the_square_and_the_address_of_this_very_check(at: AppTest) -> None:
    assert shown_address(at) == f"{WIFI}/in/{check_of(at).token}"
    assert any("data:image/svg+xml" in html.value and 'alt="Square code' in html.value for html in at.html)


def test_the_address_is_still_the_same_when_the_page_is_drawn_again(at: AppTest) -> None:
    before = shown_address(at)
    assert shown_address(at.run()) == before


def test_it_waits_first_and_names_no_cause(at: AppTest) -> None:
    assert "Waiting for a phone" in words(at) and not at.subheader


def test_a_phone_that_gets_in_is_announced(at: AppTest) -> None:
    network_check.arrived(check_of(at).token, WIFI)
    assert "A phone has got in." in everything(at.run()) and "opened once" in words(at)
    network_check.arrived(check_of(at).token, WIFI)
    assert "opened 2 times" in words(at.run())


def test_after_a_while_the_causes_are_named_in_order_each_with_one_look(at: AppTest) -> None:
    check_of(at).begun -= PATIENCE_SECONDS
    at.run()
    titles = [heading.value for heading in at.subheader]
    assert len(titles) == len(CAUSES) and all(cause in title for cause, title in zip(CAUSES, titles, strict=True))
    assert words(at).count("**You see:**") == len(CAUSES)


def test_nobody_needs_to_wait_for_the_causes(at: AppTest) -> None:
    assert len(press(at, "network_why").subheader) == len(CAUSES)


def test_the_firewall_has_words_for_every_system(at: AppTest) -> None:
    press(at, "network_why")
    for words_of_system in ("Tick Python under Private and under Public", "accept incoming connections", "ufw allow"):
        assert words(at).count(words_of_system) == 1


def test_without_a_network_it_says_so_and_shows_no_square(plug: Plug, sign_in: SignIn, alba: Staff) -> None:
    plug()
    at = visit(PAGE, sign_in, alba)
    assert "in no network" in words(at) and shown_address(at) == ""
    plug(WIFI)
    assert shown_address(at.run()).startswith(WIFI)


def test_several_addresses_are_tried_one_after_the_other(plug: Plug, at: AppTest) -> None:
    plug(WIFI, CABLE)
    tried = [shown_address(at.run()), *(shown_address(press(at, "network_next_address")) for _time in range(2))]
    assert [address.split("/")[0] for address in tried] == [WIFI, CABLE, WIFI]
    assert "2 addresses" in words(at)


def test_the_address_that_the_school_gave_is_the_first_to_be_tried(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPEN_ROADS_ADDRESS", "roads.school.example")
    assert shown_address(at.run()).startswith("roads.school.example/in/")
    assert shown_address(press(at, "network_next_address")).startswith(WIFI)
    assert shown_address(press(at, "network_next_address")).startswith("roads.school.example/in/")


def test_one_address_alone_offers_no_other(at: AppTest) -> None:
    assert "network_next_address" not in keys(at)


def test_the_address_of_a_vpn_is_shown_with_a_warning(plug: Plug, sign_in: SignIn, alba: Staff) -> None:
    plug((VPN, "wg0"))
    assert "VPN" in visit(PAGE, sign_in, alba).warning[0].value


def test_a_server_for_this_computer_alone_says_so(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", "localhost")
    try:
        assert "server.address" in at.run().warning[0].value
        monkeypatch.setenv("OPEN_ROADS_ADDRESS", "roads.school.example")
        assert not at.run().warning
    finally:
        config.set_option("server.address", before)


def test_a_phone_that_came_by_another_address_makes_it_the_one_shown(plug: Plug, at: AppTest) -> None:
    plug(WIFI, CABLE)
    network_check.arrived(check_of(at.run()).token, CABLE)
    assert shown_address(at.run()).startswith(CABLE)
    assert f"The wall shows the same address: {CABLE}" in words(at)


def test_where_the_wall_would_show_another_address_it_says_what_to_press(
    plug: Plug, at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPEN_ROADS_ADDRESS", "roads.school.example")
    network_check.arrived(check_of(at).token, WIFI)
    assert f"press “Other address” until it shows {WIFI}" in words(at.run())


def test_a_new_check_has_a_new_address_and_the_old_one_is_dead(at: AppTest) -> None:
    old = check_of(at)
    network_check.arrived(old.token, WIFI)
    press(at.run(), "network_again")
    assert check_of(at).token != old.token and network_check.find(old.token) is None
    assert "Waiting for a phone" in words(at.run())


def test_the_ways_out_stand_in_order_with_their_papers(at: AppTest) -> None:
    ways = [line for line in words(at).splitlines() if re.match(r"[1-4]\. \*\*", line)]
    assert [re.findall(r"router|hotspot|Laptops|cards", way)[0] for way in ways] == [
        "router",
        "hotspot",
        "Laptops",
        "cards",
    ]
    links = [link.proto.url for link in at.get("link_button")]
    assert [link.split("?")[0] for link in links] == ["/print/network-recipe", "/print/letter-to-it"]

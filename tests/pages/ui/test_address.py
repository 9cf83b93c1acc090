"""Where others find this computer: ordinary networks first, and before all the address that a device has reached."""

from __future__ import annotations

import pytest

from pages.ui import address
from pages.ui.address import is_this_computer, own_addresses, remember_reached
from pages.ui.joining import join_url
from tests.pages.networks import CABLE, VPN, WIFI, Plug


def test_nothing_that_only_works_on_this_computer_is_an_address(plug: Plug) -> None:
    plug(("169.254.9.9", "Ethernet"))
    assert own_addresses() == []


@pytest.mark.parametrize(
    "adapter",
    ["wg0", "utun4", "tun0", "ppp0", "docker0", "vboxnet0", "vEthernet (WSL)", "TAP-Windows Adapter V9",
     "VirtualBox Host-Only Ethernet Adapter", "Cisco AnyConnect Virtual Miniport Adapter", "Tailscale"],
)  # fmt: skip
def test_a_vpn_or_virtual_machine_comes_after_the_ordinary_network(plug: Plug, adapter: str) -> None:
    plug((VPN, adapter), WIFI)
    assert own_addresses() == [WIFI, VPN]


@pytest.mark.parametrize(
    "adapter", ["eth0", "wlp3s0", "en0", "Intel(R) Wi-Fi 6 AX201", "Microsoft Wi-Fi Direct Virtual Adapter"]
)
def test_a_cable_a_wifi_and_the_own_hotspot_are_ordinary_networks(plug: Plug, adapter: str) -> None:
    plug((WIFI, adapter))
    assert [own.is_detour for own in address.find_own()] == [False]


def test_the_range_of_the_large_vpns_gives_one_away_whatever_it_is_called(plug: Plug) -> None:
    plug(("100.101.102.103", "eth7"), CABLE)
    assert own_addresses() == [CABLE, "100.101.102.103"]


def test_the_address_that_a_device_has_reached_comes_first_and_the_next_wall_shows_it(plug: Plug) -> None:
    plug(WIFI, CABLE, (VPN, "wg0"))
    remember_reached(VPN)
    assert own_addresses() == [VPN, WIFI, CABLE]
    assert join_url("K7QM4T", page="http://localhost:8501/wall", own=own_addresses()) == f"http://{VPN}:8501/j/K7QM4T"


def test_an_address_that_the_computer_has_lost_is_no_longer_first(plug: Plug) -> None:
    plug(WIFI, CABLE)
    remember_reached(CABLE)
    plug(WIFI)
    assert own_addresses() == [WIFI]


def test_a_name_or_somebody_elses_address_is_never_put_among_the_own(plug: Plug) -> None:
    plug(WIFI)
    for host in ("evil.example", "203.0.113.9", ""):
        remember_reached(host)
        assert own_addresses() == [WIFI]


def test_this_computer_is_known_by_every_address_that_it_has(plug: Plug) -> None:
    plug(WIFI)
    assert all(is_this_computer(own) for own in ("127.0.0.1", "::1", WIFI, f"::ffff:{WIFI}"))
    assert not any(is_this_computer(other) for other in ("192.168.1.21", "2001:db8::1", "roads.local", ""))

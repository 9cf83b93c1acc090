"""What tests of pages may ask for besides."""

from __future__ import annotations

from collections.abc import Iterator

import ifaddr
import pytest

from pages.ui import address, network_check
from tests.pages.networks import WIFI, Plug


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
    """`plug("192.168.1.20", ("10.8.0.2", "wg0"))`: this computer has these addresses beside its own loopback.

    Which network adapters a computer has is not a test's to choose, so they are made up.
    """

    def set_adapters(*addresses: str | tuple[str, str]) -> None:
        named = [each if isinstance(each, tuple) else (each, "Wi-Fi") for each in (*addresses, ("127.0.0.1", "lo"))]
        adapters = [ifaddr.Adapter(name, name, [ifaddr.IP(ip, 24, name)]) for ip, name in named]
        monkeypatch.setattr(address.ifaddr, "get_adapters", lambda: adapters)

    monkeypatch.delenv("OPEN_ROADS_ADDRESS", raising=False)
    set_adapters(WIFI)
    yield set_adapters
    address._reached.clear()
    network_check._checks.clear()

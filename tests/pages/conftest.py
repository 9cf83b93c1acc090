"""What tests of pages may ask for besides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ifaddr
import pytest
from streamlit.components.v2 import manifest_scanner

from kit_content import load_kit
from pages.ui import address, kit, network_check
from tests.kit import shipped_kit
from tests.pages.networks import WIFI, Plug


@pytest.fixture(scope="session", autouse=True)
def kit_read_once() -> Iterator[None]:
    """A page reads the kit once for each server, so in tests once for each test; what ships is read once for all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "load_kit", lambda extra: load_kit(extra) if extra else shipped_kit())
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Every AppTest looks in all installed packages for components, which takes longer than most pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


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

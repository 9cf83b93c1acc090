"""Addresses that a computer in a school may have; the fixture `plug` gives it some of them."""

from __future__ import annotations

from collections.abc import Callable

Plug = Callable[..., None]
WIFI, CABLE, VPN = "192.168.1.20", "192.168.7.7", "10.8.0.2"
PHONE = "192.168.1.33"

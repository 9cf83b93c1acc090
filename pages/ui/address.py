"""Where other computers in the room find this one."""

from __future__ import annotations

import ipaddress
import os

import ifaddr


def own_addresses() -> list[str]:
    """This computer's addresses on its networks, private IPv4 first; none that only work on this computer itself.

    `OPEN_ROADS_ADDRESS`, a name or an address without a port, comes before all others.
    """
    found = {ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)}
    reachable = sorted(
        (address for address in map(ipaddress.IPv4Address, found) if not address.is_loopback and not address.is_link_local),
        key=lambda address: (not address.is_private, address),
    )
    given = os.environ.get("OPEN_ROADS_ADDRESS")
    return [*([given] if given else []), *(str(address) for address in reachable if str(address) != given)]

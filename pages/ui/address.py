"""Where other computers in the room find this one."""

from __future__ import annotations

from ipaddress import IPv4Address

import ifaddr


def own_addresses() -> list[str]:
    """This computer's addresses on its networks, private ones first; none that only work on this computer itself."""
    found = {IPv4Address(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)}
    reachable = [address for address in found if not address.is_loopback and not address.is_link_local]
    return [str(address) for address in sorted(reachable, key=lambda address: (not address.is_private, address))]

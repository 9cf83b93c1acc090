"""Where other computers in the room find this one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_address

import ifaddr

# How systems name what leads to a VPN or a virtual machine. Windows' hotspot is called virtual, too.
_DETOUR = re.compile(
    r"vpn|virtual|vmware|hyper-v|vethernet|wsl|docker|wireguard|tailscale|zerotier|anyconnect|fortinet|globalprotect"
    r"|\b(utun|tun|tap|wg|ppp|veth|virbr|vbox|vmnet|br-)"
)
_NO_DETOUR = re.compile(r"wi-?fi direct")
# What large VPNs hand out; a classroom's own network never does.
_VPN_RANGE = IPv4Network("100.64.0.0/10")

# The address at which a device got in last. It comes first until the server stops or the computer loses it.
_reached: list[str] = []


@dataclass(frozen=True)
class Own:
    """One of this computer's addresses. `is_detour`: it looks like that of a VPN or a virtual machine."""

    address: IPv4Address
    is_detour: bool

    def __str__(self) -> str:
        return str(self.address)


def own_addresses() -> list[str]:
    """This computer's addresses on its networks, none that only work on this computer itself.

    First the one that a device has reached, then ordinary networks before VPNs and virtual machines, private addresses
    before public ones.
    """
    return [str(own) for own in sorted(find_own(), key=_order)]


def find_own() -> list[Own]:
    found = {
        IPv4Address(ip.ip): f"{adapter.nice_name} {adapter.name}"
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    }
    return [
        Own(address, _is_detour(address, adapter))
        for address, adapter in found.items()
        if not address.is_loopback and not address.is_link_local
    ]


def _is_detour(address: IPv4Address, adapter: str) -> bool:
    name = adapter.lower()
    return address in _VPN_RANGE or bool(_DETOUR.search(name) and not _NO_DETOUR.search(name))


def _order(own: Own) -> tuple[bool, bool, bool, IPv4Address]:
    return str(own) not in _reached, own.is_detour, not own.address.is_private, own.address


def remember_reached(host: str) -> None:
    """A device got in by this host. Only an address of this computer is ever put first."""
    if host in (str(own) for own in find_own()):
        _reached[:] = [host]


def is_this_computer(client: str) -> bool:
    """Whether a request came from this very computer, which proves nothing about the network."""
    try:
        asked = ip_address(client)
    except ValueError:
        return False
    if isinstance(asked, IPv6Address):
        asked = asked.ipv4_mapped or asked
    return asked.is_loopback or str(asked) in {_bare(ip.ip) for each in ifaddr.get_adapters() for ip in each.ips}


def _bare(ip: str | tuple[str, int, int]) -> str:
    return ip if isinstance(ip, str) else ip[0]

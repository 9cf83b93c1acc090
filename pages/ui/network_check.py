"""A check of the network: has any device opened the address that the teacher's page shows? In this process only.

What is kept is a number and which of this computer's own addresses worked; nothing about the devices.
"""

from __future__ import annotations

import re
import secrets
import threading
import time
from dataclasses import dataclass, field

from data.cohorts import CODE_LETTERS, fold_code
from pages.ui import address

# Shorter than a class code, so that nobody takes the one for the other.
TOKEN_LENGTH = 5
LIVES_SECONDS = 60 * 60
MOST_CHECKS = 100
_MOST_ARRIVALS = 999
# What a device calls us is shown to the teacher.
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}")


@dataclass
class Check:
    """`reached` is the host by which the last device came in, "" before the first or when it is no plain name."""

    token: str
    begun: float = field(default_factory=time.monotonic)
    arrivals: int = 0
    reached: str = ""

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self.begun


_checks: dict[str, Check] = {}
_lock = threading.Lock()


def begin(instead_of: str = "") -> Check:
    """A new check; the one that it replaces is over."""
    check = Check("".join(secrets.choice(CODE_LETTERS) for _letter in range(TOKEN_LENGTH)))
    with _lock:
        _checks.pop(instead_of, None)
        _forget_old(room_for=1)
        _checks[check.token] = check
    return check


def find(token: str) -> Check | None:
    """The check with that token, however it was typed; None once it is over."""
    with _lock:
        _forget_old()
        return _checks.get(fold_code(token))


def arrived(token: str, host: str) -> bool:
    """A device has opened the check's address, by this name of ours; False when the check is over."""
    check = find(token)
    if check is None:
        return False
    with _lock:
        check.arrivals = min(check.arrivals + 1, _MOST_ARRIVALS)
        check.reached = host if _HOST.fullmatch(host) else ""
    address.remember_reached(host)
    return True


def _forget_old(room_for: int = 0) -> None:
    for token, check in list(_checks.items()):  # the oldest first
        if check.seconds <= LIVES_SECONDS and len(_checks) + room_for <= MOST_CHECKS:
            return
        del _checks[token]

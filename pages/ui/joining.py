"""The way into a lesson as people see it: the address, the class code, and the QR code that holds both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import segno


def spaced(code: str) -> str:
    """`K7Q M4T`: two groups of three are read and typed with fewer mistakes."""
    return f"{code[:3]} {code[3:]}"


def join_url(code: str, *, page: str, own: Sequence[str], given: str = "", chosen: str = "") -> str:
    """Where learners come in: the short link with the code, at the `origin` of these."""
    return f"{origin(page=page, own=own, given=given, chosen=chosen)}/j/{code}"


def origin(*, page: str, own: Sequence[str], given: str = "", chosen: str = "") -> str:
    """Where other devices find this server, on the scheme and port of the wall's own `page`.

    The host is the one the teacher chose among this computer's `own`, else the school's `given` one, else the one
    the wall was opened with. A wall opened as "localhost" leads nobody anywhere, so then it is the first of `own`.
    """
    address = urlsplit(page)
    host = address.hostname or "localhost"
    if chosen and chosen in own:
        host = chosen
    elif given:
        host = given
    elif is_local(host) and own:
        host = own[0]
    port = f":{address.port}" if address.port else ""
    return f"{address.scheme or 'http'}://{f'[{host}]' if ':' in host else host}{port}"


def is_local(host: str) -> bool:
    """Whether this name leads every device to itself."""
    return host in ("localhost", "::1") or host.startswith("127.")


def next_host(url: str, own: Sequence[str]) -> str:
    """The address of this computer to try after the one in `url`; "" when it has none."""
    shown = urlsplit(url).hostname
    at = own.index(shown) + 1 if shown in own else 0
    return own[at % len(own)] if own else ""


def short_address(url: str) -> str:
    """What a person types: without the scheme and without the class code."""
    return urlsplit(url).netloc


@lru_cache(maxsize=64)
def qr(text: str) -> dict[str, Any]:
    """The QR code: `size` in modules with the quiet zone of four, and `path`, an SVG path of the dark ones."""
    quiet = 4
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    strokes = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = next((at for at, module in enumerate(row[x:]) if not module), len(row) - x)
            if length:
                strokes.append(f"M{x + quiet} {y + quiet}h{length}v1h-{length}z")
            x += max(length, 1)
    return {"size": len(rows) + 2 * quiet, "path": "".join(strokes)}

"""The kit as it ships, read once for all tests of a process: reading it takes a third of a second."""

from __future__ import annotations

from functools import cache

from kit_content import Kit, load_kit


@cache
def shipped_kit() -> Kit:
    return load_kit()

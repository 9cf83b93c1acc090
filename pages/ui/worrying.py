"""The words that worry as one file for browsers, which look for them themselves; no text comes back here."""

from __future__ import annotations

from functools import cache

from kit_content.worrying import as_json, worrying_words
from pages.files import fingerprint

NAME = "worrying.json"


@cache
def body() -> bytes:
    return as_json(worrying_words())


@cache
def url() -> str:
    """The address, new whenever a list changes, so that browsers may keep the file for ever."""
    return f"/kit/static/{NAME}?v={fingerprint(body())}"

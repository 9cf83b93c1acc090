"""The pages as Streamlit wants them, made once for each language and role: making them costs every visit dearly."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy

import streamlit as st
from streamlit.navigation.page import Page

from pages import sitemap
from pages.sitemap import Place

# Not in Streamlit's cache, which any visitor can empty. A copy goes into each run, since a run marks its pages.
_made: dict[tuple[str, Place, frozenset[str]], list[Page]] = {}


def pages_for(language: str, start: Place, roles: Collection[str]) -> list[Page]:
    """Every page, with those of these roles in the menu and `start` at `/`.

    Every one, since for any other Streamlit shows a message of its own in English. Being hidden protects nothing; each
    page guards itself.
    """
    key = (language, start, frozenset(roles))
    if key not in _made:
        _made[key] = [_make(place, start, roles) for place in sitemap.PLACES]
    return [copy(page) for page in _made[key]]


def _make(place: Place, start: Place, roles: Collection[str]) -> Page:
    return st.Page(
        place.script,
        title=place.title(),
        url_path=None if place is start else place.path or "reflect",
        default=place is start,
        visibility="visible" if place.is_in_menu_of(roles) else "hidden",
    )

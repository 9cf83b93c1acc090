"""The learner's page in the browser: one small script that follows the lesson, keeps the draft and shows one item at a time.

The page works without it; nothing that must be right depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.files import asset_url
from pages.ui import chrome

KEY = "reflect_seat"

_script = st.components.v2.component("open_roads_seat", js=chrome.stub("seat.js"), isolate_styles=False)


@dataclass(frozen=True)
class Tab:
    """What the browser's tab says of itself: the seat it remembers, and the answers begun there by widget key."""

    seat: str
    draft: Mapping[str, object]


def styles() -> None:
    """Put the learner's styles on the page, once."""
    st.html(f'<style>@import url("{asset_url("learner.css")}");</style>')


def tab() -> Tab | None:
    """What the tab has just reported; None in every other run, and where no script runs."""
    report = (st.session_state.get(KEY) or {}).get("tab")
    if not isinstance(report, Mapping) or not isinstance(report.get("seat"), str):
        return None
    draft = report.get("draft")
    return Tab(report["seat"], draft if isinstance(draft, Mapping) else {})


def follow(screen: str, **data: Any) -> None:
    """Tell the script which screen this is. `data`: code, seat, revision, items, open, sheet, seconds_left, words."""
    _script(
        key=KEY,
        data={**chrome.browser_words(), "screen": screen, **data},
        on_tab_change=_heard,
        on_changed_change=_heard,
    )


def _heard() -> None:
    """A report needs no more than the run that it causes."""

"""The learner's page in the browser: one script that follows the lesson, keeps the draft and shows item after item.

The page works without it; nothing that must be right depends on it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.files import asset_url
from pages.ui import chrome, i18n, items
from pages.ui.i18n import gettext as _

KEY = "reflect_seat"

_script = st.components.v2.component("open_roads_seat", js=chrome.stub("seat.js"), isolate_styles=False)


@dataclass(frozen=True)
class Tab:
    """What the browser's tab says of itself: the seat it remembers, and the answers begun there by widget key."""

    seat: str
    draft: Mapping[str, object]


def frame(html: str) -> None:
    """Begin the learner's page with this HTML: the styles and the choice of languages come with it, in one element."""
    st.html(f"{styles()}{_languages()}{html}")


def styles() -> str:
    """The learner's styles, to stand in front of a page's HTML."""
    return f'<style>@import url("{asset_url("learner.css")}");</style>'


def _languages() -> str:
    """Links, which work as they are; the script makes them switch without loading the page anew."""
    query = {name: value for name, value in st.query_params.to_dict().items() if name != "lang"}
    kept, spoken = urlencode(query), i18n.language()
    links = "".join(_language_link(code, name, kept, is_spoken=code == spoken) for code, name in i18n.LANGUAGES.items())
    return f'<nav class="roads-languages" aria-label="{escape(_("Language"))}">{links}</nav>'


def _language_link(code: str, name: str, kept: str, *, is_spoken: bool) -> str:
    query = escape(f"{kept}&lang={code}" if kept else f"lang={code}")
    current = ' aria-current="true"' if is_spoken else ""
    return f'<a href="?{query}" target="_self" lang="{code}" hreflang="{code}"{current}>{escape(name)}</a>'


def tab() -> Tab | None:
    """What the tab has just reported; None in every other run, and where no script runs."""
    report = (st.session_state.get(KEY) or {}).get("tab")
    if not isinstance(report, Mapping) or not isinstance(report.get("seat"), str):
        return None
    draft = report.get("draft")
    return Tab(report["seat"], draft if isinstance(draft, Mapping) else {})


def is_strange_to_tab(seat: str) -> bool:
    """Whether the tab has just said that it does not remember this seat."""
    return bool(seat) and (st.session_state.get(KEY) or {}).get("stranger") == seat


def follow(screen: str, **data: Any) -> None:
    """Tell the script which screen this is; `data` as in `pages.learner.browser`."""
    told = {**chrome.browser_words(), "screen": screen, **data}
    _script(
        key=KEY,
        # As bytes, since Streamlit looks at every value of a dictionary for a data frame, for every learner.
        data=json.dumps(told).encode(),
        on_tab_change=_heard,
        on_stranger_change=_heard,
        on_changed_change=_heard,
        on_language_change=_language_chosen,
    )


def _heard() -> None:
    """A report needs no more than the run that it causes."""


def _language_chosen() -> None:
    chosen = st.session_state[KEY].get("language")
    if chosen in i18n.LANGUAGES:
        st.query_params["lang"] = chosen
        items.keep()

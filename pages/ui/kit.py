"""The kit, read once per server and shared by every visitor."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from kit_content import Kit, load_kit
from pages.ui.i18n import gettext as _

# For the kit's longer texts. Raw HTML stays text; a picture from elsewhere would tell that elsewhere who is looking.
markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _leave_corners_unnamed(state: StateCore) -> None:
    """The empty corner of a table is a cell, not a heading that a screen reader would look for words in."""
    for token, words in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "th_open" and not words.content.strip():
            token.attrSet("role", "cell")


markdown.core.ruler.push("unnamed_corners", _leave_corners_unnamed)


@st.cache_resource(show_spinner=False)
def the_kit() -> Kit:
    """The activities that ship with Open Roads and those in the folder that OPEN_ROADS_KIT names."""
    return load_kit(school_folder())


def school_folder() -> Path | None:
    """Where the school keeps its own activities and help lines, if anywhere."""
    named = os.environ.get("OPEN_ROADS_KIT")
    return Path(named) if named else None


def trade_name(trade: str) -> str:
    """The trade in the reader's language; one that a school added shows its own slug."""
    names = {"metal": _("Metal"), "care": _("Care"), "food": _("Food"), "it": _("IT")}
    return names.get(trade) or trade.replace("-", " ").replace("_", " ")

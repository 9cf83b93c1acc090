"""The kit, read once per server and shared by every visitor."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from markdown_it import MarkdownIt

from kit_content import Kit, load_kit
from pages.ui.i18n import gettext as _

# For the kit's longer texts. Raw HTML stays text; a picture from elsewhere would tell that elsewhere who is looking.
markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


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

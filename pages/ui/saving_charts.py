"""A chart as a picture to keep: drawn in the browser that shows it, so that it works without a network.

The picture holds what stands round the chart on the page: statement, finding, the colours' names, the made-up mark.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from data.clock import today
from pages.ui import chrome
from pages.ui.i18n import gettext as _

_script = st.components.v2.component("open_roads_save_charts", js=chrome.stub("save_charts.js"))


def prepare(*, is_demo: bool) -> None:
    """Put the script on the page, once, before its charts. The pictures' name says nothing about school or class."""
    made_up = _("Made-up class: nobody here is real.") if is_demo else ""
    _script(key="open_roads_save_charts", data={"made_up": made_up, "name": f"chart-{today().isoformat()}"})


def draw_buttons(spoken: str) -> None:
    """Below a chart: save it with `spoken`, what it says, as its headline."""
    said, how = escape(spoken), escape(_("Save this chart"))
    st.html(
        f'<div class="roads-save" role="group" aria-label="{how}"><span>{escape(_("Save as"))}</span>'
        f'<button type="button" value="png" data-said="{said}" aria-label="{escape(_("Save this chart as PNG"))}">PNG'
        f'</button><button type="button" value="svg" data-said="{said}" '
        f'aria-label="{escape(_("Save this chart as SVG"))}">SVG</button></div>'
    )

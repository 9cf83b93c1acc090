"""One item on a page for staff: its title, its colours, its chart and its numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.release import ItemTotals
from kit_content import Item, ItemWording
from pages.ui import saving_charts
from pages.ui.charts import Look, chart_of, described, finding, legend, table
from pages.ui.findings import answered, title_of, titled
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    from altair import LayerChart

# What Markdown, and Streamlit's additions to it, would take for more than a letter.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")

_STYLES = """<style>
[class*="st-key-progress_part"] button p, [class*="st-key-overview_part"] button p { color: INK; }
[class*="st-key-chart_item_"] { margin-block-start: 1.25rem; break-inside: avoid; }
[class*="st-key-chart_item_"] h3 { font-size: 1.15rem; }
/* The numbers stand below each chart, in words; Streamlit's own buttons speak English only and cover the finding. */
[class*="st-key-chart_item_"] [data-testid="stElementToolbar"] { display: none; }
</style>"""


def look_of_this_screen(*, is_demo: bool) -> Look:
    """How charts look here. Puts the few styles of their page on it, and what saves them as pictures."""
    saving_charts.prepare(is_demo=is_demo)
    here = Look(dark=st.context.theme.type == "dark", titled=False)
    st.html(_STYLES.replace("INK", here.ink))
    return here


def plain(text: str) -> str:
    """The text as Markdown that shows it letter by letter."""
    return _MARKS.sub(r"\\\1", text)


def is_two_way(item: Item) -> bool:
    return item.scale is not None and item.scale.direction == "two_way"


def item_box(item_id: str) -> DeltaGenerator:
    """The place of one item on the page."""
    return st.container(key=f"chart_item_{item_id}")


def too_few() -> str:
    return _("Too few answered, so nothing was kept.")


def draw_title(wording: ItemWording) -> None:
    st.subheader(plain(title_of(wording)), anchor=False)


def draw_reworded(item_id: str) -> None:
    st.subheader(plain(item_id.replace("_", " ")), anchor=False)
    st.markdown(_("The kit asks this in other words today, so it is not drawn under words that this class never read."))


def draw_totals(
    look: Look, item: Item, wording: ItemWording, totals: ItemTotals, key: str, spoken: str | None = None
) -> None:
    """One item's chart, with its colours above and its numbers below; `spoken` names it instead of its finding."""
    if totals.kind == "words":
        _draw_words(look, wording, totals, key)
        return
    chart = chart_of(totals, wording, look, two_way=is_two_way(item))
    draw_legend(look, item, wording, totals)
    draw_chart(chart, spoken or described(totals, wording))
    draw_table({_heading(totals): totals}, wording, key)


def _heading(totals: ItemTotals) -> str:
    """What the numbers of the table are."""
    if totals.kind == "ranking":
        return _("Place") if totals.bands is not None else _("Points")
    return _("How many")


def draw_finding(totals: ItemTotals, wording: ItemWording) -> None:
    """What the chart says. A sentence that holds learners' words is plain text."""
    if totals.kind == "words":
        st.text(finding(totals, wording))
    else:
        st.markdown(plain(finding(totals, wording)))


def _draw_words(look: Look, wording: ItemWording, totals: ItemTotals, key: str) -> None:
    """The approved words; learners wrote them, so they stand in a chart and in plain text, never in Markdown."""
    if not totals.counts:
        return
    draw_chart(chart_of(totals, wording, look), titled(wording, answered(totals)))
    with st.expander(_("The numbers as a table"), key=f"chart_table_{key}"):
        st.text("\n".join(f"{label}: {value}" for label, value in table(totals, wording)))


def draw_chart(chart: LayerChart, spoken: str) -> None:
    # As `st.altair_chart`, without its check of the specification, which the tests make: it takes half of the time.
    st.vega_lite_chart(chart.to_dict(validate=False), theme=None, width="stretch", alt=spoken)
    saving_charts.draw_buttons(spoken)


def draw_legend(look: Look, item: Item, wording: ItemWording, totals: ItemTotals) -> None:
    colours = legend(totals, wording, look, two_way=is_two_way(item))
    if colours:
        st.html(colours)


def draw_table(columns: Mapping[str, ItemTotals], wording: ItemWording, key: str) -> None:
    """The numbers under a chart, a column for each totals; all of one version."""
    tables = {heading: table(totals, wording) for heading, totals in columns.items()}
    labels = [plain(label) for label, _value in next(iter(tables.values()))]
    values = {plain(heading): [value for _label, value in rows] for heading, rows in tables.items()}
    with st.expander(_("The numbers as a table"), key=f"chart_table_{key}"):
        st.table({_("Answer"): labels, **values}, border="horizontal", hide_index=True, alt=title_of(wording))

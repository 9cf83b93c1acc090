"""One item on the progress page: its title, its colours, its chart and its numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.release import ItemTotals
from kit_content import Item, ItemWording
from pages.ui.charts import Look, chart_of, described, legend, table
from pages.ui.findings import title_of
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    from altair import LayerChart

# What Markdown, and Streamlit's additions to it, would take for more than a letter.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")


def plain(text: str) -> str:
    """The text as Markdown that shows it letter by letter."""
    return _MARKS.sub(r"\\\1", text)


def is_two_way(item: Item) -> bool:
    return item.scale is not None and item.scale.direction == "two_way"


def item_box(item_id: str) -> DeltaGenerator:
    """The place of one item on the page."""
    return st.container(key=f"progress_item_{item_id}")


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
    chart = chart_of(totals, wording, look, two_way=is_two_way(item))
    draw_legend(look, item, wording, totals)
    draw_chart(chart, spoken or described(totals, wording))
    draw_table({_("How many"): totals}, wording, key)


def draw_chart(chart: LayerChart, spoken: str) -> None:
    # As `st.altair_chart`, without its check of the specification, which the tests make: it takes half of the time.
    st.vega_lite_chart(chart.to_dict(validate=False), theme=None, width="stretch", alt=spoken)


def draw_legend(look: Look, item: Item, wording: ItemWording, totals: ItemTotals) -> None:
    colours = legend(totals, wording, look, two_way=is_two_way(item))
    if colours:
        st.html(colours)


def draw_table(columns: Mapping[str, ItemTotals], wording: ItemWording, key: str) -> None:
    """The numbers under a chart, a column for each totals; all of one version."""
    tables = {heading: table(totals, wording) for heading, totals in columns.items()}
    labels = [plain(label) for label, _value in next(iter(tables.values()))]
    values = {heading: [value for _label, value in rows] for heading, rows in tables.items()}
    with st.expander(_("The numbers as a table"), key=f"progress_table_{key}"):
        st.table({_("Answer"): labels, **values}, border="horizontal", hide_index=True, alt=title_of(wording))

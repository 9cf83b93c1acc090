"""One small language of charts: totals in, an Altair chart out. Imports no Streamlit, and Altair only when it draws.

The statement stands above its bar, counts in the slices, the number of people at the right end; fewer than twenty
people are drawn one by one, and sensitive items as three steps. Every chart goes with `finding` (what it says),
`described` (its `alt`), `legend` (HTML: Vega's own is cut off on phones) and `table`.

To add a kind of chart, write its function and name it in `chart_of`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from pages.ui.chart_look import Look
from pages.ui.findings import (
    answered,
    answered_each_time,
    band_word,
    described,
    finding,
    in_chart_order,
    labels_of,
    table,
    title_of,
)
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    import altair as alt

    from data.release import ItemTotals
    from kit_content.schema import ItemWording

__all__ = [
    "Look",
    "band_chart",
    "change_chart",
    "chart_of",
    "choice_chart",
    "described",
    "finding",
    "legend",
    "ranking_chart",
    "scale_chart",
    "table",
    "wave_chart",
    "year_chart",
]


def chart_of(totals: ItemTotals, wording: ItemWording, look: Look, *, two_way: bool = False) -> alt.LayerChart:
    """The chart of one item's totals. `two_way` says that its scale has two ends, disagreement and agreement."""
    if totals.bands is not None:
        return band_chart(totals, wording, look)
    if totals.kind == "scale":
        return scale_chart(totals, wording, look, two_way=two_way)
    if totals.kind == "then_now":
        return change_chart(totals, wording, look)
    if totals.kind == "ranking":
        return ranking_chart(totals, wording, look)
    return choice_chart(totals, wording, look)


def scale_chart(totals: ItemTotals, wording: ItemWording, look: Look, *, two_way: bool = False) -> alt.LayerChart:
    """How many chose each point: one bar, two-way round the middle of the scale, one-way from the left."""
    return _distribution([("", totals)], wording, look, two_way=two_way)


def change_chart(totals: ItemTotals, wording: ItemWording, look: Look) -> alt.LayerChart:
    """How many have less, the same and more than before, round those who stayed the same."""
    return _distribution([("", totals)], wording, look, two_way=True)


def choice_chart(totals: ItemTotals, wording: ItemWording, look: Look) -> alt.LayerChart:
    """Options from the most chosen to the least, each with its bar, or its dots in a small class, and its count.

    The words that several wrote, and the teacher approved, are drawn in the same way.
    """
    from pages.ui import chart_rows

    labels = in_chart_order(totals, wording)
    people, note = totals.respondents, answered(totals)
    return chart_rows.choices(totals.counts or {}, labels, people, title_of(wording), note, look)


def ranking_chart(totals: ItemTotals, wording: ItemWording, look: Look) -> alt.LayerChart:
    """Options from the first place to the last, each with a bar for its points, and the points at its end."""
    from pages.ui import chart_rows

    points = totals.counts or {}
    most = totals.respondents * len(points)
    return chart_rows.ranking(points, in_chart_order(totals, wording), most, title_of(wording), answered(totals), look)


def band_chart(totals: ItemTotals, wording: ItemWording, look: Look) -> alt.LayerChart:
    """A sensitive item: few or none, some, most as three steps per answer, and no number but "about 10"."""
    return _steps([("", totals)], wording, look)


def wave_chart(
    waves: Sequence[tuple[str, ItemTotals]], wording: ItemWording, look: Look, *, two_way: bool = False
) -> alt.LayerChart:
    """One item at several times, one under the other; each wave is (when, totals), oldest first.

    Raises ValueError for waves of different versions: what was asked differently is never joined.
    """
    if len({(totals.item_id, totals.item_version, totals.kind, totals.bands is None) for _when, totals in waves}) != 1:
        raise ValueError("waves of different items or versions do not share a chart")
    totals = waves[0][1]
    if totals.bands is not None:
        return _steps(waves, wording, look)
    return _distribution(waves, wording, look, two_way=two_way or totals.kind == "then_now")


def year_chart(held: Mapping[str, Sequence[date]], notes: Sequence[date], statement: str, look: Look) -> alt.LayerChart:
    """When lessons were held: a line for each name in `held`, a dot for each day, and the days of the notes across all.

    Raises ValueError without a single day.
    """
    from pages.ui import chart_year

    return chart_year.year(held, notes, _("Notes"), statement, look)


def legend(totals: ItemTotals, wording: ItemWording, look: Look, *, two_way: bool = False) -> str:
    """The colours of a scale's or a change's points as a line of HTML that wraps; "" where the chart needs none."""
    if totals.bands is not None or totals.kind not in ("scale", "then_now"):
        return ""
    labels = labels_of(totals, wording)
    colours = look.colours(len(labels), two_way=two_way or totals.kind == "then_now")
    entries = "".join(
        f'<li style="display:flex;align-items:center;gap:.4em;margin:0">'
        f'<span aria-hidden="true" style="flex:none;width:1em;height:1em;border-radius:.2em;'
        f'background:{colour};border:1px solid {look.line}"></span>{escape(label)}</li>'
        for label, colour in zip(labels.values(), colours, strict=True)
    )
    return f'<ul style="display:flex;flex-wrap:wrap;gap:.25em 1.1em;margin:0;padding:0;list-style:none">{entries}</ul>'


def _distribution(
    waves: Sequence[tuple[str, ItemTotals]], wording: ItemWording, look: Look, *, two_way: bool
) -> alt.LayerChart:
    from pages.ui import chart_scales

    rows = [chart_scales.Row(when, totals.counts or {}, totals.respondents) for when, totals in waves]
    labels = labels_of(waves[0][1], wording)
    return chart_scales.distribution(rows, labels, title_of(wording), look, two_way=two_way)


def _steps(waves: Sequence[tuple[str, ItemTotals]], wording: ItemWording, look: Look) -> alt.LayerChart:
    from pages.ui import chart_rows

    first = waves[0][1]
    banded = [(when, totals.bands) for when, totals in waves if totals.bands is not None]
    answers = [
        (label, [chart_rows.Step(when, bands[value], band_word(bands[value], first.kind)) for when, bands in banded])
        for value, label in in_chart_order(first, wording).items()
        if value in (first.bands or {})
    ]
    # Where the page says the finding, it says with it how many answered.
    note = answered_each_time([totals for _when, totals in waves]) if look.titled or len(waves) > 1 else ""
    return chart_rows.steps(answers, title_of(wording), note, look)

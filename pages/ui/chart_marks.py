"""What every chart is made of, in Altair: words, pixels from the top, colours, and the frame with the statement.

Import it where a chart is drawn, not before: it brings Altair and pandas. Heights are reckoned here, in pixels; widths
are reckoned in the browser, so that one chart fits a phone and a laptop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from json import dumps
from typing import Any

import altair as alt
import pandas as pd

from pages.ui.chart_look import FONT, Look, lines_of
from pages.ui.i18n import gettext as _


def words(
    places: Sequence[float],
    texts: Sequence[str],
    height: float,
    look: Look,
    *,
    colour: str | None = None,
    align: str = "left",
    x: float | str = 0,
    weight: int = 400,
) -> alt.Chart:
    """Lines of text, each with the middle of its first line that many pixels from the top."""
    return (
        alt.Chart(pd.DataFrame({"y": list(places), "text": list(texts)}))
        .mark_text(
            align=align,
            baseline="middle",
            color=colour or look.ink,
            fontSize=look.text,
            fontWeight=weight,
            lineBreak="\n",
            lineHeight=line_height(look),
        )
        .encode(x=alt.value(x), y=down("y", height), text="text:N")
    )


def line_height(look: Look) -> float:
    return 1.3 * look.text


def down(field: str, height: float) -> alt.Y:
    """A place in pixels from the top."""
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False))


def along(field: str, domain: Sequence[float], start: str, end: str) -> alt.X:
    """A place between two widths, which are expressions in the chart's own `width`."""
    scale = alt.Scale(domain=list(domain), range=[{"expr": start}, {"expr": end}], nice=False, zero=False)
    return alt.X(f"{field}:Q", axis=None, scale=scale)


def coloured(points: Sequence[str], colours: Sequence[str]) -> alt.Color:
    return alt.Color("point:N", legend=None, scale=alt.Scale(domain=list(points), range=list(colours)))


def dot_size(pitch: str) -> alt.ExprRef:
    """The area of a dot that leaves a little room in its place of that width."""
    return alt.ExprRef(f"pow(({pitch}) * 0.86, 2) * PI / 4")


def said(label: str, count: int, people: int) -> str:
    """What a screen reader says of one mark."""
    return _("{answer}: {count} of {n}").format(answer=label, count=count, n=people)


def stack(heights: Sequence[float], gap: float) -> tuple[list[float], float]:
    """Where each thing of that height begins, one under the other, and how high they are together."""
    ends = list(accumulate(height + gap for height in heights))
    return [0.0, *ends[:-1]], ends[-1] - gap


def finish(
    layers: Sequence[alt.Chart], statement: str, look: Look, height: float, *, note: str | None = None
) -> alt.LayerChart:
    """The layers as one chart, with the statement above them unless the look leaves that to the page."""
    title = _title(statement if look.titled else "", note or "", look)
    return (
        alt.layer(*layers)
        .resolve_scale(color="independent")
        .properties(
            width=look.width,
            height=height,
            padding={"left": 1, "right": 2, "top": 2, "bottom": 4},
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            **({"title": title} if title else {}),
        )
        .configure(font=FONT, background=look.paper)
        .configure_view(stroke=None)
    )


def _title(statement: str, note: str, look: Look) -> alt.TitleParams | None:
    if not statement and not note:
        return None
    size = 1.06 * look.text
    shared: Mapping[str, Any] = {"anchor": "start", "offset": 0.6 * look.text}
    if not statement:
        return alt.TitleParams(text=note, color=look.muted, fontSize=look.text, fontWeight=400, **shared)
    narrow, wide = (lines_of(statement, width, size) for width in look.widths)
    below = {"subtitle": note, "subtitleColor": look.muted, "subtitleFontSize": look.text} if note else {}
    return alt.TitleParams(
        text=alt.ExprRef(f"width < {look.widths[1]} ? {dumps(narrow)} : {dumps(wide)}"),
        color=look.ink,
        fontSize=size,
        fontWeight=600,
        lineHeight=1.25 * size,
        **shared,
        **below,
    )

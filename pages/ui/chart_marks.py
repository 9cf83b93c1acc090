"""What every chart is made of, in Altair: words, pixels from the top, colours, and the frame with the statement.

Import it where a chart is drawn, not before: it brings Altair and pandas. Heights are reckoned here, in pixels; widths
are reckoned in the browser, so that one chart fits a phone and a laptop.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from json import dumps
from typing import Any

import altair as alt
import pandas as pd

from pages.ui.chart_look import FONT, Look, lines_of
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


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
    """Single lines of text, each with its middle that many pixels from the top."""
    return (
        alt.Chart(pd.DataFrame({"y": list(places), "text": list(texts)}))
        .mark_text(
            align=align,
            baseline="middle",
            color=colour or look.ink,
            fontSize=look.text,
            fontWeight=weight,
        )
        .encode(x=alt.XValue(x), y=down("y", height), text=alt.Text("text", type="nominal"))
    )


def above_bars(tops: Sequence[float], texts: Sequence[str], height: float, look: Look) -> alt.Chart:
    """What stands above bars, from that many pixels down; with fewer lines on a wide place, moved down to its bar."""
    narrow, wide = ([lines_of(text, width, look.text) for text in texts] for width in look.widths)
    frame = pd.DataFrame(
        {
            "y": [top + line_height(look) / 2 for top in tops],
            "narrow": ["\n".join(lines) for lines in narrow],
            "wide": ["\n".join(lines) for lines in wide],
            "drop": [line_height(look) * (len(n) - len(w)) for n, w in zip(narrow, wide, strict=True)],
        }
    )
    return (
        alt.Chart(frame)
        .transform_calculate(text=f"width < {look.widths[1]} ? datum.narrow : datum.wide")
        .mark_text(
            align="left",
            baseline="middle",
            color=look.ink,
            fontSize=look.text,
            lineBreak="\n",
            lineHeight=line_height(look),
            yOffset=alt.ExprRef(f"width < {look.widths[1]} ? 0 : datum.drop"),
        )
        .encode(x=alt.XValue(0), y=down("y", height), text=alt.Text("text", type="nominal"))
    )


def labels_height(text: str, look: Look) -> float:
    """The room that `above_bars` needs for this text, wherever it is shown."""
    return line_height(look) * len(lines_of(text, look.widths[0], look.text))


def line_height(look: Look) -> float:
    return 1.3 * look.text


def down(field: str, height: float) -> alt.Y:
    """A place in pixels from the top."""
    return alt.Y(
        field, type="quantitative", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False)
    )


def along(field: str, domain: Sequence[float], start: str, end: str) -> alt.X:
    """A place between two widths, which are expressions in the chart's own `width`."""
    scale = alt.Scale(domain=list(domain), range=[{"expr": start}, {"expr": end}], nice=False, zero=False)
    return alt.X(field, type="quantitative", axis=None, scale=scale)


def coloured(points: Sequence[str], colours: Sequence[str]) -> alt.Color:
    return alt.Color("point", type="nominal", legend=None, scale=alt.Scale(domain=list(points), range=list(colours)))


def dot_size(pitch: str) -> alt.ExprRef:
    """The area of a dot that leaves a little room in its place of that width."""
    return alt.ExprRef(f"pow(({pitch}) * 0.86, 2) * PI / 4")


def said(label: str, count: int, people: int) -> str:
    """What a screen reader says of one mark."""
    return _("{answer}: {count} of {n}").format(answer=label, count=count, n=people)


def said_points(label: str, points: int) -> str:
    """The same for something that was ranked."""
    return ngettext("{answer}: {count} point", "{answer}: {count} points", points).format(answer=label, count=points)


def stack(heights: Sequence[float], gap: float) -> tuple[list[float], float]:
    """Where each thing of that height begins, one under the other, and how high they are together."""
    if not heights:
        return [], 0.0
    ends = list(accumulate(height + gap for height in heights))
    return [0.0, *ends[:-1]], ends[-1] - gap


def finish(
    layers: Sequence[alt.Chart], statement: str, look: Look, height: float, *, note: str | None = None
) -> alt.LayerChart:
    """The layers as one chart, with the statement above them unless the look leaves that to the page."""
    title = _title(statement if look.titled else "", note or "", look)
    # All in one call: each of Altair's own `.properties()`, `.configure()` copies the whole chart.
    return alt.layer(
        *layers,
        width=look.width,
        height=height,
        padding={"left": 1, "right": 2, "top": 2, "bottom": 4},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(color="independent")),
        config=alt.Config(font=FONT, background=look.paper, view=alt.ViewConfig(stroke=None)),
        **({"title": title} if title else {}),
    )


def _title(statement: str, note: str, look: Look) -> alt.TitleParams | None:
    """The statement in bold with the note below it, or whichever of the two there is."""
    if not statement and not note:
        return None
    size = 1.06 * look.text
    # Without a limit of our own Vega cuts lines off that do fit.
    shared: dict[str, Any] = {"anchor": "start", "offset": 0.6 * look.text, "limit": 2 * look.widths[1]}
    if not statement:
        text = _fitting(note, look.text, look)
        return alt.TitleParams(text=text, color=look.muted, fontSize=look.text, fontWeight=400, **shared)
    if note:
        # Vega-Lite takes no expression here, so these lines are short everywhere.
        below = lines_of(note, look.widths[0], look.text)
        shared |= {"subtitle": below, "subtitleColor": look.muted, "subtitleFontSize": look.text}
    text = _fitting(statement, size, look)
    return alt.TitleParams(text=text, color=look.ink, fontSize=size, fontWeight=600, lineHeight=1.25 * size, **shared)


def _fitting(text: str, size: float, look: Look) -> alt.ExprRef:
    """The text in the lines that suit the chart's width in the browser."""
    narrow, wide = (lines_of(text, width, size) for width in look.widths)
    return alt.ExprRef(f"width < {look.widths[1]} ? {dumps(narrow)} : {dumps(wide)}")

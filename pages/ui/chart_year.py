"""A school year in Altair: a line for each module with a dot for every lesson, and where the teacher's notes stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import altair as alt
import pandas as pd

from pages.ui.chart_look import Look, text_width
from pages.ui.chart_marks import above_bars, along, down, finish, labels_height, line_height, stack, words
from pages.ui.days import day


def year(
    held: Mapping[str, Sequence[date]], notes: Sequence[date], notes_name: str, statement: str, look: Look
) -> alt.LayerChart:
    """`held` maps each line's name to the days of its lessons; `notes` are days, drawn across all lines.

    Raises ValueError without a single day.
    """
    size = look.text
    rows = {**held, **({notes_name: notes} if notes else {})}
    days = sorted(on for of in rows.values() for on in of)
    if not days:
        raise ValueError("no day to draw")
    first, span = days[0], max((days[-1] - days[0]).days, 1)
    heads = [labels_height(name, look) for name in rows]
    tops, height = stack([head + 1.3 * size for head in heads], gap=0.5 * size)
    middles = [top + head + 0.65 * size for top, head in zip(tops, heads, strict=True)]
    foot = height + 0.4 * size
    whole = foot + (1 if _fit(first, days[-1], look) else 2) * line_height(look)
    frame = pd.DataFrame(
        [
            {"day": (on - first).days, "y": y, "said": f"{name}: {day(on)}"}
            for (name, of), y in zip(rows.items(), middles, strict=True)
            for on in of
        ]
    )
    crossed = len(frame) - len(notes)
    domain = (0, span)
    layers = [
        _upright(_months(first, span), domain, height, whole, look).mark_rule(color=look.faint, aria=False),
        _lines(middles, whole, look),
        _days(frame[:crossed], "circle", domain, whole, look),
        above_bars(tops, list(rows), whole, look),
        *_ends(first, days[-1], foot, whole, look),
    ]
    if notes:
        across = _upright([(on - first).days for on in notes], domain, height, whole, look)
        layers += [
            across.mark_rule(color=look.line, strokeDash=[2, 4], aria=False),
            _days(frame[crossed:], "diamond", domain, whole, look),
        ]
    return finish(layers, statement, look, whole)


def _months(first: date, span: int) -> list[int]:
    """The first of every month in the span, in days after its beginning."""
    after = (first + timedelta(days=at) for at in range(1, span + 1))
    return [(on - first).days for on in after if on.day == 1]


def _upright(places: Sequence[int], domain: tuple[int, int], height: float, whole: float, look: Look) -> alt.Chart:
    frame = pd.DataFrame({"day": list(places), "top": 0.0, "bottom": height}, columns=["day", "top", "bottom"])
    return alt.Chart(frame).encode(x=_along(domain, look), y=down("top", whole), y2=alt.Y2("bottom"))


def _lines(middles: Sequence[float], whole: float, look: Look) -> alt.Chart:
    return (
        alt.Chart(pd.DataFrame({"y": list(middles)}))
        .mark_rule(color=look.line, strokeWidth=1, aria=False)
        .encode(x=alt.XValue(0), x2=alt.value("width"), y=down("y", whole))
    )


def _days(frame: pd.DataFrame, shape: str, domain: tuple[int, int], whole: float, look: Look) -> alt.Chart:
    return (
        alt.Chart(frame)
        .mark_point(filled=True, opacity=1, color=look.strong, shape=shape, size=0.6 * look.text**2)
        .encode(x=_along(domain, look), y=down("y", whole), description=alt.Description("said", type="nominal"))
    )


def _along(domain: tuple[int, int], look: Look) -> alt.X:
    return along("day", domain, f"{0.5 * look.text}", f"width - {0.5 * look.text}")


def _ends(first: date, last: date, top: float, whole: float, look: Look) -> list[alt.Chart]:
    """The first and the last day: beside each other, or one under the other where a phone has no room for that."""
    line = line_height(look)
    ends = [words([top + 0.5 * line], [day(first)], whole, look, colour=look.muted)]
    if last > first:
        place = top + (0.5 if _fit(first, last, look) else 1.5) * line
        ends.append(words([place], [day(last)], whole, look, colour=look.muted, align="right", x="width"))
    return ends


def _fit(first: date, last: date, look: Look) -> bool:
    return text_width(f"{day(first)}  {day(last)}", look.text) <= look.widths[0]

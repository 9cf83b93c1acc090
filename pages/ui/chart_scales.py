"""Ordered answers in Altair: bars of 100 %, or dots for a small class, one row or several over the same points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from data import progress
from pages.ui.chart_look import Look, ink_on, text_width
from pages.ui.chart_marks import along, coloured, dot_size, down, finish, said, words
from pages.ui.i18n import gettext as _

# A two-way bar never fills its side by being the longest of few; so far at least the axis goes to each side.
_LEAST_REACH = 0.6


@dataclass(frozen=True)
class Row:
    """One bar or row of dots: `name` stands above it where there are several, `people` at its right end."""

    name: str
    counts: Mapping[str, int]
    people: int


@dataclass(frozen=True)
class _Plan:
    """Where things stand, in pixels: the middle of each row, the whole height, and what the right end needs."""

    rows: Sequence[Row]
    labels: Mapping[str, str]
    look: Look
    two_way: bool
    middles: Sequence[float]
    height: float
    gutter: float

    @property
    def counts(self) -> list[Mapping[str, int]]:
        return [row.counts for row in self.rows]

    @property
    def points(self) -> list[str]:
        return list(self.labels)

    @property
    def colours(self) -> list[str]:
        return self.look.colours(len(self.labels), two_way=self.two_way)

    def placed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with each row's middle as `y`."""
        return frame.assign(y=[self.middles[row] for row in frame["row"]])

    def spoken(self, frame: pd.DataFrame) -> list[str]:
        """What a screen reader says of each of the frame's points."""
        columns = zip(frame["row"], frame["point"], frame["count"], strict=True)
        return [self._spoken(self.rows[row], point, count) for row, point, count in columns]

    def _spoken(self, row: Row, point: str, count: int) -> str:
        answer = said(self.labels[point], count, row.people)
        return f"{row.name}, {answer}" if row.name else answer


def distribution(
    rows: Sequence[Row], labels: Mapping[str, str], statement: str, look: Look, *, two_way: bool
) -> alt.LayerChart:
    """Rows of counts over the same ordered points: dots if every row is a small class, else bars of 100 %."""
    small = all(row.people < progress.SMALL_CLASS for row in rows)
    size = look.text
    body, middle = (3.9 * size, 1.35 * size) if small else (2.1 * size, 1.05 * size)
    name = 1.5 * size if any(row.name for row in rows) else 0.0
    tops = [place * (name + body + 1.1 * size) for place in range(len(rows))]
    middles = [top + name + middle for top in tops]
    people = [_("n = {n}").format(n=row.people) for row in rows]
    gutter = max(text_width(text, size) for text in people) + 0.5 * size
    plan = _Plan(rows, labels, look, two_way, middles, tops[-1] + name + body, gutter)
    layers = [
        *(_dotted(plan) if small else _sliced(plan)),
        words(middles, people, plan.height, look, colour=look.muted, align="right", x="width"),
    ]
    if name:
        layers.append(words([top + 0.7 * size for top in tops], [row.name for row in rows], plan.height, look))
    return finish(layers, statement, look, plan.height)


def _sliced(plan: _Plan) -> list[alt.Chart]:
    frame = plan.placed(progress.slices(plan.counts, plan.points, two_way=plan.two_way))
    reach = max([_LEAST_REACH, *-frame["start"], *frame["end"]])
    domain = (-reach, reach) if plan.two_way else (0, 1)
    width = f"width - {plan.gutter}"
    half = 1.05 * plan.look.text
    bars = frame.assign(top=frame["y"] - half, bottom=frame["y"] + half, said=plan.spoken(frame))
    shapes = (
        alt.Chart(bars[["point", "start", "end", "top", "bottom", "said"]])
        .mark_rect(stroke=plan.look.line, strokeWidth=0.75)
        .encode(
            x=along("start", domain, "0", width),
            x2=alt.X2("end"),
            y=down("top", plan.height),
            y2=alt.Y2("bottom"),
            color=coloured(plan.points, plan.colours),
            description=alt.Description("said", type="nominal"),
        )
    )
    numbers = _with_room(frame.assign(middle=(frame["start"] + frame["end"]) / 2), domain, plan)
    counts = (
        alt.Chart(numbers[["point", "middle", "y", "count"]])
        .mark_text(fontSize=plan.look.text, fontWeight=600, aria=False)
        .encode(
            x=along("middle", domain, "0", width),
            y=down("y", plan.height),
            text=alt.Text("count", type="quantitative"),
            color=coloured(plan.points, [ink_on(colour) for colour in plan.colours]),
        )
    )
    return [*_zero(plan, domain, "0", width, half + 0.35 * plan.look.text), shapes, counts]


def _with_room(frame: pd.DataFrame, domain: tuple[float, float], plan: _Plan) -> pd.DataFrame:
    """The slices that have room for their number on a phone; the table has the others."""
    pixels = (plan.look.widths[0] - plan.gutter) / (domain[1] - domain[0])
    needed = [text_width(str(count), plan.look.text) + 2 for count in frame["count"]]
    return frame[(frame["end"] - frame["start"]) * pixels >= needed]


def _dotted(plan: _Plan) -> list[alt.Chart]:
    size = plan.look.text
    low, high = domain = progress.dots_reach(plan.counts, plan.points, two_way=plan.two_way)
    pitch = f"min({1.3 * size}, (width - {plan.gutter}) / {high - low})"
    start = f"(width - {plan.gutter} - {high - low} * {pitch}) / 2" if plan.two_way else "0"
    end = f"{start} + {high - low} * {pitch}"
    dots = plan.placed(progress.dots(plan.counts, plan.points, two_way=plan.two_way))
    groups = plan.placed(progress.dot_groups(plan.counts, plan.points, two_way=plan.two_way))
    groups = groups.assign(said=plan.spoken(groups))
    shapes = (
        alt.Chart(dots[["point", "column", "level", "y"]])
        .mark_point(
            filled=True,
            opacity=1,
            stroke=plan.look.line,
            strokeWidth=0.75,
            size=dot_size(pitch),
            yOffset=alt.ExprRef(f"datum.level * {pitch}"),
            aria=False,
        )
        .encode(
            x=along("column", domain, start, end),
            y=down("y", plan.height),
            color=coloured(plan.points, plan.colours),
        )
    )
    counts = (
        alt.Chart(groups[["middle", "y", "count", "said"]])
        .mark_text(
            fontSize=size,
            fontWeight=600,
            color=plan.look.ink,
            baseline="middle",
            yOffset=alt.ExprRef(f"{pitch} + {0.75 * size}"),
        )
        .encode(
            x=along("middle", domain, start, end),
            y=down("y", plan.height),
            text=alt.Text("count", type="quantitative"),
            description=alt.Description("said", type="nominal"),
        )
    )
    return [*_zero(plan, domain, start, end, 1.35 * size), shapes, counts]


def _zero(plan: _Plan, domain: tuple[float, float], start: str, end: str, reach: float) -> list[alt.Chart]:
    """The line at the middle of a two-way scale, under everything else."""
    if not plan.two_way:
        return []
    frame = pd.DataFrame({"zero": 0, "top": plan.middles, "bottom": plan.middles})
    frame = frame.assign(top=frame["top"] - reach, bottom=frame["bottom"] + reach)
    rule = alt.Chart(frame).mark_rule(color=plan.look.line, strokeWidth=1, aria=False)
    return [rule.encode(x=along("zero", domain, start, end), y=down("top", plan.height), y2=alt.Y2("bottom"))]

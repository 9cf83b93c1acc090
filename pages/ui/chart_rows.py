"""Answers one under the other in Altair: options with their bars or dots, and sensitive answers as three steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from data import progress
from pages.ui.chart_look import Look, text_width
from pages.ui.chart_marks import (
    above_bars,
    along,
    dot_size,
    down,
    finish,
    labels_height,
    line_height,
    said,
    said_points,
    stack,
    words,
)

_BETWEEN_BLOCKS = 3


def choices(
    counts: Mapping[str, int], labels: Mapping[str, str], people: int, statement: str, note: str, look: Look
) -> alt.LayerChart:
    """Options from the most chosen to the least, the label above its bar or dots, the count at their end."""
    spoken = {option: said(label, counts.get(option, 0), people) for option, label in labels.items()}
    draw = _dots if people < progress.SMALL_CLASS else _bars
    return _rows(counts, labels, spoken, people, statement, note, look, draw)


def ranking(
    points: Mapping[str, int], labels: Mapping[str, str], most: int, statement: str, note: str, look: Look
) -> alt.LayerChart:
    """Options from the first place to the last, each with a bar out of the `most` points there could be."""
    spoken = {option: said_points(label, points.get(option, 0)) for option, label in labels.items()}
    return _rows(points, labels, spoken, most, statement, note, look, _bars)


def _rows(
    counts: Mapping[str, int],
    labels: Mapping[str, str],
    spoken: Mapping[str, str],
    most: int,
    statement: str,
    note: str,
    look: Look,
    draw: Callable[[pd.DataFrame, int, float, Look], list[alt.Chart]],
) -> alt.LayerChart:
    size = look.text
    frame = progress.choices(counts, list(labels))
    texts = [labels[point] for point in frame["point"]]
    heads = [labels_height(text, look) for text in texts]
    tops, height = stack([head + 1.5 * size for head in heads], gap=0.8 * size)
    frame = frame.assign(
        y=[top + head + 0.8 * size for top, head in zip(tops, heads, strict=True)],
        said=[spoken[point] for point in frame["point"]],
    )
    layers = [*draw(frame, most, height, look), above_bars(tops, texts, height, look)]
    return finish(layers, statement, look, height, note=note)


def _dots(frame: pd.DataFrame, people: int, height: float, look: Look) -> list[alt.Chart]:
    places = max(people, 1)
    domain = (0, places)
    pitch = f"min({1.3 * look.text}, (width - {2 * look.text}) / {places})"
    end = f"{places} * {pitch}"
    dots = progress.choice_dots(frame)
    dots = dots.assign(y=[frame["y"][row] for row in dots["row"]])
    shapes = (
        alt.Chart(dots[["column", "y"]])
        .mark_point(filled=True, opacity=1, color=look.strong, size=dot_size(pitch), aria=False)
        .encode(x=along("column", domain, "0", end), y=down("y", height))
    )
    return [shapes, _counts(frame, along("count", domain, "0", end), height, look)]


def _bars(frame: pd.DataFrame, most: int, height: float, look: Look) -> list[alt.Chart]:
    domain = (0, most)
    end = f"width - {text_width(str(most), look.text) + 0.6 * look.text}"
    half = 0.65 * look.text
    bars = frame.assign(zero=0, whole=most, top=frame["y"] - half, bottom=frame["y"] + half)
    x, y = along("zero", domain, "0", end), down("top", height)
    track = alt.Chart(bars[["zero", "whole", "top", "bottom"]]).mark_rect(color=look.faint, aria=False)
    shapes = alt.Chart(bars[["zero", "count", "top", "bottom"]]).mark_rect(color=look.strong, aria=False)
    return [
        track.encode(x=x, x2=alt.X2("whole"), y=y, y2=alt.Y2("bottom")),
        shapes.encode(x=x, x2=alt.X2("count"), y=y, y2=alt.Y2("bottom")),
        _counts(frame, along("count", domain, "0", end), height, look),
    ]


def _counts(frame: pd.DataFrame, x: alt.X, height: float, look: Look) -> alt.Chart:
    return (
        alt.Chart(frame[["count", "y", "said"]])
        .mark_text(align="left", dx=0.4 * look.text, fontSize=look.text, fontWeight=600, color=look.ink)
        .encode(
            x=x,
            y=down("y", height),
            text=alt.Text("count", type="quantitative"),
            description=alt.Description("said", type="nominal"),
        )
    )


@dataclass(frozen=True)
class Step:
    """One row of three steps: `name` where an answer has several rows, else ""; the band and its word."""

    name: str
    band: str
    word: str


def steps(answers: Sequence[tuple[str, Sequence[Step]]], statement: str, note: str, look: Look) -> alt.LayerChart:
    """Bands as three steps; each answer is (label, its rows)."""
    size = look.text
    rows = [row for _label, of in answers for row in of]
    block = 1.9 * size
    blocks = 3 * (block + _BETWEEN_BLOCKS)
    name = max(text_width(row.name, size) for row in rows) + 0.8 * size if any(row.name for row in rows) else 0.0
    word = max(text_width(row.word, size) for row in rows)
    # The name of a wave stands beside its steps, or above them where a phone has no room for both.
    above = line_height(look) if name + blocks + 0.5 * size + word > look.widths[0] else 0.0
    left = 0.0 if above else name
    row_height = 1.45 * size + (above + 0.4 * size if above else 0.0)
    texts = [label for label, _rows in answers]
    heads = [labels_height(text, look) for text in texts]
    tops, height = stack([head + row_height * len(of) for head, (_label, of) in zip(heads, answers, strict=True)], size)
    row_tops = [
        top + head + row_height * place
        for top, head, (_label, of) in zip(tops, heads, answers, strict=True)
        for place in range(len(of))
    ]
    middles = [top + above + 0.72 * size for top in row_tops]
    names = [top + 0.5 * line_height(look) for top in row_tops] if above else middles
    layers = [
        _blocks(rows, middles, left, block, height, look),
        above_bars(tops, texts, height, look),
        words(middles, [row.word for row in rows], height, look, x=left + blocks + 0.5 * size, weight=600),
    ]
    if name:
        layers.append(words(names, [row.name for row in rows], height, look, colour=look.muted))
    return finish(layers, statement, look, height, note=note)


def _blocks(
    rows: Sequence[Step], middles: Sequence[float], left: float, width: float, height: float, look: Look
) -> alt.Chart:
    half = 0.5 * look.text
    frame = progress.blocks([row.band for row in rows])
    frame = frame.assign(
        start=left + frame["block"] * (width + _BETWEEN_BLOCKS) + 0.5,
        end=left + frame["block"] * (width + _BETWEEN_BLOCKS) + width,
        top=[middles[row] - half for row in frame["row"]],
        bottom=[middles[row] + half for row in frame["row"]],
    )
    filled = alt.condition("datum.filled", alt.value(look.strong), alt.value("transparent"))
    return (
        alt.Chart(frame[["start", "end", "top", "bottom", "filled"]])
        .mark_rect(stroke=look.strong, strokeWidth=1.25, aria=False)
        .encode(
            x=along("start", (0, 100), "0", "100"),
            x2=alt.X2("end"),
            y=down("top", height),
            y2=alt.Y2("bottom"),
            fill=filled,
        )
    )

"""Totals and words to draw charts from, and a way to read what a chart's specification holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from data.release import ItemTotals
from kit_content import ItemWording

NOT_YET = {
    "not_yet": "Not yet",
    "a_little": "A little",
    "partly": "Partly",
    "mostly": "Mostly",
    "yes_clearly": "Yes, clearly",
}
LONG = {
    "low": "Ούτε συμφωνώ ούτε διαφωνώ, και πάντως όχι μπροστά σε όλη την τάξη",
    "middle": "Práctica de un taller o de unas prácticas en una empresa de otra ciudad",
    "high": "Practice from a workshop, a placement, a summer job or help at home, whichever was longest",
}
CHANGES = {"lower": "Fewer than before", "same": "About the same", "higher": "More than before"}
RANKED = {"pay": "The pay", "hours": "The hours", "place": "The place"}
OPTIONS = {"pay": "The pay", "hours": "The hours", "none_of_these": "None of these"}


def words(points: Mapping[str, str] = NOT_YET, statement: str = "I can ask for help.") -> ItemWording:
    return ItemWording(statement, points, **CHANGES)


def scale(*numbers: int, points: Mapping[str, str] = NOT_YET, version: int = 1) -> ItemTotals:
    return totals("scale", dict(zip(points, numbers, strict=True)), version=version)


def change(lower: int, same: int, higher: int) -> ItemTotals:
    return totals("then_now", {"lower": lower, "same": same, "higher": higher})


def choice(*numbers: int) -> ItemTotals:
    return totals("single_choice", dict(zip(OPTIONS, numbers, strict=True)))


def choices(people: int, *numbers: int) -> ItemTotals:
    return totals("multiple_choice", dict(zip(OPTIONS, numbers, strict=True)), people=people)


def ranking(people: int, *points: int) -> ItemTotals:
    return totals("ranking", dict(zip(RANKED, points, strict=True)), people=people)


def ranked_bands(*bands: str) -> ItemTotals:
    return ItemTotals("item", 1, "ranking", True, 10, None, dict(zip(RANKED, bands, strict=True)))


def single_words(people: int, **writers: int) -> ItemTotals:
    return totals("words", writers, people=people)


def banded(lower: str, middle: str, upper: str, people: int = 10, version: int = 1) -> ItemTotals:
    bands = {"lower": lower, "middle": middle, "upper": upper}
    return ItemTotals("item", version, "scale", True, people, None, bands)


def banded_choices(people: int = 10, **bands: str) -> ItemTotals:
    return ItemTotals("item", 1, "multiple_choice", True, people, None, bands)


def totals(kind: str, counts: Mapping[str, int], people: int | None = None, version: int = 1) -> ItemTotals:
    return ItemTotals("item", version, kind, False, sum(counts.values()) if people is None else people, counts, None)


@st.composite
def any_scale(draw: st.DrawFn, least: int = 5, most: int = 300) -> tuple[ItemTotals, ItemWording]:
    """A scale of two to seven points and what a class said on it."""
    points = {f"p{number}": f"Point {number}" for number in range(draw(st.integers(2, 7)))}
    answers = draw(st.lists(st.sampled_from(list(points)), min_size=least, max_size=most))
    return totals("scale", {point: answers.count(point) for point in points}), words(points)


@st.composite
def any_choices(draw: st.DrawFn) -> tuple[ItemTotals, ItemWording]:
    """A multiple choice of two to six options; everybody ticked one at least."""
    options = {f"o{number}": f"Option {number}" for number in range(draw(st.integers(2, 6)))}
    ticks = draw(st.lists(st.sets(st.sampled_from(list(options)), min_size=1), min_size=5, max_size=40))
    counts = {option: sum(option in own for own in ticks) for option in options}
    return totals("multiple_choice", counts, people=len(ticks)), words(options)


@st.composite
def any_bands(draw: st.DrawFn) -> tuple[ItemTotals, ItemWording]:
    """A sensitive multiple choice in bands."""
    options = {f"o{number}": f"Option {number}" for number in range(draw(st.integers(2, 6)))}
    bands = {option: draw(st.sampled_from(["few", "some", "most"])) for option in options}
    return banded_choices(draw(st.integers(1, 60)) * 5, **bands), words(options)


def layers(spec: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], list[dict[str, Any]]]]:
    """Every layer of the chart with the rows that it draws."""
    return [(layer, spec["datasets"][layer["data"]["name"]]) for layer in spec["layer"]]


def rows_with(spec: Mapping[str, Any], *columns: str) -> list[dict[str, Any]]:
    """The rows of the layers that have exactly these columns."""
    return [row for _layer, rows in layers(spec) for row in rows if set(row) == set(columns)]


def used_columns(layer: Mapping[str, Any]) -> set[str]:
    """The columns that a layer draws: encoded, or read by one of its expressions."""
    texts = list(_texts({key: value for key, value in layer.items() if key != "data"}))
    fields = {of["field"] for of in layer["encoding"].values() if "field" in of}
    return fields | {name for text in texts for name in re.findall(r"datum\.(\w+)", text)}


def texts_in(spec: Mapping[str, Any]) -> list[str]:
    """Every text that the chart shows, its title included."""
    shown = [str(row["wide"] if "wide" in row else row["text"]) for _layer, rows in layers(spec) for row in rows
             if "text" in row or "wide" in row]  # fmt: skip
    return [*shown, *_texts(spec.get("title", {}))]


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, Sequence):
        for value in part:
            yield from _texts(value)

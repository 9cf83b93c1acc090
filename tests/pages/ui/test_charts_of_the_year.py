"""The year of a class as a chart: a line for each module, a dot for each lesson, the notes across all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.ui import i18n
from pages.ui.charts import Look, year_chart
from tests.pages.ui.chart_cases import rows_with, texts_in

FIRST, LAST = date(2026, 9, 15), date(2027, 5, 11)
HELD = {"Career literacy": [FIRST, date(2026, 11, 3)], "Wellbeing": [LAST]}
DAYS = st.lists(st.integers(0, 300).map(lambda at: FIRST + timedelta(days=at)), min_size=1, max_size=20)


def spec(held=HELD, notes=(), look: Look | None = None) -> dict:
    return year_chart(held, list(notes), "3 lessons", look or Look(titled=False)).to_dict()


def test_every_lesson_is_a_dot_that_says_its_module_and_its_day() -> None:
    said = [row["said"] for row in rows_with(spec(), "day", "y", "said")]
    assert said == ["Career literacy: 15 September 2026", "Career literacy: 3 November 2026", "Wellbeing: 11 May 2027"]


def test_notes_have_a_line_of_their_own_and_cross_all_others() -> None:
    found = spec(notes=[date(2027, 2, 1)])
    assert "Notes" in texts_in(found) and "Notes" not in texts_in(spec())
    assert rows_with(found, "day", "top", "bottom")[-1]["day"] == (date(2027, 2, 1) - FIRST).days


def test_the_first_and_the_last_day_stand_below() -> None:
    assert texts_in(spec())[-2:] == ["15 September 2026", "11 May 2027"]


def test_one_day_stands_once_and_no_day_is_no_chart() -> None:
    assert texts_in(spec({"Wellbeing": [FIRST]})).count("15 September 2026") == 1
    with pytest.raises(ValueError):
        year_chart({}, [], "", Look())


@pytest.mark.parametrize("language", ["en", "es", "el"])
@pytest.mark.parametrize("look", [Look(), Look(dark=True), Look(medium="print")], ids=["light", "dark", "print"])
def test_it_is_valid_in_every_language_and_look(language: str, look: Look) -> None:
    i18n.use(language)
    assert "vega-lite/v6" in spec(notes=[FIRST], look=look)["$schema"]


@given(held=st.dictionaries(st.text("abc ", min_size=1, max_size=40), DAYS, min_size=1, max_size=7), notes=DAYS)
@settings(max_examples=12, deadline=None)
def test_any_year_keeps_its_dots_inside(held: dict[str, list[date]], notes: list[date]) -> None:
    found = spec(held, notes)
    dots = rows_with(found, "day", "y", "said")
    span = max((max([*notes, *sum(held.values(), [])]) - min([*notes, *sum(held.values(), [])])).days, 1)
    assert len(dots) == sum(map(len, held.values())) + len(notes)
    assert all(0 <= dot["day"] <= span and 0 < dot["y"] < found["height"] for dot in dots)

"""Several times on one chart: one under the other, never joined across versions."""

from __future__ import annotations

import pytest

from pages.ui.charts import Look, wave_chart
from tests.pages.ui.chart_cases import banded, rows_with, scale, texts_in, words

LOOK = Look()


def test_each_wave_has_its_name_and_its_number_of_people() -> None:
    spec = wave_chart([("May", scale(5, 4, 3, 2, 1)), ("June", scale(0, 4, 5, 6, 2))], words(), LOOK).to_dict()
    assert {"May", "June", "n = 15", "n = 17"} <= set(texts_in(spec))


def test_dots_of_all_waves_are_kept_apart() -> None:
    spec = wave_chart([("May", scale(5, 0, 0, 0, 0)), ("June", scale(0, 0, 0, 0, 7))], words(), LOOK).to_dict()
    dots = rows_with(spec, "point", "column", "level", "y")
    assert len({row["y"] for row in dots}) == 2 and len(dots) == 12


def test_one_large_wave_turns_all_of_them_into_bars() -> None:
    spec = wave_chart([("May", scale(5, 4, 3, 2, 1)), ("June", scale(9, 9, 9, 9, 9))], words(), LOOK).to_dict()
    assert len(rows_with(spec, "point", "start", "end", "top", "bottom", "said")) == 10


def test_a_screen_reader_hears_which_wave_a_bar_belongs_to() -> None:
    spec = wave_chart([("May", scale(9, 9, 3, 2, 1)), ("June", scale(9, 9, 9, 9, 9))], words(), LOOK).to_dict()
    bars = rows_with(spec, "point", "start", "end", "top", "bottom", "said")
    assert bars[0]["said"] == "May, Not yet: 9 of 24"


def test_sensitive_waves_stand_under_each_answer() -> None:
    waves = [("May", banded("most", "few", "few", 15)), ("June", banded("few", "some", "some", 10))]
    spec = wave_chart(waves, words(), LOOK).to_dict()
    assert texts_in(spec).count("May") == 3
    assert any("About 15, 10 answered" in text for text in texts_in(spec))
    assert len(rows_with(spec, "start", "end", "top", "bottom", "filled")) == 3 * 3 * 2


def test_waves_of_different_versions_do_not_share_a_chart() -> None:
    with pytest.raises(ValueError):
        wave_chart([("May", scale(5, 0, 0, 0, 0)), ("June", scale(5, 0, 0, 0, 0, version=2))], words(), LOOK)


def test_counts_and_bands_do_not_share_a_chart() -> None:
    with pytest.raises(ValueError):
        wave_chart([("May", scale(5, 0, 0, 0, 0)), ("June", banded("few", "few", "most"))], words(), LOOK)

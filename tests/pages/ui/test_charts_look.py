"""Colours that can be told apart and read on, and lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.ui.chart_look import Look, contrast, ink_on, lines_of, text_width

WORDS = st.text(st.sampled_from("aeimtwWMάλφΩñ,.-“"), min_size=1, max_size=60)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=20), st.integers(80, 640))
def test_lines_keep_every_letter_and_fit(texts: list[str], width: int) -> None:
    lines = lines_of(" ".join(texts), width, 16)
    assert "".join(lines).replace(" ", "") == "".join(texts)
    assert all(text_width(line, 16) <= width for line in lines)


def test_a_line_breaks_between_words() -> None:
    assert lines_of("I can ask for help", text_width("I can ask ", 16), 16) == ["I can ask", "for help"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("two_way", [False, True])
@pytest.mark.parametrize("count", range(1, 8))
def test_numbers_can_be_read_on_every_colour(dark: bool, two_way: bool, count: int) -> None:
    assert all(contrast(ink_on(of), of) >= 4.5 for of in Look(dark=dark).colours(count, two_way=two_way))


@pytest.mark.parametrize("dark", [False, True])
def test_one_way_colours_go_in_one_direction(dark: bool) -> None:
    page = "#12191b" if dark else "#ffffff"
    steps = [contrast(of, page) for of in Look(dark=dark).colours(5, two_way=False)]
    assert steps == sorted(steps) and all(after / before > 1.2 for before, after in zip(steps, steps[1:], strict=False))


def test_a_two_way_scale_without_a_middle_has_no_grey() -> None:
    assert Look().colours(5, two_way=True)[2] not in Look().colours(4, two_way=True)


@pytest.mark.parametrize(("dark", "page"), [(False, "#ffffff"), (True, "#12191b")])
def test_words_and_outlines_can_be_seen_on_the_page(dark: bool, page: str) -> None:
    look = Look(dark=dark)
    assert contrast(look.ink, page) >= 7 and contrast(look.muted, page) >= 4.5
    assert contrast(look.line, page) >= 3 and contrast(look.strong, page) >= 3

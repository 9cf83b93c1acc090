"""What the back row reads: nothing is cut off, and what matters is large, on each of the usual projectors."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

from pages.ui.stage import View
from tests.browser.conftest import Room
from tests.browser.walls import SCREENS, charts, exhibits, open_wall, scenes, show

# What sticks out of the screen or of the box that it was fitted into.
CUT_OFF = """() => {
  const wall = document.querySelector(".or-wall");
  const seen = [...wall.querySelectorAll(".or-header *, .or-body *, .or-footer *")].filter((one) => one.offsetWidth);
  const outside = seen.filter((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  });
  const tight = seen.filter((one) => one.matches("[data-largest]") &&
    (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1));
  return [...outside, ...tight].map((one) => one.className || one.tagName);
}"""
# The smallest letters of these elements, in hundredths of the screen's height.
SMALLEST = """(selector) => Math.min(...[...document.querySelectorAll(`.or-wall :is(${selector})`)]
  .map((one) => parseFloat(getComputedStyle(one).fontSize) / innerHeight * 100))"""
HEIGHT = "selector => document.querySelector(selector).getBoundingClientRect().height / innerHeight * 100"
LABELS = ".or-key-label, .or-row-label, .or-count, .or-word, .or-swatch, .or-single-word, .or-word-count"


def cut_off(wall: Page, views: Mapping[str, View]) -> list[tuple[str, list[str]]]:
    found = []
    for name, given in views.items():
        show(wall, given)
        if names := wall.evaluate(CUT_OFF):
            found.append((name, names))
    return found


def test_nothing_is_cut_off_on_any_screen_in_english_and_greek(room: Room) -> None:
    wall = open_wall(room)
    for language in ("en", "el"):
        views = {**scenes(language), **charts(language), **dict(exhibits(language))}
        for size in SCREENS:
            wall.set_viewport_size(size)
            assert cut_off(wall, views) == [], (size, language)


def test_the_way_in_is_read_and_scanned_from_the_back_row(room: Room) -> None:
    wall = open_wall(room)
    for size in SCREENS:
        wall.set_viewport_size(size)
        show(wall, scenes("en")["join"])
        assert wall.evaluate(HEIGHT, ".or-qr") >= 60
        assert wall.evaluate(SMALLEST, ".or-address, .or-code") >= 8


def test_the_words_of_a_chart_are_as_large_as_the_back_row_needs(room: Room) -> None:
    wall = open_wall(room)
    # A wide screen, and one that is narrower for its height: there the same letters are a smaller part of the height.
    for size, least in ((SCREENS[0], 5.95), (SCREENS[2], 5.2)):
        wall.set_viewport_size(size)
        for name, given in charts("en").items():
            show(wall, given)
            assert wall.evaluate(SMALLEST, LABELS) >= least, (name, size)


def test_what_is_read_aloud_and_guessed_is_as_large(room: Room) -> None:
    wall = open_wall(room)
    for name, given in scenes("en").items():
        show(wall, given)
        least = wall.evaluate(SMALLEST, ".or-text, .or-ask, .or-points li, .or-answers li, .or-code, .or-band")
        assert name == "texts" or least >= 5.95, name


def test_even_a_long_exhibit_can_be_read(room: Room) -> None:
    wall = open_wall(room)
    for language, least in (("en", 4.4), ("el", 3.9)):
        for slug, given in exhibits(language):
            show(wall, given)
            assert wall.evaluate(SMALLEST, ".or-sheet, .or-what h1") >= least, (slug, language)

"""Every sheet of the kit as Chromium prints it on A4."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from kit_content import Activity
from tests.conftest import Server
from tests.kit import shipped_kit

LANGUAGES = ("en", "es", "el")
ACTIVITIES = shipped_kit().activities
CARDS = 12
# An A4 page inside its margins of 12 and 14 millimetres, in the browser's pixels.
MILLIMETRE = 96 / 25.4
WIDTH, HEIGHT = round(182 * MILLIMETRE), round(273 * MILLIMETRE)
# What sticks out of the sheet or, of what may not be torn apart, is taller than a page; and words under 11 pt.
_FAULTS = """(tallest) => {
  const sheet = document.querySelector("main"), edge = sheet.getBoundingClientRect();
  const all = [...sheet.querySelectorAll("*")], found = [];
  for (const one of all) {
    const box = one.getBoundingClientRect(), what = `${one.tagName} ${one.textContent.slice(0, 40)}`;
    if (box.right > edge.right + 1 || box.left < edge.left - 1) found.push(`sticks out: ${what}`);
    if (one.matches("tr, li, .exhibit, .card, .page") && box.height > tallest) found.push(`too tall: ${what}`);
    if (one.textContent.trim() && parseFloat(getComputedStyle(one).fontSize) < 14.6) found.push(`too small: ${what}`);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def paper(chromium: Browser, shared_server: Server) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, base_url=shared_server.url)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def printed(paper: Page, path: str) -> int:
    """How many pages the sheet has, once nothing is wrong with what stands on them."""
    answer = paper.goto(path)
    assert answer is not None and answer.status == 200, path
    paper.evaluate("document.fonts.ready")
    assert paper.evaluate(_FAULTS, HEIGHT + 1) == [], path
    return len(re.findall(rb"/Type\s*/Page\b", paper.pdf(prefer_css_page_size=True)))


def pages_of(paper: Page, sheet: str, activities: list[Activity], language: str) -> dict[str, int]:
    query = f"lang={language}&count={CARDS}"
    return {activity.slug: printed(paper, f"/print/{sheet}/{activity.slug}?{query}") for activity in activities}


def written(kind: str, language: str) -> list[Activity]:
    """The activities that have this paper; where another language stands in, it has been tried in that one."""
    return [each for each in ACTIVITIES.values() if language in getattr(each.texts, kind)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_handout_is_exactly_one_page(paper: Page, language: str) -> None:
    pages = pages_of(paper, "handout", written("handouts", language), language)
    assert pages and set(pages.values()) == {1}, pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_of_a_lesson_are_three_pages_at_most(paper: Page, language: str) -> None:
    pages = pages_of(paper, "notes", written("notes", language), language)
    assert pages and max(pages.values()) <= 3, pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_exhibits_at_most_share_a_page(paper: Page, language: str) -> None:
    shown = {
        each.slug: len({step.exhibit for step in each.steps if step.exhibit})
        for each in ACTIVITIES.values()
    }  # fmt: skip
    pages = pages_of(paper, "exhibits", [each for each in ACTIVITIES.values() if shown[each.slug]], language)
    assert {slug: count for slug, count in pages.items() if not shown[slug] / 2 <= count <= shown[slug]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_answer_cards_take_the_pages_that_were_planned(paper: Page, language: str) -> None:
    for slug in ACTIVITIES:
        pages = printed(paper, f"/print/cards/{slug}?lang={language}&count={CARDS}")
        assert pages == paper.locator(".page").count() and paper.locator(".card").count() == CARDS, slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_a_class_is_one_page(paper: Page, language: str) -> None:
    assert printed(paper, f"/print/class/K7QM4T?lang={language}") == 1


def test_the_button_prints_where_scripts_run(paper: Page) -> None:
    paper.emulate_media(media="screen")
    paper.goto("/print/class/K7QM4T?lang=en")
    paper.evaluate("window.print = () => { document.title = 'printed'; }")
    paper.get_by_role("button", name="Print").click()
    assert paper.title() == "printed"

"""The evidence reports of a class and of a school year as Chromium prints them on A4."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from data import pools
from tests.browser.made_up_school import MadeUpSchool, made_up_school
from tests.browser.test_printing import HEIGHT, LANGUAGES, WIDTH, printed


@pytest.fixture(scope="module")
def school(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUpSchool]:
    with made_up_school(chromium, tmp_path_factory.mktemp("school") / "data") as made:
        yield made


@pytest.fixture(scope="module")
def paper(school: MadeUpSchool) -> Page:
    page = school.person({"width": WIDTH, "height": HEIGHT}, signed_in=True)
    page.emulate_media(media="print")
    return page


def paths(school: MadeUpSchool, language: str) -> list[str]:
    (year,) = pools.years(school.store, school.teacher)
    return [
        f"/print/report/{school.cohort('Metal 1').id}?lang={language}",
        f"/print/year-report?year={year}&lang={language}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_and_nothing_is_too_small(school: MadeUpSchool, paper: Page, language: str) -> None:
    assert all(printed(paper, path) > 3 for path in paths(school, language))


def test_they_are_tagged_for_screen_readers(school: MadeUpSchool, paper: Page) -> None:
    for path in paths(school, "en"):
        paper.goto(path)
        pdf = paper.pdf(prefer_css_page_size=True, tagged=True)
        assert b"/StructTreeRoot" in pdf and b"/Lang (en)" in pdf

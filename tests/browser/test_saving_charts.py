"""A chart is saved as a picture that says what the page says, without asking anybody outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import LAPTOP
from tests.browser.made_up_school import MadeUpSchool, made_up_school, settled


@pytest.fixture(scope="module")
def school(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUpSchool]:
    with made_up_school(chromium, tmp_path_factory.mktemp("saving") / "data") as school:
        yield school


def saved(page: Page, kind: str) -> tuple[str, bytes]:
    """The file's name and what is in it, of the first chart on the page."""
    button = page.locator(f".roads-save button[value={kind}]").first
    button.wait_for()
    page.locator("[data-testid=stVegaLiteChart] svg.marks").first.wait_for()
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_an_svg_says_what_the_page_says_and_names_nobody(school: MadeUpSchool) -> None:
    page = school.person(LAPTOP, signed_in=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/progress")
    name, file = saved(settled(page), "svg")
    drawn = re.sub(r"<style.*?</style>", "", file.decode(), flags=re.DOTALL)
    words = " ".join(re.findall(r">([^<>]+)<", drawn))
    spoken = page.locator("[data-testid=stVegaLiteChart]").first.get_attribute("aria-label") or ""
    assert re.fullmatch(r"chart-\d{4}-\d\d-\d\d\.svg", name) and spoken.split()[-1] in words
    assert "nobody here is real" in words and "Care 2" not in drawn and "data:font" in file.decode()
    assert all(url.startswith((school.server.url, "blob:", "data:")) for url in asked)


def test_a_png_is_a_picture_with_ink_on_it(school: MadeUpSchool) -> None:
    page = school.person(LAPTOP, signed_in=True)
    page.goto("/overview")
    name, file = saved(settled(page), "png")
    picture = Image.open(BytesIO(file)).convert("L")
    assert name.endswith(".png") and picture.width > 1000 and picture.getextrema()[0] < 100

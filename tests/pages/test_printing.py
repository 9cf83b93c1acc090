"""Sheets for paper are plain pages at `/print/…` for anybody; they tell nothing about classes."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from data.cohorts import Cohort
from kit_content import Kit
from pages.printing.class_sheet import class_sheet
from pages.printing.sheet import page
from tests.conftest import Server
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SUPPORT_MAP

LANGUAGES = ("en", "es", "el")
SHEETS = ("handout", "notes", "exhibits", "cards")
CODE = "K7QM4T"


@pytest.fixture(scope="module")
def kit() -> Kit:
    return shipped_kit()


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_a_whole_page_in_the_language_asked_for(
    shared_server: Server, kit: Kit, sheet: str, language: str
) -> None:
    answer = shared_server.ask(f"/print/{sheet}/{ADVERT}?lang={language}")
    title = kit.activities[ADVERT].wording(language).title
    assert answer.status == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith(f'<!DOCTYPE html><html lang="{language}"') and answer.text.endswith("</html>")
    assert f"<title>{title}" in answer.text and "· Open Roads</title>" in answer.text
    assert f'<main class="{sheet}" lang="{language}"' in answer.text and "CC BY 4.0" in answer.text


def test_a_language_that_nobody_speaks_means_the_browsers(shared_server: Server) -> None:
    for asked in ("xx", "", "../el", "EL", '"><b>'):
        answer = shared_server.ask(f"/print/handout/{ADVERT}?lang={quote(asked)}", Accept_Language="es-ES,es;q=0.9")
        assert answer.status == 200 and '<html lang="es"' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *(f"/print/{sheet}/no-such-activity" for sheet in SHEETS),
        *(f"/print/{sheet}/%3Cb%3E%0a" for sheet in SHEETS),
        "/print/exhibits/compass-check",
        "/print/class/short",
        "/print/class/%3Cscript%3E",
        "/print/class/K7QM4T9",
        f"/print/posters/{ADVERT}",
        "/print/handout",
        "/print",
    ],
)
def test_what_cannot_be_printed_has_our_own_404(shared_server: Server, path: str) -> None:
    answer = shared_server.ask(f"{path}?lang=en")
    assert answer.status == 404 and "There is no page at this address." in answer.text


@pytest.mark.parametrize("path", [*(f"/print/{sheet}/{ADVERT}" for sheet in SHEETS), f"/print/class/{CODE}"])
def test_a_sheet_loads_nothing_but_our_own_styles_and_one_script(shared_server: Server, path: str) -> None:
    answer = shared_server.ask(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "style-src 'self';" in policy and "unsafe" not in policy
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=|<script(?! type=\"module\" src=\"/assets/print\.js)", answer.text
    )
    assert answer.headers["cache-control"] == "no-store" and answer.cookies == ()


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_of_the_address_gets_into_the_page_unescaped(shared_server: Server, sheet: str) -> None:
    evil = quote('"><script>alert(1)</script>')
    answer = shared_server.ask(f"/print/{sheet}/{ADVERT}?lang=en&trade={evil}&count={evil}")
    assert answer.status == 200 and "<script>" not in answer.text and 'alert(1)"' not in answer.text


def test_the_exhibits_are_those_of_the_trade(shared_server: Server) -> None:
    care, food, other = (
        shared_server.ask(f"/print/exhibits/{ADVERT}?lang=en&trade={trade}").text for trade in ("care", "food", "x")
    )
    assert "Care assistant" in care and "Care assistant" not in food and "Baker" in food
    assert "(Metal)" in other and "trade=metal" in other


def test_every_exhibit_stands_for_itself_with_its_licence(shared_server: Server) -> None:
    text = shared_server.ask(f"/print/exhibits/{ADVERT}?lang=en").text
    assert text.count('<article class="exhibit"') == 2 == text.count('<footer class="foot">')


def test_the_licence_stands_once_on_a_handout(shared_server: Server) -> None:
    assert shared_server.ask(f"/print/handout/{ADVERT}?lang=en").text.count("CC BY 4.0") == 1


def test_the_notes_say_that_they_are_for_the_teacher(shared_server: Server) -> None:
    assert '<p class="for">For the teacher</p>' in shared_server.ask(f"/print/notes/{SUPPORT_MAP}?lang=en").text


def test_a_class_is_not_to_be_found_by_its_sheet(server: Server, cohort: Cohort) -> None:
    real, invented = (server.ask(f"/print/class/{code}?lang=en") for code in (cohort.code, CODE))
    assert real.status == invented.status == 200 and cohort.name not in real.text
    spaced = {code: f"{code[:3]} {code[3:]}" for code in (cohort.code, CODE)}
    same = real.text.replace(cohort.code, CODE).replace(spaced[cohort.code], spaced[CODE])
    assert same == invented.text


def test_a_code_may_be_typed_as_people_type_it(shared_server: Server) -> None:
    assert "K7Q M4T" in shared_server.ask("/print/class/k7q-m4t?lang=en").text


def test_without_a_fixed_address_the_sheet_has_no_square_and_names_none(shared_server: Server) -> None:
    text = shared_server.ask(f"/print/class/{CODE}?lang=en").text
    assert "<svg" not in text and "localhost" not in text
    assert "type the address that the wall shows" in text


def test_with_a_fixed_address_the_sheet_holds_it_as_square_and_as_words() -> None:
    sheet = class_sheet(CODE, page="https://localhost:8501/print/class/x", address="roads.school.example")
    assert "<svg" in page(sheet) and ">roads.school.example:8501<" in page(sheet)
    assert page(sheet).count("<li>") == 3

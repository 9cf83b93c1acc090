"""The recipe for a network of one's own, and the letter to the school's IT."""

from __future__ import annotations

import re

import pytest

from data.staff import Staff
from pages.printing.network import letter
from pages.printing.sheet import page
from tests.conftest import Server

SHEETS = ("network-recipe", "letter-to-it")
AT = "http://192.168.1.20:8501"


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_both_are_whole_pages_for_anybody_in_every_language(shared_server: Server, sheet: str, language: str) -> None:
    answer = shared_server.ask(f"/print/{sheet}?lang={language}")
    assert answer.status == 200 and answer.text.startswith(f'<!DOCTYPE html><html lang="{language}"')
    assert answer.headers["cache-control"] == "no-store" and answer.cookies == ()


@pytest.mark.parametrize("sheet", SHEETS)
def test_both_load_nothing_but_our_own_styles_and_one_script(shared_server: Server, sheet: str) -> None:
    answer = shared_server.ask(f"/print/{sheet}")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! type=\"module\" src=\"/assets/print)", answer.text)


def test_the_letter_names_the_address_that_it_was_asked_for_at(shared_server: Server) -> None:
    text = shared_server.ask("/print/letter-to-it?lang=en", Host="roads.school.example:8600").text
    assert "roads.school.example, at TCP port 8600" in text and "LocalPort 8600" in text
    assert "http://roads.school.example:8600/privacy" in text


def test_the_letter_names_the_school_once_there_is_one(server: Server, chara: Staff) -> None:
    assert "<b>Test school</b>" in server.ask("/print/letter-to-it?lang=en").text


def test_an_unknown_school_is_a_line_to_write_on(shared_server: Server) -> None:
    assert "School: <span></span>" in shared_server.ask("/print/letter-to-it?lang=en").text


def test_without_a_network_the_letter_names_the_port_alone() -> None:
    text = page(letter(origin="http://localhost:8501", school=""))
    assert "localhost" not in text and "at TCP port 8501" in text and "the page /privacy" in text


def test_a_port_that_the_address_leaves_out_is_named_all_the_same() -> None:
    assert "TCP port 443" in page(letter(origin="https://roads.school.example", school=""))
    assert "TCP port 80:" in page(letter(origin="http://roads.school.example", school=""))


def test_nothing_that_somebody_typed_gets_into_the_letter_unescaped() -> None:
    text = page(letter(origin=AT, school="<script>alert(1)</script>"))
    assert "<script>alert" not in text and "&lt;script&gt;" in text


def test_the_letter_names_only_what_there_is(shared_server: Server) -> None:
    text = page(letter(origin=AT, school=""))
    assert "OPEN_ROADS_ADDRESS" in text and "SECURITY.md" in text and "docs/surface.md" in text
    assert shared_server.ask("/healthz").status == 200 and "/healthz" in text


def test_the_recipe_names_the_page_it_leads_to() -> None:
    from pages.printing.network import recipe
    from pages.sitemap import PLACES

    (check,) = (place for place in PLACES if place.path == "network")
    assert f"“{check.title()}”" in page(recipe())

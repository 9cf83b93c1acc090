from __future__ import annotations

import tomllib
from datetime import date

import pytest

from kit_content import LANGUAGES, helplines
from kit_content.checks import check_kit
from kit_content.helplines import HELPLINES_FILE

CONTENT = tomllib.loads(HELPLINES_FILE.read_text(encoding="utf-8"))


def test_the_emergency_number_comes_first():
    assert [line.number for line in helplines("GR")] == ["112", "116 111", "1056"]


def test_the_emergency_number_is_named_in_the_language_of_the_page():
    assert {helplines("ES", language)[0].name for language in LANGUAGES} == set(CONTENT["emergency"].values())
    assert len(CONTENT["emergency"]) == len(LANGUAGES)


def test_every_country_of_the_union_has_112():
    assert len(CONTENT["groups"]["EU"]) == 27
    assert all(helplines(country)[0].number == "112" for country in CONTENT["groups"]["EU"])


def test_at_least_twenty_countries_have_a_line_of_their_own():
    assert len({line["country"] for line in CONTENT["helplines"]} - {"EU"}) >= 20


def test_an_unknown_country_has_none():
    assert helplines("XX") == ()
    assert helplines("EU") == ()


OWN = """[[helplines]]
country = "GR"
name = "School line"
number = "210 000"
source = "https://example.org/"
checked_on = "2026-11-20"
"""


def test_the_schools_own_lines_take_the_place_of_ours_but_not_of_112(tmp_path):
    (tmp_path / "helplines.toml").write_text(OWN, encoding="utf-8")
    assert [line.number for line in helplines("GR", extra=tmp_path)] == ["112", "210 000"]
    assert helplines("ES", extra=tmp_path) == helplines("ES")


@pytest.mark.parametrize("broken", [OWN.replace('"210 000"', "210"), OWN.replace("2026-11-20", "soon"), "[[helplines"])
def test_a_line_that_cannot_be_shown_is_reported_and_ours_stay(tmp_path, broken):
    (tmp_path / "helplines.toml").write_text(broken, encoding="utf-8")
    assert helplines("GR", extra=tmp_path) == helplines("GR")
    assert any("helplines.toml:" in str(problem) for problem in check_kit(tmp_path))


def test_small_letters_are_accepted():
    assert helplines("gr") == helplines("GR")


@pytest.mark.parametrize("line", CONTENT["helplines"], ids=lambda line: f"{line['country']} {line['number']}")
def test_every_line_is_dated_and_sourced(line):
    assert date.fromisoformat(line["checked_on"])
    assert line["source"].startswith(("https://", "http://"))
    assert isinstance(line["verified"], bool)

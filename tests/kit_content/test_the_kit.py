"""The kit that is shipped: every activity, scale, name and heading."""

from __future__ import annotations

import tomllib

import pytest

from kit_content import LANGUAGES, load_kit
from kit_content.checks import check_kit
from kit_content.loader import KIT_FOLDER
from kit_content.schema import CDI, CMS, LIFECOMP


def test_the_kit_has_no_problems():
    assert [str(problem) for problem in check_kit()] == []


def test_the_short_path_begins_where_we_start():
    kit = load_kit()
    assert next(iter(kit.activities)) == "where-we-start"
    assert {"advert-under-the-lamp", "my-support-map"} <= kit.activities.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_modules_and_competences_have_names(language):
    kit = load_kit()
    assert all(kit.module_title(module, language) != module for module in kit.modules)
    assert all(kit.lifecomp_name(code, language) != code for code in LIFECOMP)
    assert all(kit.cms_name(code, language) != code for code in CMS)
    assert all(kit.cdi_name(code, language) != code for code in CDI)


def test_names_in_an_unknown_language_are_english():
    assert load_kit().module_title("wellbeing", "fr") == "Wellbeing"


@pytest.mark.parametrize("file", ["shared/{}.toml", "scales/{}.toml", "modules.{}.toml"])
def test_common_texts_are_translated(file):
    texts = [(KIT_FOLDER / file.format(language)).read_text(encoding="utf-8") for language in LANGUAGES]
    assert len({tuple(sorted(tomllib.loads(text))) for text in texts}) == 1
    assert len(set(texts)) == len(LANGUAGES)

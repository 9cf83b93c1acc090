"""Which language a reader gets, and what a switch keeps."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import i18n

PAGE = """
import streamlit as st
from pages.ui import language
st.text(language.choose())
language.switch()
st.radio("How", ["a", "b"], index=None, key="item_how", on_change="ignore")
st.text_area("Why", key="item_why", on_change="ignore")
st.checkbox("Share", key="share_why", on_change="ignore")
"""


def page(asked: str = "", locale: str = "en-US") -> AppTest:
    at = AppTest.from_string(PAGE)
    at.context = {"locale": locale}
    if asked:
        at.query_params["lang"] = asked
    return at


@pytest.mark.parametrize(
    ("asked", "locale", "language"),
    [("", "el-GR", "el"), ("es", "el-GR", "es"), ("xx", "es", "es"), ("", "de-DE", "en"), ("", "", "en")],
)
def test_the_address_comes_before_the_browser_and_the_browser_before_english(
    asked: str, locale: str, language: str
) -> None:
    assert page(asked, locale).run().text[0].value == language


def test_a_switch_changes_the_page_and_its_address() -> None:
    at = page().run().radio(key="language").set_value("el").run()
    assert at.text[0].value == "el" and at.query_params["lang"] == "el"


def test_a_choice_stays_when_the_address_loses_it() -> None:
    at = page().run().radio(key="language").set_value("es").run()
    del at.query_params["lang"]
    assert at.run().text[0].value == "es"


def test_answers_survive_three_switches() -> None:
    at = page().run()
    at.radio(key="item_how").set_value("b")
    at.text_area(key="item_why").set_value("because")
    at.checkbox(key="share_why").check()
    for language in ("el", "es", "en"):
        at.radio(key="language").set_value(language).run()
    kept = at.radio(key="item_how").value, at.text_area(key="item_why").value, at.checkbox(key="share_why").value
    assert kept == ("b", "because", True)


def test_an_unknown_language_means_english() -> None:
    i18n.use("xx")
    assert i18n.language() == "en"


def test_an_empty_message_stays_empty() -> None:
    i18n.use("el")
    assert i18n.gettext("") == ""


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("el", "ltr"), ("ar", "rtl")])
def test_each_language_has_its_direction(language: str, direction: str) -> None:
    assert i18n.direction(language) == direction

"""Every sentence of the interface is said in every language, and the catalogues say what the source says."""

from __future__ import annotations

import re
from contextvars import copy_context
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from kit_content import catalogues
from kit_content.catalogues import TRANSLATED, Message, Words
from pages.ui import i18n

RECIPE = (
    "To mend it: `python -m kit_content words`; then fill what is empty in "
    "kit_content/locales/<language>/LC_MESSAGES/open_roads.po, and delete the line `#, fuzzy` of what you checked; "
    "then the command once more."
)
# What Markdown or HTML would make of a sentence beyond its words.
_LINK_OR_TAG = re.compile(r"\]\(|https?:|<[^>]+>|&\w+;|`[^`]+`")

every_language = pytest.mark.parametrize("language", TRANSLATED)


@pytest.fixture(scope="module")
def source() -> dict[str | tuple[str, ...], Message]:
    return by_id(catalogues.collected())


def by_id(words: Words) -> dict[str | tuple[str, ...], Message]:
    return {message.id: message for message in words if message.id}


def of(language: str) -> list[Message]:
    return list(by_id(catalogues.translated(language)).values())


def said_by(message: Message) -> list[str]:
    """What the source says: one sentence, or one for one thing and one for several."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def gaps(sentence: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(sentence) if name is not None}


@every_language
def test_every_sentence_is_translated(language: str, source: dict) -> None:
    known = {message.id for message in of(language) if catalogues.is_done(message)}
    assert not source.keys() - known, RECIPE


@every_language
def test_no_sentence_is_left_over(language: str, source: dict) -> None:
    assert not {message.id for message in of(language)} - source.keys(), RECIPE
    assert not catalogues.translated(language).obsolete, RECIPE


def test_the_template_holds_what_the_source_says(source: dict) -> None:
    with catalogues.TEMPLATE.open("rb") as file:
        assert {message.id for message in read_po(file) if message.id} == source.keys(), RECIPE


@every_language
def test_the_program_reads_what_people_wrote(language: str) -> None:
    file = catalogues.po_file(language)
    assert file.with_suffix(".mo").read_bytes() == catalogues.compiled(catalogues.translated(language)), RECIPE


@every_language
def test_the_named_gaps_of_a_sentence_stay(language: str) -> None:
    for message in of(language):
        allowed = [gaps(sentence) for sentence in said_by(message)]
        for form in catalogues.forms(message):
            assert gaps(form) in allowed, form


@every_language
def test_a_translation_brings_no_link_and_no_tag_of_its_own(language: str) -> None:
    for message in of(language):
        allowed = {found for sentence in said_by(message) for found in _LINK_OR_TAG.findall(sentence)}
        for form in catalogues.forms(message):
            assert set(_LINK_OR_TAG.findall(form)) <= allowed, form


@every_language
def test_bold_words_and_the_ends_of_a_sentence_stay(language: str) -> None:
    for message in of(language):
        for form in catalogues.forms(message):
            assert form.count("**") == said_by(message)[0].count("**"), form
            assert form == form.strip(), form


@every_language
def test_catalogues_name_no_date_no_person_and_no_line_of_code(language: str) -> None:
    text = catalogues.po_file(language).read_text(encoding="utf-8")
    assert not re.search(r"(?m)^\"(POT-Creation|PO-Revision|Last-Translator|Generated)|^#: .*\.py:\d", text)


@every_language
def test_pages_find_the_words(language: str) -> None:
    def spoken() -> str:
        i18n.use(language)
        return i18n.gettext("Rather not say")

    assert copy_context().run(spoken) not in ("", "Rather not say")

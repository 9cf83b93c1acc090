"""The lists of words that worry: complete in every language, written so that they can be looked for, and small."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from kit_content import LANGUAGES
from kit_content.loader import KIT_FOLDER
from kit_content.sources import Findings
from kit_content.worrying import TOPICS, as_json, check_worrying, worrying_words
from tests.kit_content.conftest import SmallKit


def edited(root: Path, old: str, new: str) -> list[str]:
    """The problems once this stands in the English list."""
    path = root / "worrying" / "en.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    findings = Findings()
    check_worrying(root, findings)
    return [problem.message for problem in findings.problems]


def with_phrase(root: Path, phrase: str) -> list[str]:
    return edited(root, "suicidal_thoughts = [", f'suicidal_thoughts = [\n    "{phrase}",')


def test_every_language_has_a_list_of_its_own_for_every_topic():
    findings = Findings()
    check_worrying(KIT_FOLDER, findings)
    assert not findings.problems
    assert len(worrying_words()) == len(LANGUAGES) and all(len(words.worrying) >= 80 for words in worrying_words())


def test_no_list_claims_to_have_been_read_by_a_counsellor():
    for language in LANGUAGES:
        text = (KIT_FOLDER / "worrying" / f"{language}.toml").read_text(encoding="utf-8")
        assert "reviewed = false" in text


def test_what_a_browser_loads_is_small():
    assert len(gzip.compress(as_json(worrying_words()))) < 16_000


def test_the_topics_stay_here():
    keys = {key for words in json.loads(as_json(worrying_words())) for key in (*words, *words["groups"])}
    assert not keys & set(TOPICS)


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("die", "is too short"),
        ("I would like @some", "there is no group “some”"),
        ("… to die", "stands between words"),
        ("so? sad?", "every word of it may be missing"),
        ("hurt, myself", "“hurt,” is no word"),
        ("*self harm", "“*self” is no word"),
        ("bullied", "stands there twice"),
    ],
)
def test_a_phrase_that_cannot_be_looked_for_is_reported(small_kit: SmallKit, phrase: str, message: str):
    (problem,) = with_phrase(small_kit.root, phrase)
    assert message in problem


def test_a_topic_that_is_missing_and_one_that_nobody_knows_are_reported(small_kit: SmallKit):
    assert edited(small_kit.root, "pregnancy_fear =", "pregnancy =") == [
        "“pregnancy” is not known here",
        "“pregnancy_fear” is missing",
    ]


def test_a_group_holds_plain_words(small_kit: SmallKit):
    assert "has other signs than letters" in edited(small_kit.root, '"want to", ', '"want|wish to", ')[0]


def test_a_problem_is_listed_by_check_with_its_line(small_kit: SmallKit):
    path = small_kit.root / "worrying" / "el.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"κ" = ["k", "c"]', '"κ" = "k"'), encoding="utf-8")
    assert any(message.startswith("worrying/el.toml:") for message in small_kit.messages())


def test_a_list_with_a_problem_is_left_out_and_the_others_serve(small_kit: SmallKit):
    (small_kit.root / "worrying" / "es.toml").write_text("[[", encoding="utf-8")
    assert len(json.loads(as_json(worrying_words(small_kit.root)))) == len(LANGUAGES) - 1


def test_a_copy_of_the_english_list_is_not_sent_twice(small_kit: SmallKit):
    folder = small_kit.root / "worrying"
    shutil.copy(folder / "en.toml", folder / "es.toml")
    assert len(worrying_words(small_kit.root)) == len(LANGUAGES) - 1

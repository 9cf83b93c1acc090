"""What a learner writes becomes visible text of at most five hundred characters, or nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reflections import LONGEST_TEXT, clean_text
from tests.data.lessons import Lesson


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("   \n\t ", ""),
        ("safe\u202eevil", "safeevil"),
        ("zero\u200bwidth", "zerowidth"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("**bold** <b>$x^2$ :red[no] ![](http://x)", "**bold** <b>$x^2$ :red[no] ![](http://x)"),
        ("Γειά σου 👋", "Γειά σου 👋"),
        ("e\u0301" + "\u0301" * 100, "é" + "\u0301" * 3),
        ("\ud800lone", "lone"),
    ],
)
def test_it_keeps_what_can_be_seen(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@given(st.text(max_size=3000))
def test_whatever_comes_in_is_short_visible_and_stable(written: str) -> None:
    kept = clean_text(written)
    assert len(kept) <= LONGEST_TEXT
    assert all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in kept)
    assert kept == kept.strip()


def test_a_megabyte_is_cut_before_anything_else() -> None:
    assert len(clean_text("x" * 1_000_000)) == LONGEST_TEXT


def test_hostile_text_is_stored_literally(lesson: Lesson) -> None:
    hostile = "'); DROP TABLE runs; -- =cmd|' /C calc'!A0"
    lesson.learners_send(1, text=hostile)
    with lesson.store.read() as db:
        assert [row["text"] for row in db["pending_texts"].rows] == [f"{hostile} 0"]

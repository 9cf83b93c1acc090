"""Class codes: typed any way, in any of our keyboards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cohorts import CODE_LENGTH, CODE_LETTERS, Cohort, fold_code


@pytest.mark.parametrize("typed", ["k7qm4t", "K7Q M4T", " k7q-m4t ", "Κ7QΜ4Τ", "К7QМ4Т", "κ7qμ4τ"])
def test_case_spaces_and_look_alikes_are_folded(typed: str) -> None:
    assert fold_code(typed) == "K7QM4T"


@given(st.text(max_size=200))
def test_folding_anything_gives_only_our_letters(typed: str) -> None:
    assert set(fold_code(typed)) <= set(CODE_LETTERS)


@given(st.text(alphabet=CODE_LETTERS, min_size=CODE_LENGTH, max_size=CODE_LENGTH))
def test_a_code_folds_to_itself(code: str) -> None:
    assert fold_code(code.lower()) == code


def test_a_class_gets_six_letters_nobody_confuses(cohort: Cohort) -> None:
    assert len(cohort.code) == 6
    assert not set(cohort.code) & set("01OIL")

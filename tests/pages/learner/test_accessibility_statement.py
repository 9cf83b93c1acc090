"""The accessibility statement says what was tested, what was not, what is lacking, and whom to tell."""

from __future__ import annotations

import pytest

from data.staff import Staff
from data.store import Store
from tests.pages.learner.learners import said
from tests.pages.visits import visit

PAGE = "learner/accessibility.py"


@pytest.mark.parametrize("limit", ["No screen reader", "not Firefox", "No person", "Streamlit", "in English"])
def test_the_statement_names_what_was_not_tested_and_what_is_lacking(store: Store, chara: Staff, limit: str) -> None:
    assert limit in said(visit(PAGE))


def test_the_statement_says_what_to_do_instead_and_whom_to_tell(store: Store, chara: Staff) -> None:
    words = said(visit(PAGE))
    assert "card on paper" in words and "read the questions aloud" in words
    assert "Test school runs this computer" in words and "Nina" in words


def test_the_statement_stands_before_there_is_a_school(store: Store) -> None:
    assert "WCAG 2.2, level AA" in said(visit(PAGE))

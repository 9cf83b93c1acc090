"""What is stored, and who can help: true words, honest where nothing is known."""

from __future__ import annotations

from datetime import date

import pytest

from data import school
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from kit_content import helplines
from pages.ui import days
from tests.pages.learner.learners import said
from tests.pages.visits import visit

PRIVACY, SUPPORT = "learner/privacy.py", "learner/support.py"


def test_the_privacy_page_says_what_no_program_can_prevent(store: Store, chara: Staff) -> None:
    words = said(visit(PRIVACY))
    for limit in (
        "Whoever runs this computer",
        "same Wi-Fi",
        "behind you",
        "one person is missing",
        "made-up answers",
        "on paper",
    ):
        assert limit in words


def test_the_privacy_page_names_who_runs_this_computer_and_the_floor(store: Store, chara: Staff) -> None:
    school.raise_floor(store, chara, floor=7)
    words = said(visit(PRIVACY))
    assert "Test school runs this computer" in words and "from 7 people up" in words and "24 months" in words


@pytest.mark.parametrize("page", [PRIVACY, SUPPORT])
def test_no_page_promises_too_much(store: Store, chara: Staff, page: str) -> None:
    words = said(visit(page)).lower()
    assert not any(claim in words for claim in ("confidential", "gdpr", "completely anonymous", "nobody can ever"))


def test_the_support_page_shows_the_schools_contact_first(store: Store, chara: Staff) -> None:
    words = said(visit(SUPPORT))
    assert words.index("Nina") < words.index("116 111") and "Agreed to be named here on" in words


def test_every_number_has_its_source_and_its_date(store: Store, chara: Staff) -> None:
    words = said(visit(SUPPORT))
    for line in helplines("GR"):
        assert line.number in words and line.source in words and days.day(date.fromisoformat(line.checked_on)) in words


def test_a_number_that_is_not_confirmed_says_so_and_stays_off_the_learners_strip(store: Store) -> None:
    from pages.learner import words

    with store.write() as db:
        school.make_school(db, name="S", country="ES")
    assert "Not confirmed by the operator" in said(visit(SUPPORT))
    assert "024" not in words.lines(school.get_school(store)) and "900 20 20 10" in words.lines(
        school.get_school(store)
    )


def test_a_country_without_known_numbers_is_told_so(store: Store) -> None:
    with store.write() as db:
        school.make_school(db, name="S", country="ZZ")
    assert "We know no help line for your country." in said(visit(SUPPORT))


def test_a_school_without_a_contact_says_so(store: Store) -> None:
    with store.write() as db:
        school.make_school(db, name="S", country="GR")
    assert "Your school has not named a person here yet." in said(visit(SUPPORT))


def test_what_staff_typed_is_shown_as_plain_text(store: Store, alba: Staff, cohort: Cohort) -> None:
    with store.write() as db:
        db.execute("UPDATE schools SET name = '<img src=x> [x](http://evil.example)'")
        db.execute("UPDATE contacts SET name = '<script>x</script>'")
    pages = [html.value for page in (PRIVACY, SUPPORT) for html in visit(page).html]
    assert "&lt;img src=x&gt;" in "".join(pages) and "<script>" not in "".join(pages)

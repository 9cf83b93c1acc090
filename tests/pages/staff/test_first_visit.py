"""The first visit makes a school, a teacher and a class, or a made-up school to look around in."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import cohorts, school, staff
from data.store import Store
from tests.conftest import PASSPHRASE, ROOT
from tests.pages.visits import press, visit, words

CODE = "ABCD-EFGH"
ANSWERS = {
    "first_visit_school": "Harbour school",
    "first_visit_name": "Alba",
    "first_visit_passphrase": PASSPHRASE,
    "first_visit_class": "Metal 1",
}


@pytest.fixture(autouse=True)
def set_up_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEN_ROADS_SETUP_CODE", CODE)


def first_visit(setup: str = CODE) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=30)
    at.query_params["setup"] = setup
    return at.run()


def fill_in(at: AppTest, **changed: str) -> AppTest:
    for key, value in {**ANSWERS, **changed}.items():
        at.text_input(key=key).input(value)
    at.selectbox(key="first_visit_country").select("GR")
    at.number_input(key="first_visit_size").set_value(14)
    return at


def test_one_page_makes_school_teacher_and_class_and_ends_in_the_library(store: Store) -> None:
    at = press(fill_in(first_visit()), "first_visit_start")
    assert at.title[0].value == "Library"
    made = school.get_school(store)
    assert made is not None and (made.name, made.country, made.contact) == ("Harbour school", "GR", None)
    (cohort,) = cohorts.list_cohorts(store, staff.sign_in(store, "Alba", PASSPHRASE))
    assert (cohort.name, cohort.size) == ("Metal 1", 14)


def test_a_named_contact_is_kept(store: Store) -> None:
    contact = {
        "first_visit_contact_name": "Nina",
        "first_visit_contact_room": "12",
        "first_visit_contact_hours": "9–10",
    }
    press(fill_in(first_visit(), **contact), "first_visit_start")
    made = school.get_school(store)
    assert made is not None and made.contact is not None and made.contact.name == "Nina"


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("first_visit_school", " ", "name of your school"),
        ("first_visit_name", "", "your name"),
        ("first_visit_passphrase", "too short", "too short"),
        ("first_visit_class", "", "first class"),
        ("first_visit_contact_room", "12", "leave all three empty"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_made(store: Store, key: str, value: str, complaint: str) -> None:
    at = press(fill_in(first_visit(), **{key: value}), "first_visit_start")
    assert complaint in at.error[0].value
    assert school.get_school(store) is None


@pytest.mark.parametrize("button", ["first_visit_start", "first_visit_demo"])
def test_a_wrong_set_up_code_makes_nothing(store: Store, button: str) -> None:
    at = press(fill_in(first_visit("WRONG")), button)
    assert "set-up code" in at.error[0].value
    assert school.get_school(store) is None


def test_looking_around_makes_a_school_that_is_marked_as_made_up(store: Store) -> None:
    at = press(first_visit(), "first_visit_demo")
    assert at.title[0].value == "Classes"
    assert "Made-up class" in words(at)
    made = school.get_school(store)
    assert made is not None and made.is_demo


def test_after_looking_around_the_own_school_can_still_be_set_up(store: Store) -> None:
    press(first_visit(), "first_visit_demo")
    at = press(fill_in(visit("staff/first_visit.py", setup=CODE)), "first_visit_start")
    assert at.title[0].value == "Library"
    made = school.get_school(store)
    assert made is not None and not made.is_demo


def test_once_there_is_a_school_the_page_only_leads_to_the_sign_in(store: Store) -> None:
    school.set_up(store, school="S", country="GR", coordinator="Chara", passphrase=PASSPHRASE)
    at = visit("staff/first_visit.py", setup=CODE)
    assert "already set up" in words(at)
    assert not at.text_input

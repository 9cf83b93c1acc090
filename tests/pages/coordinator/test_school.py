"""The coordinator looks after the school: contact, staff, floors, and the made-up school."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import demo, school, staff
from data.staff import Staff
from data.store import Store
from tests.conftest import PASSPHRASE
from tests.pages.visits import SignIn, keys, press, visit, words

PAGE = "coordinator/school.py"


@pytest.fixture
def page(sign_in: SignIn, chara: Staff) -> AppTest:
    return visit(PAGE, sign_in, chara)


def test_it_is_closed_to_teachers_and_strangers(sign_in: SignIn, alba: Staff) -> None:
    assert "for coordinators" in words(visit(PAGE, sign_in, alba))
    assert "Please sign in" in words(visit(PAGE))


def test_the_contact_is_changed_only_when_it_is_complete(store: Store, page: AppTest) -> None:
    page.text_input(key="school_contact_room").input("")
    assert "name, room and hours" in press(page, "school_contact_save").error[0].value
    page.text_input(key="school_contact_room").input("14")
    press(page, "school_contact_save")
    changed = school.get_school(store)
    assert changed is not None and changed.contact is not None and changed.contact.room == "14"


def test_a_new_teacher_gets_a_code_that_is_shown_once_and_works(store: Store, page: AppTest) -> None:
    page.text_input(key="school_new_name").input("Dora")
    press(page, "school_add")
    code = page.code[0].value
    assert staff.use_one_time_code(store, "Dora", code, PASSPHRASE).roles == {"teacher"}
    page.run()
    assert code not in [shown.value for shown in page.code]


def test_a_name_is_given_once(page: AppTest, alba: Staff) -> None:
    page.text_input(key="school_new_name").input("Alba")
    assert "this name already" in press(page, "school_add").error[0].value


def test_removing_a_teacher_asks_twice_and_nobody_removes_themselves(
    store: Store, sign_in: SignIn, chara: Staff, alba: Staff
) -> None:
    at = press(visit(PAGE, sign_in, chara), f"school_remove_{alba.id}")
    assert staff.get_staff(store, alba.id) is not None
    press(at, f"school_remove_{alba.id}_yes")
    assert staff.get_staff(store, alba.id) is None
    assert f"school_remove_{chara.id}" not in keys(at)


def test_a_floor_can_be_raised_and_not_lowered(store: Store, page: AppTest) -> None:
    page.number_input(key="school_floor_texts").set_value(8)
    press(press(page, "school_floors_raise"), "school_floors_raise_yes")
    raised = school.get_school(store)
    assert raised is not None and (raised.floor, raised.floor_texts) == (5, 8)
    assert page.number_input(key="school_floor_texts").min == 8


def test_the_made_up_school_can_be_removed(store: Store, sign_in: SignIn, chara: Staff) -> None:
    demo.make_demo(store, {})
    press(press(visit(PAGE, sign_in, chara), "school_remove_demo"), "school_remove_demo_yes")
    assert demo.demo_teacher(store) is None and staff.get_staff(store, chara.id) is not None


def test_its_own_coordinator_leaves_with_the_made_up_school(store: Store, sign_in: SignIn) -> None:
    teacher = demo.make_demo(store, {})
    at = press(press(visit(PAGE, sign_in, teacher), "school_remove_demo"), "school_remove_demo_yes")
    assert school.get_school(store) is None
    assert at.title[0].value == "Welcome to Open Roads"


def test_the_overview_is_for_coordinators_and_names_no_class(sign_in: SignIn, chara: Staff, alba: Staff) -> None:
    assert "for coordinators" in words(visit("coordinator/overview.py", sign_in, alba))
    assert "There is nothing to see yet" in words(visit("coordinator/overview.py", sign_in, chara))

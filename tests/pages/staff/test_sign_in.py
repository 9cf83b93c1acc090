"""Staff come in with name and passphrase, the first time with a one-time code, and go out again."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import staff
from data.staff import Staff
from data.store import Store
from tests.conftest import PASSPHRASE
from tests.pages.visits import SignIn, press, visit, words

PAGE = "staff/sign_in.py"


def try_to_enter(name: str, passphrase: str) -> AppTest:
    at = visit(PAGE)
    at.text_input(key="sign_in_name").input(name)
    at.text_input(key="sign_in_passphrase").input(passphrase)
    return press(at, "sign_in_enter")


def test_the_right_passphrase_leads_to_the_classes(alba: Staff) -> None:
    assert try_to_enter("Alba", PASSPHRASE).title[0].value == "Classes"


def test_a_coordinator_who_does_not_teach_lands_at_the_school(chara: Staff) -> None:
    assert try_to_enter("Chara", PASSPHRASE).title[0].value == "School"


@pytest.mark.parametrize(("name", "passphrase"), [("Alba", "a wrong passphrase"), ("Nobody", PASSPHRASE), ("", "")])
def test_a_wrong_pair_is_refused_in_one_sentence(alba: Staff, name: str, passphrase: str) -> None:
    at = try_to_enter(name, passphrase)
    assert at.title[0].value == "Sign in"
    assert at.error[0].value == "This name and this passphrase do not fit together."


def test_after_several_wrong_tries_the_page_says_how_long_it_waited(store: Store, alba: Staff) -> None:
    for _wrong in range(3):
        with pytest.raises(staff.WrongPassphrase):
            staff.sign_in(store, "Alba", "a wrong passphrase")
    assert "this time 1 second." in try_to_enter("Alba", "a wrong passphrase").error[0].value


def use_code(code: str, passphrase: str) -> AppTest:
    at = visit(PAGE)
    at.text_input(key="sign_in_first_name").input("Dora")
    at.text_input(key="sign_in_code").input(code)
    at.text_input(key="sign_in_new_passphrase").input(passphrase)
    return press(at, "sign_in_first_enter")


def test_a_one_time_code_sets_the_passphrase_and_lets_in(store: Store, chara: Staff) -> None:
    _dora, code = staff.add_staff(store, chara, "Dora", {"teacher"})
    assert use_code(code, PASSPHRASE).title[0].value == "Classes"
    assert staff.sign_in(store, "Dora", PASSPHRASE).name == "Dora"


def test_a_one_time_code_works_once_and_not_with_a_short_passphrase(store: Store, chara: Staff) -> None:
    _dora, code = staff.add_staff(store, chara, "Dora", {"teacher"})
    assert "too short" in use_code(code, "short").error[0].value
    use_code(code, PASSPHRASE)
    assert "do not fit together" in use_code(code, PASSPHRASE).error[0].value


def test_signing_out_ends_it(sign_in: SignIn, alba: Staff) -> None:
    at = visit(PAGE, sign_in, alba)
    assert "You are signed in as Alba." in words(at)
    press(at, "sign_in_leave")
    assert at.title[0].value == "Sign in"
    assert "Please sign in" in words(at.switch_page("teacher/classes.py").run())

"""An activity that asks about personal things waits for the school's contact; everybody is told what they can do."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from data import runs, school
from data.__main__ import main
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from tests.pages.visits import SUPPORT_MAP, SignIn, press, visit, words

PAGE = "teacher/library.py"


@pytest.fixture(autouse=True)
def no_contact(store: Store, cohort: Cohort) -> None:
    with store.write() as db:
        db.execute("DELETE FROM contacts")


def test_a_teacher_is_told_to_ask_the_coordinator_and_nothing_starts(
    store: Store, sign_in: SignIn, alba: Staff
) -> None:
    at = visit(PAGE, sign_in, alba, activity=SUPPORT_MAP)
    assert "contact must be named" in at.warning[0].value and "Ask your coordinator" in words(at)
    press(at, "library_start")
    assert "First name a person learners can turn to" in at.error[0].value and runs.current_runs(store, alba) == []


def links(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def test_a_teacher_who_is_coordinator_too_is_led_to_the_page_where_it_is_named(
    store: Store, sign_in: SignIn, alba: Staff
) -> None:
    assert "Name the school contact" not in links(visit(PAGE, sign_in, alba, activity=SUPPORT_MAP))
    with store.write() as db:
        db.execute("INSERT INTO staff_roles (staff_id, role) VALUES (?, 'coordinator')", [alba.id])
    at = visit(PAGE, sign_in, alba, activity=SUPPORT_MAP)
    assert "Name the school contact" in links(at) and "Ask your coordinator" not in words(at)


def test_once_the_contact_is_named_it_starts(store: Store, sign_in: SignIn, alba: Staff, chara: Staff) -> None:
    school.set_contact(store, chara, name="Nina", room="12", hours="9–10")
    at = visit(PAGE, sign_in, alba, activity=SUPPORT_MAP)
    assert not at.warning
    press(at, "library_start")
    assert [run.activity for run in runs.current_runs(store, alba)] == [SUPPORT_MAP]


def test_a_rehearsal_waits_too(store: Store, sign_in: SignIn, alba: Staff) -> None:
    at = press(visit(PAGE, sign_in, alba, activity=SUPPORT_MAP), "library_rehearse")
    assert at.error and runs.current_runs(store, alba) == []


def test_the_command_line_refuses_in_one_line_that_says_what_to_do(store: Store, alba: Staff, cohort: Cohort) -> None:
    result = CliRunner().invoke(main, ["run", "open", cohort.code, SUPPORT_MAP])
    assert result.exit_code == 1 and "name the school's contact first (contact set)" in result.output
    assert result.output.count("\n") == 1 and runs.current_runs(store, alba) == []

"""A teacher's own classes: made, changed, deleted after asking twice, and never anybody else's."""

from __future__ import annotations

from data import cohorts, runs
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from tests.pages.visits import SignIn, keys, press, start_lesson, visit, words

PAGE = "teacher/classes.py"


def test_a_stranger_is_sent_to_the_sign_in(store: Store, alba: Staff) -> None:
    assert "Please sign in" in words(visit(PAGE))


def test_a_coordinator_who_does_not_teach_is_told_so(sign_in: SignIn, chara: Staff) -> None:
    assert "for teachers" in words(visit(PAGE, sign_in, chara))


def test_without_a_class_the_page_says_what_to_do(sign_in: SignIn, alba: Staff) -> None:
    assert "You have no class yet" in words(visit(PAGE, sign_in, alba))


def test_a_class_is_made_and_shows_its_code(store: Store, sign_in: SignIn, alba: Staff) -> None:
    at = visit(PAGE, sign_in, alba)
    at.text_input(key="classes_new_name").input("*Metal* 2")
    at.number_input(key="classes_new_size").set_value(12)
    press(at, "classes_make")
    (made,) = cohorts.list_cohorts(store, alba)
    shown = [text.value for text in at.text]
    assert "*Metal* 2" in shown and f"{made.code[:3]} {made.code[3:]}" in shown and "12 students" in shown


def test_a_class_without_a_name_or_size_is_not_made(store: Store, sign_in: SignIn, alba: Staff) -> None:
    at = press(visit(PAGE, sign_in, alba), "classes_make")
    assert "name for the class" in at.error[0].value
    at.text_input(key="classes_new_name").input("Metal 2")
    assert "how many students" in press(at, "classes_make").error[0].value
    assert cohorts.list_cohorts(store, alba) == []


def test_name_and_size_can_be_changed(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = visit(PAGE, sign_in, alba)
    at.text_input(key=f"classes_name_{cohort.id}").input("Metal 1b")
    at.number_input(key=f"classes_size_{cohort.id}").set_value(9)
    press(at, f"classes_save_{cohort.id}")
    changed = cohorts.require_cohort(store, alba, cohort.id)
    assert (changed.name, changed.size, changed.code) == ("Metal 1b", 9, cohort.code)


def test_deleting_asks_twice(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = press(visit(PAGE, sign_in, alba), f"classes_delete_{cohort.id}")
    assert "brought back" in at.warning[0].value
    press(at, f"classes_delete_{cohort.id}_no")
    assert cohorts.get_cohort(store, alba, cohort.id) is not None
    press(press(at, f"classes_delete_{cohort.id}"), f"classes_delete_{cohort.id}_yes")
    assert cohorts.list_cohorts(store, alba) == []


def test_another_teacher_does_not_see_the_class(sign_in: SignIn, cohort: Cohort, bruno: Staff) -> None:
    at = visit(PAGE, sign_in, bruno)
    assert "Metal 1" not in words(at)
    assert not any(cohort.id in key for key in keys(at))


def test_a_lesson_under_way_can_be_entered_from_its_card(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = start_lesson(store, alba, cohort)
    at = visit(PAGE, sign_in, alba)
    assert "- Advert Under the Lamp, " in words(at) and " · Lesson under way" in words(at)
    press(at, f"classes_console_{cohort.id}")
    assert at.title[0].value == "Teacher's page" and at.query_params["run"] == run.id


def test_starting_a_lesson_takes_the_class_along_to_the_library(sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = press(visit(PAGE, sign_in, alba), f"classes_start_{cohort.id}")
    assert at.title[0].value == "Library" and at.query_params["class"] == cohort.id


def test_an_ended_lesson_stays_on_the_card(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort)
    runs.end_run(store, alba, run.id)
    at = visit(PAGE, sign_in, alba)
    assert "Advert Under the Lamp" in words(at)
    assert f"classes_console_{cohort.id}" not in keys(at)

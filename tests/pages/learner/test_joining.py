"""A class code and one button lead into the lesson; nothing else is asked."""

from __future__ import annotations

import pytest

from data import demo, reflections, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages.learner.place import this_place
from tests.pages.learner.learners import joined, open_start, said, stored, told
from tests.pages.visits import keys, open_answers, press, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture(autouse=True)
def quick_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reflections, "_GUESS_SECONDS", 0)


def test_the_first_page_asks_for_a_class_code_and_shows_the_other_ways(run: Run) -> None:
    at = open_start()
    assert keys(at) == {"reflect_join"} and at.text_input(key="reflect_code").value == ""
    assert all(f'href="{path}"' in said(at) for path in ("/library", "/sign-in", "/privacy", "/support"))


def test_a_code_in_the_address_is_filled_in_beside_the_words_on_privacy(run: Run) -> None:
    at = open_start(code=run.code)
    assert at.text_input(key="reflect_code").value == run.code
    assert "We don't ask your name." in said(at) and "/sign-in" not in said(at)


def test_joining_leads_to_the_wait_and_puts_the_seat_into_the_address(run: Run, store: Store) -> None:
    at = joined(run.code)
    assert "Look at the wall" in said(at) and at.query_params["code"] == run.code
    assert reflections.seat_state(store, run.id, at.query_params["seat"]) == "joined"


def test_a_code_may_be_typed_in_small_letters_and_with_a_space(run: Run) -> None:
    at = open_start()
    at.text_input(key="reflect_code").set_value(f"{run.code[:3]} {run.code[3:]}".lower())
    press(at, "reflect_join")
    assert at.query_params["code"] == run.code


def test_two_presses_of_join_take_one_seat(run: Run, store: Store) -> None:
    at = open_start(code=run.code)
    reflections.join(store, run.code, at.session_state["reflect_place"].seat)
    press(at, "reflect_join")
    assert stored(store)["seats"] == 1


def test_two_people_get_two_seats(run: Run, store: Store) -> None:
    assert joined(run.code).query_params["seat"] != joined(run.code).query_params["seat"]
    assert stored(store)["seats"] == 2


def test_an_unknown_code_is_answered_with_a_plain_sentence(run: Run) -> None:
    at = joined("QQQQQQ")
    assert at.error[0].value.startswith("No lesson is open with this code.")
    assert "seat" not in at.query_params and "reflect_join" in keys(at)


def test_locked_doors_are_answered_with_a_plain_sentence(run: Run, store: Store, alba: Staff) -> None:
    runs.set_doors(store, alba, run.id, True)
    assert joined(run.code).error[0].value == "The lesson has begun and nobody can join now. Ask your teacher."


def test_a_closed_lesson_is_answered_with_a_plain_sentence(run: Run, store: Store, alba: Staff) -> None:
    open_answers(store, alba, run)
    runs.close_run(store, alba, run.id)
    assert joined(run.code).error[0].value == "The lesson is closed. Look at the wall."


def test_a_rehearsal_lets_no_real_learner_in(store: Store, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort, rehearsal=True)
    at = joined(run.code)
    assert at.error[0].value == "Your teacher is only trying this lesson out. Please wait."
    assert stored(store)["seats"] == 0


def test_the_script_learns_the_seat_only_after_joining(run: Run) -> None:
    assert told(open_start(code=run.code))["seat"] == ""
    at = joined(run.code)
    assert told(at)["seat"] == at.query_params["seat"] and told(at)["revision"] == run.revision


def test_the_name_of_a_class_is_shown_as_plain_text(store: Store, alba: Staff) -> None:
    from data.cohorts import make_cohort

    name = "**Metal** ![](http://evil.example/x.png) <b>1</b>"
    run = start_lesson(store, alba, make_cohort(store, alba, name=name, size=8))
    assert joined(run.code).text[0].value == name


def test_beside_a_real_school_nobody_looks_around_without_a_passphrase(run: Run, store: Store) -> None:
    demo.make_demo(store, {})
    assert "reflect_look_around" not in keys(open_start())


def test_looking_around_opens_the_made_up_classes(store: Store) -> None:
    demo.make_demo(store, {})
    at = press(open_start(), "reflect_look_around")
    assert "Metal 1 (made up)" in "\n".join(str(piece.value) for piece in [*at.text, *at.markdown, *at.subheader])


def test_a_place_is_made_once_for_a_tab(run: Run) -> None:
    at = open_start(code=run.code)
    seat = at.session_state["reflect_place"].seat
    assert at.run().session_state["reflect_place"].seat == seat and callable(this_place)

"""The teacher's page walks a lesson from its first step to the charts, for its own teacher alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import release, runs, school, staff, texts
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SignIn, keys, learners_send, open_answers, press, start_lesson, visit, words

PAGE = "teacher/console.py"


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture
def console(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    return visit(PAGE, sign_in, alba, run=run.id)


@pytest.fixture
def latest(store: Store, alba: Staff, run: Run) -> Callable[[], Run]:
    return lambda: runs.require_run(store, alba, run.id)


def test_it_shows_the_step_on_the_wall_and_the_next_one(console: AppTest) -> None:
    wording = shipped_kit().activities[ADVERT].wording("en")
    assert wording.steps["open"].wall in words(console)
    assert f"Next: {wording.steps['first_look'].wall}" in words(console)


def test_without_a_run_in_the_address_it_is_the_one_under_way(sign_in: SignIn, alba: Staff, run: Run) -> None:
    assert "Metal 1" in words(visit(PAGE, sign_in, alba))


@pytest.mark.parametrize("named", [True, False])
def test_another_teacher_cannot_open_it(sign_in: SignIn, run: Run, bruno: Staff, named: bool) -> None:
    at = visit(PAGE, sign_in, bruno, **({"run": run.id} if named else {}))
    assert "Metal 1" not in words(at) and not any(key.startswith("console_") for key in keys(at))


def test_a_stranger_cannot_open_it(run: Run) -> None:
    at = visit(PAGE, run=run.id)
    assert "Please sign in" in words(at) and not keys(at)


def test_next_and_back_move_the_wall(console: AppTest, latest: Callable[[], Run]) -> None:
    press(console, "console_next")
    assert latest().step == 1 and latest().timer_ends_at is not None
    press(console, "console_back")
    assert latest().step == 0


def test_the_answers_can_be_opened_at_once(console: AppTest, latest: Callable[[], Run]) -> None:
    press(console, "console_open")
    assert latest().state == "reflecting"
    assert "Fewer than 5 have sent" in words(console)
    assert "console_open" not in keys(console)


def test_how_many_have_sent_is_said_in_steps_of_five(store: Store, console: AppTest, alba: Staff, run: Run) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    console.run()
    assert "**5+ have sent**" in words(console)
    assert not any(char in words(console) for char in ("6 have", "6 of"))


def test_closing_takes_two_presses_and_then_shows_one_chart_after_another(
    store: Store, console: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    press(console.run(), "console_close")
    assert latest().state == "reflecting" and latest().last_call_ends_at is not None
    press(console, "console_close")
    assert latest().state == "closed" and release.totals_of_run(store, alba, run.id)
    seen = [0]
    while not console.button(key="console_reveal").disabled:
        press(console, "console_reveal")
        seen.append(latest().revealed)
    assert sorted({*seen}) == [0, 1, 2, 3] and seen == sorted(seen)


def test_the_class_guesses_before_the_chart_that_asks_for_it(
    store: Store, console: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    press(press(console.run(), "console_close"), "console_close")
    while "guess" not in console.button(key="console_reveal").label:
        press(console, "console_reveal")
    assert "guess" in console.button(key="console_next").label
    before = latest().revealed
    press(console, "console_reveal")
    assert latest().guessing and latest().revealed == before
    press(console, "console_reveal")
    assert not latest().guessing and latest().revealed == before + 1


def test_the_last_call_can_be_taken_back(
    store: Store, console: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    press(press(console.run(), "console_close"), "console_keep_open")
    assert latest().state == "reflecting" and latest().last_call_ends_at is None


def test_with_fewer_than_five_it_warns_first_and_says_afterwards_what_happened(
    store: Store, console: AppTest, alba: Staff, run: Run
) -> None:
    open_answers(store, alba, run)
    learners_send(store, run, 4)
    press(console.run(), "console_close")
    assert "Closing now erases their answers" in words(console)
    press(console, "console_close")
    assert "Too few answered for a chart" in words(console)
    assert "console_reveal" not in keys(console)


def test_a_press_that_comes_too_late_closes_nothing(
    store: Store, console: AppTest, alba: Staff, run: Run, latest: Callable[[], Run]
) -> None:
    open_answers(store, alba, run)
    press(console.run(), "console_close")
    runs.cancel_last_call(store, alba, run.id)
    press(console, "console_close")
    assert latest().state == "reflecting" and console.error


def test_a_press_after_signing_out_elsewhere_does_nothing(
    store: Store, console: AppTest, alba: Staff, latest: Callable[[], Run]
) -> None:
    staff.sign_out(store, console.session_state["staff_pass"])
    press(console, "console_next")
    assert latest().step == 0 and "Please sign in" in words(console)


def test_late_joiners_can_be_locked_out_and_let_in_again(console: AppTest, latest: Callable[[], Run]) -> None:
    press(console, "console_doors")
    assert latest().doors_locked and "locked out" in words(console)
    press(console, "console_doors")
    assert not latest().doors_locked


def test_places_are_added_and_the_wall_is_blanked(console: AppTest, latest: Callable[[], Run]) -> None:
    press(press(console, "console_places"), "console_blank")
    assert latest().places == 9 and latest().blank
    assert "The wall is blank." in words(console)


@pytest.mark.parametrize(("key", "state"), [("console_end", "ended"), ("console_discard", None)])
def test_ending_and_throwing_away_ask_twice(
    store: Store, console: AppTest, alba: Staff, run: Run, key: str, state: str | None
) -> None:
    press(console, key)
    assert runs.require_run(store, alba, run.id).state == "teaching"
    press(console, f"{key}_yes")
    left = runs.get_run(store, alba, run.id)
    assert (left.state if left else None) == state


def test_open_answers_are_closed_before_the_lesson_can_end(
    store: Store, console: AppTest, alba: Staff, run: Run
) -> None:
    open_answers(store, alba, run)
    console.run()
    assert "console_end" not in keys(console) and "Close the answers before" in words(console)


def test_the_script_opens_only_when_the_projector_is_off(console: AppTest) -> None:
    # Its last sentence; the page sets what stands before the colon in bold.
    script = shipped_kit().activities[ADVERT].wording("en").steps["open"].script.strip().rpartition(": ")[2]
    assert script not in words(console)
    press(console, "projector_off")
    assert script in words(console)
    press(console, "console_hide_private")
    assert script not in words(console)


@pytest.mark.parametrize(("raised", "said"), [(5, "at least 5 students"), (8, "at least 8 students")])
def test_it_names_the_number_of_texts_that_this_lesson_needs(
    store: Store, sign_in: SignIn, chara: Staff, alba: Staff, cohort: Cohort, raised: int, said: str
) -> None:
    school.raise_floor(store, chara, texts=raised)
    run = start_lesson(store, alba, cohort)
    runs.close_run(store, alba, run.id)
    assert said in words(press(visit(PAGE, sign_in, alba, run=run.id), "projector_off"))


@pytest.fixture
def with_texts(store: Store, console: AppTest, alba: Staff, run: Run) -> AppTest:
    open_answers(store, alba, run)
    learners_send(store, run, 5, text="*Why* is there no pay?")
    runs.close_run(store, alba, run.id)
    return press(console.run(), "projector_off")


def test_a_text_is_shown_as_typed_and_reaches_the_wall_when_approved(
    store: Store, with_texts: AppTest, alba: Staff, run: Run
) -> None:
    first, second, *_rest = texts.waiting_texts(store, alba, run.id)
    assert first.text in [text.value for text in with_texts.text]
    press(with_texts, f"console_approve_{first.id}")
    press(with_texts, f"console_hide_{second.id}")
    assert [text.id for text in texts.approved_texts(store, run.code)] == [first.id]
    assert second.text not in [text.value for text in with_texts.text]


def test_a_worrying_text_opens_the_procedure_and_goes_when_handed_over(
    store: Store, with_texts: AppTest, alba: Staff, run: Run
) -> None:
    first = texts.waiting_texts(store, alba, run.id)[0]
    press(with_texts, f"console_worry_{first.id}")
    assert "Do not try to find out who wrote it" in words(with_texts) and "Nina" in words(with_texts)
    press(with_texts, f"console_handed_over_{first.id}")
    assert first.id not in [text.id for text in texts.waiting_texts(store, alba, run.id)]


def test_a_lesson_whose_activity_has_left_the_kit_can_still_be_ended(
    store: Store, sign_in: SignIn, alba: Staff, run: Run
) -> None:
    with store.write() as db:
        db.execute("UPDATE runs SET activity = 'gone'")
    press(visit(PAGE, sign_in, alba, run=run.id), "console_end")
    assert runs.require_run(store, alba, run.id).state == "ended"

"""A press is carried out even when Streamlit breaks off the run that was to do it, and never twice after a fault."""

from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages.learner.place import Place, carry_out, press, send
from tests.pages.learner.learners import fill, joined, stored
from tests.pages.visits import open_answers, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    return run


def break_off() -> None:
    raise RerunException(RerunData())


def fail() -> None:
    raise ValueError


def test_a_press_that_was_broken_off_is_done_in_the_next_run(run: Run, store: Store) -> None:
    at = fill(joined(run.code))
    place = at.session_state["reflect_place"]
    with pytest.raises(RerunException):
        press(place, break_off)
    assert place.due is break_off
    place.due = send
    at.run()
    assert at.success and stored(store)["reflections"] == 1 and at.session_state["reflect_place"].due is None


def test_a_press_that_failed_is_not_tried_again() -> None:
    place = Place()
    with pytest.raises(ValueError):
        press(place, fail)
    carry_out(place)
    assert place.due is None

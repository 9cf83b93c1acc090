"""Who can help stands on every screen a learner sees, to unfold in place, and in the strip above every text box."""

from __future__ import annotations

import pytest

from data import runs, school
from data.cohorts import Cohort
from data.runs import Run
from data.school import Contact, get_school
from data.staff import Staff
from data.store import Store
from pages.learner import words
from tests.pages.learner.learners import joined, open_start, said, sent, told
from tests.pages.visits import open_answers, press, start_lesson, visit

HELP = ("Who can help me?", "tell Nina, 12, 9–10", "116 111")


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


def helps(text: str) -> bool:
    return all(words in text for words in HELP)


def test_before_a_lesson_with_and_without_a_code(run: Run) -> None:
    assert helps(said(open_start())) and helps(said(open_start(code=run.code)))


def test_while_waiting_and_with_the_items(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    assert helps(said(at))
    open_answers(store, alba, run)
    assert told(at.run())["screen"] == "items" and helps(said(at))


def test_on_phones_it_stays_as_the_items_come_one_by_one(run: Run, store: Store, alba: Staff) -> None:
    open_answers(store, alba, run)
    (first,) = [html.value for html in joined(run.code).html if "roads-before" in html.value]
    goes_away = first.partition('<div class="roads-before">')[2].rpartition("</div>")[0]
    assert "Before you answer" in goes_away and "Who can help me?" not in goes_away and "Who can help me?" in first


def test_after_sending_after_deleting_and_after_the_close(run: Run, store: Store, alba: Staff) -> None:
    open_answers(store, alba, run)
    at = sent(run.code)
    assert told(at)["screen"] == "sent" and helps(said(at))
    assert helps(said(press(at, "reflect_delete"))) and told(at)["screen"] == "deleted"
    runs.close_run(store, alba, run.id)
    assert helps(said(at.run())) and told(at)["screen"] == "closed"
    runs.end_run(store, alba, run.id)
    assert helps(said(at.run())) and told(at)["screen"] == "over"


def test_for_somebody_new_at_the_device(run: Run) -> None:
    seat = joined(run.code).query_params["seat"]
    at = open_start(code=run.code, seat=seat)
    at.session_state["reflect_seat"] = {"stranger": seat}
    assert told(at.run())["screen"] == "newcomer" and helps(said(at))


def test_on_the_privacy_page(store: Store, chara: Staff) -> None:
    assert helps(said(visit("learner/privacy.py")))


def test_the_browser_gets_the_words_only_where_there_is_a_text_box(run: Run, store: Store, alba: Staff) -> None:
    at = joined(run.code)
    assert "worrying" not in told(at)
    open_answers(store, alba, run)
    assert told(at.run())["worrying"].startswith("/kit/static/worrying.json?v=")


def test_the_strip_holds_a_second_line_that_names_the_contact_and_a_number_to_talk_to(store: Store) -> None:
    with store.write() as db:
        school_id = school.make_school(db, name="S", country="GR")
    own = get_school(store, school_id)
    assert own and "You can talk to a grown-up you trust. Or call 116\N{NO-BREAK SPACE}111." in words.strip(own)


def test_without_a_number_the_line_is_still_a_whole_sentence(store: Store, chara: Staff) -> None:
    own = get_school(store)
    assert own and isinstance(own.contact, Contact)
    with store.write() as db:
        db.execute("UPDATE schools SET country = 'ZZ'")
    assert words.heavy(get_school(store)).endswith("You can talk to Nina, 12, 9–10.")
    assert words.heavy(None).endswith("You can talk to a grown-up you trust.")


def test_the_line_promises_nothing_and_guesses_nothing() -> None:
    said_of_it = words.heavy(None).lower()
    assert not any(word in said_of_it for word in ("confidential", "secret", "suicide", "now", "must"))

"""Single words: what is one, which are the same, and how those that two wrote reach the class."""

from __future__ import annotations

import json
import sqlite3

import pytest

from data import exports, texts
from data.reflections import RATHER_NOT_SAY
from data.release import revealed_totals, totals_of_run
from data.runs import ItemSpec, reveal
from data.words import clean_word, same_word, shared_words
from tests.data.lessons import Lesson

NEEDS = [["Team", "rest"], ["team"], ["TEAM", "pay"], ["rest"], ["alone"], RATHER_NOT_SAY]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("team", "team"),
        ("  Team. ", "Team"),
        ("“hard-working”", "hard-working"),
        ("l’ami", "l’ami"),
        ("3D", "3D"),
        ("ομάδα;", "ομάδα"),
        ("caf\u0065\u0301", "café"),
        ("team\u200b", "team"),
        ("x" * 30, "x" * 30),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_word_is_kept_as_it_was_written(typed: str, word: str) -> None:
    assert clean_word(typed) == word


@pytest.mark.parametrize(
    "typed",
    ["two words", "a@b", "a.b", "www.example.org", "https://x", "x" * 31, "112", "+30", "-", "C#", "<b>", "a\nb", "👍",
     "a\x00b", "a" + "\u0301" * 9, "=1+1", "a_b", "\ud800", "\u200b"],
)  # fmt: skip
def test_what_is_not_one_word_is_refused(typed: str) -> None:
    assert not clean_word(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Team", "tEAM"), ("ομάδα", "ΟΜΑΔΑ"), ("καφές", "ΚΑΦΕΣ"), ("práctica", "Practica"), ("l’ami", "l'ami"),
     ("STRASSE", "straße"), ("know\u2011how", "know-how")],
)  # fmt: skip
def test_case_accents_and_the_last_sigma_make_no_other_word(one: str, other: str) -> None:
    assert same_word(one) == same_word(other)


@pytest.mark.parametrize(("one", "other"), [("año", "ano"), ("team", "teams"), ("ça", "ca")])
def test_another_letter_makes_another_word(one: str, other: str) -> None:
    assert same_word(one) != same_word(other)


def test_a_word_is_spelled_as_most_spelled_it_and_else_by_the_alphabet() -> None:
    assert shared_words([["team"], ["Team"], ["team"]]) == {"team": 3}
    assert shared_words([["team"], ["Team"]]) == {"Team": 2}


def test_a_word_that_one_person_wrote_three_times_is_a_word_of_one() -> None:
    assert shared_words([["team", "Team", "TEAM"], ["rest"]]) == {}


def test_the_most_frequent_come_first_and_then_the_alphabet_decides() -> None:
    assert list(shared_words([["b", "C"], ["b", "a"], ["c", "a"], ["c"]])) == ["c", "a", "b"]


@pytest.fixture
def closed(lesson: Lesson) -> Lesson:
    for words in NEEDS:
        lesson.send(lesson.join(), needs=words)
    lesson.close()
    return lesson


def waiting(lesson: Lesson) -> dict[str, texts.Text]:
    return {word.text: word for word in texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id)}


def counted(lesson: Lesson) -> dict[str, int]:
    found = {total.item_id: total for total in totals_of_run(lesson.store, lesson.teacher, lesson.run_id)}
    return dict(found["needs"].counts or {})


def test_only_words_of_two_wait_for_the_teacher(closed: Lesson) -> None:
    assert {word.text: (word.writers, word.state) for word in waiting(closed).values()} == {
        "TEAM": (3, "waiting"),
        "rest": (2, "waiting"),
    }


def test_nothing_shows_a_word_before_it_is_approved(closed: Lesson) -> None:
    reveal(closed.store, closed.teacher, closed.run_id, 99)
    shown = [total for total in revealed_totals(closed.store, closed.cohort.code) if total.item_id == "needs"]
    assert counted(closed) == {} and shown[0].counts == {} and shown[0].respondents == 5
    assert "rest" not in json.dumps(exports.rows_of_totals(closed.store, closed.teacher, closed.cohort.id))


def test_an_approved_word_is_shown_with_how_many_wrote_it(closed: Lesson) -> None:
    texts.approve(closed.store, closed.teacher, waiting(closed)["rest"].id)
    reveal(closed.store, closed.teacher, closed.run_id, 99)
    shown = [total for total in revealed_totals(closed.store, closed.cohort.code) if total.item_id == "needs"]
    assert counted(closed) == shown[0].counts == {"rest": 2}
    rows = exports.rows_of_totals(closed.store, closed.teacher, closed.cohort.id)
    assert [(row[6], row[7], row[9]) for row in rows if row[3] == "needs"] == [("rest", 2, "words")]


def test_a_hidden_word_is_taken_back_and_an_unapproved_one_goes_with_the_day(closed: Lesson) -> None:
    first, second = waiting(closed).values()
    texts.approve(closed.store, closed.teacher, first.id)
    texts.hide(closed.store, closed.teacher, first.id)
    assert counted(closed) == {}
    texts.worries_me(closed.store, closed.teacher, second.id)
    texts.erase_unapproved(closed.store, before="9999-01-01")
    assert [word.state for word in waiting(closed).values()] == ["worrying"]


def test_four_who_gave_words_leave_none(lesson: Lesson) -> None:
    lesson.learners_send(4, needs=["team"])
    lesson.learners_send(3)
    lesson.close()
    assert waiting(lesson) == {}
    assert "needs" not in {total.item_id for total in totals_of_run(lesson.store, lesson.teacher, lesson.run_id)}


def test_empty_boxes_are_the_same_as_rather_not_saying(lesson: Lesson) -> None:
    lesson.learners_send(4, needs=["team"])
    lesson.learners_send(3, needs=["", " "])
    lesson.close()
    assert waiting(lesson) == {}


def test_no_byte_of_a_word_of_one_is_left(closed: Lesson) -> None:
    everything = b"".join(path.read_bytes() for path in closed.store.folder.iterdir() if path.is_file())
    assert b"alone" not in everything


def test_words_may_not_be_sensitive() -> None:
    with pytest.raises(ValueError, match="sensitive"):
        ItemSpec("needs", 1, "words", True, ())


def test_the_database_itself_refuses_a_word_of_one(closed: Lesson) -> None:
    with pytest.raises(sqlite3.IntegrityError), closed.store.write() as db:
        db.execute("UPDATE released_texts SET writers = 1 WHERE writers = 2")

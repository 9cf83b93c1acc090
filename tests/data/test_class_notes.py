"""Notes on the time line of a class: the teacher's own, short, and gone with the class."""

from __future__ import annotations

from datetime import date

import pytest

from data import class_notes, cohorts
from data.cohorts import Cohort
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store

DAY = date(2026, 11, 3)


def texts(store: Store, teacher: Staff, cohort: Cohort) -> list[str]:
    return [note.text for note in class_notes.list_notes(store, teacher, cohort.id)]


def test_notes_come_oldest_day_first(store: Store, alba: Staff, cohort: Cohort) -> None:
    class_notes.add_note(store, alba, cohort.id, DAY, "placement began")
    class_notes.add_note(store, alba, cohort.id, date(2026, 9, 14), "  new\nroom ")
    assert texts(store, alba, cohort) == ["new room", "placement began"]


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "x" * 121])
def test_an_empty_or_too_long_note_is_refused(store: Store, alba: Staff, cohort: Cohort, text: str) -> None:
    with pytest.raises(ValueError, match="text"):
        class_notes.add_note(store, alba, cohort.id, DAY, text)
    assert texts(store, alba, cohort) == []


def test_a_note_can_be_removed_twice(store: Store, alba: Staff, cohort: Cohort) -> None:
    class_notes.add_note(store, alba, cohort.id, DAY, "placement began")
    (note,) = class_notes.list_notes(store, alba, cohort.id)
    for _ in range(2):
        class_notes.remove_note(store, alba, cohort.id, note.id)
    assert texts(store, alba, cohort) == []


def test_nobody_else_reads_or_changes_the_notes(
    store: Store, alba: Staff, bruno: Staff, chara: Staff, cohort: Cohort
) -> None:
    class_notes.add_note(store, alba, cohort.id, DAY, "placement began")
    (note,) = class_notes.list_notes(store, alba, cohort.id)
    for stranger in (bruno, chara):
        with pytest.raises(NotAllowed):
            class_notes.list_notes(store, stranger, cohort.id)
        with pytest.raises(NotAllowed):
            class_notes.add_note(store, stranger, cohort.id, DAY, "mine")
        with pytest.raises(NotAllowed):
            class_notes.remove_note(store, stranger, cohort.id, note.id)
    assert texts(store, alba, cohort) == ["placement began"]


def test_notes_go_with_their_class(store: Store, alba: Staff, cohort: Cohort) -> None:
    class_notes.add_note(store, alba, cohort.id, DAY, "placement began")
    cohorts.delete_cohort(store, alba, cohort.id)
    with store.read() as db:
        assert db["class_notes"].count == 0

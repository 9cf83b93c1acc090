"""The teacher's own sentences of the evidence report, and that sums and approved words outlive the school year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from data import clock, release, report, runs, texts
from data.cohorts import Cohort
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson


def test_what_is_kept_replaces_what_was(store: Store, alba: Staff, cohort: Cohort) -> None:
    for text in ("We wrote letters.", "  We built\x00 a bench. "):
        report.keep_sentences(store, alba, cohort.id, "results", text)
    assert report.kept_sentences(store, alba, cohort.id) == {"results": "We built a bench."}


def test_a_box_can_be_emptied_and_go_back_to_what_was_proposed(store: Store, alba: Staff, cohort: Cohort) -> None:
    report.keep_sentences(store, alba, cohort.id, "results", "")
    assert report.kept_sentences(store, alba, cohort.id) == {"results": ""}
    report.back_to_proposed(store, alba, cohort.id, "results")
    assert report.kept_sentences(store, alba, cohort.id) == {}


def test_nobody_else_reads_or_writes_a_box(
    store: Store, alba: Staff, bruno: Staff, chara: Staff, cohort: Cohort
) -> None:
    report.keep_sentences(store, alba, cohort.id, "results", "mine")
    for stranger in (bruno, chara):
        with pytest.raises(NotAllowed):
            report.kept_sentences(store, stranger, cohort.id)
        with pytest.raises(NotAllowed):
            report.keep_sentences(store, stranger, cohort.id, "results", "theirs")
        with pytest.raises(NotAllowed):
            report.back_to_proposed(store, stranger, cohort.id, "results")
    assert report.kept_sentences(store, alba, cohort.id) == {"results": "mine"}


@pytest.mark.parametrize("months, remains", [(20, True), (25, False)])
def test_sums_and_approved_words_stay_for_twenty_four_months(lesson: Lesson, months: int, remains: bool) -> None:
    lesson.learners_send(6, text="we can do it")
    lesson.close()
    for text in texts.waiting_texts(lesson.store, lesson.teacher, lesson.run_id):
        texts.approve(lesson.store, lesson.teacher, text.id)
    runs.end_run(lesson.store, lesson.teacher, lesson.run_id)
    began = clock.today() - timedelta(days=int(months * 30.44))
    with lesson.store.write() as db:
        db.execute("UPDATE runs SET started_on = ? WHERE id = ?", [began.isoformat(), lesson.run_id])
    release.prune_old_totals(lesson.store)
    with lesson.store.read() as db:
        assert (db["totals"].count > 0) == (db["released_texts"].count >= 6) == remains


def test_sentences_of_a_school_year_go_with_its_totals(store: Store, chara: Staff) -> None:
    this_year = clock.school_year(clock.today())
    for year in ("2001/02", this_year):
        report.keep_of_year(store, chara, year, "results", "We built a bench.")
    release.prune_old_totals(store)
    assert [len(report.kept_of_year(store, chara, year)) for year in ("2001/02", this_year)] == [0, 1]


def test_the_boxes_of_a_school_year_are_for_coordinators(store: Store, alba: Staff, chara: Staff) -> None:
    report.keep_of_year(store, chara, "2026/27", "results", "Nine classes\x00 built a bench.")
    assert report.kept_of_year(store, chara, "2026/27") == {"results": "Nine classes built a bench."}
    assert report.kept_of_year(store, chara, "2025/26") == {}
    for refused in (
        lambda: report.kept_of_year(store, alba, "2026/27"),
        lambda: report.keep_of_year(store, alba, "2026/27", "results", "mine"),
        lambda: report.back_to_proposed_of_year(store, alba, "2026/27", "results"),
    ):
        with pytest.raises(NotAllowed):
            refused()
    report.back_to_proposed_of_year(store, chara, "2026/27", "results")
    assert report.kept_of_year(store, chara, "2026/27") == {}

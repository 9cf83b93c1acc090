"""While a lesson is open nobody learns more than a band of five."""

from __future__ import annotations

from data import reflections, runs
from data.release import revealed_totals, totals_of_run
from data.store import Store
from tests.data.lessons import Lesson


def test_nothing_is_readable_before_the_close(lesson: Lesson) -> None:
    lesson.learners_send(7, text="mine")
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id) == []
    assert revealed_totals(lesson.store, lesson.cohort.code) == []


def test_the_number_who_sent_is_told_in_fives(lesson: Lesson) -> None:
    bands = []
    for _ in range(7):
        lesson.learners_send(1)
        bands.append(runs.sent_band(lesson.store, lesson.run_id))
    assert bands == [0, 0, 0, 0, 5, 5, 5]


def test_the_revision_rises_with_a_band_and_never_with_a_reflection(lesson: Lesson) -> None:
    revisions = [lesson.run.revision]
    for_learners = lesson.run.learner_revision
    for _ in range(6):
        lesson.learners_send(1)
        revisions.append(lesson.run.revision)
    assert [later - revisions[0] for later in revisions] == [0, 0, 0, 0, 0, 1, 1]
    assert lesson.run.learner_revision == for_learners


def test_four_learners_leave_nothing(lesson: Lesson) -> None:
    lesson.learners_send(4, text="mine")
    lesson.close()
    with lesson.store.read() as db:
        tables = ("pending_seats", "pending_reflections", "pending_texts", "item_totals", "totals", "released_texts")
        assert [db[name].count for name in tables] == [0] * 6
    assert runs.sent_band(lesson.store, lesson.run_id) == 0


def test_no_table_keeps_a_moment_beside_an_answer(store: Store) -> None:
    with store.read() as db:
        columns = {c.name for name in db.table_names() if name.startswith("pending_") for c in db[name].columns}
    assert columns == {"run_id", "id", "finished", "answers", "item_id", "text"}


def test_the_wall_sees_what_has_been_revealed_and_never_how_the_activity_was(lesson: Lesson) -> None:
    from tests.data.lessons import ITEMS, start_lesson

    how = runs.ItemSpec(runs.HOW_WAS_THIS, 1, "single_choice", True, ("good_for_me", "too_much"))
    run = start_lesson(lesson.store, lesson.teacher, lesson.cohort, items=(*ITEMS, how))
    run.learners_send(6, how_was_this="too_much")
    run.close()
    runs.reveal(run.store, run.teacher, run.run_id, 2)
    assert [total.item_id for total in revealed_totals(run.store, run.cohort.code)] == ["meets", "turn_to"]
    runs.reveal(run.store, run.teacher, run.run_id, 99)
    assert "how_was_this" not in {total.item_id for total in revealed_totals(run.store, run.cohort.code)}
    assert "how_was_this" in {total.item_id for total in totals_of_run(run.store, run.teacher, run.run_id)}


def test_a_band_never_falls_so_nobody_counts_by_sending_and_deleting(lesson: Lesson) -> None:
    lesson.learners_send(5)
    for _ in range(3):
        reflections.delete_answer(lesson.store, lesson.run_id, lesson.seats[0])
        assert runs.sent_band(lesson.store, lesson.run_id) == 5
        revision = lesson.run.revision
        lesson.send(lesson.seats[0])
        assert lesson.run.revision == revision


def test_a_lock_under_the_floor_counts_nobody_and_the_count_is_gone_after_the_close(lesson: Lesson) -> None:
    lesson.learners_send(3)
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, True)
    assert lesson.run.sent_at_lock is None
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, False)
    lesson.learners_send(3)
    runs.set_doors(lesson.store, lesson.teacher, lesson.run_id, True)
    assert lesson.run.sent_at_lock == 6
    lesson.close()
    assert lesson.run.sent_at_lock is None

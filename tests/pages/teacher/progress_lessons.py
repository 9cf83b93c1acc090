"""Past lessons of a class, held as teachers and learners hold them, for the tests of the progress page."""

from __future__ import annotations

from typing import Any

from data import reflections, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.pages.visits import ADVERT, learners_send, open_answers, start_lesson

PAGE = "teacher/progress.py"
COMPASS = "where-we-start"


def hold(
    store: Store,
    teacher: Staff,
    cohort: Cohort,
    slug: str = ADVERT,
    *,
    count: int = 6,
    on: str = "2026-09-14",
    text: str = "",
    **answers: Any,
) -> Run:
    """A lesson that has ended; `answers` change what everybody says to an item."""
    run = start_lesson(store, teacher, cohort, slug)
    open_answers(store, teacher, run)
    learners_send(store, run, count if not answers else 0, text)
    for _ in range(count if answers else 0):
        _send(store, run, answers)
    runs.close_run(store, teacher, run.id)
    runs.end_run(store, teacher, run.id)
    with store.write() as db:
        db.execute("UPDATE runs SET started_on = ? WHERE id = ?", [on, run.id])
    return runs.require_run(store, teacher, run.id)


def _send(store: Store, run: Run, answers: dict[str, Any]) -> None:
    seat = reflections.new_seat()
    reflections.join(store, run.code, seat)
    everything: dict[str, Any] = {item.id: reflections.RATHER_NOT_SAY for item in run.items if item.kind != "text"}
    reflections.send(store, run.id, seat, {**everything, **answers})

"""A small lesson for the tests of this folder: items of every kind, and learners who are numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from data import reflections, runs
from data.cohorts import Cohort
from data.runs import ItemSpec, Run
from data.staff import Staff
from data.store import Store

FIVE_POINTS = ("not_yet", "a_little", "partly", "mostly", "yes_clearly")
ITEMS = (
    ItemSpec("meets", 1, "scale", False, FIVE_POINTS),
    ItemSpec("turn_to", 1, "scale", True, FIVE_POINTS),
    ItemSpec("kinds", 1, "then_now", False, FIVE_POINTS),
    ItemSpec("missed", 1, "single_choice", False, ("pay", "hours", "place")),
    ItemSpec("bring", 1, "multiple_choice", False, ("care", "speed", "none_of_these")),
    ItemSpec("first", 1, "ranking", False, ("pay", "hours", "place")),
    ItemSpec("feel", 1, "ranking", True, ("calm", "proud", "tired")),
    ItemSpec("needs", 1, "words", False, ()),
    ItemSpec("ask", 1, "text", False, ()),
)
ANSWERS: dict[str, reflections.Answer] = {
    "meets": "mostly",
    "turn_to": "partly",
    "kinds": ("not_yet", "partly"),
    "missed": "pay",
    "bring": ["care"],
    "first": ["hours", "pay", "place"],
    "feel": ["calm", "proud", "tired"],
    "needs": reflections.RATHER_NOT_SAY,
}


@dataclass
class Lesson:
    store: Store
    teacher: Staff
    cohort: Cohort
    run_id: str
    seats: list[str] = field(default_factory=list)

    @property
    def run(self) -> Run:
        return runs.require_run(self.store, self.teacher, self.run_id)

    def join(self) -> str:
        seat = reflections.new_seat()
        reflections.join(self.store, self.cohort.code, seat)
        self.seats.append(seat)
        return seat

    def send(self, seat: str, text: str = "", **changed: reflections.Answer) -> None:
        texts = {"ask": text} if text else {}
        reflections.send(self.store, self.run_id, seat, {**ANSWERS, **changed}, texts)

    def learners_send(self, count: int, text: str = "", **changed: reflections.Answer) -> None:
        for number in range(count):
            self.send(self.join(), f"{text} {number}" if text else "", **changed)

    def close(self) -> None:
        runs.close_run(self.store, self.teacher, self.run_id)


def start_lesson(store: Store, teacher: Staff, cohort: Cohort, *, opened: bool = True, **changed: object) -> Lesson:
    run = runs.start_run(
        store, teacher, cohort.id, activity="advert", activity_version=1, items=changed.pop("items", ITEMS), **changed
    )
    lesson = Lesson(store, teacher, cohort, run.id)
    if opened:
        runs.open_items(store, teacher, run.id, 2)
    return lesson

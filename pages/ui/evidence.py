"""What a report about a class rests on: its lessons with what they said, and the class check at two times.

`pages.ui.evidence_year` is the same for a school year of several classes.

Reads totals and approved texts only, as the teacher who asks. Knows no screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data import class_notes, progress, texts
from data.class_notes import ClassNote
from data.cohorts import Cohort
from data.participation import Participation, participation
from data.progress import Wave
from data.release import ItemTotals, totals_of_run
from data.runs import Run
from data.staff import Staff
from data.store import Store
from kit_content import Activity, ItemWording, Kit
from kit_content.schema import CLASS_CHECK
from pages.ui.asked import asked
from pages.ui.days import day, then
from pages.ui.findings import change, count_sides
from pages.ui.likely import likely_range


@dataclass(frozen=True)
class Lesson:
    """One closed lesson: what the class said, item by item, and the texts that it may read."""

    title: str
    held_on: date
    activity: Activity | None
    sent: Participation
    said: tuple[tuple[ItemWording, ItemTotals], ...]
    approved: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """How many of `n` chose the upper side of a statement, and the range that this goes with.

    `named` says when it was, as the head of a column.
    """

    named: str
    count: int
    n: int
    likely: tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """A statement of the class check the first and the last time it was asked in the same words.

    `sentence` says both in whole numbers.
    """

    wording: ItemWording
    upper: tuple[str, ...]
    first: Reading
    last: Reading
    sentence: str


@dataclass(frozen=True)
class Evidence:
    cohort: Cohort
    lessons: tuple[Lesson, ...]
    notes: tuple[ClassNote, ...]
    comparisons: tuple[Comparison, ...]

    @property
    def activities(self) -> list[Activity]:
        """What was done and is still in the kit, each once, in the order of the first time."""
        return list({of.activity.slug: of.activity for of in self.lessons if of.activity is not None}.values())


def gather(store: Store, asker: Staff, cohort: Cohort, kit: Kit, language: str) -> Evidence:
    """Everything of this teacher's class. Raises NotAllowed for another teacher's class."""
    runs = [run for run in progress.past_lessons(store, asker, cohort.id) if progress.is_released(run)][::-1]
    sent = participation(store, asker, cohort.id)
    return Evidence(
        cohort,
        tuple(_lesson(store, asker, run, kit, language, sent[run.id]) for run in runs),
        tuple(class_notes.list_notes(store, asker, cohort.id)),
        tuple(_comparisons(store, asker, runs, kit, language)),
    )


def _lesson(store: Store, asker: Staff, run: Run, kit: Kit, language: str, sent: Participation) -> Lesson:
    activity = kit.activities.get(run.activity)
    totals = {of.item_id: of for of in totals_of_run(store, asker, run.id)}
    said = [
        (found[1], totals[spec.id])
        for spec in run.wall_items
        if spec.id in totals and not spec.id.startswith(CLASS_CHECK) and (found := asked(kit, language, run, spec.id))
    ]
    approved = [text.text for text in texts.texts_of_run(store, asker, run.id) if text.writers is None]
    title = activity.wording(language).title if activity else run.activity.replace("-", " ")
    held_on = date.fromisoformat(run.started_on)
    return Lesson(title, held_on, activity, sent, tuple(said), tuple(approved))


def _comparisons(store: Store, asker: Staff, runs: Sequence[Run], kit: Kit, language: str) -> Iterable[Comparison]:
    newest = {spec.id: run for run in runs for spec in run.items if spec.id.startswith(CLASS_CHECK)}
    found = progress.waves(store, asker, runs, list(newest))
    for item_id, waves in found.items():
        words = asked(kit, language, newest[item_id], item_id)
        same = progress.series(waves)[-1]
        if words is None or len(same) < 2 or not _can_be_compared(same[-1], words[0].version):
            continue
        yield compare(
            words[1], _asked_on(same[0]), _asked_on(same[-1]), then(same[0].held_on, seen_from=same[-1].held_on)
        )


def _asked_on(wave: Wave) -> tuple[str, ItemTotals]:
    return day(wave.held_on), wave.totals


def compare(
    wording: ItemWording, first: tuple[str, ItemTotals], last: tuple[str, ItemTotals], earlier: str
) -> Comparison:
    """The upper side of a counted scale at two times, each its name and its totals; `earlier` stands in a sentence."""
    upper = tuple(count_sides(tuple(wording.points))[2])
    sentence = change(last[1], first[1], earlier, wording)
    return Comparison(wording, upper, _reading(*first, upper), _reading(*last, upper), sentence)


def _can_be_compared(wave: Wave, version: int) -> bool:
    """Sensitive items have bands only, and words of another version were other words."""
    totals = wave.totals
    return totals.kind == "scale" and totals.counts is not None and totals.item_version == version


def _reading(named: str, totals: ItemTotals, upper: Sequence[str]) -> Reading:
    counts = totals.counts or {}
    count, n = sum(counts.get(point, 0) for point in upper), totals.respondents
    return Reading(named, count, n, likely_range(count, n))

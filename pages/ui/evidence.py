"""What a report about a class rests on: its lessons with what they said, and the class check at two times.

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
from pages.ui.findings import count_sides
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
    """How many of `n` chose the upper side of a statement on one day, and the range that this goes with."""

    held_on: date
    count: int
    n: int
    likely: tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """A statement of the class check the first and the last time it was asked in the same words."""

    wording: ItemWording
    upper: tuple[str, ...]
    first: Reading
    last: Reading


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
        upper = tuple(count_sides(tuple(words[1].points))[2])
        yield Comparison(words[1], upper, _reading(same[0], upper), _reading(same[-1], upper))


def _can_be_compared(wave: Wave, version: int) -> bool:
    """Sensitive items have bands only, and words of another version were other words."""
    totals = wave.totals
    return totals.kind == "scale" and totals.counts is not None and totals.item_version == version


def _reading(wave: Wave, upper: Sequence[str]) -> Reading:
    counts = wave.totals.counts or {}
    count, n = sum(counts.get(point, 0) for point in upper), wave.totals.respondents
    return Reading(wave.held_on, count, n, likely_range(count, n))

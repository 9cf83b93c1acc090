"""The demonstration school: made-up classes with a year of lessons behind them, marked as made up everywhere.

Its past lessons go through the same release as real ones, so every figure on its charts obeys the release rule.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data import clock
from data.cohorts import Cohort, insert_cohort
from data.rehearsal import send_made_up
from data.release import close_and_release
from data.run_rows import AnyItem, insert_run, item_specs, run_in, set_columns
from data.school import make_school, put_contact
from data.staff import Staff, insert_staff
from data.store import Store, clean_up_later, one

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHOOL_NAME = "Harbour Road Vocational School (made up)"
TEACHER_NAME = "Alba Demo (made up)"
COLLEAGUE_NAME = "Bruno Demo (made up)"
_CLASSES = (("Metal 1 (made up)", 14, "Metal"), ("Care 2 (made up)", 22, "Care"), ("Food 1 (made up)", 9, "Food"),
            ("IT 2 (made up)", 18, "IT"))  # fmt: skip
# So that the coordinator has sums to look at; the last of them is shared under its name.
_CLASSES_OF_THE_COLLEAGUE = (("Metal 2 (made up)", 16, "Metal"), ("Metal 3 (made up)", 12, "Metal"),
            ("Metal 4 (made up)", 15, "Metal"), ("Care 1 (made up)", 20, "Care"), ("Care 3 (made up)", 17, "Care"),
            ("Care 5 (made up)", 13, "Care"), ("Care 4 (made up)", 19, "Care"))  # fmt: skip
CLASS_CHECKS = ("where-we-start", "compass-check", "how-far-we-came")
# The compass is asked three times in a school year; days after 15 September, and how far the class has grown by then.
_COMPASS_WAVES = ((7, 0.15), (126, 0.45), (245, 0.8))
_FIRST_LESSON, _DAYS_BETWEEN_LESSONS = 28, 14
_TUESDAY = 1

Lesson = tuple[int, Iterable[AnyItem], str | None]


def make_demo(
    store: Store, activities: Mapping[str, Lesson], *, compass: Sequence[str] = CLASS_CHECKS, seed: int = 7
) -> Staff:
    """Make the demonstration school, anew if one exists, and return its teacher, who is signed in without a passphrase.

    `activities` maps slugs to (version, items, trade); `compass` are those that take the
    class check, one for each wave; where one is missing, the one before it is held again.
    """
    remove_demo(store)
    chance = random.Random(seed)
    with store.write() as db:
        school_id = make_school(db, name=SCHOOL_NAME, country="GR", is_demo=True)
        put_contact(db, school_id, name="Chara Demo (made up)", room="Room 12", hours="Mon–Thu 10–12")
        teacher = insert_staff(db, school_id, TEACHER_NAME, {"teacher", "coordinator"}, is_demo=True)
        colleague = insert_staff(db, school_id, COLLEAGUE_NAME, {"teacher"}, is_demo=True)
        classes = _insert_classes(db, teacher, _CLASSES)
        others = _insert_classes(db, colleague, _CLASSES_OF_THE_COLLEAGUE)
        db.execute("UPDATE cohorts SET shares_name = 1 WHERE id = ?", [others[-1].id])
        for cohort in (*classes, *others):
            _add_past_lessons(store, db, cohort, activities, compass, chance)
    store.clean_up()
    return teacher


def _insert_classes(db: Database, teacher: Staff, classes: Iterable[tuple[str, int, str]]) -> list[Cohort]:
    """All before the first lesson, as in a school: then each programme's classes are summed together."""
    return [
        insert_cohort(db, teacher, name=name, size=size, programme=programme, is_demo=True)
        for name, size, programme in classes
    ]


def _add_past_lessons(
    store: Store,
    db: Database,
    cohort: Cohort,
    activities: Mapping[str, Lesson],
    compass: Sequence[str],
    chance: random.Random,
) -> None:
    checks = [slug for slug in compass if slug in activities]
    for wave, (days, growth) in enumerate(_COMPASS_WAVES if checks else ()):
        slug = checks[min(wave, len(checks) - 1)]
        _add_past_lesson(store, db, cohort, slug, activities[slug], _school_day(days), growth, chance)
    others = [slug for slug in activities if slug not in compass]
    for place, slug in enumerate(others):
        day = _school_day(_FIRST_LESSON + place * _DAYS_BETWEEN_LESSONS)
        _add_past_lesson(store, db, cohort, slug, activities[slug], day, place / max(1, len(others)), chance)


def _school_day(days: int) -> date:
    """A Tuesday that many days, or a few fewer, into the last school year that is over."""
    today = clock.today()
    began = date(today.year - (1 if today.month >= 7 else 2), 9, 15)
    day = began + timedelta(days=days)
    return day - timedelta(days=(day.weekday() - _TUESDAY) % 7)


def _add_past_lesson(
    store: Store,
    db: Database,
    cohort: Cohort,
    slug: str,
    lesson: Lesson,
    day: date,
    growth: float,
    chance: random.Random,
) -> None:
    version, items, trade = lesson
    run_id = insert_run(
        db,
        cohort,
        activity=slug,
        activity_version=version,
        items=item_specs(items),
        trade=trade,
        language="en",
        rehearsal=False,
        step=0,
        started_on=day,
    )
    run = run_in(db, run_id)
    assert run is not None
    present = max(5, cohort.size - chance.choice((0, 1, 1, 2, 3, cohort.size // 2)))
    send_made_up(db, run, count=min(present, cohort.size), chance=chance, growth=growth)
    close_and_release(store, db, run)
    # The made-up words of long ago have been approved: what nobody approves is erased with the day.
    db.execute("UPDATE released_texts SET state = 'approved' WHERE run_id = ?", [run_id])
    set_columns(db, run_id, state="ended", is_current=0)


def demo_teacher(store: Store) -> Staff | None:
    """The demonstration school's teacher, or None when there is no such school."""
    from data.staff import get_staff

    with store.read() as db:
        row = one(db, "SELECT id FROM staff WHERE is_demo = 1 AND name = ?", [TEACHER_NAME])
    return get_staff(store, row["id"]) if row else None


def remove_demo(store: Store) -> bool:
    """Erase the demonstration school with everything in it. False when there was none."""
    with store.write() as db:
        rows = list(db.query("SELECT id FROM schools WHERE is_demo = 1"))
        for row in rows:
            db.execute("DELETE FROM schools WHERE id = ?", [row["id"]])
            clean_up_later(db)
    store.clean_up()
    return bool(rows)

"""Sums for the coordinator rest on whole lots of three classes, however the school changes under them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import cohorts, pools, release, runs, staff, sums
from data.clock import school_year, today
from data.cohorts import Cohort
from data.pools import Pool
from data.release import ItemTotals
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store
from tests.conftest import add_teacher, make_school
from tests.data.lessons import ITEMS, start_lesson

CHOICES = tuple(item for item in ITEMS if item.id in ("meets", "missed", "turn_to"))
YEAR = school_year(today())


@dataclass
class School:
    store: Store
    alba: Staff
    chara: Staff
    classes: list[Cohort] = field(default_factory=list)

    def add(self, programme: str = "") -> Cohort:
        name = f"Class {len(self.classes)}"
        self.classes.append(cohorts.make_cohort(self.store, self.alba, name=name, size=30, programme=programme))
        return self.classes[-1]

    def hold(self, cohort: Cohort, count: int = 6, **answers: object) -> str:
        lesson = start_lesson(self.store, self.alba, cohort, items=CHOICES)
        for _ in range(count):
            lesson.send(lesson.join(), **{"meets": "partly", **answers})
        lesson.close()
        runs.end_run(self.store, self.alba, lesson.run_id)
        return lesson.run_id

    def share(self, cohort: Cohort, shares: bool) -> None:
        change = {"name": cohort.name, "size": 30, "programme": cohort.programme, "shares_name": shares}
        cohorts.change_cohort(self.store, self.alba, cohort.id, **change)

    def pools(self) -> list[Pool]:
        return pools.pools(self.store, self.chara, YEAR, "advert")

    def named(self) -> list[ItemTotals]:
        """What the coordinator sees of one item, class by class."""
        shown = pools.named_classes(self.store, self.chara, YEAR, "advert")
        return [of for lesson in shown for of in lesson.totals if of.item_id == "meets"]


@pytest.fixture
def school(store: Store, passphrase_hash: str) -> School:
    chara = make_school(store, passphrase_hash)
    return School(store, add_teacher(store, chara, "Alba", passphrase_hash), chara)


def respondents(found: list[Pool], item_id: str = "meets") -> dict[str, int]:
    return {pool.programme: pool.totals.respondents for pool in found if pool.totals.item_id == item_id}


def test_two_classes_are_no_sum(school: School) -> None:
    for _ in range(2):
        school.hold(school.add("Metal"))
    assert school.pools() == []


def test_the_third_class_makes_the_sum_and_the_fourth_waits(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(4)]:
        school.hold(cohort, missed="hours")
    (meets, missed) = school.pools()
    assert respondents([meets]) == {"Metal": 18} and (missed.totals.counts or {})["hours"] == 18


def test_one_class_three_times_is_no_sum(school: School) -> None:
    cohort = school.add("Metal")
    for _ in range(3):
        school.hold(cohort)
    assert school.pools() == []


def test_programmes_with_few_classes_are_summed_together(school: School) -> None:
    for cohort in [school.add(name) for name in ("Food", "IT", "Metal", "Metal", "Metal")]:
        school.hold(cohort)
    school.hold(school.add("Care"))
    assert respondents(school.pools()) == {"Metal": 18, "": 18}


def test_a_lesson_that_was_summed_is_never_shown_by_name(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(3)]:
        school.hold(cohort)
    school.share(school.classes[0], True)
    assert respondents(school.pools()) == {"Metal": 18} and school.named() == []
    school.hold(school.classes[0], 7)
    assert [of.respondents for of in school.named()] == [7]


def test_a_lesson_that_was_shown_by_name_is_never_summed(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(4)]:
        school.share(cohort, cohort is school.classes[0])
        school.hold(cohort)
        assert len(school.named()) == 1
    school.share(school.classes[0], False)
    assert school.named() == [] and respondents(school.pools()) == {"Metal": 18}
    for cohort in school.classes[:2]:
        school.hold(cohort)
    assert respondents(school.pools()) == {"Metal": 18}


def test_a_coordinators_own_classes_are_summed_with_each_other_alone(school: School, passphrase_hash: str) -> None:
    with school.store.write() as db:
        dora = staff.insert_staff(
            db, school.chara.school_id, "Dora", {"teacher", "coordinator"}, passphrase_hash=passphrase_hash
        )
    for cohort in [school.add("Metal") for _ in range(2)]:
        school.hold(cohort)
    school.alba, alba = dora, school.alba
    for cohort in [school.add("Metal") for _ in range(2)]:
        school.hold(cohort)
    assert school.pools() == []
    school.hold(school.add("Metal"), 8)
    assert respondents(school.pools()) == {"Metal": 20}
    school.alba = alba
    school.hold(school.add("Metal"))
    assert respondents(school.pools()) == {"Metal": 38}


def test_a_class_that_is_deleted_takes_its_lot_with_it(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(3)]:
        school.hold(cohort)
    cohorts.delete_cohort(school.store, school.alba, school.classes[1].id)
    assert school.pools() == []


def test_an_item_that_one_class_lacks_has_no_sum(school: School) -> None:
    few = {"meets": "rather_not_say"}
    for cohort, answers in [(school.add("Metal"), few), (school.add("Metal"), {}), (school.add("Metal"), {})]:
        school.hold(cohort, **answers)
    assert {pool.totals.item_id for pool in school.pools()} == {"missed"}


def test_sensitive_items_have_no_sum(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(3)]:
        school.hold(cohort)
    assert "turn_to" not in {pool.totals.item_id for pool in school.pools()}


@pytest.mark.parametrize(
    "read",
    [
        lambda store, who: pools.years(store, who),
        lambda store, who: pools.pools(store, who, YEAR, "advert"),
        lambda store, who: pools.named_classes(store, who, YEAR, "advert"),
        lambda store, who: pools.taking_part(store, who, YEAR),
    ],
)
def test_a_teacher_reads_no_sums(school: School, read: Callable[[Store, Staff], object]) -> None:
    with pytest.raises(NotAllowed):
        read(school.store, school.alba)


Step = tuple[str, int, int]
ACTS = ("hold", "hold", "hold", "share", "unshare", "move", "delete", "discard")
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 6), st.integers(0, 8)), max_size=14)


def runs_behind(school: School) -> dict[str, frozenset[str]]:
    """Programme → the runs that its sum must rest on, from the tables alone; "all" for every programme."""
    with school.store.read() as db:
        rows = list(db.query("SELECT lots.id, lots.programme, run_id FROM lots JOIN lot_runs ON lot_id = lots.id"))
    lots: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        lots.setdefault((row["id"], row["programme"]), set()).add(row["run_id"])
    found: dict[str, set[str]] = {"all": set()}
    for (_lot, programme), ids in lots.items():
        if len(ids) == 3:
            found.setdefault(programme, set()).update(ids)
            found["all"] |= ids
    return {programme: frozenset(ids) for programme, ids in found.items()}


def runs_by_name(school: School) -> set[str]:
    """The runs that a coordinator sees under a class's name now."""
    with school.store.read() as db:
        sql = """
            SELECT run_id FROM named_runs JOIN runs ON runs.id = run_id
            JOIN cohorts ON cohorts.id = runs.cohort_id WHERE shares_name = 1
        """
        return {row["run_id"] for row in db.query(sql)}


@given(steps=STEPS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_two_sums_at_any_time_differ_by_whole_classes_and_never_by_one_or_two(
    passphrase_hash: str, steps: list[Step]
) -> None:
    with TemporaryDirectory() as folder, closing(Store(Path(folder))) as store:
        chara = make_school(store, passphrase_hash)
        school = School(store, add_teacher(store, chara, "Alba", passphrase_hash), chara)
        for programme in ("Metal", "Metal", "Metal", "Metal", "Food", "IT", "Care"):
            school.add(programme)
        sent: dict[str, int] = {}
        views: list[frozenset[str]] = []
        named: set[str] = set()
        for step in steps:
            act(school, step, sent)
            behind = runs_behind(school)
            shown = respondents(school.pools(), "missed")
            assert shown == {
                programme: sum(sent[run] for run in ids) for programme, ids in behind.items() if programme != "all"
            }
            views += behind.values()
            named |= runs_by_name(school)
        assert named.isdisjoint(run for view in views for run in view)
        for one, other in combinations(set(views), 2):
            apart = one ^ other
            assert len(apart) >= 3 and sum(sent[run] for run in apart) >= 15


def act(school: School, step: Step, sent: dict[str, int]) -> None:
    what, which, count = step
    cohort = school.classes[which]
    if cohorts.get_cohort(school.store, school.alba, cohort.id) is None:
        return
    if what == "hold":
        sent[school.hold(cohort, count)] = count
    elif what == "delete":
        cohorts.delete_cohort(school.store, school.alba, cohort.id)
    elif what == "discard":
        for lesson in runs.list_runs(school.store, school.alba, cohort.id)[:1]:
            runs.discard_run(school.store, school.alba, lesson.id)
    elif what == "move":
        cohorts.change_cohort(school.store, school.alba, cohort.id, name=cohort.name, size=30, programme="Food")
    else:
        school.share(cohort, what == "share")


def recounted(school: School) -> tuple[list[tuple[object, ...]], ...]:
    """The sums as they are kept, and as they would be if they were made anew."""

    def kept() -> list[tuple[object, ...]]:
        with school.store.read() as db:
            return [row for table in sums.TABLES for row in db.execute(f"SELECT * FROM {table}").fetchall()]

    before = kept()
    with school.store.write() as db:
        for table in sums.TABLES:
            db.execute(f"DELETE FROM {table}")
        sums.put_in(db, [row["id"] for row in db.query("SELECT id FROM lots")])
    return before, kept()


@pytest.mark.parametrize(
    "change",
    [
        lambda school: cohorts.delete_cohort(school.store, school.alba, school.classes[0].id),
        lambda school: runs.discard_run(school.store, school.alba, lesson_of(school, 0)),
        lambda school: staff.remove_staff(school.store, school.chara, school.alba.id),
        lambda school: release.prune_old_totals(school.store, months=-1),
    ],
)
def test_the_kept_sums_are_those_of_a_recount_after_every_change(school: School, change: Callable) -> None:
    for cohort in [school.add("Metal") for _ in range(6)]:
        school.hold(cohort)
    change(school)
    before, after = recounted(school)
    assert before == after and respondents(school.pools()).get("Metal", 0) < 36


def test_a_lot_whose_three_classes_are_gone_leaves_no_trace(school: School) -> None:
    for cohort in [school.add("Metal") for _ in range(3)]:
        school.hold(cohort)
    for cohort in school.classes:
        cohorts.delete_cohort(school.store, school.alba, cohort.id)
    with school.store.read() as db:
        assert [db[table].count for table in ("lots", "lot_runs", *sums.TABLES)] == [0, 0, 0, 0, 0]


def lesson_of(school: School, which: int) -> str:
    return runs.list_runs(school.store, school.alba, school.classes[which].id)[0].id

"""Every figure that anybody can read equals a recount in plain Python of what was answered before the release."""

from __future__ import annotations

import random
from collections import Counter

from data import exports, pools, release
from data.clock import school_year, today
from data.cohorts import Cohort, make_cohort
from data.reflections import RATHER_NOT_SAY
from data.staff import Staff
from data.store import Store
from tests.data.lessons import FIVE_POINTS, start_lesson

Answers = list[dict[str, object]]


def generated(chance: random.Random, count: int) -> Answers:
    kinds = (*FIVE_POINTS, RATHER_NOT_SAY)
    return [
        {
            "meets": chance.choice(kinds),
            "missed": chance.choice(("pay", "hours", "place")),
            "bring": chance.choice((["care"], ["care", "speed"], ["none_of_these"])),
        }
        for _ in range(count)
    ]


def recount(answers: Answers, item_id: str) -> tuple[int, Counter[str]]:
    said = [one[item_id] for one in answers if one[item_id] != RATHER_NOT_SAY]
    return len(said), Counter(value for one in said for value in (one if isinstance(one, list) else [one]))


def hold(store: Store, teacher: Staff, cohort: Cohort, answers: Answers) -> str:
    lesson = start_lesson(store, teacher, cohort)
    for one in answers:
        lesson.send(lesson.join(), **one)
    lesson.close()
    return lesson.run_id


def lessons(store: Store, teacher: Staff, seed: int) -> list[tuple[Cohort, str, Answers]]:
    chance = random.Random(seed)
    classes = [make_cohort(store, teacher, name=f"{at}", size=30, programme="Metal") for at in range(3)]
    asked = [(cohort, generated(chance, 9 + at)) for at, cohort in enumerate(classes)]
    return [(cohort, hold(store, teacher, cohort, answers), answers) for cohort, answers in asked]


def test_the_totals_of_a_class(store: Store, alba: Staff) -> None:
    for _cohort, run_id, answers in lessons(store, alba, seed=1):
        found = {of.item_id: of for of in release.totals_of_run(store, alba, run_id)}
        for item_id in ("meets", "missed", "bring"):
            n, counts = recount(answers, item_id)
            assert found[item_id].respondents == n and +Counter(found[item_id].counts) == counts


def test_the_rows_of_an_export(store: Store, alba: Staff) -> None:
    cohort, _run_id, answers = lessons(store, alba, seed=2)[0]
    rows = [dict(zip(exports.COLUMNS, row, strict=True)) for row in exports.rows_of_totals(store, alba, cohort.id)]
    found = {row["value"]: row["n"] for row in rows if row["item"] == "meets"}
    assert +Counter(found) == recount(answers, "meets")[1]


def test_the_sums_of_a_coordinator(store: Store, alba: Staff, chara: Staff) -> None:
    everything = [one for _cohort, _run, answers in lessons(store, alba, seed=3) for one in answers]
    found = {of.totals.item_id: of.totals for of in pools.pools(store, chara, school_year(today()), "advert")}
    for item_id in ("meets", "missed", "bring"):
        n, counts = recount(everything, item_id)
        assert found[item_id].respondents == n and +Counter(found[item_id].counts) == counts

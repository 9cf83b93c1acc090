"""The demonstration school: made by the same rules, marked as made up, and gone without a trace."""

from __future__ import annotations

from data import checks, cohorts, demo, pools, runs, school, staff
from data.release import totals_of_run
from data.staff import Staff
from data.store import Store
from tests.data.lessons import ITEMS

KIT: dict[str, demo.Lesson] = {"where-we-start": (1, ITEMS, None), "advert": (2, ITEMS, "metal")}


def test_it_has_four_marked_classes_with_a_year_behind_them(store: Store) -> None:
    teacher = demo.make_demo(store, KIT)
    classes = cohorts.list_cohorts(store, teacher)
    assert len(classes) == 4 and all("made up" in cohort.name and cohort.is_demo for cohort in classes)
    waves = [run for run in runs.list_runs(store, teacher, classes[0].id) if run.activity == "where-we-start"]
    assert len({run.started_on for run in waves}) == 3
    assert all(run.is_made_up and run.state == "ended" for run in waves)


def test_each_wave_of_the_class_check_has_its_own_activity(store: Store) -> None:
    teacher = demo.make_demo(store, dict.fromkeys(demo.CLASS_CHECKS, (1, ITEMS, None)))
    first = cohorts.list_cohorts(store, teacher)[0]
    held = sorted(runs.list_runs(store, teacher, first.id), key=lambda run: run.started_on)
    assert [run.activity for run in held] == list(demo.CLASS_CHECKS)


def test_its_totals_obey_the_release_rule(store: Store) -> None:
    teacher = demo.make_demo(store, KIT)
    for cohort in cohorts.list_cohorts(store, teacher):
        for run in runs.list_runs(store, teacher, cohort.id):
            assert all(total.respondents >= 5 for total in totals_of_run(store, teacher, run.id))
    with store.read() as db:
        assert db["pending_reflections"].count == 0


def test_it_stands_beside_a_real_school_and_leaves_nothing(store: Store, chara: Staff) -> None:
    teacher = demo.make_demo(store, KIT)
    assert demo.demo_teacher(store) == teacher
    found = school.get_school(store)
    assert found is not None and not found.is_demo
    assert demo.remove_demo(store)
    assert not demo.remove_demo(store)
    with store.read() as db:
        assert [db[name].count for name in ("cohorts", "runs", "totals", "releases")] == [0, 0, 0, 0]
        assert db["staff"].count == 1


def test_making_it_again_replaces_it(store: Store) -> None:
    demo.make_demo(store, KIT)
    teacher = demo.make_demo(store, KIT)
    with store.read() as db:
        assert db["cohorts"].count == 11
    assert demo.demo_teacher(store) == teacher


def test_its_coordinator_sees_sums_and_one_class_by_name(store: Store) -> None:
    teacher = demo.make_demo(store, KIT)
    (year,) = pools.years(store, teacher)
    assert {pool.programme for pool in pools.pools(store, teacher, year, "advert")} == {"Metal", "Care", ""}
    assert {lesson.name for lesson in pools.named_classes(store, teacher, year, "advert")} == {"Care 4 (made up)"}


def test_what_the_made_up_teacher_makes_is_marked_too(store: Store, chara: Staff) -> None:
    teacher = demo.make_demo(store, KIT)
    assert cohorts.make_cohort(store, teacher, name="3B", size=8).is_demo
    assert staff.add_staff(store, teacher, "Somebody", {"teacher", "coordinator"})[0].is_demo


def test_the_command_line_acts_for_the_real_school(store: Store, chara: Staff) -> None:
    teacher = demo.make_demo(store, KIT)
    for number in range(6):
        staff.add_staff(store, teacher, f"Somebody {number}", {"coordinator"})
    assert checks.first_coordinator(store) == chara

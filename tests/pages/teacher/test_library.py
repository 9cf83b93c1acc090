"""The library is for anybody to read; teachers start lessons and rehearsals there."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import cohorts, runs
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SUPPORT_MAP, SignIn, keys, press, start_lesson, visit, words

PAGE = "teacher/library.py"


def test_anybody_may_read_it_and_every_activity_has_a_card(alba: Staff) -> None:
    at = visit(PAGE)
    for activity in shipped_kit().activities.values():
        assert activity.wording("en").aim in words(at)


@pytest.mark.parametrize("slug", shipped_kit().activities)
@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_every_activity_opens_in_every_language(alba: Staff, slug: str, language: str) -> None:
    at = visit(PAGE, activity=slug, lang=language)
    assert not at.exception
    assert at.title[0].value == shipped_kit().activities[slug].wording(language).title


def test_a_stranger_can_start_nothing(alba: Staff, cohort: Cohort) -> None:
    assert not {"library_start", "library_rehearse"} & keys(visit(PAGE, activity=ADVERT))


def test_a_sensitivity_is_said_in_words(alba: Staff) -> None:
    assert "Personal: shown only as few, some or most" in words(visit(PAGE, activity=SUPPORT_MAP))


def test_starting_leads_to_the_teachers_page(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = press(visit(PAGE, sign_in, alba, activity=ADVERT), "library_start")
    (run,) = runs.current_runs(store, alba)
    assert at.title[0].value == "Teacher's page" and at.query_params["run"] == run.id
    assert (run.activity, run.trade, run.rehearsal) == (ADVERT, "metal", False)


def test_the_chosen_trade_and_class_go_into_the_lesson(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    other = cohorts.make_cohort(store, alba, name="Care 2", size=9)
    at = visit(PAGE, sign_in, alba, **{"activity": ADVERT, "class": other.id})
    at.segmented_control(key=f"library_trade_{ADVERT}").set_value("care").run()
    press(at, "library_start")
    (run,) = runs.current_runs(store, alba)
    assert (run.cohort_id, run.trade) == (other.id, "care")


def test_a_rehearsal_is_marked_as_one(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = press(visit(PAGE, sign_in, alba, activity=ADVERT), "library_rehearse")
    assert runs.current_runs(store, alba)[0].rehearsal
    assert "made-up answers" in at.warning[0].value


def test_a_lesson_under_way_is_not_ended_by_one_press(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    first = start_lesson(store, alba, cohort)
    at = press(visit(PAGE, sign_in, alba, activity=ADVERT), "library_start")
    assert [run.id for run in runs.current_runs(store, alba)] == [first.id]
    press(at, "library_start_yes")
    assert [run.id for run in runs.current_runs(store, alba)] != [first.id]


def test_without_a_contact_a_personal_activity_does_not_start(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    with store.write() as db:
        db.execute("DELETE FROM contacts")
    at = visit(PAGE, sign_in, alba, activity=SUPPORT_MAP)
    assert "contact must be named" in at.warning[0].value
    press(at, "library_start")
    assert at.error and runs.current_runs(store, alba) == []


def test_without_a_class_the_library_says_to_make_one(sign_in: SignIn, alba: Staff) -> None:
    at = visit(PAGE, sign_in, alba, activity=ADVERT)
    assert "Make a class first" in words(at)
    assert "library_start" not in keys(at)


def test_a_broken_activity_of_the_school_is_listed_for_staff_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign_in: SignIn, alba: Staff
) -> None:
    folder = tmp_path / "activities" / "broken"
    folder.mkdir(parents=True)
    (folder / "activity.toml").write_text("slug = 7\n", encoding="utf-8")
    monkeypatch.setenv("OPEN_ROADS_KIT", str(tmp_path))
    assert "broken" not in words(visit(PAGE))
    assert "broken" in words(visit(PAGE, sign_in, alba))

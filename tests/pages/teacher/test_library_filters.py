"""What a teacher looks for in the library: filters that add up, live in the address, and never end in nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import runs
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from kit_content import Activity, Kit
from pages.teacher.library_filters import FILTERS, fits, fitting
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SignIn, press, start_lesson, visit, words

PAGE = "teacher/library.py"


@pytest.fixture(scope="module")
def kit() -> Kit:
    return shipped_kit()


def shown(at: AppTest, kit: Kit) -> set[str]:
    """The slugs of the activities that the page shows."""
    said = words(at)
    return {slug for slug, activity in kit.activities.items() if activity.wording("en").aim in said}


def slugs(activities: list[Activity]) -> set[str]:
    return {activity.slug for activity in activities}


@pytest.mark.parametrize(
    ("wanted", "passes"),
    [
        ({"path": "short"}, lambda activity: activity.short_path),
        ({"minutes": "15"}, lambda activity: activity.minutes <= 15),
        ({"minutes": "50"}, lambda activity: activity.minutes <= 50),
        ({"minutes": "double"}, lambda activity: activity.minutes > 50),
        ({"module": "wellbeing"}, lambda activity: activity.module == "wellbeing"),
        ({"sensitivity": "2"}, lambda activity: activity.sensitivity == 2),
        ({"lifecomp": "L2"}, lambda activity: "L2" in activity.lifecomp),
        ({"path": "short", "lifecomp": "L2"}, lambda activity: activity.short_path and "L2" in activity.lifecomp),
    ],
)
def test_the_address_says_what_is_shown(alba: Staff, kit: Kit, wanted: dict, passes) -> None:
    fit = {slug for slug, activity in kit.activities.items() if passes(activity)}
    at = visit(PAGE, **wanted)
    assert shown(at, kit) == fit == slugs(fitting(kit, wanted))
    assert fit and f"**{len(fit)} of {len(kit.activities)} activities fit" in words(at)


def test_the_short_path_has_seven_sessions(kit: Kit) -> None:
    assert len(fitting(kit, {"path": "short"})) == 7


def test_every_activity_fits_when_nothing_is_wanted(kit: Kit) -> None:
    assert all(fits(activity, {}) for activity in kit.activities.values())


def test_choosing_writes_the_address_and_choosing_nothing_clears_it(alba: Staff, kit: Kit) -> None:
    at = visit(PAGE)
    at.selectbox(key="library_by_lifecomp").select("L2").run()
    at.selectbox(key="library_by_minutes").select("50").run()
    assert (at.query_params["lifecomp"], at.query_params["minutes"]) == ("L2", "50")
    at.selectbox(key="library_by_lifecomp").select("").run()
    assert "lifecomp" not in at.query_params and at.query_params["minutes"] == "50"


def test_what_no_filter_knows_is_not_asked(alba: Staff, kit: Kit) -> None:
    at = visit(PAGE, **dict.fromkeys(FILTERS, "'; --"))
    assert not at.exception and shown(at, kit) == set(kit.activities)


def test_when_nothing_fits_the_page_says_what_to_take_away(alba: Staff, kit: Kit) -> None:
    at = visit(PAGE, minutes="15", lifecomp="S1")
    assert shown(at, kit) == set() and "No activity fits all of this" in words(at)
    press(at, "library_without_minutes")
    assert shown(at, kit) == slugs(fitting(kit, {"lifecomp": "S1"}))


def test_one_button_shows_all_again(alba: Staff, kit: Kit) -> None:
    at = press(visit(PAGE, path="short", module="wellbeing"), "library_all")
    assert shown(at, kit) == set(kit.activities) and not {"path", "module"} & set(at.query_params)


def test_a_card_says_whether_a_person_has_read_the_language(alba: Staff, kit: Kit) -> None:
    unread = [activity for activity in kit.activities.values() if not activity.wording("es").reviewed]
    assert not unread or "Spanish: not yet " in spoken_in_english(kit)


def spoken_in_english(kit: Kit) -> str:
    from pages.teacher.library_parts import review_note

    return "\n".join(review_note(activity.wording("es"), "es") for activity in kit.activities.values())


def test_a_teacher_sees_what_the_chosen_class_has_done(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    runs.end_run(store, alba, start_lesson(store, alba, cohort).id)
    at = visit(PAGE, sign_in, alba, **{"class": cohort.id})
    assert words(at).count("Done on ") == 1


def test_a_rehearsal_and_a_lesson_under_way_are_not_done(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    runs.end_run(store, alba, start_lesson(store, alba, cohort, rehearsal=True).id)
    start_lesson(store, alba, cohort, ADVERT)
    assert "Done on " not in words(visit(PAGE, sign_in, alba, **{"class": cohort.id}))


def test_another_teachers_class_is_nobodys(
    store: Store, sign_in: SignIn, alba: Staff, bruno: Staff, cohort: Cohort
) -> None:
    runs.end_run(store, alba, start_lesson(store, alba, cohort).id)
    for at in (visit(PAGE, sign_in, bruno, **{"class": cohort.id}), visit(PAGE, **{"class": cohort.id})):
        assert not at.exception and "Done on " not in words(at)

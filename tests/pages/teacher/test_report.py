"""The evidence report: boxes by the label's criteria, filled from the lessons, changed by the teacher."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from data import report
from data.cohorts import Cohort, make_cohort
from data.staff import Staff
from data.store import Store
from pages.ui.evidence_boxes import titles
from tests.pages.teacher.progress_lessons import COMPASS, hold
from tests.pages.visits import ADVERT, SignIn, press, visit, words

PAGE = "teacher/report.py"


def boxes(at: AppTest) -> dict[str, str]:
    return dict(zip(titles(), [code.value for code in at.code], strict=True))


def test_without_a_lesson_the_boxes_say_what_to_write(sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = visit(PAGE, sign_in, alba)
    assert "The boxes fill as you teach" in words(at) and boxes(at)["results"] == "Say here what came of the project."


def test_the_boxes_have_the_names_of_the_criteria(sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    assert [head.value for head in visit(PAGE, sign_in, alba).header] == list(titles().values())


def test_a_lesson_fills_the_boxes(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, ADVERT, on="2026-10-06")
    found = boxes(visit(PAGE, sign_in, alba))
    assert "1 lesson" in found["pedagogy"] and "LifeComp" in found["curriculum"]
    assert "advert for the same occupation" in found["collaboration"] and " 6 " in f" {found['results']} "


def test_two_class_checks_are_compared_in_whole_numbers(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, COMPASS, on="2026-09-15", count=5)
    hold(store, alba, cohort, COMPASS, on="2027-01-20", count=7)
    assert "of 7 now say" in boxes(visit(PAGE, sign_in, alba))["results"].replace("says", "say")


def test_under_the_floor_nothing_is_reported(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, ADVERT, count=4)
    assert boxes(visit(PAGE, sign_in, alba))["results"] == "Say here what came of the project."


def test_a_changed_box_is_kept_and_can_go_back(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = visit(PAGE, sign_in, alba)
    before = boxes(at)
    next(area for area in at.text_area if area.key.startswith("report_text_results")).set_value("We built a bench.")
    press(at, "report_keep_results")
    assert boxes(at) == {**before, "results": "We built a bench."}
    assert report.kept_sentences(store, alba, cohort.id) == {"results": "We built a bench."}
    press(at, "report_back_results")
    assert boxes(at) == before


def test_another_teachers_class_in_the_address_is_refused(
    store: Store, sign_in: SignIn, alba: Staff, bruno: Staff, cohort: Cohort
) -> None:
    make_cohort(store, bruno, name="Care 1", size=8)
    assert "not one of yours" in words(visit(PAGE, sign_in, bruno, **{"class": cohort.id}))


def test_an_activity_that_left_the_kit_is_named_by_its_slug(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = hold(store, alba, cohort)
    with store.write() as db:
        db.execute("UPDATE runs SET activity = 'gone-long-ago' WHERE id = ?", [run.id])
    assert "1 lesson" in boxes(visit(PAGE, sign_in, alba))["pedagogy"]

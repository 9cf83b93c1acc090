"""The overview: sums over three classes and more, classes by name only if shared, and a way on from nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import cohorts
from data.cohorts import Cohort, make_cohort
from data.staff import Staff
from data.store import Store
from pages.ui.item_charts import plain
from tests.pages.teacher.progress_lessons import COMPASS, hold
from tests.pages.visits import ADVERT, SignIn, visit, words

PAGE = "coordinator/overview.py"


def part(at: AppTest, name: str) -> AppTest:
    return at.segmented_control(key="overview_part").set_value(name).run()


def charts(at: AppTest) -> list[str]:
    return [chart.proto.alt for chart in at.get("vega_lite_chart")]


@pytest.fixture
def three(store: Store, alba: Staff) -> list[Cohort]:
    return [make_cohort(store, alba, name=f"Metal {at}", size=8, programme="Metal") for at in range(3)]


def test_a_teacher_is_told_whose_page_it_is(sign_in: SignIn, alba: Staff) -> None:
    assert "for coordinators" in words(visit(PAGE, sign_in, alba))


def test_before_the_first_sum_the_page_says_what_has_to_happen(sign_in: SignIn, chara: Staff) -> None:
    said = words(visit(PAGE, sign_in, chara))
    assert "There is nothing to see yet" in said and "no class is ranked" in said


def test_two_classes_show_nothing(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    for cohort in three[:2]:
        hold(store, alba, cohort)
    assert "There is nothing to see yet" in words(visit(PAGE, sign_in, chara))


def test_three_classes_have_charts_and_none_is_named(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    for cohort in three:
        hold(store, alba, cohort, ADVERT)
    at = part(visit(PAGE, sign_in, chara), "activities")
    assert charts(at) and "18" in words(at) and "Metal 1" not in words(at)


def test_without_a_class_check_the_page_says_so(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    for cohort in three:
        hold(store, alba, cohort, ADVERT)
    assert "three classes have to close the class check first" in words(visit(PAGE, sign_in, chara))


def test_the_class_check_is_drawn_for_every_statement_that_is_not_sensitive(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    for cohort in three:
        run = hold(store, alba, cohort, COMPASS)
    open_items = [item for item in run.items if item.id.startswith("compass_") and not item.sensitive]
    assert len(charts(visit(PAGE, sign_in, chara))) == len(open_items)


def test_a_shared_class_stands_under_its_name(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, cohort: Cohort
) -> None:
    cohorts.change_cohort(store, alba, cohort.id, name="Metal 1", size=8, shares_name=True)
    hold(store, alba, cohort, ADVERT)
    at = part(visit(PAGE, sign_in, chara), "activities")
    assert "Metal 1" in str([table.value for table in at.table]) + words(at)


def test_who_took_part_is_said_in_words(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    for cohort in three:
        hold(store, alba, cohort, ADVERT)
    at = part(visit(PAGE, sign_in, chara), "taking_part")
    (heat,) = [html.proto.body for html in at.get("html") if "roads-heat" in html.proto.body]
    assert "Metal" in heat and "half or more" in heat and "15" not in heat


def test_names_are_shown_letter_by_letter(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, cohort: Cohort
) -> None:
    name = "*Metal* ![x](http://example.org/x.png)"
    cohorts.change_cohort(store, alba, cohort.id, name=name, size=8, shares_name=True)
    hold(store, alba, cohort, ADVERT)
    at = part(visit(PAGE, sign_in, chara), "activities")
    heads = [str(head) for table in at.table for head in table.value.columns]
    assert any(plain(name) in head for head in heads) and not any(name in head for head in [*heads, words(at)])

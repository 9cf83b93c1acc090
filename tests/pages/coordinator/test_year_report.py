"""The evidence report of a school year: sums over three classes and more, on the overview and printed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from data import clock, pools, report
from data.cohorts import Cohort, change_cohort, make_cohort
from data.staff import Staff
from data.store import Store
from pages.printing.year_report import year_report
from pages.ui import i18n
from pages.ui.evidence_boxes import titles
from pages.ui.evidence_year import in_all_of
from tests.conftest import Server
from tests.kit import shipped_kit
from tests.pages.teacher.progress_lessons import COMPASS, hold
from tests.pages.test_printing_report import cookie
from tests.pages.visits import ADVERT, SUPPORT_MAP, SignIn, press, visit, words

FINISH = "how-far-we-came"


@pytest.fixture
def three(store: Store, alba: Staff) -> list[Cohort]:
    return [make_cohort(store, alba, name=f"Metal {at}", size=8, programme="Metal") for at in range(3)]


def year() -> str:
    return clock.school_year(clock.today())


def hold_in_all(store: Store, teacher: Staff, classes: list[Cohort], *slugs: str, count: int = 6) -> None:
    for slug in slugs:
        for cohort in classes:
            hold(store, teacher, cohort, slug, on=clock.today().isoformat(), count=count)


def opened(sign_in: SignIn, coordinator: Staff) -> AppTest:
    at = visit("coordinator/overview.py", sign_in, coordinator)
    return at.segmented_control(key="overview_part").set_value("report").run()


def boxes(at: AppTest) -> dict[str, str]:
    return dict(zip(titles(), [code.value for code in at.code], strict=True))


def printed(store: Store, coordinator: Staff, language: str = "en") -> str:
    i18n.use(language)
    return year_report(store, coordinator, year(), shipped_kit(), language).body.replace("\u00a0", " ")


def test_the_boxes_speak_of_sums_and_name_no_class(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    hold_in_all(store, alba, three, ADVERT)
    at = opened(sign_in, chara)
    found = boxes(at)
    assert "18" in found["results"] and year() in found["pedagogy"] and "LifeComp" in found["curriculum"]
    assert "Metal 1" not in words(at) + "".join(found.values())


def test_a_changed_box_is_kept_for_the_year_and_can_go_back(
    store: Store, sign_in: SignIn, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    hold_in_all(store, alba, three, ADVERT)
    at = opened(sign_in, chara)
    before = boxes(at)
    next(area for area in at.text_area if area.key.startswith("report_text_results")).set_value("We built a bench.")
    press(at, "report_keep_results")
    assert boxes(at) == {**before, "results": "We built a bench."}
    assert report.kept_of_year(store, chara, year()) == {"results": "We built a bench."}
    press(at, "report_back_results")
    assert boxes(at) == before


def test_two_class_checks_are_compared_with_their_exact_intervals(
    store: Store, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    hold_in_all(store, alba, three, COMPASS, FINISH)
    found = printed(store, chara)
    assert re.search(r"\d+ of 18 \(\d+ to \d+\)", found) and "significant" not in found
    assert found.count('scope="col">Where We Start') == found.count('scope="col">How Far We Came') == 1


@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_sensitive_items_and_texts_are_not_in_it(
    store: Store, alba: Staff, chara: Staff, three: list[Cohort], language: str
) -> None:
    hold_in_all(store, alba, three, SUPPORT_MAP)
    found = printed(store, chara, language)
    wording = shipped_kit().activities[SUPPORT_MAP].wording(language).items
    sensitive = [item.id for item in shipped_kit().activities[SUPPORT_MAP].items if item.sensitive]
    assert sensitive and not [item_id for item_id in sensitive if wording[item_id].statement in found]


def test_what_became_sensitive_later_is_not_shown(store: Store, alba: Staff, chara: Staff, three: list[Cohort]) -> None:
    hold_in_all(store, alba, three, ADVERT)
    found = pools.pools(store, chara, year(), ADVERT)
    item = next(item for item in shipped_kit().activities[ADVERT].items if in_all_of(item, found))
    assert in_all_of(replace(item, sensitive=True), found) is None


def test_two_classes_have_no_report(
    server: Server, store: Store, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    hold_in_all(store, alba, three[:2], ADVERT)
    assert server.ask(f"/print/year-report?year={year()}", Cookie=cookie(store, chara)).status == 404


def test_only_a_coordinator_may_print_it(
    server: Server, store: Store, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    hold_in_all(store, alba, three, ADVERT)
    path = f"/print/year-report?year={year()}"
    answers = [server.ask(path, Cookie=cookie(store, person)) for person in (chara, alba)]
    assert [answer.status for answer in answers] == [200, 404] and server.ask(path).status == 404
    assert "Advert Under the Lamp" in answers[0].text and "Metal 0" not in answers[0].text
    assert answers[0].headers["cache-control"] == "no-store"


def test_a_class_that_is_shared_stands_under_its_name(
    store: Store, alba: Staff, chara: Staff, three: list[Cohort]
) -> None:
    shared = make_cohort(store, alba, name="Care 1", size=8)
    change_cohort(store, alba, shared.id, name="Care 1", size=8, shares_name=True)
    hold_in_all(store, alba, [*three, shared], ADVERT)
    assert "Care 1" in printed(store, chara) and pools.named_classes(store, chara, year(), ADVERT)

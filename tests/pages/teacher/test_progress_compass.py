"""The class check on the progress page: its waves side by side, and how they moved, in whole numbers."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from pages.ui.item_charts import plain
from tests.pages.teacher.progress_lessons import COMPASS, PAGE, hold
from tests.pages.visits import SignIn, open_answers, start_lesson, visit, words


def class_check(sign_in: SignIn, teacher: Staff, **query: str) -> AppTest:
    at = visit(PAGE, sign_in, teacher, **query)
    at.button_group(key="progress_part").set_value("compass").run()
    assert not at.exception
    return at


def charts(at: AppTest) -> list[str]:
    return [chart.proto.alt for chart in at.get("vega_lite_chart")]


def test_before_the_first_time_it_says_which_activity_asks_it(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    assert "No class check yet" in words(class_check(sign_in, alba))


def test_while_it_is_open_it_says_only_that(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    open_answers(store, alba, start_lesson(store, alba, cohort, COMPASS))
    at = class_check(sign_in, alba)
    assert "open now" in words(at) and not charts(at)


def test_the_first_time_draws_every_statement_and_says_when_to_ask_again(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, COMPASS)
    at = class_check(sign_in, alba)
    assert len(charts(at)) == 9 and "This is the first time" in words(at)


def test_a_second_time_says_how_the_class_moved(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, COMPASS, count=7, on="2026-09-14")
    hold(store, alba, cohort, COMPASS, on="2027-01-20", compass_routes="mostly")
    said = "6 of 6 now say “Mostly” or “Yes, clearly”, 0 of 7 did in September."
    at = class_check(sign_in, alba)
    assert plain(said) in words(at) and said in charts(at)[0]


def test_a_second_time_stands_beside_the_first_in_the_table(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, COMPASS, count=7, on="2026-09-14")
    hold(store, alba, cohort, COMPASS, count=5, on="2027-01-20")
    table = class_check(sign_in, alba).table[0].value
    assert list(table["14 September 2026"])[-1] == "7" and list(table["20 January 2027"])[-1] == "5"


def test_two_times_on_one_day_are_both_shown(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    for count in (5, 6):
        hold(store, alba, cohort, COMPASS, count=count, on="2026-09-14")
    columns = set(class_check(sign_in, alba).table[0].value.columns)
    assert {plain("14 September 2026 (1)"), plain("14 September 2026 (2)")} <= columns


def test_sensitive_statements_move_in_bands_and_hold_no_count(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, COMPASS, on="2026-09-14")
    hold(store, alba, cohort, COMPASS, count=7, on="2027-01-20", compass_turn_to="mostly")
    spoken = next(name for name in charts(class_check(sign_in, alba)) if "whom I could turn to" in name)
    assert "few or none in September, most now" in spoken and "7" not in spoken


def test_a_time_under_the_floor_is_named(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, COMPASS, on="2026-09-14")
    hold(store, alba, cohort, COMPASS, on="2027-01-20", compass_routes="mostly")
    assert plain("Too few answered on 20 January 2027, so nothing was kept.") in words(class_check(sign_in, alba))


def test_with_nothing_but_times_under_the_floor_there_is_one_sentence(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, COMPASS, count=3)
    at = class_check(sign_in, alba)
    assert "Too few answered, so nothing was kept." in words(at) and not charts(at)


def test_what_was_asked_in_other_words_is_named_and_not_joined(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    first = hold(store, alba, cohort, COMPASS, on="2026-09-14")
    hold(store, alba, cohort, COMPASS, count=7, on="2027-01-20")
    with store.write() as db:
        items = json.dumps([{**vars(item), "version": 9} for item in first.items])
        db.execute("UPDATE runs SET items = ? WHERE id = ?", [items, first.id])
        db.execute("UPDATE item_totals SET item_version = 9 WHERE run_id = ?", [first.id])
    at = class_check(sign_in, alba)
    assert plain("On 14 September 2026 this was asked in other words") in words(at)
    assert "14 September 2026" not in at.table[0].value.columns

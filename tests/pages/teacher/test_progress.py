"""The progress page: one lesson's charts with their findings and tables, for the class's own teacher."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from data import cohorts, runs, texts
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from pages.ui.item_charts import plain
from tests.kit import shipped_kit
from tests.pages.teacher.progress_lessons import COMPASS, PAGE, hold
from tests.pages.visits import (
    ADVERT,
    SUPPORT_MAP,
    SignIn,
    learners_send,
    open_answers,
    press,
    start_lesson,
    visit,
    words,
)

WORDS = shipped_kit().activities[ADVERT].wording("en")


def charts(at: AppTest) -> list[str]:
    """The spoken names of the charts on the page."""
    return [chart.proto.alt for chart in at.get("vega_lite_chart")]


def shown(at: AppTest, sentence: str) -> bool:
    return plain(sentence) in words(at)


def test_a_stranger_is_sent_to_the_sign_in(store: Store, alba: Staff) -> None:
    assert "Please sign in" in words(visit(PAGE))


def test_a_coordinator_who_does_not_teach_is_told_so(sign_in: SignIn, chara: Staff) -> None:
    assert "for teachers" in words(visit(PAGE, sign_in, chara))


def test_without_a_class_the_page_says_what_to_do(sign_in: SignIn, alba: Staff) -> None:
    assert "You have no class yet" in words(visit(PAGE, sign_in, alba))


def test_without_a_lesson_the_page_says_what_to_do(sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    at = visit(PAGE, sign_in, alba)
    assert "No lesson with this class yet" in words(at) and not charts(at)


def test_a_closed_lesson_has_a_chart_for_every_item_that_is_charted(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    at = visit(PAGE, sign_in, alba)
    assert not at.exception and len(charts(at)) == 3
    assert charts(at)[0] == "We already have the must-haves in this advert. All 6 say “Not yet”."


def test_each_chart_has_its_title_its_finding_and_its_table(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    at = visit(PAGE, sign_in, alba)
    assert shown(at, "We already have the must-haves in this advert.") and shown(at, "All 6 say “Not yet”.")
    assert list(at.table[0].value["How many"]) == ["6", "0", "0", "0", "0", "6"]


def test_what_was_charted_and_when_is_said(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, on="2026-09-14")
    assert shown(visit(PAGE, sign_in, alba), f"14 September 2026. {WORDS.charted}")


def test_the_newest_lesson_is_open_and_another_can_be_chosen(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    older = hold(store, alba, cohort, SUPPORT_MAP, on="2026-09-14")
    hold(store, alba, cohort, on="2026-11-02")
    at = visit(PAGE, sign_in, alba)
    assert [option.partition(",")[0] for option in at.selectbox(key="progress_run").options] == [
        WORDS.title, shipped_kit().activities[SUPPORT_MAP].wording("en").title,
    ]  # fmt: skip
    at.selectbox(key="progress_run").set_value(older.id).run()
    assert at.header[0].value == plain(shipped_kit().activities[SUPPORT_MAP].wording("en").title)


def test_the_address_can_name_the_lesson(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    older = hold(store, alba, cohort, SUPPORT_MAP, on="2026-09-14")
    hold(store, alba, cohort, on="2026-11-02")
    at = visit(PAGE, sign_in, alba, run=older.id)
    assert at.selectbox(key="progress_run").value == older.id


def test_only_the_open_lesson_is_drawn(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    for on in ("2026-09-14", "2026-11-02", "2027-01-20"):
        hold(store, alba, cohort, on=on)
    assert len(charts(visit(PAGE, sign_in, alba))) == 3


def test_under_the_floor_it_says_so_and_asks_the_talk_question(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, count=4)
    at = visit(PAGE, sign_in, alba)
    assert "Too few answered, so nothing was kept." in words(at) and shown(at, WORDS.talk_question)
    assert not charts(at)


def test_one_item_under_the_floor_says_so_beside_the_others(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, meets_now="mostly")
    at = visit(PAGE, sign_in, alba)
    assert len(charts(at)) == 1 and words(at).count("Too few answered, so nothing was kept.") == 2


def test_a_lesson_under_way_shows_nothing_but_that(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    learners_send(store, run, 6)
    at = visit(PAGE, sign_in, alba)
    assert "This lesson is open now" in words(at) and not charts(at) and not at.table


def test_another_teacher_cannot_see_the_class(
    store: Store, sign_in: SignIn, alba: Staff, bruno: Staff, cohort: Cohort
) -> None:
    run = hold(store, alba, cohort)
    at = visit(PAGE, sign_in, bruno, **{"class": cohort.id, "run": run.id})
    assert "Metal 1" not in words(at) and not charts(at)


def test_another_teacher_with_a_class_is_told_that_this_is_not_one_of_theirs(
    store: Store, sign_in: SignIn, alba: Staff, bruno: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    cohorts.make_cohort(store, bruno, name="Care 2", size=9)
    at = visit(PAGE, sign_in, bruno, **{"class": cohort.id})
    assert "not one of yours" in words(at) and not charts(at)


def test_the_class_in_the_address_is_the_one_shown(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    other = cohorts.make_cohort(store, alba, name="Care 2", size=9)
    hold(store, alba, other)
    at = visit(PAGE, sign_in, alba, **{"class": other.id})
    assert at.selectbox(key="progress_class").value == other.id and charts(at)


def test_choosing_another_class_changes_the_address(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    other = cohorts.make_cohort(store, alba, name="Care 2", size=9)
    at = visit(PAGE, sign_in, alba, **{"class": other.id})
    at.selectbox(key="progress_class").set_value(cohort.id).run()
    assert cohort.id in at.query_params["class"] and at.selectbox(key="progress_class").value == cohort.id


def test_only_approved_texts_are_shown_and_as_plain_text(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = hold(store, alba, cohort, text="*Who* pays?")
    first, *_rest = texts.waiting_texts(store, alba, run.id)
    texts.approve(store, alba, first.id)
    at = visit(PAGE, sign_in, alba)
    assert [text.value for text in at.text if "pays" in text.value] == [first.text]


def test_how_it_was_stays_behind_the_question_about_the_projector(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    at = visit(PAGE, sign_in, alba)
    assert "Is the projector off" in words(at) and "Too much" not in words(at)
    assert "nobody or few" in words(press(at, "projector_off"))


def test_too_much_for_some_says_what_to_do_and_gives_no_number(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, how_was_this="too_much")
    at = press(visit(PAGE, sign_in, alba), "projector_off")
    assert "Don't ask who" in words(at) and "6" not in charts(at)[-1]
    assert "too_much" not in json.dumps([table.value.to_dict() for table in at.table]) and charts(at)[-1].endswith(
        "About 5 answered"
    )


def test_a_made_up_class_is_marked(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    with store.write() as db:
        db.execute("UPDATE cohorts SET is_demo = 1 WHERE id = ?", [cohort.id])
    assert "Made-up class" in words(visit(PAGE, sign_in, alba))


def test_a_lesson_that_the_kit_no_longer_holds_is_not_given_other_words(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = hold(store, alba, cohort)
    with store.write() as db:
        db.execute("UPDATE runs SET activity = 'long-gone' WHERE id = ?", [run.id])
    at = visit(PAGE, sign_in, alba)
    assert not at.exception and not charts(at) and "in other words today" in words(at)


def test_the_class_check_is_left_to_its_own_part(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, COMPASS)
    at = visit(PAGE, sign_in, alba)
    assert len(charts(at)) == 2 and "also answered the class check" in words(at)


@pytest.mark.parametrize("language", ["es", "el"])
def test_the_page_opens_in_every_language(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort, language: str
) -> None:
    hold(store, alba, cohort)
    assert len(charts(visit(PAGE, sign_in, alba, lang=language))) == 3


def test_a_rehearsal_leaves_no_trace(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    run = start_lesson(store, alba, cohort, rehearsal=True)
    open_answers(store, alba, run)
    runs.close_run(store, alba, run.id)
    assert "No lesson with this class yet" in words(visit(PAGE, sign_in, alba))

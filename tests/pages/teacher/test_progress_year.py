"""The year of a class: what was done when, by how many, the teacher's notes, and the competences."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from data import class_notes, cohorts
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from pages.ui.item_charts import plain
from tests.kit import shipped_kit
from tests.pages.teacher.progress_lessons import COMPASS, PAGE, hold
from tests.pages.visits import ADVERT, SignIn, press, visit, words

TITLE = plain(shipped_kit().activities[ADVERT].wording("en").title)


def year(sign_in: SignIn, teacher: Staff) -> AppTest:
    at = visit(PAGE, sign_in, teacher)
    at.segmented_control(key="progress_part").set_value("year")
    return at.run()


def rows(at: AppTest, table: int = 0) -> list[tuple[str, ...]]:
    return [tuple(row) for row in at.table[table].value.itertuples(index=False)]


def test_lessons_and_notes_stand_in_the_order_of_their_days(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, on="2026-10-06")
    hold(store, alba, cohort, COMPASS, on="2026-09-15", count=4)
    class_notes.add_note(store, alba, cohort.id, date(2026, 9, 30), "placement *began*")
    shown = rows(year(sign_in, alba))
    assert [row[0] for row in shown] == ["15 September 2026", "30 September 2026", "6 October 2026"]
    assert [row[2] for row in shown] == ["fewer than five: nothing was kept", "", "at least half of the class"]
    assert shown[1][1] == r"*placement \*began\**"


def test_a_note_is_kept_and_removed(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort)
    at = year(sign_in, alba)
    at.text_input(key=f"progress_note_text_{cohort.id}_0").set_value("placement began")
    press(at, "progress_note_add")
    (note,) = class_notes.list_notes(store, alba, cohort.id)
    assert note.text == "placement began" and len(rows(at)) == 2
    press(at, f"progress_note_remove_{note.id}")
    assert class_notes.list_notes(store, alba, cohort.id) == [] and len(rows(at)) == 1


def test_an_empty_note_is_not_kept(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort)
    at = press(year(sign_in, alba), "progress_note_add")
    assert "the note is empty" in words(at) and class_notes.list_notes(store, alba, cohort.id) == []


def test_the_kit_shows_what_was_done_and_what_is_still_to_come(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort, on="2026-10-06")
    said = words(year(sign_in, alba))
    assert said.count("6 October 2026") >= 1 and said.count("not yet") >= 10


def test_an_activity_that_left_the_kit_is_still_on_the_time_line(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    run = hold(store, alba, cohort)
    with store.write() as db:
        db.execute("UPDATE runs SET activity = 'gone-long-ago' WHERE id = ?", [run.id])
    at = year(sign_in, alba)
    assert "No longer in the kit" in words(at) and rows(at)[0][1] == "gone long ago"


def test_the_competences_name_the_activities_that_touched_them(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    shown = rows(year(sign_in, alba), table=1)
    assert len(shown) == 9 and any(TITLE in row[1] for row in shown) and any(row[1] == "not yet" for row in shown)


def test_a_class_renamed_or_deleted_while_its_page_is_open(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    hold(store, alba, cohort)
    at = visit(PAGE, sign_in, alba, **{"class": cohort.id})
    cohorts.change_cohort(store, alba, cohort.id, name="Metal 2", size=8)
    assert "Metal 2" in words(at.run())
    cohorts.delete_cohort(store, alba, cohort.id)
    assert "You have no class yet" in words(at.run()) and not at.exception


def test_a_deleted_class_is_no_longer_one_of_the_teachers(
    store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort
) -> None:
    cohorts.make_cohort(store, alba, name="Care 1", size=8)
    at = visit(PAGE, sign_in, alba, **{"class": cohort.id})
    cohorts.delete_cohort(store, alba, cohort.id)
    assert "not one of yours" in words(at.run()) and not at.exception

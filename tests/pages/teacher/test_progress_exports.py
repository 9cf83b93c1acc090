"""The totals of a class as files: everything that was charted, with a codebook, and no name that tells anything."""

from __future__ import annotations

import io
import re
import zipfile

from streamlit.testing.v1 import AppTest

from data import progress
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from pages.teacher.progress_exports import workbook
from pages.teacher.progress_parts import View
from pages.ui.charts import Look
from tests.kit import shipped_kit
from tests.pages.teacher.progress_lessons import COMPASS, PAGE, hold
from tests.pages.visits import ADVERT, SignIn, visit, words


def year(sign_in: SignIn, teacher: Staff) -> AppTest:
    at = visit(PAGE, sign_in, teacher)
    return at.segmented_control(key="progress_part").set_value("year").run()


def words_of_workbook(store: Store, teacher: Staff, cohort: Cohort) -> str:
    view = View(store, teacher, cohort, shipped_kit(), "en", Look(dark=False, titled=False))
    file = workbook(view, progress.past_lessons(store, teacher, cohort.id))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return re.sub("<.*?>", "|", archive.read("xl/sharedStrings.xml").decode())


def test_a_closed_lesson_can_be_taken_away(store: Store, sign_in: SignIn, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort)
    at = year(sign_in, alba)
    assert {"progress_xlsx", "progress_csv"} <= {button.key for button in at.get("download_button")}
    assert "No row stands for a person" in words(at)


def test_the_codebook_explains_every_item_that_was_asked(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort)
    hold(store, alba, cohort, COMPASS, on="2026-09-15")
    found = words_of_workbook(store, alba, cohort)
    asked = [shipped_kit().activities[slug].wording("en").items for slug in (ADVERT, COMPASS)]
    for wordings in asked:
        assert all(wording.statement.replace("&", "&amp;") in found for wording in wordings.values())


def test_what_was_asked_in_other_words_is_not_explained_by_todays(store: Store, alba: Staff, cohort: Cohort) -> None:
    run = hold(store, alba, cohort)
    with store.write() as db:
        db.execute("UPDATE runs SET items = replace(items, '\"version\": 1', '\"version\": 7') WHERE id = ?", [run.id])
    assert "The kit asks this in other words today." in words_of_workbook(store, alba, cohort)

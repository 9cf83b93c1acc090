"""The learner's page in every language; a switch keeps what was chosen."""

from __future__ import annotations

import pytest

from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages.ui import i18n
from tests.kit import shipped_kit
from tests.pages.learner.learners import fill, joined, open_start, said, told
from tests.pages.visits import ADVERT, open_answers, press, start_lesson


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    run = start_lesson(store, alba, cohort)
    open_answers(store, alba, run)
    return run


def test_the_page_offers_every_language_by_its_own_name(run: Run) -> None:
    assert all(f'hreflang="{code}"' in said(open_start()) for code in i18n.LANGUAGES)
    assert all(name in said(open_start()) for name in i18n.LANGUAGES.values())


def test_a_language_link_keeps_code_and_seat(run: Run) -> None:
    at = joined(run.code)
    assert f"code={run.code}&seat={at.query_params['seat']}&lang=el" in said(at.run())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_items_speak_the_readers_language(run: Run, language: str) -> None:
    at = press(open_start(code=run.code, lang=language), "reflect_join")
    wording = shipped_kit().activities[ADVERT].wording(language)
    assert at.radio(key="item_meets_now").label == wording.items["meets_now"].statement
    assert told(at)["language"] == language


def test_answers_in_one_language_can_be_sent_in_another(run: Run) -> None:
    at = fill(joined(run.code))
    at.query_params["lang"] = "el"
    assert press(at, "reflect_send").success

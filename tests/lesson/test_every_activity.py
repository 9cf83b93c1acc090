"""Every activity of the kit held as a lesson: eight made-up learners send, the teacher closes, everything is shown."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from data import release, runs, texts
from data.cohorts import Cohort
from data.rehearsal import send_made_up
from data.staff import Staff
from data.store import Store
from kit_content import LANGUAGES
from kit_content.schema import Activity
from pages.ui import i18n
from pages.ui.charts import Look, chart_of, described, table
from pages.ui.stage import Public, lesson_payload
from tests.kit import shipped_kit

KIT = shipped_kit()
EVERY_ACTIVITY = pytest.mark.parametrize("slug", KIT.activities)
NOW = "2026-11-23T09:00:00+00:00"


def hold(store: Store, teacher: Staff, cohort: Cohort, activity: Activity) -> runs.Run:
    """A closed lesson with everything revealed."""
    run = runs.start_run(
        store, teacher, cohort.id, activity=activity.slug, activity_version=activity.version, items=activity.items
    )
    kinds = [step.kind for step in activity.steps]
    runs.open_items(store, teacher, run.id, kinds.index("reflect"))
    with store.write() as db:
        send_made_up(db, runs.require_run(store, teacher, run.id), count=8, chance=random.Random(1))
    runs.close_run(store, teacher, run.id)
    runs.go_to_step(store, teacher, run.id, kinds.index("reveal"))
    runs.reveal(store, teacher, run.id, len(activity.items))
    for text in texts.waiting_texts(store, teacher, run.id):
        texts.approve(store, teacher, text.id)
    return runs.require_run(store, teacher, run.id)


@EVERY_ACTIVITY
def test_every_total_has_a_chart_a_sentence_and_a_table_in_every_language(
    slug: str, store: Store, alba: Staff, cohort: Cohort
) -> None:
    activity = KIT.activities[slug]
    run = hold(store, alba, cohort, activity)
    found = release.totals_of_run(store, alba, run.id)
    assert found
    for language in LANGUAGES:
        i18n.use(language)
        wording = activity.wording(language)
        for totals in found:
            words = wording.items[totals.item_id]
            assert chart_of(totals, words, Look()).to_dict()["layer"]
            assert described(totals, words) and len(table(totals, words)) > 1


@EVERY_ACTIVITY
def test_the_wall_has_something_to_show_at_every_step_for_every_trade(
    slug: str, store: Store, alba: Staff, cohort: Cohort
) -> None:
    activity = KIT.activities[slug]
    run = hold(store, alba, cohort, activity)
    public = Public("http://192.168.1.20:8501/j/K7QM4T", 5, release.revealed_totals(store, run.code))
    for language in LANGUAGES:
        i18n.use(language)
        for trade in activity.trades or (None,):
            for step in range(len(activity.steps)):
                moment = replace(run, step=step, trade=trade, language=language)
                views = lesson_payload(moment, activity, public, server_now=NOW)["views"]
                assert views and all(view["scene"] not in ("too_few", "none") for view in views)

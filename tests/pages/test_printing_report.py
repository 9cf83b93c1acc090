"""The printed evidence report: for the class's own teacher, whole, ordered and readable by a screen reader."""

from __future__ import annotations

import re
from html import escape

import pytest

from data import staff
from data.cohorts import Cohort
from data.report import keep_sentences
from data.staff import Staff
from data.store import Store
from pages import cookies
from pages.printing.report import report
from pages.ui import i18n
from pages.ui.findings import title_of
from tests.conftest import Server
from tests.kit import shipped_kit
from tests.pages.teacher.progress_lessons import COMPASS, hold
from tests.pages.visits import ADVERT, SUPPORT_MAP


def printed(store: Store, teacher: Staff, cohort: Cohort, language: str = "en") -> str:
    """Its HTML, with plain spaces."""
    i18n.use(language)
    return report(store, teacher, cohort, shipped_kit(), language).body.replace("\u00a0", " ")


def cookie(store: Store, person: Staff) -> str:
    return f"{cookies.STAFF}={staff.cookie_for_ticket(store, staff.make_ticket(store, person))}"


def test_only_the_classs_own_teacher_may_print(
    server: Server, store: Store, alba: Staff, bruno: Staff, chara: Staff, cohort: Cohort
) -> None:
    path = f"/print/report/{cohort.id}"
    answers = [server.ask(path, Cookie=cookie(store, person)) for person in (alba, bruno, chara)]
    assert [answer.status for answer in answers] == [200, 404, 404] and server.ask(path).status == 404
    assert "Evidence report: Metal 1" in answers[0].text and answers[0].headers["cache-control"] == "no-store"


@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_a_class_without_a_lesson_has_a_report_all_the_same(
    store: Store, alba: Staff, cohort: Cohort, language: str
) -> None:
    assert printed(store, alba, cohort, language).count("<h2>") == 10


def test_lessons_comparisons_and_charts_follow_the_boxes(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, COMPASS, on="2026-09-15")
    hold(store, alba, cohort, ADVERT, on="2026-10-06")
    hold(store, alba, cohort, COMPASS, on="2027-01-20", count=7)
    found = printed(store, alba, cohort)
    assert "exact 95 % interval" in found and re.search(r"\d of 7 \(\d to 7\)|\d of 7 \(\d to \d\)", found)
    assert found.index("My contribution") < found.index("What was done") < found.index("What the class said")
    assert "significant" not in found and "n = 6" in found


def test_a_sensitive_item_has_words_and_steps_of_five(store: Store, alba: Staff, cohort: Cohort) -> None:
    run = hold(store, alba, cohort, SUPPORT_MAP, count=7)
    found = printed(store, alba, cohort)
    sensitive = [spec.id for spec in run.wall_items if spec.sensitive]
    wordings = shipped_kit().activities[SUPPORT_MAP].wording("en").items
    assert sensitive and all(
        re.search(re.escape(escape(title_of(wordings[item_id]))) + r"[^<]*\(n = about 5\)", found)
        for item_id in sensitive
    )


def test_the_teachers_own_sentences_are_printed_letter_by_letter(store: Store, alba: Staff, cohort: Cohort) -> None:
    keep_sentences(store, alba, cohort.id, "results", "We <b>built</b> it & more")
    assert "We &lt;b&gt;built&lt;/b&gt; it &amp; more" in printed(store, alba, cohort)


def test_every_table_has_heads_that_belong_to_their_cells(store: Store, alba: Staff, cohort: Cohort) -> None:
    hold(store, alba, cohort, ADVERT)
    found = printed(store, alba, cohort)
    assert found.count("<h1>") == 1 and 'scope="col"' in found and found.count("<caption>") >= 1
    assert not re.search(r"<th(?! scope)", found.replace("<thead>", ""))

"""LifeComp's nine competences, and the done activities that touch each."""

from __future__ import annotations

from kit_content.schema import LIFECOMP
from pages.ui.competences import covered
from tests.kit import shipped_kit


def test_all_nine_are_there_before_anything_was_done() -> None:
    assert covered(shipped_kit(), []) == {code: [] for code in LIFECOMP}


def test_every_activity_stands_under_each_of_its_competences_once() -> None:
    kit = shipped_kit()
    found = covered(kit, [*kit.activities, *kit.activities])
    assert {code: [slug for slug, of in kit.activities.items() if code in of.lifecomp] for code in LIFECOMP} == found


def test_what_the_kit_no_longer_holds_touches_nothing() -> None:
    assert not any(covered(shipped_kit(), ["gone-long-ago"]).values())

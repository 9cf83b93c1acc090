"""Moments of a lesson as the run's row would hold them, without a database."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from data.release import ItemTotals
from data.runs import Run, item_specs
from kit_content import Activity
from pages.ui.stage import Public, View, lesson_payload
from tests.kit import shipped_kit

ADVERT = "advert-under-the-lamp"
WHERE_WE_START = "where-we-start"
SUPPORT_MAP = "my-support-map"
JOIN_URL = "http://192.168.1.20:8501/j/K7QM4T"
NOW = "2026-11-23T09:00:00+00:00"
LATER = "2026-11-23T09:01:00+00:00"


@cache
def activity(slug: str = ADVERT) -> Activity:
    return shipped_kit().activities[slug]


def at(kind: str, slug: str = ADVERT) -> int:
    """The step of this kind: join, reflect or reveal."""
    return [step.kind for step in activity(slug).steps].index(kind)


def moment(slug: str = ADVERT, **changes: Any) -> Run:
    """A lesson that has just begun, with these differences."""
    fresh = Run(
        id="run", school_id="school", cohort_id="cohort", cohort_name="Metal 1", code="K7QM4T",
        activity=slug, activity_version=1, trade="care", language="en", items=item_specs(activity(slug).items),
        floor=5, floor_sensitive=5, floor_texts=5, state="teaching", is_current=True, rehearsal=False, is_demo=False,
        step=0, places=8, doors_locked=False, sent_at_lock=None, revealed=0, blank=False,
        timer_ends_at=None, timer_left=None, guessing=False,
        last_call_ends_at=None, started_on="2026-11-23", revision=1, learner_revision=1,
    )  # fmt: skip
    return replace(fresh, **changes)


def reflecting(slug: str = ADVERT, **changes: Any) -> Run:
    return moment(slug, **{"state": "reflecting", "step": at("reflect", slug), **changes})


def closed(slug: str = ADVERT, **changes: Any) -> Run:
    return moment(slug, **{"state": "closed", "step": at("reveal", slug), **changes})


def payload(run: Run, *, steering: bool = False, **public: Any) -> View:
    """What the wall is given at this moment; ten have sent unless it says otherwise."""
    known = Public(**{"join_url": JOIN_URL, "band": 10, **public})
    return lesson_payload(run, activity(run.activity), known, server_now=NOW, steering=steering)


def view(run: Run, **public: Any) -> View:
    """The first thing on the wall."""
    return payload(run, **public)["views"][0]


def totals(slug: str, item_id: str, *numbers: int, bands: tuple[str, ...] = (), respondents: int = 0) -> ItemTotals:
    """Totals of an item of the kit: `numbers` or `bands` in the order of its values."""
    item = next(item for item in activity(slug).items if item.id == item_id)
    values = ("lower", "same", "higher") if item.kind == "then_now" else item.points
    if bands and item.kind == "scale":
        values = ("lower", "middle", "upper")
    return ItemTotals(
        item_id, item.version, item.kind, item.sensitive, respondents or sum(numbers),
        None if bands else dict(zip(values, numbers, strict=True)),
        dict(zip(values, bands, strict=True)) if bands else None,
    )  # fmt: skip

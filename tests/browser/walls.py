"""The wall in a real browser, at any moment of a lesson: page, script and fonts are real, the moment is handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from data.release import ItemTotals
from data.texts import Text
from pages.ui import i18n
from pages.ui.stage import View
from tests.browser.conftest import Room
from tests.kit import shipped_kit
from tests.pages.ui.moments import ADVERT, LATER, WHERE_WE_START, at, closed, moment, payload, reflecting, totals

SCREENS = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}, {"width": 1024, "height": 768})
BATTERY, FEEDBACK, FIRST_WEEK, END = "battery-check", "feedback-that-builds", "first-week-new-crew", "how-far-we-came"
QUESTIONS = (
    "Who trains me in the first weeks, and how long does it take until I may work alone?",
    "Do you pay for the way to work?",
    "What happens when I am ill on a Monday?",
    "How many people of my age work there?",
)


def open_wall(room: Room, size: dict[str, int] = SCREENS[0], **settings: Any) -> Page:
    """The wall of a class without a lesson, so that nothing but `show` changes it."""
    wall = room.person(size, **settings)
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator(".or-ready").wait_for()
    return wall


def show(wall: Page, given: View) -> None:
    """Draw this moment, as the server's own data would be."""
    wall.evaluate(
        "given => document.querySelector('.or-wall').parentElement.openRoadsWall.show(given, () => {})", given
    )


def chart(slug: str, item_id: str, *numbers: int, language: str = "en", **more: Any) -> View:
    """The wall right after this item was revealed."""
    place = [item.id for item in closed(slug).wall_items].index(item_id)
    known = [totals(slug, item_id, *numbers, **more)]
    return payload(closed(slug, revealed=place + 1, language=language), totals=known)


def charts(language: str) -> dict[str, View]:
    """A chart of each kind, with the longest words that the kit has for it."""
    i18n.use(language)
    bands = ("most", "some", "few", "some", "few", "most", "few")
    shared = ItemTotals("words_for_lessons", 1, "words", False, 14, {f"patience{n}": 14 - n for n in range(12)}, None)
    words_at = [item.id for item in closed(END).wall_items].index("words_for_lessons")
    return {
        "scale": chart(ADVERT, "meets_now", 1, 2, 4, 5, 2, language=language),
        "two-way scale": chart(WHERE_WE_START, "agreement_fits", 1, 2, 3, 6, 2, language=language),
        "dots": chart(FIRST_WEEK, "makes_it_easier", 6, 9, 4, 5, 3, 2, 1, respondents=14, language=language),
        "rows": chart(FIRST_WEEK, "makes_it_easier", 16, 9, 14, 5, 3, 2, 1, respondents=26, language=language),
        "change": chart("my-support-map", "knows_services", 1, 4, 9, language=language),
        "ranking": chart(FEEDBACK, "makes_it_usable", 50, 42, 38, 44, 36, respondents=14, language=language),
        "bands": chart(BATTERY, "charger_kinds", bands=bands, respondents=10, language=language),
        "bands of a scale": chart(
            WHERE_WE_START, "compass_recover", bands=("few", "some", "most"), respondents=10, language=language
        ),
        "words": payload(closed(END, revealed=words_at + 1, language=language), totals=[shared]),
    }


def exhibits(language: str) -> Iterator[tuple[str, View]]:
    """Every exhibit of the kit that the wall shows, in its first trade."""
    i18n.use(language)
    for slug, each in shipped_kit().activities.items():
        for place, step in enumerate(each.steps):
            if step.exhibit:
                yield slug, payload(moment(slug, step=place, trade=(each.trades or (None,))[0], language=language))


def scenes(language: str) -> dict[str, View]:
    """Every other scene, again with long words."""
    i18n.use(language)
    texts = [Text(str(at), "one_question", text, "approved") for at, text in enumerate(QUESTIONS)]
    everything = payload(closed(revealed=len(closed().wall_items), language=language), texts=texts)
    items = payload(reflecting(FEEDBACK, language=language))
    place = [item.id for item in closed(FIRST_WEEK).wall_items].index("makes_it_easier")
    return {
        "step": payload(moment(step=4, timer_left=754, language=language)),
        "join": payload(moment(step=at("join"), language=language)),
        "answer": payload(reflecting(language=language)),
        **{f"item {at}": {**items, "views": [view]} for at, view in enumerate(items["views"][1:], start=1)},
        "last call": payload(reflecting(last_call_ends_at=LATER, language=language), band=0),
        "talk": payload(closed(language=language)),
        "guess": payload(closed(FIRST_WEEK, revealed=place, guessing=True, language=language)),
        "guess at a scale": payload(closed(WHERE_WE_START, revealed=1, guessing=True, language=language)),
        "too few": payload(closed(revealed=1, language=language)),
        "texts": {**everything, "views": everything["views"][-1:]},
    }

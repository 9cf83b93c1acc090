"""Answer cards ask only what paper can keep: ticks and numbers, nothing personal, nobody's handwriting."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kit_content import Activity, Item, ItemWording
from pages.printing.cards import MOST_CARDS, cards, layout_for
from pages.ui.card_items import on_card
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SUPPORT_MAP

KIT = shipped_kit()
SCALE = next(item for item in KIT.activities[ADVERT].items if item.kind == "scale").scale


def one_item(kind: str, *, sensitive: bool = False) -> Activity:
    """An activity that asks one thing: of that kind, with three options or a scale."""
    on_scale = kind in ("scale", "then_now")
    options = () if on_scale or kind in ("words", "text") else ("first", "second", "third")
    item = Item("asked", kind, 1, sensitive, SCALE if on_scale else None, options)
    labels = {point: f"Label of {point}" for point in item.points}
    words = ItemWording("A statement <b>", labels, "Then", "Now", "Fewer", "Same", "More")
    activity = KIT.activities[ADVERT]
    wordings = {"en": replace(activity.wording("en"), items={"asked": words})}
    return replace(activity, items=(item,), texts=replace(activity.texts, wordings=wordings))


def one_card(activity: Activity) -> str:
    return re.findall(r'<article class="card">.*?</article>', cards(activity, "en", 1).body)[0]


@pytest.mark.parametrize("slug", KIT.activities)
def test_no_card_asks_for_words_or_for_anything_personal(slug: str) -> None:
    activity, wording = KIT.activities[slug], KIT.activities[slug].wording("en")
    left_out = [item for item in activity.items if item not in on_card(activity.items)]
    assert all(item.sensitive or item.is_class_check or item.kind in ("text", "words") for item in left_out)
    body = cards(activity, "en", 1).body
    assert not [item.id for item in left_out if f">{wording.items[item.id].statement}<" in body]


@pytest.mark.parametrize("kind", ["text", "words"])
def test_an_activity_without_ticks_says_so(kind: str) -> None:
    body = cards(one_item(kind), "en", 8).body
    assert "no question that can be counted on paper" in body and "card" not in body


def test_a_personal_choice_is_no_card_either() -> None:
    assert not on_card(one_item("single_choice", sensitive=True).items)


@pytest.mark.parametrize(("kind", "boxes"), [("scale", 6), ("single_choice", 4), ("multiple_choice", 4)])
def test_every_choice_has_a_box_and_so_has_rather_not_say(kind: str, boxes: int) -> None:
    card = one_card(one_item(kind))
    assert card.count('class="box"') == boxes and card.count("Rather not say") == 1


def test_then_and_now_are_asked_only_as_lower_same_or_higher() -> None:
    card = one_card(one_item("then_now"))
    assert re.findall(r"</span>([^<]+)</li>", card) == ["1 Fewer", "2 Same", "3 More", "0 Rather not say"]
    assert "Label of" not in card


def test_a_ranking_has_a_box_for_the_number_of_each_option() -> None:
    card = one_card(one_item("ranking"))
    assert card.count('class="number"') == 3 and card.count('class="box"') == 1


def test_the_numbers_on_a_card_are_the_keys_that_take_it_in() -> None:
    card = one_card(KIT.activities["three-roads-from-here"])
    assert re.findall(r">(\d)\. ", card) == ["1", "2", "3", "4"]
    labels = KIT.activities["three-roads-from-here"].wording("en").items["road_work"].points.values()
    assert all(f"<th>{key}<br>{label}</th>" in card for key, label in enumerate(labels, start=1))


def test_a_card_asks_for_no_name_and_its_words_are_only_words() -> None:
    card = one_card(one_item("scale"))
    assert "No name on this card." in card and "A statement &lt;b&gt;" in card


@pytest.mark.parametrize(("count", "made"), [(None, 4), (1, 4), (5, 8), (0, 4), (9999, MOST_CARDS)])
def test_as_many_cards_as_asked_for_fill_whole_pages(count: int | None, made: int) -> None:
    assert cards(one_item("single_choice"), "en", count).body.count('<article class="card">') == made


def test_statements_with_the_same_answers_share_a_table() -> None:
    assert one_card(KIT.activities["three-roads-from-here"]).count('<th scope="row">') == 3


def test_a_longer_card_gets_more_of_the_page() -> None:
    assert layout_for([]).cards == 4
    assert cards(KIT.activities["payslip-detective"], "en", 1).body.count('<article class="card">') < 4
    assert cards(KIT.activities[SUPPORT_MAP], "en", 1).body.count('<article class="card">') == 4

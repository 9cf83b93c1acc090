"""A revealed item on the wall: counts for ordinary items, blocks for sensitive ones, a talk question for too few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.release import ItemTotals
from data.texts import Text
from kit_content import ItemWording
from pages.ui import i18n
from pages.ui.reveal import bar_span, reveal_view, tone, words_views
from pages.ui.stage import View, pages_of
from tests.pages.ui.moments import ADVERT, SUPPORT_MAP, WHERE_WE_START, activity, closed, payload, totals, view


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def revealed(slug: str, item_id: str, *numbers: int, **more) -> View:
    """The wall right after this item was revealed."""
    items = [item.id for item in closed(slug).wall_items]
    run = closed(slug, revealed=items.index(item_id) + 1)
    return view(run, totals=[totals(slug, item_id, *numbers, **more)])


def test_a_scale_shows_every_point_with_its_count_in_order() -> None:
    shown = revealed(ADVERT, "meets_now", 1, 2, 4, 5, 2)
    assert [(point["label"], point["count"]) for point in shown["chart"]["points"]] == [
        ("Not yet", 1), ("A little", 2), ("Partly", 4), ("Mostly", 5), ("Yes, clearly", 2),
    ]  # fmt: skip
    assert shown["sentence"].startswith("7 of 14 say “Mostly” or “Yes, clearly”.")
    assert shown["answered"] == "14 answered"


def test_an_agreement_scale_lies_round_its_middle_and_another_starts_at_the_left() -> None:
    agree, one_way = (
        revealed(WHERE_WE_START, "agreement_fits", 1, 2, 3, 6, 2),
        revealed(ADVERT, "meets_now", 1, 2, 4, 5, 2),
    )
    assert agree["chart"]["two_way"] and agree["chart"]["left"] > 0
    assert not one_way["chart"]["two_way"] and (one_way["chart"]["left"], one_way["chart"]["width"]) == (0, 1)


@given(st.lists(st.integers(0, 40), min_size=3, max_size=7).filter(any))
def test_the_middle_of_a_two_way_bar_always_stands_at_the_centre(counts: list[int]) -> None:
    span, half = bar_span(counts), len(counts) // 2
    below = (sum(counts[:half]) + (counts[half] / 2 if len(counts) % 2 else 0)) / sum(counts)
    assert span["left"] + span["width"] * below == pytest.approx(0.5)
    assert span["left"] >= 0 and span["left"] + span["width"] <= 1 + 1e-9


@pytest.mark.parametrize(("count", "tones"), [(3, [0, 2, 4]), (5, [0, 1, 2, 3, 4]), (4, [0, 1, 3, 4])])
def test_the_ends_of_every_scale_have_the_end_colours(count: int, tones: list[int]) -> None:
    assert [tone(place, count) for place in range(count)] == tones


def test_then_and_now_shows_higher_above_lower_in_the_items_own_words() -> None:
    words = activity(SUPPORT_MAP).wording("en").items["knows_services"]
    rows = revealed(SUPPORT_MAP, "knows_services", 1, 4, 8)["chart"]["rows"]
    assert [(row["label"], row["count"], row["mark"]) for row in rows] == [
        (words.higher, 8, "higher"), (words.same, 4, "same"), (words.lower, 1, "lower"),
    ]  # fmt: skip


@pytest.mark.parametrize(("respondents", "dots"), [(19, True), (20, False)])
def test_fewer_than_twenty_are_drawn_one_by_one(respondents: int, dots: bool) -> None:
    shown = revealed(ADVERT, "already_bring", 6, 9, 4, 5, 3, 2, 1, respondents=respondents)
    assert (shown["chart"]["dots"], shown["chart"]["total"]) == (dots, respondents)


def test_a_sensitive_item_has_blocks_and_words_and_no_count() -> None:
    shown = revealed(WHERE_WE_START, "compass_recover", bands=("few", "some", "most"), respondents=10)
    assert [(row["level"], row["word"]) for row in shown["chart"]["rows"]] == [
        (1, "few or none"),
        (2, "some"),
        (3, "most"),
    ]
    assert all(set(row) == {"label", "level", "word"} for row in shown["chart"]["rows"])
    assert shown["answered"] == "" and "About 10" in shown["sentence"]


def test_a_ranking_stands_from_the_first_place_to_the_last_with_bars_out_of_all_points() -> None:
    labels = {"pay": "The pay", "hours": "The hours", "place": "The place"}
    shown = reveal_view(ItemTotals("x", 1, "ranking", False, 6, {"pay": 8, "hours": 18, "place": 10}, None),
                        ItemWording("What matters", labels), None)  # fmt: skip
    assert [(row["label"], row["count"]) for row in shown["chart"]["rows"]] == [
        ("The hours", 18), ("The place", 10), ("The pay", 8),
    ]  # fmt: skip
    assert (shown["chart"]["total"], shown["chart"]["dots"]) == (18, False)
    assert shown["answered"] == "6 answered. First place is 3 points, last place 1."


def test_a_personal_ranking_has_blocks_from_high_to_low_and_no_count() -> None:
    labels = {"pay": "The pay", "hours": "The hours", "place": "The place"}
    bands = {"pay": "few", "hours": "most", "place": "some"}
    shown = reveal_view(ItemTotals("x", 1, "ranking", True, 10, None, bands), ItemWording("?", labels), None)
    assert [(row["label"], row["word"]) for row in shown["chart"]["rows"]] == [
        ("The hours", "high place"), ("The place", "middle place"), ("The pay", "low place"),
    ]  # fmt: skip
    assert all(set(row) == {"label", "level", "word"} for row in shown["chart"]["rows"])


@given(st.integers(0, 40))
def test_every_approved_word_is_on_one_page(count: int) -> None:
    counts = {f"word{number}": 2 + count - number for number in range(count)}
    pages = words_views(ItemTotals("x", 1, "words", False, 50, counts, None), ItemWording("Words", {}))
    shown = [(row["word"], row["count"]) for page in pages for row in page["words"]]
    assert shown == list(counts.items()) and all(len(page["words"]) <= 12 for page in pages)
    assert all(0 < row["weight"] <= 1 for page in pages for row in page["words"])
    assert bool(count) != bool(pages[0]["sentence"])


def test_an_item_under_its_floor_shows_the_talk_question_instead() -> None:
    shown = view(closed(revealed=1), totals=[])
    assert (shown["scene"], shown["question"]) == ("too_few", activity().wording("en").talk_question)


def test_a_lesson_in_which_fewer_than_five_sent_says_so_at_once() -> None:
    assert view(closed(), band=0)["scene"] == "too_few"


def test_approved_texts_follow_the_last_chart_and_not_earlier() -> None:
    texts = [Text("1", "one_question", "Who trains me?", "approved")]
    everything = len(closed().wall_items)
    early, last = payload(closed(revealed=1), texts=texts), payload(closed(revealed=everything), texts=texts)
    assert [shown["scene"] for shown in early["views"]] == ["too_few"]
    assert last["views"][-1]["texts"] == ["Who trains me?"]


@given(st.lists(st.text(min_size=1, max_size=300), max_size=30))
def test_no_text_is_lost_between_pages(texts: list[str]) -> None:
    pages = pages_of(texts)
    assert [text for page in pages for text in page] == texts
    assert all(len(page) == 1 or (len(page) <= 6 and sum(map(len, page)) <= 340) for page in pages)

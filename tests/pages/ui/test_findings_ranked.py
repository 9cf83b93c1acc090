"""What the charts of rankings and words say: true for every total, and true whatever a teacher has hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.release import count_reflections
from data.runs import ItemSpec
from pages.ui.charts import finding, table
from pages.ui.findings import answered
from tests.pages.ui import chart_cases as cases
from tests.pages.ui.chart_cases import RANKED, words


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((18, 10, 8), "“The pay” comes first, then “The hours”. “The place” comes last."),
        ((8, 10, 18), "“The place” comes first, then “The hours”. “The pay” comes last."),
        ((16, 10, 10), "“The pay” comes first, then “The hours” and “The place”."),
        ((14, 14, 8), "“The pay” and “The hours” come first together, then “The place”."),
        ((12, 12, 12), "No answer comes first: all have the same points."),
    ],
)
def test_a_ranking_is_told_from_first_to_last(points: tuple[int, ...], said: str) -> None:
    assert finding(cases.ranking(6, *points), words(RANKED)) == said


@given(st.lists(st.permutations(list(RANKED)), min_size=5, max_size=30))
def test_what_comes_first_has_the_most_points(orders: list[list[str]]) -> None:
    item = ItemSpec("item", 1, "ranking", False, tuple(RANKED))
    total = count_reflections([item], [{"item": order} for order in orders], floor=5, floor_sensitive=5)[0]
    said, counts = finding(total, words(RANKED)), total.counts or {}
    first = [option for option in RANKED if counts[option] == max(counts.values())]
    assert len(first) == 3 or all(RANKED[option] in said.partition(", then ")[0] for option in first)


def test_a_personal_ranking_is_told_in_heights_and_never_in_points() -> None:
    total = cases.ranked_bands("few", "most", "some")
    assert finding(total, words(RANKED)) == (
        "About 10 answered. High place: “The hours”. Middle place: “The place”. Low place: “The pay”."
    )
    assert table(total, words(RANKED)) == [
        ("The hours", "high place"),
        ("The place", "middle place"),
        ("The pay", "low place"),
        ("People who answered", "about 10"),
    ]


def test_points_are_explained_in_one_sentence() -> None:
    assert answered(cases.ranking(6, 18, 10, 8)) == "6 answered. First place is 3 points, last place 1."


def test_the_table_of_a_ranking_goes_from_first_to_last() -> None:
    rows = table(cases.ranking(6, 8, 18, 10), words(RANKED))
    assert rows == [("The hours", "18"), ("The place", "10"), ("The pay", "8"), ("People who answered", "6")]


def test_words_are_told_with_how_many_wrote_them() -> None:
    total = cases.single_words(12, team=5, rest=3, time=2, pay=2)
    assert finding(total, words({})) == "5 of 12 wrote “team”. 3 wrote “rest”. 2 wrote “time”."
    assert table(total, words({}))[-1] == ("People who answered", "12")


def test_without_an_approved_word_it_says_what_a_word_needs() -> None:
    assert "the teacher's approval" in finding(cases.single_words(12), words({}))

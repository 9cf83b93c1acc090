"""Every chart: a valid specification that holds the totals and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from data.release import ItemTotals
from kit_content import ItemWording
from pages.ui.charts import Look, chart_of, legend
from tests.kit import shipped_kit
from tests.pages.ui import chart_cases as cases
from tests.pages.ui.chart_cases import LONG, OPTIONS, RANKED, layers, rows_with, texts_in, used_columns, words

# Nobody at all is a case that only tests draw.
pytestmark = pytest.mark.filterwarnings("ignore:I don.t know how to infer")

SCREEN = Look()
# Drawing takes Altair a tenth of a second.
drawing = settings(max_examples=12, deadline=None)
CASES: dict[str, tuple[ItemTotals, ItemWording]] = {
    "a scale, nobody": (cases.scale(0, 0, 0, 0, 0), words()),
    "a scale, five people": (cases.scale(1, 1, 1, 1, 1), words()),
    "a scale, nineteen people": (cases.scale(0, 3, 2, 13, 1), words()),
    "a scale, three hundred people": (cases.scale(60, 1, 178, 1, 60), words()),
    "a scale, everybody alike": (cases.scale(0, 0, 0, 0, 30), words()),
    "a scale, long labels": (cases.scale(3, 4, 5, points=LONG), words(LONG, LONG["high"])),
    "a change": (cases.change(1, 3, 9), words()),
    "a change in a large class": (cases.change(2, 9, 14), words()),
    "a choice": (cases.choice(4, 3, 1), words(OPTIONS)),
    "a choice in a large class": (cases.choice(14, 30, 0), words(OPTIONS)),
    "choices, nobody": (cases.choices(0, 0, 0, 0), words(OPTIONS)),
    "choices": (cases.choices(9, 8, 8, 1), words(OPTIONS)),
    "a ranking": (cases.ranking(6, 18, 10, 8), words(RANKED)),
    "a ranking in bands": (cases.ranked_bands("few", "some", "most"), words(RANKED)),
    "words": (cases.single_words(9, team=5, rest=2), words({})),
    "words, none approved": (cases.single_words(9), words({})),
    "words of a large class": (cases.single_words(30, team=15, rest=2), words({})),
    "bands": (cases.banded("few", "some", "most"), words()),
    "banded choices": (cases.banded_choices(pay="most", hours="few", none_of_these="few"), words(OPTIONS)),
}
LOOKS = {"light": Look(), "dark": Look(dark=True), "print": Look(medium="print"), "untitled": Look(titled=False)}


def spec_of(case: tuple[ItemTotals, ItemWording], look: Look = SCREEN, *, two_way: bool = False) -> dict[str, Any]:
    return chart_of(*case, look, two_way=two_way).to_dict()


@pytest.mark.parametrize("two_way", [False, True], ids=["one way", "two ways"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_chart_is_valid_vega_lite(case: tuple[ItemTotals, ItemWording], two_way: bool) -> None:
    assert "vega-lite/v6" in spec_of(case, two_way=two_way)["$schema"]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("name", ["a scale, nineteen people", "a choice in a large class", "bands"])
def test_every_look_is_valid_vega_lite(name: str, look: Look) -> None:
    assert spec_of(CASES[name], look)["config"]["background"] == look.paper


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_chart_sends_only_the_columns_that_it_draws(case: tuple[ItemTotals, ItemWording]) -> None:
    for layer, rows in layers(spec_of(case, two_way=True)):
        for row in rows:
            assert set(row) <= used_columns(layer)


@drawing
@given(cases.any_scale(least=20))
def test_the_slices_of_a_bar_are_the_shares_of_the_answers(case: tuple[ItemTotals, ItemWording]) -> None:
    slices = rows_with(spec_of(case), "point", "start", "end", "top", "bottom", "said")
    widths = {row["point"]: row["end"] - row["start"] for row in slices}
    counts = {point: n for point, n in (case[0].counts or {}).items() if n}
    assert widths == pytest.approx({point: n / case[0].respondents for point, n in counts.items()})


@drawing
@given(cases.any_scale(most=19))
def test_a_small_class_has_one_dot_for_each_answer(case: tuple[ItemTotals, ItemWording]) -> None:
    points = [row["point"] for row in rows_with(spec_of(case, two_way=True), "point", "column", "level", "y")]
    assert {point: points.count(point) for point in set(points)} == {
        p: n for p, n in (case[0].counts or {}).items() if n
    }


@drawing
@given(cases.any_choices())
def test_every_option_has_its_own_count(case: tuple[ItemTotals, ItemWording]) -> None:
    shown = rows_with(spec_of(case), "count", "y", "said")
    counts = case[0].counts or {}
    assert sorted(row["count"] for row in shown) == sorted(counts.values())
    assert {row["said"] for row in shown} == {
        f"{case[1].points[option]}: {n} of {case[0].respondents}" for option, n in counts.items()
    }


def test_twenty_people_make_a_bar_and_nineteen_make_dots() -> None:
    dots = ("point", "column", "level", "y")
    assert rows_with(spec_of((cases.scale(0, 0, 0, 0, 19), words())), *dots)
    assert not rows_with(spec_of((cases.scale(0, 0, 0, 0, 20), words())), *dots)


def test_options_stand_from_the_most_chosen_to_the_least_with_none_of_these_last() -> None:
    spec = spec_of((cases.choices(9, 2, 5, 4), words(OPTIONS)))
    labels = [row["wide"] for row in rows_with(spec, "y", "narrow", "wide", "drop")]
    assert labels == ["The hours", "The pay", "None of these"]


@drawing
@given(cases.any_bands())
def test_a_sensitive_chart_holds_steps_and_no_count(case: tuple[ItemTotals, ItemWording]) -> None:
    spec = spec_of(case)
    steps = rows_with(spec, "start", "end", "top", "bottom", "filled")
    wanted = {"few": 1, "some": 2, "most": 3}
    assert sum(row["filled"] for row in steps) == sum(wanted[band] for band in (case[0].bands or {}).values())
    assert not any("count" in row or "said" in row for _layer, rows in layers(spec) for row in rows)


def test_a_sensitive_chart_names_about_how_many_answered() -> None:
    assert any("About 10 answered" in text for text in texts_in(spec_of(CASES["bands"])))


def test_beside_a_finding_a_sensitive_chart_does_not_say_it_again() -> None:
    assert not any("answered" in text for text in texts_in(spec_of(CASES["bands"], Look(titled=False))))


def test_a_ranking_has_bars_out_of_all_points_from_the_first_place_to_the_last() -> None:
    spec = spec_of((cases.ranking(6, 8, 18, 10), words(RANKED)))
    assert [row["wide"] for row in rows_with(spec, "y", "narrow", "wide", "drop")] == [
        "The hours", "The place", "The pay",
    ]  # fmt: skip
    assert {row["said"] for row in rows_with(spec, "count", "y", "said")} == {
        "The hours: 18 points", "The place: 10 points", "The pay: 8 points",
    }  # fmt: skip
    assert {row["whole"] for row in rows_with(spec, "zero", "whole", "top", "bottom")} == {18}
    assert any("First place is 3 points" in text for text in texts_in(spec))


def test_the_number_of_people_stands_at_the_right_end() -> None:
    layer = next(of for of, rows in layers(spec_of(CASES["a change"])) if rows[0].get("text") == "n = 13")
    assert layer["mark"]["align"] == "right" and layer["encoding"]["x"] == {"value": "width"}


def test_the_page_may_keep_the_statement_to_itself() -> None:
    assert "title" not in spec_of(CASES["a change"], Look(titled=False))


def test_print_is_light_whatever_the_screen_is() -> None:
    assert Look(dark=True, medium="print").colours(5, two_way=True) == Look().colours(5, two_way=True)


@pytest.mark.parametrize("language", ["en", "es", "el"])
def test_every_item_of_the_kit_can_be_drawn_in_every_language(language: str) -> None:
    for activity in shipped_kit().activities.values():
        wordings: Mapping[str, ItemWording] = activity.wording(language).items
        for item in activity.items:
            if item.points and item.kind != "then_now":
                case = cases.totals(item.kind, dict.fromkeys(item.points, 3)), wordings[item.id]
                assert spec_of(case)["layer"]


def test_a_legend_has_every_point_and_lets_no_tag_through() -> None:
    html = legend(cases.scale(3, 4, points={"a": "<b>", "b": "B"}), words({"a": "<b>", "b": "B"}), SCREEN)
    assert "&lt;b&gt;" in html and html.count("<li") == 2


def test_charts_that_name_their_answers_need_no_legend() -> None:
    assert legend(*CASES["choices"], SCREEN) == "" == legend(*CASES["bands"], SCREEN)

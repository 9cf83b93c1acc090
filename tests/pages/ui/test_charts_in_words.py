"""What is said about a chart is true."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from data.release import ItemTotals, count_reflections
from data.runs import ItemSpec
from kit_content import ItemWording
from pages.ui.days import day, then
from pages.ui.findings import band_sides, change, described, finding, table
from tests.pages.ui import chart_cases as cases
from tests.pages.ui.chart_cases import LONG, OPTIONS, words


def claims(sentence: str) -> list[tuple[int | None, list[str]]]:
    """What each part claims: how many (None for all, 0 for nobody), and of which labels."""
    found = re.findall(r"(?:(\d+)(?: of \d+)?|(All) \d+|(Nobody)) says? ((?:“[^”]*”(?: or )?)+)\.", sentence)
    return [
        (None if every else 0 if nobody else int(count), re.findall("“([^”]*)”", labels))
        for count, every, nobody, labels in found
    ]


@settings(deadline=None)
@given(cases.any_scale())
def test_every_number_in_the_finding_of_a_scale_is_right(case: tuple[ItemTotals, ItemWording]) -> None:
    totals, wording = case
    by_label = {wording.points[point]: n for point, n in (totals.counts or {}).items()}
    sentence = finding(totals, wording)
    assert sentence.startswith("As many say") or claims(sentence)
    for count, labels in claims(sentence):
        assert sum(by_label[label] for label in labels) == (totals.respondents if count is None else count)


@settings(deadline=None)
@given(cases.any_choices())
def test_what_is_said_to_be_chosen_most_is(case: tuple[ItemTotals, ItemWording]) -> None:
    totals, wording = case
    most = max((totals.counts or {}).values())
    top = {wording.points[option] for option, n in (totals.counts or {}).items() if n == most}
    sentence = finding(totals, wording)
    assert f"{most} of {totals.respondents}" in sentence or f"All {most} chose" in sentence
    assert set(re.findall("“([^”]*)”", sentence)) in (top, set())


@settings(deadline=None)
@given(cases.any_bands())
def test_the_finding_of_a_sensitive_item_names_only_what_is_so(case: tuple[ItemTotals, ItemWording]) -> None:
    totals, wording = case
    sentence = finding(totals, wording)
    assert re.findall(r"\d+(?![^“]*”)", sentence) == [str(totals.respondents)]
    for band, labels in re.findall(r"(Most|Some) (?:say|for each of these:) ([^.]*)\.", sentence):
        named = set(re.findall("“([^”]*)”", labels))
        assert named == {wording.points[of] for of, it in (totals.bands or {}).items() if it == band.lower()}


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        (cases.scale(0, 0, 0, 0, 14), "All 14 say “Yes, clearly”."),
        (cases.scale(0, 0, 0, 5, 9), "All 14 say “Mostly” or “Yes, clearly”."),
        (cases.scale(1, 0, 4, 5, 4), "9 of 14 say “Mostly” or “Yes, clearly”. 1 says “Not yet” or “A little”."),
        (cases.scale(5, 2, 3, 0, 0), "7 of 10 say “Not yet” or “A little”. Nobody says “Mostly” or “Yes, clearly”."),
        (
            cases.scale(2, 1, 3, 2, 1),
            "As many say “Not yet” or “A little” as “Mostly” or “Yes, clearly”: 3 each, of 9.",
        ),
        (
            cases.scale(1, 0, 8, 1, 1),
            "8 of 11 say “Partly”. 2 say “Mostly” or “Yes, clearly”. 1 says “Not yet” or “A little”.",
        ),
        (cases.scale(0, 0, 0, 0, 0), "Nobody answered."),
        (cases.change(1, 0, 8), "8 of 9 say “More than before”. 1 says “Fewer than before”."),
        (cases.change(0, 9, 0), "All 9 say “About the same”."),
        (cases.banded("few", "few", "most"), "About 10 answered. Most say “Mostly” or “Yes, clearly”. "
         "Few or none for each of these: “Not yet” or “A little”, “Partly”."),
    ],
)  # fmt: skip
def test_findings_in_plain_words(totals: ItemTotals, said: str) -> None:
    assert finding(totals, words()) == said


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        (cases.choice(6, 3, 1), "“The pay” was chosen most: by 6 of 10."),
        (cases.choice(5, 5, 0), "“The pay” and “The hours” were chosen most: each by 5 of 10."),
        (cases.choice(7, 0, 0), "All 7 chose “The pay”."),
        (cases.choices(9, 9, 9, 0), "All 9 chose “The pay” and “The hours”."),
        (cases.choices(9, 0, 0, 0), "Nobody chose any of these."),
        (cases.banded_choices(pay="few", hours="few"), "About 10 answered. No answer was chosen by more than a few."),
    ],
)
def test_findings_of_choices_in_plain_words(totals: ItemTotals, said: str) -> None:
    assert finding(totals, words(OPTIONS)) == said


def test_the_spoken_name_of_a_chart_begins_with_the_statement() -> None:
    assert described(cases.scale(0, 0, 0, 0, 9), words()) == "I can ask for help. All 9 say “Yes, clearly”."


def test_a_change_is_told_in_whole_numbers_of_both_times() -> None:
    said = change(cases.scale(1, 3, 3, 7, 4), cases.scale(6, 4, 3, 4, 2), "in September", words())
    assert said == "11 of 18 now say “Mostly” or “Yes, clearly”, 6 of 19 did in September."


def test_a_change_of_a_sensitive_item_is_told_in_bands() -> None:
    said = change(cases.banded("few", "few", "most"), cases.banded("some", "few", "some"), "in May", words())
    assert said == "“Mostly” or “Yes, clearly”: some in May, most now."


def test_a_sensitive_item_that_stayed_is_said_to_have_stayed() -> None:
    said = change(cases.banded("few", "few", "most"), cases.banded("few", "few", "most"), "in May", words())
    assert said == "“Mostly” or “Yes, clearly”: most now, as in May."


@settings(deadline=None)
@given(cases.any_scale())
def test_the_table_has_every_point_and_everybody_who_answered(case: tuple[ItemTotals, ItemWording]) -> None:
    *rows, people = table(*case)
    assert sum(int(value) for _label, value in rows) == int(people[1]) == case[0].respondents
    assert [label for label, _value in rows] == list(case[1].points.values())


def test_the_table_of_a_sensitive_item_holds_words() -> None:
    assert [value for _label, value in table(cases.banded("few", "some", "most", 15), words())] == [
        "few or none", "some", "most", "about 15",
    ]  # fmt: skip


@pytest.mark.parametrize("count", range(2, 8))
def test_bands_are_named_after_the_points_that_the_release_put_in_them(count: int) -> None:
    points = tuple(f"p{number}" for number in range(count))
    item = ItemSpec("item", 1, "scale", True, points)
    for band, side in zip(("lower", "middle", "upper"), band_sides(points), strict=True):
        for point in side:
            totals = count_reflections([item], [{"item": point}] * 5, floor=5, floor_sensitive=5)[0]
            assert (totals.bands or {})[band] == "most"


def test_the_table_of_a_choice_has_the_order_of_its_chart() -> None:
    rows = table(cases.choices(9, 2, 5, 4), words(OPTIONS))
    assert rows[:3] == [("The hours", "5"), ("The pay", "2"), ("None of these", "4")]


def test_a_title_that_is_no_sentence_gets_its_full_stop() -> None:
    assert described(cases.choice(6, 0, 0), words(OPTIONS, "What we miss")) == "What we miss. All 6 chose “The pay”."


def test_long_labels_do_not_upset_a_finding() -> None:
    assert LONG["high"] in finding(cases.scale(1, 2, 9, points=LONG), words(LONG))


def test_a_date_is_written_out() -> None:
    assert day(date(2026, 9, 4)) == "4 September 2026"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 9, 4), "in September"),
        (date(2027, 5, 2), "on 2 May 2027"),
        (date(2026, 5, 20), "on 20 May 2026"),
    ],
)
def test_a_month_is_enough_unless_it_would_not_tell(on: date, said: str) -> None:
    assert then(on, seen_from=date(2027, 5, 20)) == said

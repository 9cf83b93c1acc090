"""The frames that charts are drawn from: every answer once, round the right middle."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import progress

POINTS = tuple("abcde")
counted = st.lists(st.integers(0, 60), min_size=5, max_size=5).filter(any)


def as_counts(numbers: list[int]) -> dict[str, int]:
    return dict(zip(POINTS, numbers, strict=True))


@settings(deadline=None)
@given(counted, st.booleans())
def test_slices_follow_each_other_and_fill_the_whole(numbers: list[int], two_way: bool) -> None:
    frame = progress.slices([as_counts(numbers)], POINTS, two_way=two_way)
    assert frame["count"].sum() == sum(numbers)
    assert list(frame["start"][1:]) == pytest.approx(list(frame["end"][:-1]))
    assert frame["end"].iloc[-1] - frame["start"].iloc[0] == pytest.approx(1)


@settings(deadline=None)
@given(counted)
def test_two_way_slices_have_disagreement_left_and_agreement_right(numbers: list[int]) -> None:
    frame = progress.slices([as_counts(numbers)], POINTS, two_way=True).set_index("point")
    assert all(frame["end"].get(point, -1) <= 1e-9 for point in "ab")
    assert all(frame["start"].get(point, 1) >= -1e-9 for point in "de")
    if "c" in frame.index:
        assert frame["start"]["c"] == pytest.approx(-frame["end"]["c"])


@settings(deadline=None)
@given(counted, st.booleans())
def test_there_is_one_dot_for_every_answer_and_none_upon_another(numbers: list[int], two_way: bool) -> None:
    frame = progress.dots([as_counts(numbers)], POINTS, two_way=two_way)
    assert frame.groupby("point").size().to_dict() == {p: n for p, n in as_counts(numbers).items() if n}
    assert not frame.duplicated(["column", "level"]).any()


@settings(deadline=None)
@given(counted, st.booleans())
def test_dots_stay_within_their_reach(numbers: list[int], two_way: bool) -> None:
    low, high = progress.dots_reach([as_counts(numbers)], POINTS, two_way=two_way)
    frame = progress.dots([as_counts(numbers)], POINTS, two_way=two_way)
    assert low <= frame["column"].min() - 0.5 + 1e-9 and frame["column"].max() + 0.5 <= high + 1e-9
    assert low == (-high if two_way else 0)


@settings(deadline=None)
@given(counted, st.booleans())
def test_numbers_stand_in_the_middle_of_their_dots(numbers: list[int], two_way: bool) -> None:
    dots = progress.dots([as_counts(numbers)], POINTS, two_way=two_way).groupby("point")["column"]
    groups = progress.dot_groups([as_counts(numbers)], POINTS, two_way=two_way).set_index("point")
    for point, columns in dots:
        assert groups["middle"][point] == pytest.approx((columns.min() + columns.max()) / 2)


def test_waves_are_kept_apart_by_row() -> None:
    frame = progress.slices([as_counts([1, 2, 3, 4, 5]), as_counts([5, 0, 0, 0, 5])], POINTS, two_way=False)
    assert frame.groupby("row")["count"].sum().to_dict() == {0: 15, 1: 10}


def test_an_option_that_nobody_chose_is_still_there() -> None:
    assert list(progress.choices({"a": 5}, ("a", "b"))["count"]) == [5, 0]


def test_choice_dots_are_as_many_as_were_counted() -> None:
    chosen = progress.choices({"a": 3, "b": 0, "c": 2}, ("a", "b", "c"))
    assert progress.choice_dots(chosen).groupby("row").size().to_dict() == {0: 3, 2: 2}


def test_bands_fill_one_two_or_three_steps() -> None:
    frame = progress.blocks(["few", "some", "most"])
    assert frame.groupby("row")["filled"].sum().to_dict() == {0: 1, 1: 2, 2: 3}

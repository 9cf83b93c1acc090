"""The release rule as a pure function: floors, respondents, bands, and nothing that was not said."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from data.reflections import RATHER_NOT_SAY
from data.release import ItemTotals, amount, count_reflections
from data.runs import ItemSpec
from tests.data.lessons import FIVE_POINTS

PLAIN = ItemSpec("plain", 1, "scale", False, FIVE_POINTS)
SENSITIVE = ItemSpec("sensitive", 1, "scale", True, FIVE_POINTS)
CHOICES = ItemSpec("choices", 2, "multiple_choice", False, ("a", "b", "none_of_these"))
SENSITIVE_CHOICES = ItemSpec("private", 1, "multiple_choice", True, ("a", "b", "none_of_these"))

point = st.sampled_from([*FIVE_POINTS, RATHER_NOT_SAY])
some_choices = st.one_of(st.just(RATHER_NOT_SAY), st.lists(st.sampled_from(["a", "b"]), min_size=1, unique=True))
reflections = st.lists(
    st.fixed_dictionaries({"plain": point, "sensitive": point, "choices": some_choices, "private": some_choices}),
    max_size=40,
)
floors = st.integers(5, 12)


def release(answers: list[dict[str, str | list[str]]], floor: int = 5, sensitive: int = 5) -> dict[str, ItemTotals]:
    items = (PLAIN, SENSITIVE, CHOICES, SENSITIVE_CHOICES)
    totals = count_reflections(items, answers, floor=floor, floor_sensitive=sensitive)
    return {total.item_id: total for total in totals}


def real(answers: list[dict[str, str | list[str]]], item_id: str) -> int:
    return sum(answer[item_id] != RATHER_NOT_SAY for answer in answers)


@given(reflections, floors, floors)
def test_an_item_is_written_exactly_when_enough_gave_a_real_answer(answers, floor, sensitive) -> None:
    totals = release(answers, floor, sensitive)
    for item_id in ("plain", "choices"):
        assert (item_id in totals) == (real(answers, item_id) >= floor)
    for item_id in ("sensitive", "private"):
        assert (item_id in totals) == (real(answers, item_id) >= max(floor, sensitive))


@given(reflections)
def test_counts_are_a_plain_recount(answers) -> None:
    total = release(answers).get("plain")
    if total is not None:
        recount = Counter(answer["plain"] for answer in answers if answer["plain"] != RATHER_NOT_SAY)
        assert {value: n for value, n in total.counts.items() if n} == dict(recount)
        assert total.respondents == sum(recount.values())


@given(reflections)
def test_respondents_are_people_not_ticks(answers) -> None:
    total = release(answers).get("choices")
    if total is not None:
        assert total.respondents == real(answers, "choices")
        assert max(total.counts.values()) <= total.respondents


@given(reflections)
def test_a_sensitive_item_has_no_count_and_no_exact_number_of_people(answers) -> None:
    totals = release(answers)
    for item_id in {"sensitive", "private"} & totals.keys():
        assert totals[item_id].counts is None
        assert totals[item_id].respondents % 5 == 0
        assert set(totals[item_id].bands.values()) <= {"few", "some", "most"}


@given(reflections)
def test_rather_not_say_is_never_written(answers) -> None:
    for total in release(answers).values():
        assert RATHER_NOT_SAY not in (total.counts or total.bands)


@given(st.integers(5, 30), st.sampled_from(FIVE_POINTS))
def test_when_everybody_says_the_same_it_looks_like_most(people, value) -> None:
    unanimous = [{"sensitive": value}] * people
    nearly = [*unanimous, {"sensitive": FIVE_POINTS[0] if value != FIVE_POINTS[0] else FIVE_POINTS[4]}]
    alone = count_reflections((SENSITIVE,), unanimous, floor=5, floor_sensitive=5)[0]
    joined = count_reflections((SENSITIVE,), nearly, floor=5, floor_sensitive=5)[0]
    assert alone.bands == joined.bands


def test_bands_are_thirds() -> None:
    assert [amount(n, 9) for n in (0, 2, 3, 6, 7, 9)] == ["few", "few", "some", "some", "most", "most"]


def test_a_sensitive_scale_is_lower_middle_and_upper_points() -> None:
    answers = [{"sensitive": value} for value in ("not_yet", "a_little", "partly", "mostly", "mostly", "yes_clearly")]
    total = count_reflections((SENSITIVE,), answers, floor=5, floor_sensitive=5)[0]
    assert total.bands == {"lower": "some", "middle": "few", "upper": "some"}

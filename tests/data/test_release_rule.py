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
RANKED = ItemSpec("ranked", 1, "ranking", False, ("a", "b", "c"))
SENSITIVE_RANKED = ItemSpec("felt", 1, "ranking", True, ("a", "b", "c"))
WORDS = ItemSpec("words", 1, "words", False, ())
SENSITIVE_CHOICES = ItemSpec("private", 1, "multiple_choice", True, ("a", "b", "none_of_these"))

point = st.sampled_from([*FIVE_POINTS, RATHER_NOT_SAY])
some_choices = st.one_of(st.just(RATHER_NOT_SAY), st.lists(st.sampled_from(["a", "b"]), min_size=1, unique=True))
some_order = st.one_of(st.just(RATHER_NOT_SAY), st.permutations(["a", "b", "c"]))
some_words = st.one_of(
    st.just(RATHER_NOT_SAY),
    st.lists(st.sampled_from(["Team", "team", "ομάδα", "ΟΜΑΔΑ", "calm", "pay", "rest"]), min_size=1, max_size=3),
)
reflections = st.lists(
    st.fixed_dictionaries(
        {
            "plain": point,
            "sensitive": point,
            "choices": some_choices,
            "private": some_choices,
            "ranked": some_order,
            "felt": some_order,
            "words": some_words,
        }
    ),
    max_size=40,
)
floors = st.integers(5, 12)


def release(
    answers: list[dict[str, str | list[str]]], floor: int = 5, sensitive: int = 5, texts: int = 5
) -> dict[str, ItemTotals]:
    items = (PLAIN, SENSITIVE, CHOICES, SENSITIVE_CHOICES, RANKED, SENSITIVE_RANKED, WORDS)
    totals = count_reflections(items, answers, floor=floor, floor_sensitive=sensitive, floor_texts=texts)
    return {total.item_id: total for total in totals}


def real(answers: list[dict[str, str | list[str]]], item_id: str) -> int:
    return sum(answer[item_id] != RATHER_NOT_SAY for answer in answers)


@given(reflections, floors, floors, floors)
def test_an_item_is_written_exactly_when_enough_gave_a_real_answer(answers, floor, sensitive, texts) -> None:
    totals = release(answers, floor, sensitive, texts)
    for item_id in ("plain", "choices", "ranked"):
        assert (item_id in totals) == (real(answers, item_id) >= floor)
    for item_id in ("sensitive", "private", "felt"):
        assert (item_id in totals) == (real(answers, item_id) >= max(floor, sensitive))
    assert ("words" in totals) == (real(answers, "words") >= max(floor, texts))


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
    for item_id in {"sensitive", "private", "felt"} & totals.keys():
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


@given(reflections)
def test_the_points_of_a_ranking_are_shared_out_by_its_respondents(answers) -> None:
    total = release(answers).get("ranked")
    if total is not None:
        people = real(answers, "ranked")
        orders = [answer["ranked"] for answer in answers if answer["ranked"] != RATHER_NOT_SAY]
        assert total.respondents == people and sum(total.counts.values()) == people * (3 + 2 + 1)
        assert total.counts["a"] == sum({0: 3, 1: 2, 2: 1}[order.index("a")] for order in orders)


@given(reflections)
def test_a_word_is_kept_exactly_when_two_people_wrote_it_and_then_with_how_many(answers) -> None:
    total = release(answers).get("words")
    if total is not None:
        own = [{word.casefold().replace("ά", "α") for word in answer["words"]}
               for answer in answers if answer["words"] != RATHER_NOT_SAY]  # fmt: skip
        writers = Counter(word for words in own for word in words)
        kept = {word.casefold().replace("ά", "α"): n for word, n in total.counts.items()}
        assert kept == {word: n for word, n in writers.items() if n >= 2}
        assert len(kept) == len(total.counts) and total.respondents == len(own)


@given(st.integers(5, 30), st.permutations(["a", "b", "c"]))
def test_an_order_that_all_but_one_agree_on_looks_like_one_that_all_agree_on(people, order) -> None:
    unanimous = [{"felt": order}] * people
    nearly = [*unanimous, {"felt": order[::-1]}]
    bands = [
        count_reflections((SENSITIVE_RANKED,), of, floor=5, floor_sensitive=5)[0].bands for of in (unanimous, nearly)
    ]
    assert bands[0] == bands[1] == {order[0]: "most", order[1]: "some", order[2]: "few"}


def test_bands_are_thirds() -> None:
    assert [amount(n, 9) for n in (0, 2, 3, 6, 7, 9)] == ["few", "few", "some", "some", "most", "most"]


def test_a_sensitive_scale_is_lower_middle_and_upper_points() -> None:
    answers = [{"sensitive": value} for value in ("not_yet", "a_little", "partly", "mostly", "mostly", "yes_clearly")]
    total = count_reflections((SENSITIVE,), answers, floor=5, floor_sensitive=5)[0]
    assert total.bands == {"lower": "some", "middle": "few", "upper": "some"}

"""Rankings and words as widgets: what they hold, what a draft brings back, and what a forged message cannot do."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def page(held: dict, draft: dict | None) -> None:
    import streamlit as st

    from data.runs import ItemSpec
    from kit_content import ItemWording
    from pages.ui import items

    specs = (
        ItemSpec("first", 1, "ranking", False, ("pay", "hours", "place")),
        ItemSpec("needs", 1, "words", False, ()),
    )
    labels = {"pay": "The *pay*", "hours": "The hours", "place": "The place"}
    wordings = {"first": ItemWording("Order?", labels), "needs": ItemWording("Words?", {})}
    for key, value in held.items():
        st.session_state[key] = value
    if draft is not None:
        items.restore(specs, draft)
    st.session_state["found"] = items.read(specs)
    st.session_state["sheet"] = items.own_sheet(specs, wordings, st.session_state["found"])
    items.draw(specs, wordings, ["first", "needs"], "<p>strip</p>")


def drawn(draft: dict[str, Any] | None = None, **held: Any) -> AppTest:
    at = AppTest.from_function(page, args=(held, draft), default_timeout=30).run()
    assert not at.exception
    return at


def found(**held: Any) -> dict[str, Any]:
    return drawn(**held).session_state["found"].values


def pointed_out(at: AppTest) -> str:
    return " ".join(html.value for html in at.html if "roads-open" in html.value)


PLACES = {"item_first_1": "2", "item_first_2": "1", "item_first_3": "3"}


def test_places_become_an_order_with_the_first_place_first() -> None:
    assert found(**PLACES)["first"] == ["hours", "pay", "place"]


@pytest.mark.parametrize("forged", ["4", "0", "", 1, True, ["1"], "pay", None, "1"])
def test_a_forged_place_or_one_given_twice_is_no_answer(forged: object) -> None:
    assert "first" not in found(**{**PLACES, "item_first_1": forged})


def test_a_place_that_is_given_twice_is_named_and_stays() -> None:
    at = drawn(**{**PLACES, "item_first_1": "1"})
    assert "place 1 is given twice" in pointed_out(at)
    assert [at.radio(key=f"item_first_{number}").value for number in (1, 2, 3)] == ["1", "1", "3"]


def test_an_order_that_is_not_complete_says_what_to_do() -> None:
    assert "give each one a place" in pointed_out(drawn(item_first_1="1"))


@pytest.mark.parametrize(("tick", "answer"), [(True, "rather_not_say"), ("yes", None), (1, None), (False, None)])
def test_only_a_real_tick_declines_a_ranking(tick: object, answer: str | None) -> None:
    at = AppTest.from_function(page, args=({"item_first_skip": tick} if tick is not True else {}, None)).run()
    if tick is True:
        at.checkbox(key="item_first_skip").check()
        at.run()
    assert at.session_state["found"].values.get("first") == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["Team", "", "calm. "], ["Team", "calm"]),
        (["", " ", ""], "rather_not_say"),
        (["two words", "calm", ""], None),
        (["a@b.c", "", ""], None),
        (["x" * 31, "", ""], None),
        ([7, None, ""], None),
    ],
)
def test_boxes_hold_single_words_or_nothing(typed: list[object], answer: object) -> None:
    held = {f"item_needs_{number}": text for number, text in enumerate(typed, start=1)}
    import streamlit as st

    from data.runs import ItemSpec
    from pages.ui import items

    for key, value in held.items():
        st.session_state[key] = value
    assert items.read([ItemSpec("needs", 1, "words", False, ())]).values.get("needs") == answer
    items.forget()


def test_the_sheet_has_the_order_and_the_words_one_below_the_other() -> None:
    sheet = dict(drawn(**PLACES, item_needs_1="Team", item_needs_2="calm").session_state["sheet"])
    assert sheet == {"Order?": "1. The hours\n2. The *pay*\n3. The place", "Words?": "Team\ncalm"}


def test_a_draft_brings_back_places_the_tick_and_words_as_typed() -> None:
    at = drawn({"item_first_1": 0, "item_first_2": 2.0, "item_first_skip": True, "item_needs_2": "two words"})
    assert [at.radio(key=f"item_first_{number}").value for number in (1, 2, 3)] == ["1", "3", None]
    assert at.checkbox(key="item_first_skip").value is True
    assert at.text_input(key="item_needs_2").value == "two words"


@pytest.mark.parametrize("forged", [-1, 3, 1.5, True, "1", [0], None, 10**400, float("nan"), float("inf")])
def test_a_forged_draft_gives_no_place(forged: object) -> None:
    at = drawn({"item_first_1": forged, "item_first_skip": "yes", "item_needs_1": forged})
    assert at.radio(key="item_first_1").value is None and at.checkbox(key="item_first_skip").value is False


def test_a_long_draft_of_a_word_is_cut() -> None:
    assert len(drawn({"item_needs_1": "x" * 900}).text_input(key="item_needs_1").value) == 30


def test_who_may_see_a_word_and_who_would_listen_stand_above_the_boxes() -> None:
    above = next(html.value for html in drawn().html if "Words?" in html.value)
    assert "strip" in above and "your teacher approves, may be shown" in above

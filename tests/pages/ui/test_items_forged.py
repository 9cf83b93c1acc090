"""Whatever a forged message leaves in a widget, only what was on offer is an answer."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def page(held: dict) -> None:
    import streamlit as st

    from data.runs import ItemSpec
    from pages.ui import items

    specs = (
        ItemSpec("sure", 1, "scale", False, ("not_yet", "partly")),
        ItemSpec("knows", 1, "then_now", False, ("not_yet", "partly")),
        ItemSpec("bring", 1, "multiple_choice", False, ("practice", "none_of_these")),
        ItemSpec("ask", 1, "text", False, ()),
    )
    for key, value in held.items():
        st.session_state[key] = value
    st.session_state["found"] = items.read(specs)


def found(**held: Any) -> Any:
    at = AppTest.from_function(page, args=(held,), default_timeout=30).run()
    assert not at.exception
    return at.session_state["found"]


@pytest.mark.parametrize("forged", ["superb", "", 7, True, ["partly"], {"a": 1}, None])
def test_a_forged_point_is_no_answer(forged: object) -> None:
    assert found(item_sure=forged).values == {}


@pytest.mark.parametrize("forged", ["superb", 7, None])
def test_half_of_then_and_now_is_no_answer(forged: object) -> None:
    assert found(item_knows_then="partly", item_knows_now=forged).values == {}


@pytest.mark.parametrize("forged", [["superb"], [7], [], [["practice"]], [None]])
def test_forged_choices_are_no_answer(forged: object) -> None:
    assert found(item_bring=forged).values == {}


def test_a_forged_choice_beside_a_real_one_is_left_out() -> None:
    assert found(item_bring=["superb", "practice"]).values == {"bring": ["practice"]}


@pytest.mark.parametrize("tick", ["yes", 1, None, []])
def test_only_a_real_tick_shares_a_text(tick: object) -> None:
    answers = found(item_ask="How long is the day?", share_ask=tick)
    assert answers.texts == {"ask": "How long is the day?"} and answers.shared == {}


def test_real_answers_are_found() -> None:
    answers = found(item_sure="partly", item_knows_then="not_yet", item_knows_now="partly", item_bring=["practice"])
    assert answers.values == {"sure": "partly", "knows": ("not_yet", "partly"), "bring": ["practice"]}

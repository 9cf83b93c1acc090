"""A change of language gives every option another label; what was chosen stays chosen."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import i18n


def page() -> None:
    import streamlit as st

    from data.runs import ItemSpec
    from pages.ui import i18n, items
    from pages.ui.kit import the_kit

    def switch() -> None:
        st.session_state["greek"] = not st.session_state.get("greek")
        items.keep()

    i18n.use("el" if st.session_state.get("greek") else "en")
    activity = the_kit().activities["advert-under-the-lamp"]
    specs = [ItemSpec(item.id, item.version, item.kind, item.sensitive, item.points) for item in activity.items]
    items.draw(specs, activity.wording(i18n.language()).items, (), "<p>strip</p>")
    st.button("switch", key="switch", on_click=switch)


@pytest.fixture(autouse=True)
def english_again():
    yield
    i18n.use("en")


def switched(times: int = 1) -> AppTest:
    at = AppTest.from_function(page, default_timeout=30).run()
    at.radio(key="item_meets_now").set_value("partly")
    at.get("pills")[0].set_value(["practice"])
    at.text_area(key="item_one_question").set_value("How long is the day?")
    at.checkbox(key="share_one_question").check()
    for _ in range(times):
        at.button(key="switch").click().run()
    return at


@pytest.mark.parametrize("times", [1, 2, 3])
def test_every_kind_of_answer_survives_changes_of_language(times: int) -> None:
    at = switched(times)
    assert at.radio(key="item_meets_now").value == "partly" and at.get("pills")[0].value == ["practice"]
    assert at.text_area(key="item_one_question").value == "How long is the day?"
    assert at.checkbox(key="share_one_question").value is True


def test_the_labels_have_changed() -> None:
    assert "Partly" not in switched().radio(key="item_meets_now").options

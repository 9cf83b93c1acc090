"""Who holds a tab: by its own session or by the browser's cookie, asked of the database in every run."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import staff
from data.staff import Staff
from data.store import Store
from pages.ui import access

PAGE = """
import streamlit as st
from pages.ui import access
person = access.require_role(st.query_params["role"])
st.text(f"in: {person.name}")
st.button("out", key="out", on_click=access.signed_out)
"""


def page(role: str = "teacher") -> AppTest:
    at = AppTest.from_string(PAGE)
    at.query_params["role"] = role
    return at


def is_in(at: AppTest) -> bool:
    assert not at.exception
    return bool(at.text) and at.text[0].value.startswith("in: ")


def test_a_stranger_is_asked_to_sign_in(store: Store) -> None:
    at = page().run()
    assert not is_in(at) and "sign in" in at.markdown[0].value


@pytest.mark.parametrize(
    ("who", "role", "let_in"),
    [
        ("alba", "teacher", True),
        ("alba", "coordinator", False),
        ("chara", "coordinator", True),
        ("chara", "teacher", False),
    ],
)
def test_a_page_opens_for_its_role_only(request, sign_in, alba: Staff, who: str, role: str, let_in: bool) -> None:
    at = page(role)
    sign_in(at, request.getfixturevalue(who))
    assert is_in(at.run()) is let_in


def test_the_browsers_cookie_signs_a_new_tab_in(store: Store, alba: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    value = staff.cookie_for_ticket(store, staff.make_ticket(store, alba))
    monkeypatch.setattr(access, "cookie", lambda: value)
    at = page().run()
    assert is_in(at)
    staff.sign_out(store, value or "")
    assert not is_in(at.run())


def test_signing_out_ends_the_tab_and_the_cookie(
    store: Store, alba: Staff, sign_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = staff.cookie_for_ticket(store, staff.make_ticket(store, alba)) or ""
    monkeypatch.setattr(access, "cookie", lambda: value)
    at = page()
    sign_in(at, alba)
    at.run().button(key="out").click().run()
    assert not is_in(at) and staff.staff_for_cookie(store, value) is None


def test_somebody_who_is_removed_is_out_at_once(store: Store, alba: Staff, chara: Staff, sign_in) -> None:
    at = page()
    sign_in(at, alba)
    assert is_in(at.run())
    staff.remove_staff(store, chara, alba.id)
    assert not is_in(at.run())


def test_a_forged_session_value_is_nobody(store: Store, alba: Staff) -> None:
    at = page()
    at.session_state["staff_pass"] = alba.id
    assert not is_in(at.run())


def test_signing_in_hands_the_browser_a_ticket_that_becomes_its_cookie(store: Store, alba: Staff) -> None:
    at = AppTest.from_string(
        "from data.store import the_store\nfrom data import staff\nfrom pages.ui import access\n"
        "access.sign_in(staff.staff_named(the_store(), 'Alba'))"
    ).run()
    ticket = at.session_state["browser_errands"]["ticket"]
    assert staff.staff_for_cookie(store, staff.cookie_for_ticket(store, ticket) or "") == alba
    assert staff.staff_for_cookie(store, at.session_state["staff_pass"]) == alba

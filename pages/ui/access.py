"""Who is asking: the signed-in member of staff of this tab, or nobody.

Being signed in means holding the value of a staff cookie that `data.staff` still accepts. A tab that has just signed in
keeps such a value in its session; a reloaded tab brings the browser's cookie. Every run asks `data.staff` again, so
somebody who signed out elsewhere, or was removed, is out at once.
"""

from __future__ import annotations

import secrets

import streamlit as st

from data import staff as staff_members
from data.staff import Staff
from data.store import the_store
from pages.routes import COOKIE_NAME
from pages.ui import chrome
from pages.ui.i18n import gettext as _

_SIGN_IN_PAGE = "staff/sign_in.py"
# Keys of the tab's session.
_PASS = "staff_pass"
_LEFT = "staff_left"


def cookie() -> str | None:
    """The staff cookie this tab's connection was opened with. The one place that reads it."""
    value = st.context.cookies.get(COOKIE_NAME)
    return value if isinstance(value, str) and value else None


def signed_in() -> Staff | None:
    """The member of staff who holds this tab, asked of the database anew each time; None for a learner."""
    for value in _passes():
        if (staff := staff_members.staff_for_cookie(the_store(), value)) is not None:
            return staff
    return None


def sign_in(staff: Staff) -> None:
    """Let this person in: this tab from now on, the browser's other tabs and reloads by a cookie.

    Call it once `data.staff` has accepted a passphrase or a one-time code, then `st.rerun()` or `st.switch_page()`.
    """
    store = the_store()
    st.session_state[_PASS] = staff_members.cookie_for_ticket(store, staff_members.make_ticket(store, staff))
    st.session_state.pop(_LEFT, None)
    chrome.send_browser("ticket", staff_members.make_ticket(store, staff))


def signed_out() -> None:
    """End it: this tab at once, and the browser's cookie when the next page is drawn. Fit for `on_click`."""
    for value in _passes():
        staff_members.sign_out(the_store(), value)
    st.session_state.pop(_PASS, None)
    # The connection keeps the cookies it was opened with.
    st.session_state[_LEFT] = True
    chrome.send_browser("leaving", secrets.token_hex(8))
    chrome.forget_projector()


def require_role(role: str) -> Staff:
    """The signed-in person, if they hold the role (`teacher` or `coordinator`); else say so and stop the page."""
    staff = signed_in()
    if staff is not None and role in staff.roles:
        return staff
    if staff is None:
        st.markdown(_("This page is for the school's staff. Please sign in."))
        chrome.link(_SIGN_IN_PAGE, _("Sign in"))
    elif role == "coordinator":
        st.markdown(_("This page is for coordinators. Ask your school's coordinator if you need it."))
    else:
        st.markdown(_("This page is for teachers. Ask your school's coordinator if you need it."))
    chrome.footer()
    st.stop()


def _passes() -> list[str]:
    held = [st.session_state.get(_PASS), None if st.session_state.get(_LEFT) else cookie()]
    return [value for value in held if isinstance(value, str)]

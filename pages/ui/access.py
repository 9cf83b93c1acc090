"""Who is asking: the signed-in member of staff of this tab, or nobody.

Being signed in means holding the value of a staff cookie that `data.staff` still accepts. A tab that has just signed in
keeps such a value in its session; a reloaded tab brings the browser's cookie. Every run asks `data.staff` again, so
somebody who signed out elsewhere, or was removed, is out at once.

A paired phone is nobody here, except to the teacher's page of its one lesson, which asks `holder`.
"""

from __future__ import annotations

import secrets

import streamlit as st

from data import phones
from data import staff as staff_members
from data.staff import Staff
from data.store import the_store
from pages import cookies
from pages.phones import COOKIE_NAME as PHONE_COOKIE_NAME
from pages.ui import chrome
from pages.ui.i18n import gettext as _

_SIGN_IN_PAGE = "staff/sign_in.py"
# Keys of the tab's session.
_PASS = "staff_pass"
_LEFT = "staff_left"


def cookie() -> str | None:
    """The staff cookie this tab's connection was opened with. The one place that reads it."""
    return _cookie(cookies.STAFF)


def phone_cookie() -> str | None:
    """The same of a paired phone."""
    return _cookie(PHONE_COOKIE_NAME)


def _cookie(name: str) -> str | None:
    value = st.context.cookies.get(name)
    return value if isinstance(value, str) and value else None


def signed_in() -> Staff | None:
    """The member of staff who holds this tab, asked of the database anew each time; None for a learner."""
    for value in _passes():
        if (staff := staff_members.staff_for_cookie(the_store(), value)) is not None:
            return staff
    return None


def holder() -> Staff | None:
    """For the teacher's page alone: the signed-in member of staff, else the teacher of whom this is the paired phone.

    For a phone, `only_run` names the one lesson it holds.
    """
    staff, value = signed_in(), phone_cookie()
    return phones.holder_of(the_store(), value) if staff is None and value else staff


def require_holder() -> Staff:
    """As `require_role("teacher")`, and open to a paired phone."""
    staff = holder()
    if staff is not None and staff.only_run is not None:
        return staff
    if staff is None and phone_cookie():
        st.markdown(_("This phone holds no lesson any more: the lesson has ended, or the phone was unpaired."))
        st.markdown(_("To pair it again, open the teacher's page on the laptop and press “Pair my phone”."))
        chrome.footer()
        st.stop()
    return require_role("teacher")


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

"""The way in for staff: name and passphrase, or a one-time code the first time; and the way out."""

from __future__ import annotations

import streamlit as st

from data import staff
from data.staff import Staff, WeakPassphrase, WrongPassphrase
from data.store import Store, the_store
from pages.staff.passphrase import LONGEST, ask_passphrase, new_passphrase_label, too_short
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def first_page(person: Staff) -> str:
    return "teacher/classes.py" if "teacher" in person.roles else "coordinator/school.py"


def enter(person: Staff) -> None:
    access.sign_in(person)
    st.switch_page(first_page(person))


def typed(key: str) -> str:
    return str(st.session_state.get(key) or "")


def why_not(refusal: WrongPassphrase) -> str:
    sentence = _("This name and this passphrase do not fit together.")
    waited = round(refusal.wait_seconds)
    if waited < 1:
        return sentence
    slower = ngettext(
        "After several wrong tries each answer takes longer, this time {count} second. A right one never waits.",
        "After several wrong tries each answer takes longer, this time {count} seconds. A right one never waits.",
        waited,
    )
    return f"{sentence} {slower.format(count=waited)}"


def offer_to_leave(person: Staff) -> None:
    st.text(_("You are signed in as {name}.").format(name=person.name))
    with st.container(horizontal=True):
        if st.button(_("Go to my pages"), key="sign_in_go_on", type="primary"):
            st.switch_page(first_page(person))
        if st.button(_("Sign out"), key="sign_in_leave", icon=":material/logout:"):
            access.signed_out()
            st.rerun()


def ask_name_and_passphrase(store: Store) -> None:
    st.text_input(_("Your name"), key="sign_in_name", max_chars=LONGEST, autocomplete="username", on_change="ignore")
    ask_passphrase(_("Passphrase"), "sign_in_passphrase", autocomplete="current-password")
    if not st.button(_("Sign in"), key="sign_in_enter", type="primary", width="stretch"):
        return
    try:
        with st.spinner(_("One moment …")):
            person = staff.sign_in(store, typed("sign_in_name"), typed("sign_in_passphrase"))
    except WrongPassphrase as refusal:
        chrome.error(why_not(refusal))
    else:
        enter(person)


def ask_one_time_code(store: Store) -> None:
    st.markdown(_("Your coordinator gave you a name and a code. Choose your own passphrase; the code is then used up."))
    st.text_input(_("Your name"), key="sign_in_first_name", max_chars=LONGEST, on_change="ignore")
    st.text_input(_("One-time code"), key="sign_in_code", max_chars=LONGEST, autocomplete="off", on_change="ignore")
    ask_passphrase(new_passphrase_label(), "sign_in_new_passphrase", autocomplete="new-password", can_show=True)
    if not st.button(_("Set the passphrase and sign in"), key="sign_in_first_enter", width="stretch"):
        return
    try:
        person = staff.use_one_time_code(
            store, typed("sign_in_first_name"), typed("sign_in_code"), typed("sign_in_new_passphrase")
        )
    except WeakPassphrase:
        chrome.error(too_short())
    except WrongPassphrase:
        chrome.error(_("This name and this code do not fit together, or the code is more than two weeks old."))
    else:
        enter(person)


store = the_store()
signed_in = access.signed_in()
chrome.page(_("Your account") if signed_in else _("Sign in"))
look.styles()

if signed_in is not None:
    offer_to_leave(signed_in)
else:
    st.markdown(_("For teachers and coordinators. Students need no account: they join with the code of their class."))
    with st.container(key="enter_sign_in_enter"):
        ask_name_and_passphrase(store)
    first_time = st.expander(_("First time here? Use your one-time code"), icon=":material/key:", key="sign_in_first")
    with first_time, st.container(key="enter_sign_in_first_enter"):
        ask_one_time_code(store)
    with st.expander(_("Passphrase forgotten?"), icon=":material/help:"):
        st.markdown(_("Whoever runs this computer can set a new one: `python -m data staff set-passphrase NAME`"))
chrome.footer()

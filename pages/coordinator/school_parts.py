"""What a coordinator looks after, section by section."""

from __future__ import annotations

from datetime import date

import streamlit as st

from data import demo, staff
from data.school import School, raise_floor, set_contact
from data.staff import NameTaken, Staff
from data.store import Store
from pages.ui import access, chrome, look
from pages.ui.ask_twice import ask_twice
from pages.ui.countries import country_names
from pages.ui.days import day
from pages.ui.i18n import gettext as _
from pages.ui.sentences import sentence

LONGEST_NAME = 120
LARGEST_FLOOR = 30
_NEW_CODE = "school_one_time_code"


def draw_name(school: School) -> None:
    look.big_text(school.name, "school")
    st.text(country_names().get(school.country, school.country))


def draw_contact(store: Store, coordinator: Staff, school: School) -> None:
    st.header(_("Whom students can turn to"), anchor=False)
    contact = school.contact
    if contact is None:
        st.warning(_("No contact is named yet. Activities with personal questions wait for it."))
    else:
        st.text(_("{name}, {room}, {hours}").format(name=contact.name, room=contact.room, hours=contact.hours))
        agreed = _("Agreed on {date}. Check once a term that room and hours are still right.")
        st.markdown(agreed.format(date=day(date.fromisoformat(contact.agreed_on))))
    with st.expander(_("Name the contact") if contact is None else _("Change the contact"), expanded=contact is None):
        st.markdown(_("Ask the person first: students see name, room and hours on every page."))
        name, room, hours = (
            st.text_input(label, value=value, key=key, max_chars=LONGEST_NAME, on_change="ignore") or ""
            for label, value, key in (
                (_("Name of the contact"), contact.name if contact else "", "school_contact_name"),
                (_("Room"), contact.room if contact else "", "school_contact_room"),
                (_("Hours"), contact.hours if contact else "", "school_contact_hours"),
            )
        )
        if st.button(_("This person has agreed"), key="school_contact_save", type="primary"):
            if all(part.strip() for part in (name, room, hours)):
                set_contact(store, coordinator, name=name, room=room, hours=hours)
                st.rerun()
            chrome.error(_("Please give name, room and hours."))


def draw_staff(store: Store, coordinator: Staff) -> None:
    st.header(_("Staff"), anchor=False)
    for person in staff.list_staff(store, coordinator):
        with st.container(border=True, key=f"school_staff_{person.id}"):
            _draw_person(store, coordinator, person)
    _show_new_code()
    with st.expander(_("Add a teacher"), icon=":material/person_add:"):
        name = st.text_input(
            _("Name to sign in with"), key="school_new_name", max_chars=LONGEST_NAME, on_change="ignore"
        )
        also = st.checkbox(_("Also coordinator"), key="school_new_coordinator", on_change="ignore")
        if st.button(_("Add and show the one-time code"), key="school_add", type="primary"):
            _add(store, coordinator, name or "", is_coordinator=also)


def _draw_person(store: Store, coordinator: Staff, person: Staff) -> None:
    look.big_text(person.name, person.id)
    st.markdown(" · ".join(_role(role) for role in sorted(person.roles, reverse=True)))
    if person.id == coordinator.id:
        return
    question = _("Remove this account with its classes, lessons and charts? Nothing of it can be brought back.")
    if ask_twice(
        f"school_remove_{person.id}", _("Remove"), question, _("Remove the account"), icon=":material/person_remove:"
    ):
        staff.remove_staff(store, coordinator, person.id)
        st.rerun()


def _role(role: str) -> str:
    return {"teacher": _("Teacher"), "coordinator": _("Coordinator")}.get(role, role)


def _add(store: Store, coordinator: Staff, name: str, *, is_coordinator: bool) -> None:
    if not name.strip():
        chrome.error(_("Please type a name."))
        return
    roles = {"teacher", "coordinator"} if is_coordinator else {"teacher"}
    try:
        added, code = staff.add_staff(store, coordinator, name, roles)
    except NameTaken as fault:
        chrome.error(sentence(fault))
        return
    st.session_state[_NEW_CODE] = (added.name, code)
    for key in ("school_new_name", "school_new_coordinator"):
        st.session_state.pop(key, None)
    st.rerun()


def _show_new_code() -> None:
    """Once: the code is kept only as a hash, so it cannot be shown again."""
    name, code = st.session_state.pop(_NEW_CODE, (None, None))
    if code is None:
        return
    with st.container(border=True, key="school_new_code"):
        st.text(_("One-time code for {name}:").format(name=name))
        st.code(code, language=None)
        st.markdown(
            _("Hand it over now: it is not shown again. It works once, within two weeks, on the page “Sign in”.")
        )


def draw_floors(store: Store, coordinator: Staff, school: School) -> None:
    st.header(_("From how many answers up"), anchor=False)
    st.markdown(
        _(
            "A chart needs at least five answers. Your school may ask for more; nobody can lower it again. "
            "It counts for lessons that start from now on."
        )
    )
    with st.expander(
        _("Now: {every} for every question, {sensitive} for personal ones, {texts} for texts").format(
            every=school.floor, sensitive=school.floor_sensitive, texts=school.floor_texts
        )
    ):
        every = _ask_floor(_("Every question"), school.floor, "school_floor")
        sensitive = _ask_floor(_("Personal questions"), school.floor_sensitive, "school_floor_sensitive")
        texts = _ask_floor(_("Texts"), school.floor_texts, "school_floor_texts")
        question = _("Raise it to these numbers? They can never be lowered again.")
        if ask_twice("school_floors_raise", _("Raise"), question, _("Raise for good")):
            raise_floor(store, coordinator, floor=every, sensitive=sensitive, texts=texts)
            st.rerun()


def _ask_floor(label: str, floor: int, key: str) -> int:
    largest = max(floor, LARGEST_FLOOR)
    return int(
        st.number_input(label, min_value=floor, max_value=largest, value=floor, step=1, key=key, on_change="ignore")
        or floor
    )


def draw_made_up_school(store: Store, coordinator: Staff) -> None:
    if demo.demo_teacher(store) is None:
        return
    st.header(_("The made-up school"), anchor=False)
    question = _("Remove the made-up school with its four classes?")
    if ask_twice(
        "school_remove_demo", _("Remove the made-up school"), question, _("Remove it"), icon=":material/delete:"
    ):
        demo.remove_demo(store)
        if coordinator.is_demo:
            access.signed_out()
            st.switch_page("staff/first_visit.py")
        st.rerun()


def draw_backups() -> None:
    st.header(_("Backups"), anchor=False)
    st.markdown(
        _(
            "A backup holds classes, charts and approved texts, never answers or texts that nobody has approved. "
            "Whoever runs this computer makes it, also during a lesson:"
        )
    )
    st.code("python -m data backup open-roads-backup.db", language=None)

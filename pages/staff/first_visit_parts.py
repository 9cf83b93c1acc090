"""What the first visit asks, section by section, and what it does with the answers."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from data import cohorts, demo, runs, school
from data.cohorts import LARGEST_SIZE, Cohort
from data.staff import PASSPHRASE_MINIMUM, Staff
from data.store import Store
from pages.staff.passphrase import ask_passphrase, new_passphrase_label, too_short
from pages.ui import chrome, look
from pages.ui.countries import OTHER_COUNTRY, country_names
from pages.ui.i18n import gettext as _
from pages.ui.kit import the_kit

LONGEST_NAME = 120


@dataclass(frozen=True)
class Answers:
    """What was typed, without the spaces around it."""

    school: str
    country: str | None
    contact: tuple[str, str, str]
    teacher: str
    passphrase: str
    cohort: str
    size: int | None


def explain() -> None:
    st.markdown(
        _(
            "Open Roads brings lessons about work, people and wellbeing to vocational classes. "
            "Students answer a few questions without a name, and you see how the class as a whole moves."
        )
    )
    with look.note("promise"):
        st.markdown(
            _(
                "**The promise.** No screen, export, backup or command shows one student's answer, "
                "and once a lesson is closed no answer exists to be found. "
                "While it is open, whoever holds this computer could read the answers."
            )
        )


def ask_set_up_code() -> None:
    given = st.query_params.get("setup", "")
    if given and "first_visit_setup" not in st.session_state:
        st.session_state["first_visit_setup"] = given[:LONGEST_NAME]
    # The starter fills it in; then it is out of the way, yet can be looked at.
    is_filled = school.check_setup_code(_typed("first_visit_setup"))
    place = st.expander(_("Set-up code: filled in"), icon=":material/check:") if is_filled else st.container()
    place.text_input(
        _("Set-up code"),
        key="first_visit_setup",
        max_chars=LONGEST_NAME,
        autocomplete="off",
        help=_("It shows that you started Open Roads. You find it in the window where it was started."),
        on_change="ignore",
    )


def offer_to_look_around() -> bool:
    st.markdown(
        _("**Only want to look?** Four made-up classes have a school year behind them. You can remove them later.")
    )
    return st.button(_("Look around with a made-up class"), key="first_visit_demo", icon=":material/explore:")


def ask_school() -> None:
    st.header(_("Your school"), anchor=False)
    _ask(_("Name of the school"), "first_visit_school")
    names = country_names()
    st.selectbox(
        _("Country"),
        options=list(names),
        index=_likely_country(list(names)),
        format_func=lambda code: names.get(code, code),
        key="first_visit_country",
        placeholder=_("Choose a country"),
        on_change="ignore",
    )


def ask_contact() -> None:
    st.header(_("Whom can your students turn to?"), anchor=False)
    st.markdown(
        _(
            "A counsellor, nurse or social worker who has agreed to be named. Students see this person on every page. "
            "You can add it later, but activities with personal questions wait for it."
        )
    )
    _ask(_("Name of the contact"), "first_visit_contact_name")
    room, hours = st.columns(2)
    with room:
        _ask(_("Room"), "first_visit_contact_room")
    with hours:
        _ask(_("Hours"), "first_visit_contact_hours", placeholder=_("Monday to Thursday, 10 to 12"))


def ask_teacher() -> None:
    st.header(_("You"), anchor=False)
    help_text = _("You sign in with it. Students never see it.")
    _ask(_("Your name"), "first_visit_name", autocomplete="username", help=help_text)
    ask_passphrase(
        new_passphrase_label(),
        "first_visit_passphrase",
        autocomplete="new-password",
        can_show=True,
        help=_("Four words that mean something to you alone are easy to keep in mind and hard to guess."),
    )


def ask_class() -> None:
    st.header(_("Your first class"), anchor=False)
    name, size = st.columns(2)
    with name:
        _ask(_("Name of the class"), "first_visit_class")
    with size:
        st.number_input(
            _("How many students?"),
            min_value=1,
            max_value=LARGEST_SIZE,
            value=None,
            step=1,
            key="first_visit_size",
            help=_("No more than this many answers are taken in a lesson. You can change it at any time."),
            on_change="ignore",
        )


def _ask(label: str, key: str, **more: str) -> None:
    st.text_input(label, key=key, max_chars=LONGEST_NAME, on_change="ignore", **more)


def _likely_country(codes: list[str]) -> int | None:
    """The country of the browser's language. English is spoken by browsers everywhere, so it says nothing."""
    spoken, _hyphen, region = str(st.context.locale or "").partition("-")
    return codes.index(region.upper()) if spoken != "en" and region.upper() in codes else None


def require_set_up_code() -> None:
    """Go on only with the right code; else say where to find it."""
    if not school.check_setup_code(_typed("first_visit_setup")):
        _refuse(_("The set-up code is not right. You find it in the window where Open Roads was started."))


def require_answers() -> Answers:
    """What was typed, once it is complete; else name the first thing that is missing."""
    answers = Answers(
        school=_typed("first_visit_school"),
        country=st.session_state.get("first_visit_country"),
        contact=(
            _typed("first_visit_contact_name"),
            _typed("first_visit_contact_room"),
            _typed("first_visit_contact_hours"),
        ),
        teacher=_typed("first_visit_name"),
        passphrase=str(st.session_state.get("first_visit_passphrase") or ""),
        cohort=_typed("first_visit_class"),
        size=st.session_state.get("first_visit_size"),
    )
    problem = _problem(answers)
    if problem:
        _refuse(problem)
    return answers


def _typed(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


def _problem(answers: Answers) -> str | None:
    if not answers.school:
        return _("Please type the name of your school.")
    if not answers.country:
        return _("Please choose the country.")
    if any(answers.contact) and not all(answers.contact):
        return _("Please give the contact's name, room and hours, or leave all three empty for now.")
    if not answers.teacher:
        return _("Please type your name.")
    if len(answers.passphrase) < PASSPHRASE_MINIMUM:
        return too_short()
    if not answers.cohort:
        return _("Please type a name for your first class.")
    if not answers.size:
        return _("Please say how many students the class has.")
    return None


def _refuse(sentence: str) -> None:
    chrome.error(sentence)
    chrome.footer()
    st.stop()


def set_up(store: Store, answers: Answers) -> tuple[Staff, Cohort]:
    """Make school, contact, first account and first class."""
    try:
        teacher = school.set_up(
            store,
            school=answers.school,
            country=answers.country or OTHER_COUNTRY,
            coordinator=answers.teacher,
            passphrase=answers.passphrase,
        )
    except school.AlreadySetUp:
        _refuse(_("This school has just been set up in another window. Please sign in there."))
    name, room, hours = answers.contact
    if name:
        school.set_contact(store, teacher, name=name, room=room, hours=hours)
    return teacher, cohorts.make_cohort(store, teacher, name=answers.cohort, size=int(answers.size or 0))


def make_demo_school(store: Store) -> Staff:
    """The made-up school with all activities of the kit; returns its teacher."""
    activities = {
        slug: (activity.version, runs.item_specs(activity.items), next(iter(activity.trades), None))
        for slug, activity in the_kit().activities.items()
    }
    return demo.make_demo(store, activities)

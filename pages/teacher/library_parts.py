"""The library's front: the road through the kit, with a stop for each module and a card for each activity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from data import cohorts, runs
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from kit_content import LANGUAGES, Activity, Kit, Wording
from pages.teacher.library_filters import is_double_lesson, sensitivity_words
from pages.ui import look
from pages.ui.days import day
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext

_CLASS = "library_front_class"


def explain(kit: Kit) -> None:
    st.markdown(
        ngettext(
            "{count} activity for career literacy and wellbeing in vocational classes.",
            "{count} activities for career literacy and wellbeing in vocational classes.",
            len(kit.activities),
        ).format(count=len(kit.activities))
        + " "
        + _("If a year has room for only a few, take the ones of the short path.")
    )
    if not kit.activities:
        st.info(_("The library holds no activity. The list of things to mend is at the end of this page for staff."))


def welcome(store: Store, teacher: Staff, kit: Kit, language: str) -> None:
    """Say what to do first, until the first lesson has been started."""
    classes = cohorts.list_cohorts(store, teacher)
    if teacher.is_demo or not kit.activities or any(runs.list_runs(store, teacher, own.id) for own in classes):
        return
    first = next(iter(kit.activities.values())).wording(language).title
    with look.note("library_welcome"):
        st.markdown(
            _("**Your first lesson:** “{title}” is made for it. Open it, then start it, or rehearse it alone.").format(
                title=first
            )
        )


def choose_class(store: Store, teacher: Staff) -> str:
    """The class that the teacher looks for, kept in the address; "" for none."""
    classes = {cohort.id: cohort for cohort in cohorts.list_cohorts(store, teacher)}
    if not classes:
        return ""
    asked = st.query_params.get("class", "")
    only = next(iter(classes)) if len(classes) == 1 else ""
    st.session_state[_CLASS] = asked if asked in classes else only
    return st.selectbox(
        _("For which class?"),
        options=list(classes) if only else ["", *classes],
        format_func=lambda cohort_id: _class_name(classes.get(cohort_id)),
        key=_CLASS,
        on_change=_remember_class,
    )


def _class_name(cohort: Cohort | None) -> str:
    return cohort.name if cohort else _("No class chosen")


def _remember_class() -> None:
    if chosen := st.session_state[_CLASS]:
        st.query_params["class"] = chosen
    elif "class" in st.query_params:
        del st.query_params["class"]


def days_done(store: Store, teacher: Staff | None, cohort_id: str) -> dict[str, date]:
    """Activity -> the day of its newest finished lesson in this class; rehearsals do not count."""
    if teacher is None or not cohort_id:
        return {}
    lessons = [run for run in runs.list_runs(store, teacher, cohort_id) if not run.rehearsal]
    finished = [run for run in lessons if run.state in ("closed", "ended")]
    return {
        run.activity: date.fromisoformat(run.started_on) for run in sorted(finished, key=lambda run: run.started_on)
    }


def draw_road(
    kit: Kit, found: Sequence[Activity], language: str, carried: Mapping[str, str], done: Mapping[str, date]
) -> None:
    """Every module that holds one of the activities found: a stop, with its activities along the road."""
    for module in kit.modules:
        held = [activity for activity in found if activity.module == module]
        if held:
            with st.container(key=f"library_module_{module}", gap=None):
                st.header(kit.module_title(module, language), anchor=False)
                for activity in held:
                    with st.container(key=f"library_card_{activity.slug}", gap=None):
                        _draw_card(kit, activity, language, carried, done.get(activity.slug))


def _draw_card(kit: Kit, activity: Activity, language: str, carried: Mapping[str, str], done: date | None) -> None:
    wording = activity.wording(language)
    st.page_link(
        "teacher/library.py", label=wording.title, query_params={**carried, "activity": activity.slug}, width="content"
    )
    st.markdown(wording.aim)
    notes = [review_note(wording, language)]
    if done:
        notes.insert(0, ":material/check: " + _("Done on {date}").format(date=day(done)))
    st.markdown(" · ".join(note for note in notes if note))
    time = f"**{time_words(activity.minutes)}**"
    if activity.short_path:
        time += f" :primary-badge[:material/route: {_('Short path')}]"
    st.markdown("  \n".join((time, sensitivity_words(activity.sensitivity), competences(kit, activity, language))))


def time_words(minutes: int) -> str:
    if is_double_lesson(minutes):
        return _("{count} minutes: a double lesson").format(count=minutes)
    return _("{count} minutes").format(count=minutes)


def draw_marks(activity: Activity) -> None:
    """Time, path and sensitivity, each in words."""
    with st.container(horizontal=True, gap="xsmall"):
        st.badge(time_words(activity.minutes), icon=":material/schedule:", color="gray")
        if activity.short_path:
            st.badge(_("Short path"), icon=":material/route:", color="primary")
        st.badge(sensitivity_words(activity.sensitivity), icon=":material/favorite:", color="gray")


def competences(kit: Kit, activity: Activity, language: str) -> str:
    names = ", ".join(kit.lifecomp_name(code, language) for code in activity.lifecomp)
    return _("LifeComp: {names}").format(names=names)


def review_note(wording: Wording, language: str) -> str:
    """What a teacher should know about the words in this language, or ''."""
    if wording.language != language:
        note = _("{language}: not yet written, {other} stands in")
        return note.format(language=language_name(language), other=language_name(wording.language))
    if wording.fallback:
        return _("{language}: not yet complete, another language stands in").format(language=language_name(language))
    if not wording.reviewed:
        return _("{language}: not yet read by a person").format(language=language_name(language))
    return ""


def language_name(language: str) -> str:
    """In the reader's language; one that was added later has its own name."""
    return {"en": _("English"), "es": _("Spanish"), "el": _("Greek")}.get(language) or LANGUAGES.get(language, language)


def list_problems(kit: Kit) -> None:
    if not kit.problems:
        return
    label = ngettext(
        "{count} thing to mend in the kit's files", "{count} things to mend in the kit's files", len(kit.problems)
    )
    with st.expander(label.format(count=len(kit.problems)), icon=":material/build:"):
        st.markdown(_("An activity with such a fault is left out; all others work."))
        for problem in kit.problems:
            st.text(str(problem))

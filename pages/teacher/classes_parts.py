"""One class as a card, and the making of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data import clock, cohorts
from data.cohorts import LARGEST_SIZE, Cohort
from data.runs import BAND, Run
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.teacher.console_parts import state_words
from pages.teacher.print_links import draw_class_sheet_link
from pages.ui import chrome, look
from pages.ui.ask_twice import ask_twice
from pages.ui.days import day
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext

LONGEST_NAME = 80
LESSONS_SHOWN = 3


def draw_head(cohort: Cohort) -> None:
    """Name and size on one side, the code on the other."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(width="content", gap=None):
            look.big_text(cohort.name, cohort.id)
            size = ngettext("{count} student", "{count} students", cohort.size).format(count=cohort.size)
            st.text(f"{size} · {cohort.programme}" if cohort.programme else size)
        with st.container(width="content", gap=None):
            st.text(_("Class code"))
            look.class_code(cohort.code, cohort.id)
    if cohort.size < BAND:
        st.info(_("A chart needs at least five students. In this class, use the talk question instead."))


def draw_ways_on(cohort: Cohort, current: Run | None) -> None:
    with st.container(horizontal=True):
        if current is not None and st.button(
            _("Teacher's page"), key=f"classes_console_{cohort.id}", type="primary", icon=":material/co_present:"
        ):
            st.switch_page("teacher/console.py", query_params={"run": current.id})
        if st.button(
            _("Start a lesson"),
            key=f"classes_start_{cohort.id}",
            type="secondary" if current else "primary",
            icon=":material/play_arrow:",
        ):
            st.switch_page("teacher/library.py", query_params={"class": cohort.id})
        if st.button(_("See the progress"), key=f"classes_progress_{cohort.id}", icon=":material/bar_chart:"):
            st.switch_page("teacher/progress.py", query_params={"class": cohort.id})
        draw_class_sheet_link(cohort.code)


def draw_lessons(lessons: Sequence[Run], kit: Kit, language: str) -> None:
    """This school year's lessons, the newest first."""
    year = clock.school_year(clock.today())
    of_year = [run for run in lessons if clock.school_year(date.fromisoformat(run.started_on)) == year]
    if not of_year:
        st.markdown(_("No lesson yet this school year."))
        return
    st.markdown("\n".join(f"- {_one_line(run, kit, language)}" for run in of_year[:LESSONS_SHOWN]))
    older = of_year[LESSONS_SHOWN:]
    if older:
        label = ngettext("{count} earlier lesson", "{count} earlier lessons", len(older)).format(count=len(older))
        with st.expander(label, type="compact"):
            st.markdown("\n".join(f"- {_one_line(run, kit, language)}" for run in older))


def _one_line(run: Run, kit: Kit, language: str) -> str:
    activity = kit.activities.get(run.activity)
    title = activity.wording(language).title if activity else run.activity
    state = _("Rehearsal") if run.rehearsal else state_words(run.state)
    line = _("{activity}, {date}").format(activity=title, date=day(date.fromisoformat(run.started_on)))
    return line if run.state == "ended" else f"{line} · {state}"


def draw_change(store: Store, teacher: Staff, cohort: Cohort) -> None:
    key = cohort.id
    with st.expander(_("Change or delete this class"), type="compact"):
        name = st.text_input(
            _("Name of the class"),
            value=cohort.name,
            key=f"classes_name_{key}",
            max_chars=LONGEST_NAME,
            on_change="ignore",
        )
        size = _ask_size(f"classes_size_{key}", cohort.size)
        programme = _ask_programme(f"classes_programme_{key}", cohort.programme)
        shares = st.checkbox(
            _("The coordinator may see this class by its name"),
            value=cohort.shares_name,
            key=f"classes_shares_{key}",
            help=_(
                "This holds for lessons that are in no sum yet. A lesson counts in a sum over several classes, or it "
                "can be seen under the name of its class, never both."
            ),
            on_change="ignore",
        )
        if st.button(_("Save the changes"), key=f"classes_save_{key}", type="primary"):
            _change(store, teacher, cohort, name or "", size, programme, shares)
        question = _("Delete this class with all its lessons, charts and texts? Nothing of it can be brought back.")
        if ask_twice(
            f"classes_delete_{key}", _("Delete this class"), question, _("Delete it"), icon=":material/delete:"
        ):
            cohorts.delete_cohort(store, teacher, cohort.id)
            st.rerun()


def _change(
    store: Store, teacher: Staff, cohort: Cohort, name: str, size: int | None, programme: str, shares: bool
) -> None:
    try:
        cohorts.change_cohort(
            store, teacher, cohort.id, name=name, size=size or 0, programme=programme, shares_name=shares
        )
    except ValueError as fault:
        chrome.error(_what_is_missing(fault))
    else:
        st.rerun()


def draw_make(store: Store, teacher: Staff, *, is_first: bool) -> None:
    with (
        st.expander(_("Make a class"), expanded=is_first, icon=":material/add:"),
        st.container(key="enter_classes_make"),
    ):
        name = st.text_input(_("Name of the class"), key="classes_new_name", max_chars=LONGEST_NAME, on_change="ignore")
        size = _ask_size("classes_new_size", None)
        programme = _ask_programme("classes_new_programme", "")
        if not st.button(_("Make the class"), key="classes_make", type="primary"):
            return
        try:
            cohorts.make_cohort(store, teacher, name=name or "", size=size or 0, programme=programme)
        except ValueError as fault:
            chrome.error(_what_is_missing(fault))
        else:
            for key in ("classes_new_name", "classes_new_size", "classes_new_programme"):
                st.session_state.pop(key, None)
            st.rerun()


def _ask_size(key: str, size: int | None) -> int | None:
    return st.number_input(
        _("How many students?"), min_value=1, max_value=LARGEST_SIZE, value=size, step=1, key=key, on_change="ignore"
    )


def _ask_programme(key: str, programme: str) -> str:
    label = _("Trade or course, if you like")
    return st.text_input(label, value=programme, key=key, max_chars=LONGEST_NAME, on_change="ignore") or ""


def _what_is_missing(fault: ValueError) -> str:
    if str(fault) == "name":
        return _("Please type a name for the class.")
    return _("Please say how many students the class has, from 1 to {count}.").format(count=LARGEST_SIZE)

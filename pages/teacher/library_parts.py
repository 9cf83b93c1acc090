"""The library's front: the modules in their order and a card for each activity."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from data import cohorts, runs
from data.staff import Staff
from data.store import Store
from kit_content import Activity, Kit, Wording
from pages.ui import look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def explain(kit: Kit, language: str) -> None:
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


def draw_module(kit: Kit, module: str, language: str, carried: Mapping[str, str]) -> None:
    """One module: a stop on the road through the kit, with its activities."""
    with st.container(key=f"library_module_{module}"):
        st.header(kit.module_title(module, language), anchor=False)
        for activity in kit.activities.values():
            if activity.module == module:
                with st.container(border=True, gap="xsmall", key=f"library_card_{activity.slug}"):
                    _draw_card(kit, activity, language, carried)


def _draw_card(kit: Kit, activity: Activity, language: str, carried: Mapping[str, str]) -> None:
    wording = activity.wording(language)
    st.page_link(
        "teacher/library.py", label=wording.title, query_params={**carried, "activity": activity.slug}, width="content"
    )
    st.markdown(wording.aim)
    draw_marks(activity)
    st.markdown(" · ".join(part for part in (competences(kit, activity, language), review_note(wording)) if part))


def draw_marks(activity: Activity) -> None:
    """Time, path and sensitivity, each in words."""
    with st.container(horizontal=True, gap="xsmall"):
        st.badge(_("{count} minutes").format(count=activity.minutes), icon=":material/schedule:", color="gray")
        if activity.short_path:
            st.badge(_("Short path"), icon=":material/route:", color="primary")
        st.badge(sensitivity_words(activity.sensitivity), icon=":material/favorite:", color="gray")


def sensitivity_words(sensitivity: int) -> str:
    return {
        0: _("Nothing personal"),
        1: _("A little personal"),
        2: _("Personal: prepare it"),
    }.get(sensitivity, _("Personal: prepare it"))


def competences(kit: Kit, activity: Activity, language: str) -> str:
    names = ", ".join(kit.lifecomp_name(code, language) for code in activity.lifecomp)
    return _("LifeComp: {names}").format(names=names)


def review_note(wording: Wording) -> str:
    """What a teacher should know about the language, or ''."""
    if wording.fallback:
        return _("Not yet written in your language, so another one stands in.")
    if not wording.reviewed:
        return _("Not yet read by a person in this language.")
    return ""


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

"""Starting a lesson from an activity: which class, really or as a rehearsal."""

from __future__ import annotations

import streamlit as st

from data import cohorts, runs, school
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from kit_content import Activity
from pages.ui import chrome
from pages.ui.ask_twice import ask_twice
from pages.ui.i18n import gettext as _
from pages.ui.sentences import sentence


def offer_start(store: Store, teacher: Staff, activity: Activity, trade: str | None, language: str) -> int:
    """Returns the size of the chosen class, 0 while there is none."""
    with st.container(border=True, key="library_start_box"):
        classes = {cohort.id: cohort for cohort in cohorts.list_cohorts(store, teacher)}
        if not classes:
            st.markdown(_("Make a class first, then start the lesson here."))
            chrome.link("teacher/classes.py", _("Make a class"))
            return 0
        if _contact_is_missing(store, teacher, activity):
            _explain_contact(teacher)
        cohort = _choose_class(classes)
        current = runs.current_run(store, cohort.code)
        chosen = _press(current)
        if chosen is not None:
            _start(store, teacher, cohort, activity, trade, language, rehearsal=chosen == "rehearsal")
        return cohort.size


def _contact_is_missing(store: Store, teacher: Staff, activity: Activity) -> bool:
    own = school.get_school(store, teacher.school_id)
    asks = any(item.sensitive and item.id != runs.HOW_WAS_THIS for item in activity.items)
    return asks and (own is None or own.contact is None)


def _explain_contact(teacher: Staff) -> None:
    st.warning(
        _("This activity asks about personal things, so your school's contact must be named before it can start.")
    )
    if "coordinator" in teacher.roles:
        chrome.link("coordinator/school.py", _("Name the school contact"))
    else:
        st.markdown(_("Ask your coordinator to name the contact on the page “School”."))


def _choose_class(classes: dict[str, Cohort]) -> Cohort:
    wanted = st.query_params.get("class", "")
    ids = list(classes)
    chosen = st.selectbox(
        _("For which class?"),
        options=ids,
        index=ids.index(wanted) if wanted in classes else 0,
        format_func=lambda cohort_id: classes[cohort_id].name if cohort_id in classes else "",
        key="library_class",
    )
    return classes[chosen]


def _press(current: Run | None) -> str | None:
    """`lesson` or `rehearsal` once it is really meant; a lesson under way is not ended by one press."""
    if current is None or current.rehearsal:
        with st.container(horizontal=True):
            if st.button(_("Start the lesson"), key="library_start", type="primary", icon=":material/play_arrow:"):
                return "lesson"
            if st.button(_("Rehearse with made-up answers"), key="library_rehearse"):
                return "rehearsal"
        return None
    st.page_link(
        "teacher/console.py",
        label=_("A lesson is under way in this class: go to it"),
        icon=":material/arrow_forward:",
        query_params={"run": current.id},
    )
    question = _("Starting another lesson closes this one: what was sent is counted, and it cannot be opened again.")
    if ask_twice("library_start", _("Start the lesson"), question, _("End it and start this one")):
        return "lesson"
    if ask_twice("library_rehearse", _("Rehearse with made-up answers"), question, _("End it and rehearse")):
        return "rehearsal"
    return None


def _start(
    store: Store,
    teacher: Staff,
    cohort: Cohort,
    activity: Activity,
    trade: str | None,
    language: str,
    *,
    rehearsal: bool,
) -> None:
    try:
        run = runs.start_run(
            store,
            teacher,
            cohort.id,
            activity=activity.slug,
            activity_version=activity.version,
            items=activity.items,
            trade=trade,
            language=language,
            rehearsal=rehearsal,
        )
    except (runs.ContactMissing, runs.NotAllowed) as fault:
        chrome.error(sentence(fault))
    else:
        st.switch_page("teacher/console.py", query_params={"run": run.id})

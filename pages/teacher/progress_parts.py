"""The parts of the progress page: which class, which lesson, and what one lesson's totals say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

import streamlit as st

from data import progress, release, texts
from data.cohorts import Cohort
from data.release import ItemTotals
from data.runs import HOW_WAS_THIS, Run
from data.staff import Staff
from data.store import Store
from data.texts import Text
from kit_content import Item, ItemWording, Kit, Wording
from kit_content.schema import CLASS_CHECK
from pages.ui import chrome, look
from pages.ui import item_charts as items
from pages.ui.asked import asked
from pages.ui.charts import Look
from pages.ui.days import day
from pages.ui.findings import answered, titled
from pages.ui.i18n import gettext as _

_TOO_MUCH = "too_much"


@dataclass(frozen=True)
class View:
    """Who looks at which class, and how."""

    store: Store
    teacher: Staff
    cohort: Cohort
    kit: Kit
    language: str
    look: Look

    def words(self, run: Run) -> Wording | None:
        """The words of the run's activity; None when the kit no longer has it."""
        activity = self.kit.activities.get(run.activity)
        return activity.wording(self.language) if activity else None

    def title(self, run: Run) -> str:
        words = self.words(run)
        return words.title if words else run.activity.replace("-", " ")

    def module(self, run: Run) -> str | None:
        """The module of the run's activity; None when the kit no longer has it."""
        activity = self.kit.activities.get(run.activity)
        return activity.module if activity else None

    def asked(self, run: Run, item_id: str) -> tuple[Item, ItemWording] | None:
        """The item with its words, if the kit still asks what this run asked; None if it asks something else now."""
        return asked(self.kit, self.language, run, item_id)


def held_on(run: Run) -> date:
    return date.fromisoformat(run.started_on)


def leave(script: str, label: str, query: Mapping[str, str] | None = None) -> NoReturn:
    """End the page with the one way on from here."""
    if st.button(label, key="progress_way_on", type="primary"):
        st.switch_page(script, query_params=dict(query or {}))
    chrome.footer()
    st.stop()


def choose_class(classes: Sequence[Cohort], wanted: str | None) -> Cohort:
    """The class in the address, else the one chosen, else the first; only ever one of the teacher's own."""
    own = {cohort.id: cohort for cohort in classes}
    if not own:
        st.markdown(_("You have no class yet. Make one, and what it says in its lessons is shown here."))
        leave("teacher/classes.py", _("Make a class"))
    if wanted and wanted not in own:
        st.markdown(_("This class is not one of yours, so there is nothing to show here."))
        leave("teacher/classes.py", _("My classes"))
    if len(own) == 1:
        look.big_text(classes[0].name, "progress_class")
        return classes[0]
    if wanted:
        st.session_state["progress_class"] = wanted
    chosen = st.selectbox(
        _("Class"),
        options=list(own),
        format_func=lambda cohort_id: own[cohort_id].name if cohort_id in own else "",
        key="progress_class",
        on_change=_class_chosen,
    )
    return own[chosen]


def _class_chosen() -> None:
    st.query_params["class"] = st.session_state["progress_class"]


def lessons_of(view: View) -> list[Run]:
    """The class's lessons, newest first; without any, say what to do and end the page."""
    lessons = progress.past_lessons(view.store, view.teacher, view.cohort.id)
    if not lessons:
        st.markdown(_("No lesson with this class yet. Start one: its charts come here when you close the answers."))
        leave("teacher/library.py", _("Choose an activity"), {"class": view.cohort.id})
    return lessons


def choose_part() -> str:
    """`lessons`, `compass` or `year`."""
    labels = {"lessons": _("Lessons"), "compass": _("Class check"), "year": _("The year")}
    return st.segmented_control(
        _("What do you want to see?"),
        options=list(labels),
        format_func=labels.__getitem__,
        default="lessons",
        required=True,
        key="progress_part",
        label_visibility="collapsed",
    )


def choose_lesson(view: View, lessons: Sequence[Run]) -> Run:
    """One of the lessons, the newest unless the address names another."""
    runs = {run.id: run for run in lessons}
    wanted = st.query_params.get("run", "")
    chosen = st.selectbox(
        _("Lesson"),
        options=list(runs),
        index=list(runs).index(wanted) if wanted in runs else 0,
        format_func=lambda run_id: _one_line(view, runs[run_id]) if run_id in runs else "",
        key="progress_run",
    )
    if len(lessons) > 1:
        with st.expander(_("All lessons of this class"), key="progress_all"):
            _draw_list(view, lessons)
    return runs.get(chosen, lessons[0])


def _one_line(view: View, run: Run) -> str:
    line = _("{activity}, {date}").format(activity=view.title(run), date=day(held_on(run)))
    return line if progress.is_released(run) else _("{lesson} (open now)").format(lesson=line)


def _draw_list(view: View, lessons: Sequence[Run]) -> None:
    words = [view.words(run) for run in lessons]
    st.table(
        {
            _("Date"): [day(held_on(run)) for run in lessons],
            _("Activity"): [items.plain(view.title(run)) for run in lessons],
            _("What was charted"): [items.plain(of.charted) if of else "" for of in words],
        },
        border="horizontal",
        hide_index=True,
    )


def draw_lesson(view: View, run: Run) -> None:
    """The charts of one lesson and the texts that the class may read; the class check has a part of its own."""
    words = view.words(run)
    st.header(items.plain(view.title(run)), anchor=False)
    st.markdown(items.plain(f"{day(held_on(run))}. {words.charted if words else ''}".strip()))
    if not progress.is_released(run):
        st.markdown(_("This lesson is open now. Its charts come here when you close the answers."))
        if st.button(_("Teacher's page"), key="progress_console", icon=":material/co_present:"):
            st.switch_page("teacher/console.py", query_params={"run": run.id})
        return
    totals = {of.item_id: of for of in release.totals_of_run(view.store, view.teacher, run.id)}
    if not totals:
        st.markdown(f"**{items.too_few()}**")
        if words:
            st.markdown(_("You can still talk about it: {question}").format(question=items.plain(words.talk_question)))
        return
    for spec in run.wall_items:
        if not spec.id.startswith(CLASS_CHECK):
            with items.item_box(spec.id):
                _draw_item(view, run, spec.id, totals.get(spec.id))
    _draw_texts(view, run)
    if any(spec.id.startswith(CLASS_CHECK) for spec in run.items):
        st.markdown(_("In this lesson the class also answered the class check. Choose “Class check” above to see it."))


def _draw_item(view: View, run: Run, item_id: str, totals: ItemTotals | None) -> None:
    """Title, finding, colours, chart, numbers; a plain sentence where there is nothing to draw."""
    found = view.asked(run, item_id)
    if found is None:
        items.draw_reworded(item_id)
        return
    item, wording = found
    items.draw_title(wording)
    if totals is None:
        st.markdown(items.too_few())
        return
    items.draw_finding(totals, wording)
    items.draw_totals(view.look, item, wording, totals, f"{run.id}_{item_id}")


def _draw_texts(view: View, run: Run) -> None:
    approved = texts.texts_of_run(view.store, view.teacher, run.id)
    for spec in run.items:
        found = view.asked(run, spec.id) if spec.kind == "text" else None
        if found is None:
            continue
        with items.item_box(spec.id):
            items.draw_title(found[1])
            _draw_approved([text for text in approved if text.item_id == spec.id])


def _draw_approved(own: Sequence[Text]) -> None:
    if not own:
        st.markdown(_("There is no approved text. What nobody approves is erased with the day."))
    for text in own:
        with st.container(border=True, key=f"progress_text_{text.id}"):
            st.text(text.text)


def draw_for_you_alone(view: View, run: Run) -> None:
    """How the activity was for the class. Too much for some is said as such, without a number and without a name."""
    found = view.asked(run, HOW_WAS_THIS)
    if found is None or not progress.is_released(run):
        return
    item, wording = found
    totals = {of.item_id: of for of in release.totals_of_run(view.store, view.teacher, run.id)}.get(HOW_WAS_THIS)
    if totals is None or totals.bands is None:
        return
    st.header(_("For you alone"), anchor=False)
    chrome.ask_projector()
    with items.item_box(HOW_WAS_THIS):
        items.draw_title(wording)
        warning = discomfort(totals.bands.get(_TOO_MUCH, "few"), wording.points[_TOO_MUCH])
        st.info(warning, icon=":material/visibility_off:")
        st.markdown(items.plain(answered(totals)))
        # Without "too much" the rest is not all that was answered, so nothing is said to stand out.
        rest = replace(totals, bands={value: band for value, band in totals.bands.items() if value != _TOO_MUCH})
        items.draw_totals(view.look, item, wording, rest, f"{run.id}_{HOW_WAS_THIS}", titled(wording, answered(totals)))


def discomfort(band: str, label: str) -> str:
    if band == "few":
        return items.plain(_("“{label}”: nobody or few.").format(label=label))
    sentence = _(
        "“{label}”: some. Don't ask who. Next time say this to all: "
        "“You can stop or sit out at any time, and you need not say why.”"
    )
    return items.plain(sentence.format(label=label))

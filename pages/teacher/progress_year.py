"""The year of a class: lessons and notes by date, the kit with what was done of it, and the competences it touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data import class_notes, progress
from data.class_notes import LONGEST_NOTE, ClassNote
from data.clock import today
from data.participation import Participation, participation
from data.runs import Run
from kit_content import Kit
from pages.teacher import progress_parts as parts
from pages.teacher.progress_parts import View
from pages.ui import chrome
from pages.ui import item_charts as items
from pages.ui.charts import year_chart
from pages.ui.competences import covered
from pages.ui.days import day, lessons_between
from pages.ui.how_many import how_many_sent
from pages.ui.i18n import gettext as _
from pages.ui.item_charts import plain


@dataclass(frozen=True)
class Entry:
    """A line of the time line: a lesson with how many sent, or a note."""

    on: date
    text: str
    sent: str
    is_note: bool


def draw_year(view: View, lessons: Sequence[Run]) -> None:
    """What was done when, what of the kit, and which competences."""
    released = [run for run in lessons if progress.is_released(run)]
    notes = class_notes.list_notes(view.store, view.teacher, view.cohort.id)
    st.header(_("What was done"), anchor=False)
    _draw_chart(view, released, [note.noted_on for note in notes])
    _draw_time_line(entries(view, lessons, participation(view.store, view.teacher, view.cohort.id), notes))
    _draw_notes(view, notes)
    st.header(_("The way through the kit"), anchor=False)
    _draw_kit(view, lessons)
    st.header(_("Competences so far"), anchor=False)
    _draw_competences(view.kit, view.language, [run.activity for run in released])


def entries(
    view: View, lessons: Sequence[Run], sent: Mapping[str, Participation], notes: Sequence[ClassNote]
) -> list[Entry]:
    """Lessons and notes, oldest first; on one day the notes come first."""
    held = [Entry(parts.held_on(run), view.title(run), how_many_sent(sent.get(run.id)), False) for run in lessons]
    noted = [Entry(note.noted_on, note.text, "", True) for note in notes]
    return sorted(noted + held, key=lambda entry: entry.on)


def _draw_chart(view: View, released: Sequence[Run], notes: Sequence[date]) -> None:
    """A line for each module that was begun; what has left the kit comes last."""
    if not released:
        return
    days = sorted(parts.held_on(run) for run in released)
    sentence = lessons_between(days)
    held: dict[str, list[date]] = {}
    for module in view.kit.modules:
        of_module = [run for run in released if view.module(run) == module]
        if of_module:
            held[view.kit.module_title(module, view.language)] = [parts.held_on(run) for run in of_module]
    gone = [parts.held_on(run) for run in released if view.module(run) is None]
    if gone:
        held[_("No longer in the kit")] = gone
    st.markdown(plain(sentence))
    items.draw_chart(year_chart(held, notes, sentence, view.look), sentence)


def _draw_time_line(lines: Sequence[Entry]) -> None:
    st.table(
        {
            _("Date"): [day(line.on) for line in lines],
            _("What"): [f"*{plain(line.text)}*" if line.is_note else plain(line.text) for line in lines],
            _("Who sent answers"): [line.sent for line in lines],
        },
        border="horizontal",
        hide_index=True,
    )


def _draw_notes(view: View, notes: Sequence[ClassNote]) -> None:
    with st.expander(_("Put a note on the time line"), key="progress_notes"):
        st.markdown(_("What happened to the class, such as “placement began”. Never about one person."))
        # The keys name the class and count its notes, so that a note that has been kept leaves empty fields behind.
        at = f"{view.cohort.id}_{len(notes)}"
        on = st.date_input(_("Day"), value=today(), key=f"progress_note_day_{at}", format="DD/MM/YYYY")
        text = st.text_input(_("Note"), max_chars=LONGEST_NOTE, key=f"progress_note_text_{at}", autocomplete="off")
        if st.button(_("Keep the note"), key="progress_note_add"):
            _keep(view, on, text)
        for note in notes:
            _draw_note(view, note)


def _keep(view: View, on: date | None, text: str) -> None:
    try:
        class_notes.add_note(view.store, view.teacher, view.cohort.id, on or today(), text)
    except ValueError:
        chrome.error(_("Nothing was kept: the note is empty."))
        return
    st.rerun()


def _draw_note(view: View, note: ClassNote) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"progress_note_{note.id}"):
        st.text(f"{day(note.noted_on)}: {note.text}", width="stretch")
        if st.button(_("Remove"), key=f"progress_note_remove_{note.id}"):
            class_notes.remove_note(view.store, view.teacher, view.cohort.id, note.id)
            st.rerun()


def _draw_kit(view: View, lessons: Sequence[Run]) -> None:
    """Every module with its activities: when they were done, or that they are still to come."""
    days = _days(lessons)
    for module in view.kit.modules:
        activities = [of for of in view.kit.activities.values() if of.module == module]
        st.subheader(plain(view.kit.module_title(module, view.language)), anchor=False)
        st.markdown("  \n".join(_kit_line(of.wording(view.language).title, days.get(of.slug, "")) for of in activities))
    gone = [run for run in lessons if run.activity not in view.kit.activities]
    if gone:
        st.subheader(_("No longer in the kit"), anchor=False)
        st.markdown("  \n".join(_kit_line(view.title(run), day(parts.held_on(run))) for run in gone))


def _days(lessons: Sequence[Run]) -> dict[str, str]:
    """Activity → the days on which it was held, oldest first."""
    found: dict[str, str] = {}
    for run in reversed(lessons):
        on = day(parts.held_on(run)) if progress.is_released(run) else _("open now")
        found[run.activity] = f"{found[run.activity]}, {on}" if run.activity in found else on
    return found


def _kit_line(title: str, when: str) -> str:
    if when:
        return f":material/check_circle: **{plain(title)}** — {plain(when)}"
    return f":material/radio_button_unchecked: {plain(title)} — {_('not yet')}"


def _draw_competences(kit: Kit, language: str, slugs: Sequence[str]) -> None:
    titles = {slug: activity.wording(language).title for slug, activity in kit.activities.items()}
    found = covered(kit, slugs)
    st.markdown(_("Which of LifeComp's nine competences the activities were about. This is no score of the class."))
    st.table(
        {
            _("Competence"): [plain(kit.lifecomp_name(code, language)) for code in found],
            _("Activities"): [
                plain(", ".join(titles[slug] for slug in done)) or _("not yet") for done in found.values()
            ],
        },
        border="horizontal",
        hide_index=True,
    )

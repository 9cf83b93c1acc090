"""What a teacher takes away: the totals of one class as a spreadsheet with a codebook, or as plain CSV."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import exports, progress
from data.clock import today
from data.exports import Row
from data.runs import Run
from pages.teacher.progress_parts import View
from pages.ui.i18n import gettext as _

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_exports(view: View, lessons: Sequence[Run]) -> None:
    """Two buttons; a file is made when one is pressed. Its name says nothing about school or class."""
    st.header(_("Take the totals with you"), anchor=False)
    if not any(progress.is_released(run) for run in lessons):
        st.markdown(_("There is nothing to take yet. Close a lesson's answers, and its totals can be taken from here."))
        return
    st.markdown(
        _("The sums of this class and what each column means. No row stands for a person, and nothing else is in it.")
    )
    name = f"totals-{today().isoformat()}"
    with st.container(horizontal=True, key="progress_exports"):
        st.download_button(
            _("Spreadsheet (XLSX)"),
            lambda: workbook(view, lessons),
            file_name=f"{name}.xlsx",
            mime=_XLSX,
            key="progress_xlsx",
            on_click="ignore",
        )
        st.download_button(
            _("Plain table (CSV)"),
            lambda: exports.as_csv(_rows(view)),
            file_name=f"{name}.csv",
            mime="text/csv",
            key="progress_csv",
            on_click="ignore",
        )
    if st.button(_("Evidence report"), key="progress_report", icon=":material/description:"):
        st.switch_page("teacher/report.py", query_params={"class": view.cohort.id})


def workbook(view: View, lessons: Sequence[Run]) -> bytes:
    """Totals, what their columns mean, and what was asked."""
    return exports.as_workbook(
        {
            "totals": [exports.COLUMNS, *_rows(view)],
            "codebook": [("column", "meaning"), *_columns().items()],
            "items": [("activity", "item", "item_version", "asked", "value", "answer"), *_asked(view, lessons)],
        }
    )


def _rows(view: View) -> list[Row]:
    return exports.rows_of_totals(view.store, view.teacher, view.cohort.id)


def _columns() -> dict[str, str]:
    """Every column of the totals → its meaning."""
    return {
        "class": _("The class."),
        "activity": _("The activity of the lesson."),
        "date": _("The day of the lesson."),
        "item": _("What was asked; its words stand in the sheet “items”."),
        "item_version": _("Rises when the words change. Do not join different versions."),
        "respondents": _(
            "How many gave a real answer: “rather not say” does not count. In steps of five where n is empty."
        ),
        "value": _("The answer; its words stand in the sheet “items”. For then and now: lower, same or higher."),
        "n": _("How many gave this answer; for a ranking its points. Empty for sensitive questions."),
        "amount": _(
            "Only for sensitive questions: few (fewer than a third, or none), some, most (over two thirds, or all)."
        ),
        "kind": _("How it was asked: a scale, a choice, several choices, a ranking, then and now, or words."),
    }


def _asked(view: View, lessons: Sequence[Run]) -> list[Row]:
    """One row for each answer of everything these lessons asked, each version once."""
    rows: dict[tuple[str, str, int], list[Row]] = {}
    for run in lessons:
        for spec in run.items:
            rows.setdefault((run.activity, spec.id, spec.version), _answers(view, run, spec.id, spec.version))
    return [row for of_item in rows.values() for row in of_item]


def _answers(view: View, run: Run, item_id: str, version: int) -> list[Row]:
    found = view.asked(run, item_id)
    if found is None:
        return [(run.activity, item_id, version, _("The kit asks this in other words today."), "", "")]
    _item, wording = found
    labels = dict(wording.points)
    directions = {"lower": wording.lower, "same": wording.same, "higher": wording.higher}
    labels |= {value: label for value, label in directions.items() if label is not None}
    answers = labels or {"": ""}
    return [(run.activity, item_id, version, wording.statement, value, label) for value, label in answers.items()]

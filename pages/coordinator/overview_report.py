"""The evidence report of a school year: its boxes, to change, copy and print."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from data import report
from pages.coordinator.overview_parts import View
from pages.ui.evidence_boxes import proposals
from pages.ui.evidence_year import basis_of_year, gather_year
from pages.ui.i18n import gettext as _
from pages.ui.report_boxes import Boxes, draw_boxes


def draw_report(view: View) -> None:
    store, asker, year = view.store, view.coordinator, view.year
    st.markdown(
        _(
            "What a project needs when it applies for the Quality Label: a box for each criterion, filled from the "
            "sums of the school year. Change it, copy it into the form, print everything. Teachers have a report of "
            "each of their classes, with its approved words, under Progress."
        )
    )
    query = urlencode({"year": year, "lang": view.language})
    st.link_button(_("Print the report"), f"/print/year-report?{query}", icon=":material/print:")
    draw_boxes(
        Boxes(
            about=year,
            proposed=proposals(basis_of_year(gather_year(store, asker, year, view.kit, view.language)), view.kit),
            kept=report.kept_of_year(store, asker, year),
            keep=lambda box, text: report.keep_of_year(store, asker, year, box, text),
            back=lambda box: report.back_to_proposed_of_year(store, asker, year, box),
        )
    )

"""The evidence report of a class: what it is, and its boxes."""

from __future__ import annotations

import streamlit as st

from data import report
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.ui.evidence import Evidence
from pages.ui.evidence_boxes import basis_of, proposals
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.report_boxes import Boxes


def say_what_it_is(evidence: Evidence) -> None:
    st.markdown(
        _(
            "What you need when you apply for the Quality Label: a box for each criterion, filled from your lessons. "
            "Change it, copy it into the form, print everything. It holds sums and approved words only."
        )
    )
    if not evidence.lessons:
        st.info(_("No lesson of this class has been closed yet. The boxes fill as you teach."))
    st.link_button(
        _("Print the report"),
        f"/print/report/{evidence.cohort.id}?lang={language()}",
        icon=":material/print:",
    )


def boxes_of(store: Store, teacher: Staff, evidence: Evidence, kit: Kit) -> Boxes:
    """What is proposed for this class, and what its teacher wrote instead."""
    cohort_id = evidence.cohort.id
    return Boxes(
        about=cohort_id,
        proposed=proposals(basis_of(evidence), kit),
        kept=report.kept_sentences(store, teacher, cohort_id),
        keep=lambda box, text: report.keep_sentences(store, teacher, cohort_id, box, text),
        back=lambda box: report.back_to_proposed(store, teacher, cohort_id, box),
    )

"""The boxes of the evidence report: what stands in each, ready to copy, and where it is changed."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

import streamlit as st

from data import report
from data.report import LONGEST_BOX
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.ui.evidence import Evidence
from pages.ui.evidence_boxes import proposed, titles
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language


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


def draw_boxes(store: Store, teacher: Staff, evidence: Evidence, kit: Kit, kept: Mapping[str, str]) -> None:
    for box, title in titles().items():
        st.header(title, anchor=False)
        text = kept.get(box, proposed(box, evidence, kit))
        with st.container(key=f"report_box_{box}"):
            st.code(text, language=None, wrap_lines=True)
        with st.expander(_("Change"), key=f"report_change_{box}"):
            _draw_change(store, teacher, evidence.cohort.id, box, text, is_own=box in kept)


def _draw_change(store: Store, teacher: Staff, cohort_id: str, box: str, text: str, *, is_own: bool) -> None:
    # The key follows class and text, so that the box shows what is kept even after a change elsewhere.
    key = f"report_text_{box}_{cohort_id}_{crc32(text.encode())}"
    written = st.text_area(_("Your sentences"), value=text, height=220, max_chars=LONGEST_BOX, key=key)
    with st.container(horizontal=True):
        if st.button(_("Keep this"), key=f"report_keep_{box}", type="primary"):
            report.keep_sentences(store, teacher, cohort_id, box, written)
            st.rerun()
        if is_own and st.button(_("Back to what was proposed"), key=f"report_back_{box}"):
            report.back_to_proposed(store, teacher, cohort_id, box)
            st.rerun()

"""The boxes of an evidence report: what stands in each, ready to copy, and where it is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zlib import crc32

import streamlit as st

from data.report import LONGEST_BOX
from pages.ui.evidence_boxes import titles
from pages.ui.i18n import gettext as _


@dataclass(frozen=True)
class Boxes:
    """`about` names the class or the year; `proposed` and `kept` map boxes to texts, `keep` and `back` change them."""

    about: str
    proposed: Mapping[str, str]
    kept: Mapping[str, str]
    keep: Callable[[str, str], None]
    back: Callable[[str], None]


def draw_boxes(boxes: Boxes) -> None:
    for box, title in titles().items():
        st.header(title, anchor=False)
        text = boxes.kept.get(box, boxes.proposed[box])
        with st.container(key=f"report_box_{box}"):
            st.code(text, language=None, wrap_lines=True)
        with st.expander(_("Change"), key=f"report_change_{box}"):
            _draw_change(boxes, box, text)


def _draw_change(boxes: Boxes, box: str, text: str) -> None:
    # The key follows what the report is about and its text, so that the field shows what was changed elsewhere too.
    key = f"report_text_{box}_{boxes.about}_{crc32(text.encode())}"
    written = st.text_area(_("Your sentences"), value=text, height=220, max_chars=LONGEST_BOX, key=key)
    with st.container(horizontal=True):
        if st.button(_("Keep this"), key=f"report_keep_{box}", type="primary"):
            boxes.keep(box, written)
            st.rerun()
        if box in boxes.kept and st.button(_("Back to what was proposed"), key=f"report_back_{box}"):
            boxes.back(box)
            st.rerun()

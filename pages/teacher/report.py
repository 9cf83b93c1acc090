"""The evidence report of a class: a box for each criterion of the Quality Label, to change, copy and print."""

from __future__ import annotations

import streamlit as st

from data import cohorts
from data.store import the_store
from pages.teacher import progress_parts, report_parts
from pages.ui import access, chrome, look
from pages.ui.evidence import gather
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.kit import the_kit
from pages.ui.report_boxes import draw_boxes

chrome.page(_("Evidence report"))
look.styles()
teacher = access.require_role("teacher")
store = the_store()

cohort = progress_parts.choose_class(cohorts.list_cohorts(store, teacher), st.query_params.get("class"))
look.made_up_mark(rehearsal=False, is_demo=cohort.is_demo)

evidence = gather(store, teacher, cohort, the_kit(), language())
report_parts.say_what_it_is(evidence)
draw_boxes(report_parts.boxes_of(store, teacher, evidence, the_kit()))
chrome.footer()

"""The library: every activity of the kit for anybody to read; signed-in teachers start lessons here."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages.teacher import activity_parts, library_parts, start_parts
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.kit import the_kit

kit = the_kit()
staff = access.signed_in()
teacher = staff if staff and "teacher" in staff.roles else None
spoken = language()
activity = kit.activities.get(st.query_params.get("activity", ""))
look.styles()
carried = {"class": st.query_params["class"]} if "class" in st.query_params else {}

if activity is None:
    chrome.page(_("Library"))
    library_parts.explain(kit, spoken)
    if teacher:
        library_parts.welcome(the_store(), teacher, kit, spoken)
    for module in kit.modules:
        library_parts.draw_module(kit, module, spoken, carried)
    if staff:
        library_parts.list_problems(kit)
    chrome.footer()
    st.stop()

# A link from this page to itself reaches the server but not the address, so the next run would forget the activity.
st.query_params.from_dict({**st.query_params.to_dict(), "activity": activity.slug})
wording = activity.wording(spoken)
chrome.page(wording.title)
st.page_link("teacher/library.py", label=_("All activities"), icon=":material/arrow_back:", query_params=carried)
activity_parts.lead(kit, activity, wording, spoken)
trade = activity_parts.choose_trade(activity)

if teacher:
    start_parts.offer_start(the_store(), teacher, activity, trade, spoken)
elif staff is None:
    chrome.link("staff/sign_in.py", _("Teachers: sign in to start this lesson"))

overview, steps, notes, items, handout = st.tabs(
    [_("Overview"), _("Steps"), _("Notes"), _("Questions"), _("Handout")], key="library_tabs"
)
with overview:
    activity_parts.draw_overview(kit, activity, wording, spoken)
with steps:
    activity_parts.draw_steps(activity, wording, trade, spoken)
with notes:
    activity_parts.draw_notes(activity, spoken)
with items:
    activity_parts.draw_items(activity, wording)
with handout:
    activity_parts.draw_handout(activity, spoken)

chrome.footer()

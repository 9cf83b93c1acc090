"""The library: every activity of the kit for anybody to read; signed-in teachers start lessons here."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages.teacher import activity_parts, library_filters, library_parts, print_links, side_by_side, start_parts
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
# A link from this page to itself reaches the server but not the address, so the next run would forget what it says.
st.query_params.from_dict(st.query_params.to_dict())
wanted = library_filters.wish(kit)
carried = {**wanted, **({"class": st.query_params["class"]} if "class" in st.query_params else {})}

if activity is None:
    chrome.page(_("Library"))
    with st.container(key="library_front"):
        library_parts.explain(kit)
        if teacher:
            library_parts.welcome(the_store(), teacher, kit, spoken)
        library_filters.draw_path(kit, wanted)
        with st.container(key="library_filters"):
            library_filters.draw(kit, spoken, wanted)
            chosen = library_parts.choose_class(the_store(), teacher) if teacher else ""
        found = library_filters.fitting(kit, wanted)
        library_filters.say_how_many(kit, spoken, wanted, found)
        done = library_parts.days_done(the_store(), teacher, chosen)
        library_parts.draw_road(kit, found, spoken, {**carried, "class": chosen} if chosen else carried, done)
    if staff:
        library_parts.list_problems(kit)
    chrome.footer()
    st.stop()

wording = activity.wording(spoken)
chrome.page(wording.title)
st.page_link("teacher/library.py", label=_("All activities"), icon=":material/arrow_back:", query_params=carried)
activity_parts.lead(kit, activity, wording, spoken)
trade = activity_parts.choose_trade(activity)

cards = 0
if teacher:
    cards = start_parts.offer_start(the_store(), teacher, activity, trade, spoken)
elif staff is None:
    chrome.link("staff/sign_in.py", _("Teachers: sign in to start this lesson"))

overview, steps, notes, items, handout, beside = st.tabs(
    [_("Overview"), _("Steps"), _("Notes"), _("Questions"), _("Handout"), _("Two languages")], key="library_tabs"
)
with overview:
    activity_parts.draw_overview(kit, activity, wording, trade, spoken, cards=cards)
with steps:
    activity_parts.draw_steps(activity, wording, trade, spoken)
with notes:
    print_links.draw_print_link(_("Print the notes"), activity, "notes", bool(activity.notes(spoken)))
    activity_parts.draw_notes(activity, spoken)
with items:
    activity_parts.draw_items(activity, wording, cards=cards)
with handout:
    activity_parts.draw_handout(activity, trade, spoken)
with beside:
    side_by_side.draw(activity, spoken)

chrome.footer()

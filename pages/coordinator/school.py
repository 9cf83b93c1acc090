"""The school: its contact, its floors, its staff, and the made-up school that can be removed."""

from __future__ import annotations

import streamlit as st

from data.school import get_school
from data.store import the_store
from pages.coordinator import school_parts as parts
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _

chrome.page(_("School"))
look.styles()
coordinator = access.require_role("coordinator")
store = the_store()
school = get_school(store, coordinator.school_id)
if school is None:
    access.signed_out()
    st.rerun()

look.made_up_mark(rehearsal=False, is_demo=school.is_demo)
parts.draw_name(school)
parts.draw_contact(store, coordinator, school)
parts.draw_staff(store, coordinator)
parts.draw_floors(store, coordinator, school)
parts.draw_made_up_school(store, coordinator)
parts.draw_backups()
chrome.footer()

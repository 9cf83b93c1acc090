"""The network check, for the five minutes before class: can a phone get in, and if not, why not, and what then?"""

from __future__ import annotations

import streamlit as st

from pages.teacher import network_causes, network_parts
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _

chrome.page(_("Can phones get in?"))
look.styles()
access.require_role("teacher")
way = network_parts.find_way()

st.markdown(_("Try it with one phone, in the room where you teach, before the class comes."))
if way.leads_nowhere:
    network_parts.say_no_network(way)
else:
    check = network_parts.the_check()
    square, beside = st.columns([2, 3], gap="medium")
    with square:
        network_parts.draw_square(way, check)
    with beside:
        network_parts.draw_steps(way, check)
        network_parts.watch(check.token, way)
    network_causes.follow(check.token, way)
network_parts.draw_ways_out()
chrome.footer()

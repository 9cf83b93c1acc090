"""Answer cards, keyed in: two learners at the teacher's laptop, one reads aloud, the other presses numbers."""

from __future__ import annotations

import streamlit as st

from data.store import the_store
from pages.teacher import cards_parts as parts
from pages.teacher.console_moves import find_run
from pages.teacher.console_parts import no_lesson
from pages.ui import access, card_keys, chrome, follow, look
from pages.ui.i18n import gettext as _
from pages.ui.kit import the_kit

# What became of the card that arrived last; nothing of the card itself.
_REPLY = "cards_reply"

chrome.page(_("Answer cards"))
look.styles()
teacher = access.require_role("teacher")
store = the_store()
run = find_run(store, teacher)
if run is None:
    no_lesson(store, teacher)
    chrome.footer()
    st.stop()

activity = the_kit().activities.get(run.activity)
asked = parts.asked(run, activity) if activity else []
if activity is None or not asked:
    parts.say_and_stop(_("This activity has no question that can be counted on paper."), run)

parts.draw_head(run, activity)
closed = parts.not_now(run)
if closed is not None:
    st.session_state.pop(_REPLY, None)
    parts.say_and_stop(closed, run)
chrome.ask_projector()

card = card_keys.heard()
if card is not None:
    st.session_state[_REPLY] = parts.take_in(store, teacher, run, card, [item for item, _wording in asked])

parts.draw_how()
card_keys.draw(run.id, asked, activity.wording(run.language).language, st.session_state.get(_REPLY))
follow.follow(run, ends_at=run.last_call_ends_at, guarded=())
parts.draw_news(store, run)
parts.way_back(run)
chrome.footer()

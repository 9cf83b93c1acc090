"""Which parts stand above and below the script on each of the learner's screens."""

from __future__ import annotations

import streamlit as st

from data.runs import Run
from data.school import School
from pages.learner import answering, joining, saved
from pages.learner.place import Place
from pages.ui import sentences
from pages.ui.i18n import gettext as _


def draw(screen: str, place: Place, run: Run | None, school: School | None) -> None:
    """What is to be read and answered."""
    # Always there: if what comes and goes moved the items, a browser might make them anew, under typing hands.
    news = st.empty()
    notices = answering.notices(run) if screen == "items" and run is not None else []
    trouble = place.trouble if screen not in ("closed", "over") else None
    if place.is_doubted or trouble or notices:
        with news.container():
            if place.is_doubted:
                joining.doubt(school)
            if trouble:
                st.error(sentences.sentence(trouble))
            answering.draw_notices(notices)
    if screen == "welcome":
        joining.welcome(place)
    elif screen == "newcomer":
        joining.newcomer(school)
    elif screen == "sent":
        saved.tick()
    elif screen == "deleted":
        saved.deleted(school)
    elif run is None or screen == "closed":
        saved.closed(_("The lesson is over") if run is None else _("The lesson is closed"), school)
    elif screen == "waiting":
        answering.waiting(run, school)
    else:
        answering.items_of(run, place, school)


def draw_below(screen: str, place: Place, school: School | None) -> None:
    """What can be done next."""
    if screen == "welcome":
        joining.below(place, school)
    elif screen == "items":
        answering.below(place)
    elif screen == "sent":
        saved.change_buttons(school)
    elif screen == "deleted":
        saved.again_or_done()
    elif screen in ("closed", "over"):
        saved.done_button()

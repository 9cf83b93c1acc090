"""Which parts stand above and below the script on each of the learner's screens."""

from __future__ import annotations

import streamlit as st

from data.runs import Run
from pages.learner import answering, joining, saved
from pages.learner.place import Place
from pages.ui import sentences
from pages.ui.i18n import gettext as _


def draw(screen: str, place: Place, run: Run | None) -> None:
    """What is to be read and answered."""
    # Always there: if what comes and goes moved the items, a browser might make them anew, under typing hands.
    with st.container(key="reflect_news"):
        _draw_news(screen, place, run)
    if screen == "welcome":
        joining.welcome(place)
    elif screen == "newcomer":
        joining.newcomer()
    elif screen == "sent":
        saved.tick()
    elif screen == "deleted":
        saved.deleted()
    elif run is None or screen == "closed":
        saved.closed(_("The lesson is over") if run is None else _("The lesson is closed"))
    elif screen == "waiting":
        answering.waiting(run)
    else:
        answering.items_of(run, place)


def _draw_news(screen: str, place: Place, run: Run | None) -> None:
    if place.is_doubted:
        joining.doubt()
    if place.trouble is not None and screen not in ("closed", "over"):
        st.error(sentences.sentence(place.trouble))
    if screen == "items" and run is not None:
        answering.notices(run)


def draw_below(screen: str, place: Place) -> None:
    """What can be done next."""
    if screen == "welcome":
        joining.below(place)
    elif screen == "items":
        answering.below(place)
    elif screen == "sent":
        saved.change_buttons()
    elif screen == "deleted":
        saved.again_or_done()
    elif screen in ("closed", "over"):
        saved.done_button()

"""Where the sheets to print are. Their addresses stand in docs/surface.md; `pages.printing` answers them."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from kit_content import Activity
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language


def draw_print_row(activity: Activity, trade: str | None, cards: int) -> None:
    """Everything of an activity that can be printed, each in a new tab. `cards`: how many the class needs, or 0."""
    with st.container(horizontal=True, key="library_print_all"):
        draw_print_link(_("Print the handout"), activity, "handout", bool(activity.handout(language())), trade=trade)
        draw_print_link(_("Print the notes"), activity, "notes", bool(activity.notes(language())))
        draw_exhibits_link(activity, trade)
        draw_print_link(_("Print answer cards"), activity, "cards", bool(activity.items), count=cards or None)


def draw_lesson_papers(activity: Activity, taught_in: str, trade: str | None, places: int) -> None:
    """For a lesson under way: the notes in the teacher's language, what the class gets in the lesson's own."""
    with st.container(horizontal=True, key="console_papers"):
        handout = bool(activity.handout(taught_in))
        draw_print_link(_("Print the notes"), activity, "notes", bool(activity.notes(language())))
        draw_print_link(_("Print the handout"), activity, "handout", handout, lang=taught_in, trade=trade)
        cards = bool(activity.items)
        draw_print_link(_("Print answer cards"), activity, "cards", cards, lang=taught_in, count=places)


def draw_print_link(label: str, activity: Activity, sheet: str, exists: bool, **query: str | int | None) -> None:
    if exists:
        st.link_button(label, sheet_address(sheet, activity.slug, **query), icon=":material/print:")


def draw_exhibits_link(activity: Activity, trade: str | None) -> None:
    shows = any(step.exhibit for step in activity.steps)
    draw_print_link(_("Print what the wall shows"), activity, "exhibits", shows, trade=trade)


def draw_class_sheet_link(code: str) -> None:
    st.link_button(_("Print the class code"), sheet_address("class", code), icon=":material/print:")


def sheet_address(sheet: str, name: str, **query: str | int | None) -> str:
    """`/print/handout/advert-under-the-lamp?lang=en&trade=metal`; what is None or empty is left out."""
    filled = {key: value for key, value in {"lang": language(), **query}.items() if value}
    return f"/print/{sheet}/{name}?{urlencode(filled)}"

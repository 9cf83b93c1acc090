"""Small things at hand on the teacher's page: projector, late joiners, places, the way in, and what is on paper."""

from __future__ import annotations

import os
from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from data import runs
from pages.teacher.console_moves import Lesson, open_now, press
from pages.teacher.print_links import draw_lesson_papers
from pages.ui import look
from pages.ui.address import own_addresses
from pages.ui.i18n import gettext as _
from pages.ui.joining import join_url, short_address


def draw_tools(lesson: Lesson) -> None:
    """What is pressed in the middle of a lesson; on a laptop also the pages beside this one."""
    with st.container(key="console_tools"), st.grid("auto", min_column_width=150, gap="xsmall"):
        _draw_blank(lesson)
        if lesson.run.state == "teaching" and lesson.activity.items:
            tool(_("Open the answers now"), "console_open", ":material/edit_note:", open_now, lesson)
        if lesson.run.state in ("teaching", "reflecting"):
            _draw_doors(lesson)
    if not lesson.on_phone:
        with st.container(key="console_links"), st.grid("auto", min_column_width=220, gap="xsmall"):
            _draw_links(lesson)


def _draw_blank(lesson: Lesson) -> None:
    owner = (lesson.store, lesson.teacher, lesson.run.id)
    if lesson.run.blank:
        tool(_("Show the wall"), "console_blank", ":material/visibility:", runs.set_blank, *owner, False)
    else:
        tool(_("Blank the wall"), "console_blank", ":material/visibility_off:", runs.set_blank, *owner, True)


def _draw_doors(lesson: Lesson) -> None:
    run, owner = lesson.run, (lesson.store, lesson.teacher, lesson.run.id)
    if run.doors_locked:
        tool(_("Let late joiners in"), "console_doors", ":material/lock_open:", runs.set_doors, *owner, False)
    else:
        tool(_("No late joiners"), "console_doors", ":material/door_front:", runs.set_doors, *owner, True)
    places = _("Add a place ({count})").format(count=run.places)
    tool(places, "console_places", ":material/person_add:", runs.add_places, *owner, 1)


def tool(label: str, key: str, icon: str, action: Callable[..., object], *arguments: object) -> None:
    st.button(label, key=key, icon=icon, width="stretch", wrap=True, on_click=press, args=(action, *arguments))


def _draw_links(lesson: Lesson) -> None:
    run = lesson.run
    _link(_("Open the wall"), f"/wall?{urlencode({'code': run.code})}", ":material/open_in_new:")
    if run.state not in ("teaching", "reflecting") or run.rehearsal:
        return
    if lesson.activity.items:
        _link(_("Key in answer cards"), f"/cards?{urlencode({'run': run.id})}", ":material/keyboard:")
    if run.state == "teaching":
        _link(_("Nobody gets in? Check the network"), "/network", ":material/network_check:")


def _link(label: str, address: str, icon: str) -> None:
    st.link_button(label, address, icon=icon, width="stretch", wrap=True)


def draw_way_in(lesson: Lesson) -> None:
    """Code and address, for whoever missed them on the wall."""
    if lesson.run.state not in ("teaching", "reflecting") or lesson.run.rehearsal:
        return
    with st.container(border=True, key="console_way_in"):
        st.markdown(_("Students open {address} and type this code:").format(address=_address(lesson.run.code)))
        look.class_code(lesson.run.code, "console")
        if lesson.run.doors_locked:
            st.markdown(_("Late joiners are locked out now."))


def _address(code: str) -> str:
    """As the wall shows it, unless its teacher chose another of several addresses there."""
    url = join_url(
        code,
        page=str(st.context.url or ""),
        own=own_addresses(),
        given=os.environ.get("OPEN_ROADS_ADDRESS", ""),
    )
    return short_address(url)


def draw_papers(lesson: Lesson) -> None:
    """What can still be printed while the class works."""
    run = lesson.run
    with st.expander(_("Print"), icon=":material/print:"):
        draw_lesson_papers(lesson.activity, run.language, run.trade, run.places)

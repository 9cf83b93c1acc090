"""The countdown on the teacher's page: start it, hold it, give a minute more, take it away."""

from __future__ import annotations

import streamlit as st

from data import timers
from pages.teacher.console_moves import Lesson
from pages.teacher.console_tools import tool
from pages.ui.follow import follow
from pages.ui.i18n import gettext as _

_MINUTE = 60
# A double click on one of these counts once.
_GUARDED = (
    "console_next",
    "console_back",
    "console_open",
    "console_close",
    "console_keep_open",
    "console_reveal",
    "console_places",
    "console_timer",
    "console_timer_hold",
)


def draw_timer(lesson: Lesson) -> None:
    """The clock that also hears of changes made elsewhere, and its buttons. A last call has the clock to itself."""
    run = lesson.run
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="console_timer_box"):
        if run.last_call_ends_at is not None:
            follow(run, ends_at=run.last_call_ends_at, guarded=_GUARDED)
        else:
            follow(run, ends_at=run.timer_ends_at, guarded=_GUARDED, left=run.timer_left)
            _draw_buttons(lesson)


def _draw_buttons(lesson: Lesson) -> None:
    run, owner = lesson.run, (lesson.store, lesson.teacher, lesson.run.id)
    planned, left = lesson.activity.steps[lesson.step].timer, timers.seconds_left(run)
    if run.timer_left is not None:
        tool(_("Go on"), "console_timer_hold", ":material/play_arrow:", timers.resume_timer, *owner)
    elif left:
        tool(_("Pause"), "console_timer_hold", ":material/pause:", timers.pause_timer, *owner)
    elif planned:
        tool(_label(planned), "console_timer", ":material/timer:", timers.set_timer, *owner, planned)
    more = _("+1 min") if left else _label(_MINUTE)
    tool(more, "console_timer_more", ":material/more_time:", timers.add_to_timer, *owner, _MINUTE)
    if left:
        tool(_("Stop"), "console_timer", ":material/timer_off:", timers.set_timer, *owner, None)


def _label(seconds: int) -> str:
    return _("Timer, {minutes}").format(minutes=f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}")

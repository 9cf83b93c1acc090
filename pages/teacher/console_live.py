"""The live half of the teacher's page: answers, charts, clock, late joiners, and the way in."""

from __future__ import annotations

import os
from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from data import clock, release, runs, timers
from pages.teacher.console_moves import Lesson, close_for_good, open_now, press, reveal_next
from pages.ui import look
from pages.ui.address import own_addresses
from pages.ui.follow import follow
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext
from pages.ui.joining import join_url, short_address

# A double click on one of these counts once.
_GUARDED = ("console_next", "console_back", "console_close", "console_keep_open", "console_reveal", "console_places")
_LOOK_EVERY_SECONDS = 5


def draw_state(lesson: Lesson) -> None:
    """The running clock, and what can be done with the answers now."""
    run = lesson.run
    running = None if run.timer_ends_at is None or clock.is_past(run.timer_ends_at) else run.timer_ends_at
    follow(run, ends_at=run.last_call_ends_at or running, guarded=_GUARDED)
    if run.state == "teaching":
        st.button(
            _("Open the answers now"),
            key="console_open",
            icon=":material/edit_note:",
            width="stretch",
            on_click=press,
            args=(open_now, lesson),
        )
    elif run.state == "reflecting":
        _draw_close(lesson)
    else:
        _draw_reveal(lesson)


def _draw_close(lesson: Lesson) -> None:
    owner = (lesson.store, lesson.teacher, lesson.run.id)
    is_asked = lesson.run.last_call_ends_at is not None
    with st.container(border=True, key="console_close_box"):
        _say_band(lesson, is_asked)
        if not is_asked:
            st.button(
                _("Close the answers"),
                key="console_close",
                icon=":material/lock:",
                width="stretch",
                on_click=press,
                args=(runs.start_last_call, *owner),
            )
            return
        st.markdown(_("Last call: students can still send. Closing is final, nobody can open the answers again."))
        # The way back stands where the first press was, so that a second press in haste closes nothing.
        st.button(
            _("Keep open"),
            key="console_keep_open",
            width="stretch",
            on_click=press,
            args=(runs.cancel_last_call, *owner),
        )
        st.button(
            _("Close for good"),
            key="console_close",
            icon=":material/lock:",
            width="stretch",
            on_click=press,
            args=(close_for_good, lesson),
        )


@st.fragment(run_every=_LOOK_EVERY_SECONDS)
def _say_band(lesson: Lesson, is_asked: bool) -> None:
    """In words only, and anew every few seconds: who sends does not ring a bell."""
    band = runs.sent_band(lesson.store, lesson.run.id)
    st.markdown(f"**{band_words(band)}**")
    if not is_asked:
        return
    if band == 0:
        st.warning(_("Fewer than five have sent. Closing now erases their answers, and nobody sees a chart."))
    elif lesson.run.floor > runs.BAND:
        st.info(_("A chart needs {count} answers in your school. Fewer are erased.").format(count=lesson.run.floor))


def band_words(band: int) -> str:
    return _("{count}+ have sent").format(count=band) if band else _("Fewer than 5 have sent")


def _draw_reveal(lesson: Lesson) -> None:
    run = lesson.run
    with st.container(border=True, key="console_reveal_box"):
        if release.totals_of_run(lesson.store, lesson.teacher, run.id):
            _offer_next_chart(lesson)
        else:
            st.markdown(
                _("**Too few answered for a chart, so nobody sees one.** What was sent is erased. Talk about it:")
            )
            st.markdown(lesson.wording.talk_question)
        if not run.rehearsal:
            st.page_link(
                "teacher/progress.py",
                label=_("All charts of this class"),
                icon=":material/bar_chart:",
                query_params={"class": run.cohort_id},
            )


def _offer_next_chart(lesson: Lesson) -> None:
    count = len(lesson.run.wall_items)
    shown = ngettext("{shown} of {count} chart is shown.", "{shown} of {count} charts are shown.", count)
    st.markdown(shown.format(shown=lesson.run.revealed, count=count))
    st.button(
        _("Show the next chart"),
        key="console_reveal",
        icon=":material/bar_chart:",
        width="stretch",
        disabled=lesson.run.revealed >= count,
        on_click=press,
        args=(reveal_next, lesson),
    )


def draw_tools(lesson: Lesson) -> None:
    """Small things at hand: projector, clock, late joiners, places."""
    run, owner = lesson.run, (lesson.store, lesson.teacher, lesson.run.id)
    with st.container(key="console_tools"), st.grid("auto", min_column_width=150, gap="xsmall"):
        st.link_button(
            _("Open the wall"),
            f"/wall?{urlencode({'code': run.code})}",
            icon=":material/open_in_new:",
            width="stretch",
            wrap=True,
        )
        if run.blank:
            _tool(_("Show the wall"), "console_blank", ":material/visibility:", runs.set_blank, *owner, False)
        else:
            _tool(_("Blank the wall"), "console_blank", ":material/visibility_off:", runs.set_blank, *owner, True)
        _draw_timer(lesson)
        if run.state not in ("teaching", "reflecting"):
            return
        if run.doors_locked:
            _tool(_("Let late joiners in"), "console_doors", ":material/lock_open:", runs.set_doors, *owner, False)
        else:
            _tool(_("No late joiners"), "console_doors", ":material/door_front:", runs.set_doors, *owner, True)
        places = _("Add a place ({count})").format(count=run.places)
        _tool(places, "console_places", ":material/person_add:", runs.add_places, *owner, 1)


def _tool(label: str, key: str, icon: str, action: Callable[..., object], *arguments: object) -> None:
    st.button(label, key=key, icon=icon, width="stretch", wrap=True, on_click=press, args=(action, *arguments))


def _draw_timer(lesson: Lesson) -> None:
    owner = (lesson.store, lesson.teacher, lesson.run.id)
    seconds = lesson.activity.steps[lesson.step].timer
    if lesson.run.timer_ends_at is not None and not clock.is_past(lesson.run.timer_ends_at):
        _tool(_("Stop the timer"), "console_timer", ":material/timer_off:", timers.set_timer, *owner, None)
    elif seconds:
        label = _("Timer, {minutes}").format(minutes=f"{seconds // 60}:{seconds % 60:02d}")
        _tool(label, "console_timer", ":material/timer:", timers.set_timer, *owner, seconds)


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

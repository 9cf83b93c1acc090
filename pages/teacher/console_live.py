"""The live half of the teacher's page: the answers, and the charts after them."""

from __future__ import annotations

import streamlit as st

from data import release, runs
from pages.teacher.console_moves import Lesson, close_for_good, press, reveal_move, reveal_next
from pages.teacher.console_timer import draw_timer
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext

_LOOK_EVERY_SECONDS = 5


def draw_state(lesson: Lesson) -> None:
    """The clock, and what can be done with the answers now."""
    draw_timer(lesson)
    if lesson.run.state == "reflecting":
        _draw_close(lesson)
    elif lesson.run.state == "closed":
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
        if not run.rehearsal and not lesson.on_phone:
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
    move = reveal_move(lesson.run, lesson.activity)
    st.button(
        _("Let the class guess first") if move.kind == "guess" else _("Show the next chart"),
        key="console_reveal",
        icon=":material/bar_chart:",
        width="stretch",
        disabled=move.kind not in ("guess", "reveal"),
        on_click=press,
        args=(reveal_next, lesson),
    )

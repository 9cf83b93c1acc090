"""What the teacher's page shows to anybody who looks over the teacher's shoulder: nothing here is private."""

from __future__ import annotations

import streamlit as st

from data import runs
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages.teacher.activity_parts import step_kind
from pages.teacher.console_moves import Lesson, press, walk
from pages.ui import chrome, look
from pages.ui.ask_twice import ask_twice
from pages.ui.i18n import gettext as _
from pages.ui.lesson import Move, next_move, previous_step


def no_lesson(store: Store, teacher: Staff) -> None:
    """Nothing to hold: the lessons under way, or how to start one."""
    current = runs.current_runs(store, teacher)
    if "run" in st.query_params:
        st.markdown(_("This lesson is not one of yours, or it has been thrown away."))
    if not current:
        st.markdown(_("No lesson is under way. Choose an activity in the library and start it."))
        chrome.link("teacher/library.py", _("Open the library"))
        return
    st.markdown(_("Which lesson?"))
    for run in current:
        with st.container(border=True, key=f"console_choice_{run.id}"):
            look.big_text(run.cohort_name, run.id)
            st.page_link("teacher/console.py", label=_("Open the teacher's page"), query_params={"run": run.id})


def activity_is_gone(store: Store, teacher: Staff, run: Run) -> None:
    look.big_text(run.cohort_name, "console")
    st.warning(
        _("The activity of this lesson is no longer in the kit. You can end the lesson; what was counted stays.")
    )
    if run.is_current:
        st.button(_("End the lesson"), key="console_end", on_click=press, args=(runs.end_run, store, teacher, run.id))


def draw_head(lesson: Lesson) -> None:
    """Which class, which activity, and how far the answers are."""
    run = lesson.run
    look.made_up_mark(rehearsal=run.rehearsal, is_demo=run.is_demo)
    look.big_text(run.cohort_name, "console")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(lesson.wording.title, width="content")
        st.badge(
            state_words(run.state),
            icon=_STATE_ICONS[run.state],
            color="primary" if run.state == "reflecting" else "gray",
        )


_STATE_ICONS = {
    "teaching": ":material/co_present:",
    "reflecting": ":material/edit_note:",
    "closed": ":material/lock:",
    "ended": ":material/flag:",
}


def state_words(state: str) -> str:
    return {
        "teaching": _("Lesson under way"),
        "reflecting": _("Answers are open"),
        "closed": _("Answers are closed"),
        "ended": _("Lesson has ended"),
    }[state]


def draw_wall_now(lesson: Lesson) -> None:
    """The step on the wall, and what comes next."""
    run, step = lesson.run, lesson.activity.steps[lesson.step]
    with st.container(border=True, key="console_wall_now"):
        place = _("Step {number} of {count}").format(number=lesson.step + 1, count=len(lesson.activity.steps))
        minutes = _("{count} minutes").format(count=step.minutes)
        st.markdown(f"{place} · {step_kind(step)} · {minutes}")
        with st.container(key="console_wall_text"):
            st.markdown(_("The wall is blank.") if run.blank else lesson.words(lesson.step).wall)
        st.markdown(_next_words(lesson))


def _next_words(lesson: Lesson) -> str:
    move = next_move(lesson.run, lesson.activity)
    if move.kind == "nothing":
        return _("This is the last step. End the lesson below when you are done.")
    what = lesson.words(move.step).wall if move.kind == "step" else move_words(lesson, move)
    return _("Next: {what}").format(what=what)


def move_words(lesson: Lesson, move: Move) -> str:
    """The move as a button says it."""
    if lesson.run.blank:
        return _("Uncover the wall")
    if move.kind == "reveal":
        return _("Show chart {number} of {count}").format(number=move.count, count=len(lesson.run.wall_items))
    return {
        "step": _("Next step"),
        "open": _("Open the answers"),
        "last_call": _("Last call, 60 seconds"),
        "close": _("Close for good"),
        "guess": _("Let the class guess first"),
    }.get(move.kind, _("Last step"))


def draw_walk(lesson: Lesson) -> None:
    """Back and next, always under the thumb."""
    back, forward = previous_step(lesson.run, lesson.activity), next_move(lesson.run, lesson.activity)
    with st.bottom, st.container(key="console_walk"):
        left, right = st.columns([1, 2], wrap=False)
        left.button(
            _("Keep open") if back.kind == "cancel_last_call" else _("Back"),
            key="console_back",
            icon=":material/arrow_back:",
            width="stretch",
            wrap=True,
            disabled=back.kind == "nothing",
            on_click=press,
            args=(walk, lesson, back),
        )
        right.button(
            move_words(lesson, forward),
            key="console_next",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            width="stretch",
            wrap=True,
            disabled=forward.kind == "nothing" and not lesson.run.blank,
            on_click=press,
            args=(walk, lesson, forward),
        )


def draw_end(lesson: Lesson) -> None:
    """The ways out of a lesson; both ask twice."""
    run, owner = lesson.run, (lesson.store, lesson.teacher, lesson.run.id)
    is_last = next_move(run, lesson.activity).kind == "nothing"
    with st.expander(_("End or throw away"), expanded=is_last, icon=":material/logout:"):
        if run.state == "reflecting":
            st.markdown(_("Close the answers before you end the lesson."))
        elif ask_twice("console_end", _("End the lesson"), _end_question(run), _("End it"), icon=":material/flag:"):
            press(runs.end_run, *owner)
            st.rerun()
        question = _("Throw this lesson away, with its charts and texts? Nothing of it can be brought back.")
        if ask_twice(
            "console_discard", _("Throw this lesson away"), question, _("Throw it away"), icon=":material/delete:"
        ):
            press(runs.discard_run, *owner)
            if lesson.on_phone:
                st.rerun()
            st.switch_page("teacher/classes.py")


def _end_question(run: Run) -> str:
    if run.rehearsal:
        return _("End the rehearsal? It is thrown away with its made-up answers.")
    if run.state == "teaching":
        return _("End the lesson without answers? The wall goes quiet and the code stops working.")
    return _("End the lesson? The wall goes quiet and the code stops working. The charts stay under “Progress”.")


def draw_ended(lesson: Lesson) -> None:
    st.markdown(_("The wall is quiet and the code leads nowhere until you start the next lesson."))
    with st.container(horizontal=True):
        st.page_link(
            "teacher/progress.py",
            label=_("See the charts of this class"),
            icon=":material/bar_chart:",
            query_params={"class": lesson.run.cohort_id},
        )
        st.page_link("teacher/classes.py", label=_("My classes"), icon=":material/groups:")


def draw_key_help() -> None:
    with st.expander(_("Keys on the wall"), icon=":material/keyboard:"):
        st.markdown(_("Where you are signed in, the wall's own window listens to these keys and to a presenter:"))
        keys = {
            "PageDown": _("Next: step, opening, last call, close, charts"),
            "PageUp": _("Back"),
            "→ ←": _("The same; while answers are open, leaf through the questions"),
            "B": _("Blank the wall, and show it again"),
            "F": _("Full screen"),
        }
        st.markdown("\n".join(f"- **{key}** – {meaning}" for key, meaning in keys.items()))

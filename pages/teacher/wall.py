"""The wall: one step of the running lesson in very large type. Anybody may look; keys steer it for its own teacher."""

from __future__ import annotations

import os
from contextlib import suppress

import streamlit as st

from data import clock, release, runs, texts
from data.cohorts import fold_code
from data.runs import Run
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store, the_store
from kit_content import Activity
from pages.ui import access, address, chrome, i18n, joining, stage
from pages.ui.i18n import gettext as _
from pages.ui.kit import the_kit
from pages.ui.lesson import make_move, next_move, previous_step

_ADDRESS = "address"
_STEERED = "wall_steered"


def main() -> None:
    st.set_page_config(page_title=f"{_('Wall')} · {chrome.PRODUCT}")
    store, teacher = the_store(), access.signed_in()
    code = _class_code(store, teacher)
    if not code:
        _ask_code()
        return
    run = runs.current_run(store, code)
    activity = the_kit().activities.get(run.activity) if run else None
    if run is None or activity is None:
        revision = run.revision if run else 0
        payload = stage.silent_payload(code, server_now=clock.as_text(clock.now()), revision=revision)
    else:
        i18n.use(run.language)
        payload = _payload(store, run, activity, steering=_own_run(store, teacher, code) is not None)
    pressed = stage.draw(payload, on_key=_steer)
    if pressed == "leave" and run is not None:
        st.switch_page("teacher/console.py", query_params={"run": run.id})
    if pressed and _STEERED not in st.session_state:
        # The server was restarted: the first key of a new session finds no callback yet.
        _steer()
        st.rerun()
    st.session_state.pop(_STEERED, None)


def _class_code(store: Store, teacher: Staff | None) -> str:
    """The code in the address; a teacher who comes without one has a lesson under way or not."""
    code = fold_code(st.query_params.get("code", ""))
    if not code and teacher is not None:
        lessons = runs.current_runs(store, teacher)
        return lessons[0].code if len(lessons) == 1 else ""
    return code


def _ask_code() -> None:
    st.title(_("Wall"), anchor=False)
    with st.container(key="enter_wall_open"):
        code = st.text_input(_("Class code"), key="wall_code")
        if st.button(_("Show this class's lesson"), key="wall_open", type="primary") and fold_code(code):
            st.query_params["code"] = fold_code(code)
            st.rerun()
    chrome.footer()


def _payload(store: Store, run: Run, activity: Activity, *, steering: bool) -> stage.View:
    is_closed = run.state == "closed"
    public = stage.Public(
        join_url=_join_url(run.code),
        band=runs.sent_band(store, run.id) if run.state in ("reflecting", "closed") else 0,
        totals=release.revealed_totals(store, run.code) if is_closed else (),
        texts=texts.approved_texts(store, run.code) if is_closed else (),
        has_other_addresses=steering and len(address.own_addresses()) > 1,
    )
    return stage.lesson_payload(run, activity, public, server_now=clock.as_text(clock.now()), steering=steering)


def _join_url(code: str) -> str:
    return joining.join_url(
        code,
        page=str(st.context.url or ""),
        own=address.own_addresses(),
        given=os.environ.get("OPEN_ROADS_ADDRESS", ""),
        chosen=st.query_params.get(_ADDRESS, ""),
    )


def _own_run(store: Store, teacher: Staff | None, code: str) -> Run | None:
    run = runs.current_run(store, code)
    return runs.get_run(store, teacher, run.id) if run and teacher else None


def _steer() -> None:
    """A key on the wall. The run is read anew, so that the key acts on what is, not on what was drawn."""
    key = st.session_state.wall.key
    st.session_state[_STEERED] = True
    store, teacher = the_store(), access.signed_in()
    run = _own_run(store, teacher, _class_code(store, teacher))
    activity = the_kit().activities.get(run.activity) if run else None
    if run is None or teacher is None or activity is None:
        return
    with suppress(runs.WrongState, NotAllowed):  # somebody else was quicker: what is drawn next shows it
        if key == "next":
            make_move(store, teacher, run, next_move(run, activity))
        elif key == "back":
            make_move(store, teacher, run, previous_step(run, activity))
        elif key == "blank":
            runs.set_blank(store, teacher, run.id, not run.blank)
        elif key == "address":
            st.query_params[_ADDRESS] = joining.next_host(_join_url(run.code), address.own_addresses())


main()

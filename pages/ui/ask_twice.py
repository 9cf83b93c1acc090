"""Things that cannot be undone ask twice, on the page itself (a window over the page would hide what is meant)."""

from __future__ import annotations

import streamlit as st

from pages.ui.i18n import gettext as _


def ask_twice(key: str, label: str, question: str, answer: str, *, icon: str | None = None) -> bool:
    """Draw a button that asks `question` before it is meant; True in the run in which `answer` was pressed.

    Keys: the button itself is `key`, the second press `<key>_yes`, the way back `<key>_no`.
    """
    asked, answered = f"{key}_asked", f"{key}_answered"
    if not st.session_state.get(asked):
        st.button(label, key=key, icon=icon, on_click=_note, args=(asked, True))
        return bool(st.session_state.pop(answered, False))
    with st.container(border=True, key=f"{key}_question"):
        st.warning(question, icon=":material/warning:")
        with st.container(horizontal=True):
            st.button(_("No, keep it"), key=f"{key}_no", on_click=_note, args=(asked, False))
            st.button(answer, key=f"{key}_yes", type="primary", on_click=_answer, args=(asked, answered))
    return False


def _note(name: str, value: bool) -> None:
    st.session_state[name] = value


def _answer(asked: str, answered: str) -> None:
    st.session_state[asked] = False
    st.session_state[answered] = True

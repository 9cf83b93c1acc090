"""Which language this reader gets: `?lang=`, else the one chosen before, else the browser's, else English."""

from __future__ import annotations

import streamlit as st

from pages.ui import i18n
from pages.ui.i18n import gettext as _

_WIDGET = "language"
# A widget's own state is dropped on pages that do not draw it.
_CHOSEN = "chosen_language"
_ANSWERS = ("item_", "share_")


def choose() -> str:
    """Put the reader's language in use and return it, a key of `i18n.LANGUAGES`."""
    language = _resolve()
    i18n.use(language)
    return language


def switch() -> None:
    """Draw the choice of languages."""
    st.session_state[_WIDGET] = i18n.language()
    st.radio(
        _("Language"),
        options=list(i18n.LANGUAGES),
        format_func=i18n.LANGUAGES.__getitem__,
        horizontal=True,
        key=_WIDGET,
        on_change=_switched,
    )


def _resolve() -> str:
    asked = st.query_params.get("lang")
    if asked in i18n.LANGUAGES:
        st.session_state[_CHOSEN] = asked
        return asked
    chosen = st.session_state.get(_CHOSEN)
    if chosen in i18n.LANGUAGES:
        return str(chosen)
    spoken = str(st.context.locale or "").partition("-")[0].lower()
    return spoken if spoken in i18n.LANGUAGES else i18n.DEFAULT_LANGUAGE


def _switched() -> None:
    language = str(st.session_state[_WIDGET])
    st.session_state[_CHOSEN] = language
    st.query_params["lang"] = language
    i18n.use(language)
    # A keyed radio whose labels change language loses its value unless the value is assigned again.
    for key in list(st.session_state):
        if str(key).startswith(_ANSWERS):
            st.session_state[key] = st.session_state[key]


i18n.resolve_with(_resolve)

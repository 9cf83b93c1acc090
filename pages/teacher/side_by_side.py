"""An activity in two languages beside each other, for two teachers whose classes work together."""

from __future__ import annotations

import streamlit as st

from kit_content import LANGUAGES, Activity, ItemWording
from pages.teacher.activity_parts import step_kind
from pages.teacher.library_parts import review_note, time_words
from pages.ui.i18n import gettext as _

# In the address, so that one teacher can send the other a link.
_BESIDE = "beside"
_KEY = "library_beside"


def draw(activity: Activity, language: str) -> None:
    """What the wall shows and what students are asked, in this language and in one more."""
    second = _choose(language)
    left, right = activity.wording(language), activity.wording(second)
    notes = ((language, review_note(left, language)), (second, review_note(right, second)))
    _pair(*(f"**{LANGUAGES[spoken]}**" + (f"  \n{note}" if note else "") for spoken, note in notes), key="names")
    st.header(_("Steps"), anchor=False)
    for number, step in enumerate(activity.steps, start=1):
        st.markdown(f"{number} · {step_kind(step)} · {time_words(step.minutes)}")
        _pair(left.steps[step.id].wall, right.steps[step.id].wall, key=step.id)
    st.header(_("What students are asked"), anchor=False)
    for item in activity.items:
        if item.id in left.items and item.id in right.items:
            _pair(*(_asked(wording.items[item.id], item.points) for wording in (left, right)), key=f"item_{item.id}")


def _choose(language: str) -> str:
    others = [other for other in LANGUAGES if other != language]
    asked = st.query_params.get(_BESIDE, "")
    st.session_state[_KEY] = asked if asked in others else others[0]
    chosen = st.segmented_control(
        _("Second language"),
        options=others,
        required=True,
        format_func=LANGUAGES.__getitem__,
        key=_KEY,
        on_change=_remember,
    )
    return chosen or others[0]


def _remember() -> None:
    st.query_params[_BESIDE] = st.session_state[_KEY]


def _asked(words: ItemWording, points: tuple[str, ...]) -> str:
    answers = " · ".join(words.points.get(point, point) for point in points)
    return f"**{words.statement}**" + (f"  \n{answers}" if answers else "")


def _pair(left: str, right: str, *, key: str) -> None:
    with st.container(key=f"library_pair_{key}"):
        st.markdown(left)
        st.markdown(right)

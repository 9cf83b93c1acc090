"""A ranking as widgets: each option's place, one radio each, and a tick for "rather not say".

Widget keys: `item_<id>_1` for the place of the first option in the kit's order, and so on, from "1" to the number of
options; `item_<id>_skip` for the tick. A place that was given twice is pointed out, never moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from data.reflections import RATHER_NOT_SAY
from data.runs import ItemSpec
from kit_content import ItemWording
from pages.ui.i18n import gettext as _


def draw(item: ItemSpec, wording: ItemWording) -> None:
    with st.container(key=f"block_{item.id}"):
        hint = _("1 is the first place, {last} the last. Give each place once.").format(last=len(item.points))
        st.html(
            f'<p class="roads-statement roads-ranking">{escape(wording.statement)}</p>'
            f'<p class="roads-hint">{escape(hint)}</p>'
        )
        for key, option in _keys(item).items():
            st.radio(
                wording.points[option],
                _places(item),
                index=None,
                key=key,
                horizontal=True,
                on_change="ignore",
                width="stretch",
            )
        st.checkbox(_("Rather not say"), key=_skip_key(item), on_change="ignore", width="stretch")


def value(item: ItemSpec) -> list[str] | str | None:
    """The options, the first place first; None while a place is open or was given twice."""
    if st.session_state.get(_skip_key(item)) is True:
        return RATHER_NOT_SAY
    given = _given(item)
    if sorted(given.values()) != list(_places(item)):
        return None
    return sorted(given, key=given.__getitem__)


def still_open(item: ItemSpec) -> str:
    """What there is to do yet, in a sentence."""
    places = list(_given(item).values())
    twice = next((place for place in _places(item) if places.count(place) > 1), None)
    if twice is not None:
        return _("Still open: place {place} is given twice.").format(place=twice)
    return _("Still open: give each one a place.")


def restore(item: ItemSpec, draft: Mapping[str, object]) -> None:
    """`draft` holds a position from 0 for each radio, and true for the tick."""
    places = _places(item)
    for key in _keys(item):
        position = draft.get(key)
        if isinstance(position, bool) or not isinstance(position, (int, float)):
            continue
        if position in range(len(places)):
            st.session_state[key] = places[int(position)]
    st.session_state[_skip_key(item)] = draft.get(_skip_key(item)) is True


def in_words(wording: ItemWording, order: tuple[str, ...] | list[str]) -> str:
    """`1. The pay`, `2. The hours` …, one below the other."""
    return "\n".join(f"{place}. {wording.points[option]}" for place, option in enumerate(order, start=1))


def _given(item: ItemSpec) -> dict[str, str]:
    """Option → place, as far as chosen. What a forged message left there is no place."""
    held = {option: st.session_state.get(key) for key, option in _keys(item).items()}
    return {option: place for option, place in held.items() if isinstance(place, str) and place in _places(item)}


def _places(item: ItemSpec) -> tuple[str, ...]:
    return tuple(str(place) for place in range(1, len(item.points) + 1))


def _keys(item: ItemSpec) -> dict[str, str]:
    """Widget key → option."""
    return {f"item_{item.id}_{number}": option for number, option in enumerate(item.points, start=1)}


def _skip_key(item: ItemSpec) -> str:
    return f"item_{item.id}_skip"

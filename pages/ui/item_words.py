"""Up to three single words as widgets: short boxes that may stay empty.

Widget keys: `item_<id>_1` to `item_<id>_3`. What is not one word is pointed out, and stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from data.reflections import RATHER_NOT_SAY
from data.runs import ItemSpec
from data.words import LONGEST_WORD, MOST_WORDS, clean_word
from kit_content import ItemWording
from pages.ui.i18n import gettext as _


def draw(item: ItemSpec, wording: ItemWording, support: str) -> None:
    with st.container(key=f"block_{item.id}"):
        may_stay_empty = _("One word in each box. Boxes may stay empty.")
        who_reads = _("Words that at least two people wrote, and your teacher approves, may be shown.")
        st.html(
            f'{support}<p class="roads-statement roads-single-words">{escape(wording.statement)}</p>'
            f'<p class="roads-hint">{escape(may_stay_empty)} {escape(who_reads)}</p>'
        )
        for number, key in enumerate(_keys(item), start=1):
            st.text_input(
                _("Word {number}").format(number=number),
                key=key,
                max_chars=LONGEST_WORD,
                autocomplete="off",
                on_change="ignore",
            )


def value(item: ItemSpec) -> list[str] | str | None:
    """The words; None while something that is not one word stands in a box."""
    words = [clean_word(str(st.session_state.get(key) or "")) for key in _keys(item)]
    if None in words:
        return None
    return [word for word in words if word] or RATHER_NOT_SAY


def still_open() -> str:
    """What there is to do yet, in a sentence."""
    return _("Still open: one word in each box, with letters and digits only.")


def restore(item: ItemSpec, draft: Mapping[str, object]) -> None:
    for key in _keys(item):
        text = draft.get(key)
        if isinstance(text, str):
            st.session_state[key] = text[:LONGEST_WORD]


def _keys(item: ItemSpec) -> tuple[str, ...]:
    return tuple(f"item_{item.id}_{number}" for number in range(1, MOST_WORDS + 1))

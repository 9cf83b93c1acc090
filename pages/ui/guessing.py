"""The moment before a chart: the class guesses what most of them said. An item in, a plain dictionary out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.ui.findings import title_of
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    from kit_content import Item, ItemWording
    from pages.ui.reveal import View


def guess_view(item: Item, words: ItemWording) -> View:
    """The question to guess, and the answers in the order of its chart, to be shown with as many fingers."""
    answers = [words.points.get(point, point) for point in item.points]
    if item.kind == "then_now":
        answers = [words.higher or "", words.same or "", words.lower or ""]
    first = item.kind == "ranking"
    return {
        "scene": "guess",
        "label": _("What do you think comes first for us?") if first else _("What do you think most of us said?"),
        # A change is asked about in two parts; its title says both in one.
        "text": title_of(words) if item.kind == "then_now" else words.statement,
        "answers": answers,
        "in_a_row": item.kind == "scale",
        "note": _("Show the number with your fingers. It is a guess, not your own answer."),
    }

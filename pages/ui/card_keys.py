"""The keyboard for answer cards: one card at a time in the browser, held there until it is kept, then forgotten.

The script makes a seat for each card and sends it with the keys that were pressed. A card whose answer did not come
back keeps its seat, so pressing Enter again counts it once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from data.runs import ItemSpec
from kit_content import ItemWording
from pages.files import asset_url
from pages.ui import chrome
from pages.ui.card_items import KEYS, NOT_SAY_KEY, choice_words
from pages.ui.i18n import gettext as _

KEY = "cards_keys"
_CALL = re.compile(r"[A-Za-z0-9_-]{1,22}")

_script = st.components.v2.component("open_roads_card_keys", js=chrome.stub("card_keys.js"), isolate_styles=False)


@dataclass(frozen=True)
class Card:
    """What the browser sends. `call` names this sending and nothing else; `seat` is the card's own.

    `pressed`: item id → keys. None: it asks what became of the card that was on its way when the page was left.
    """

    call: str
    seat: str
    pressed: Mapping[str, Sequence[str]] | None


@dataclass(frozen=True)
class Reply:
    """What became of the sending named `call`: `kept`, `lost`, or `refused` for a reason that the sentence says."""

    call: str
    outcome: str
    sentence: str


def heard() -> Card | None:
    """The card that has just arrived; None in every other run."""
    return _read((st.session_state.get(KEY) or {}).get("card"))


def draw(run_id: str, items: Sequence[tuple[ItemSpec, ItemWording]], language: str, reply: Reply | None) -> None:
    """Put the keyboard on the page. `language` is the one of the items' words."""
    data = {
        "run": run_id,
        "styles": asset_url("card_keys.css"),
        "language": language,
        "items": [_shown(item, wording) for item, wording in items],
        "words": _words(),
        "reply": {"call": reply.call, "outcome": reply.outcome, "sentence": reply.sentence} if reply else None,
    }
    _script(key=KEY, data=data, on_card_change=_arrived)


def _arrived() -> None:
    """A card needs no more than the run that it causes: `heard` takes it there, behind the page's guard."""


def _read(sent: object) -> Card | None:
    """Anybody can forge what a browser sends: what does not have the form of a card is none."""
    if not isinstance(sent, Mapping):
        return None
    call, seat, pressed = sent.get("call"), sent.get("seat"), sent.get("pressed")
    if not isinstance(call, str) or not _CALL.fullmatch(call) or not isinstance(seat, str):
        return None
    if pressed is None:
        return Card(call, seat, None)
    if not isinstance(pressed, Mapping):
        return None
    return Card(call, seat, {str(item): keys for item, keys in pressed.items() if _are_keys(keys)})


def _are_keys(keys: object) -> bool:
    return isinstance(keys, list) and all(isinstance(key, str) and len(key) == 1 for key in keys)


def _shown(item: ItemSpec, wording: ItemWording) -> dict[str, object]:
    words = choice_words(item, wording)
    return {
        "id": item.id,
        "takes": {"multiple_choice": "several", "ranking": "places"}.get(item.kind, "one"),
        "statement": wording.statement,
        "choices": [*map(list, zip(KEYS, words, strict=False)), [NOT_SAY_KEY, _("Rather not say")]],
        "hint": _hint(item),
    }


def _hint(item: ItemSpec) -> str:
    if item.kind == "multiple_choice":
        return _("Press every number that is ticked, then Enter. No tick: 0.")
    if item.kind == "ranking":
        return _("Press the numbers on the card in this order. One is missing or stands twice: 0.")
    return _("Press the number that is ticked. No tick, or two: 0.")


def _words() -> dict[str, str]:
    """Every sentence of the script."""
    return {
        "name": _("One answer card"),
        "place": _("Question {number} of {count}"),
        "start": _("Take a card and press its numbers."),
        "whole": _("This card"),
        "summary": _("Does this fit the card? Enter: keep this card. Esc: start it again."),
        "asking": _("One moment: was the last card kept?"),
        "sending": _("One moment …"),
        "kept": _("Kept. Tear the card up."),
        "was_kept": _("The last card was kept. Tear it up."),
        "was_lost": _("The last card was not kept. Please key it in again."),
        "no_answer": _("We do not know yet whether it was kept. Press Enter again: the card counts only once."),
        "offline": _("Not connected, so the card is not sent yet. Press Enter again when the connection is back."),
        "twice": _("{place} is given already. If it stands twice on the card, press 0."),
        "unknown": _("This question has no {key}."),
        "back": _("Back"),
        "next": _("Next question"),
        "keep": _("Keep this card"),
        "again": _("Start again"),
    }

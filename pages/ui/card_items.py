"""What an answer card asks, and which key each of its boxes is: printed on the card, pressed by whoever keys it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from kit_content.schema import CLASS_CHECK, ItemWording

# The first box of an item is 1; after the 9 come letters. "Rather not say" is always 0.
KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
NOT_SAY_KEY = "0"
# Written words show who wrote them.
_WRITTEN = ("text", "words")


class AskedItem(Protocol):
    """An item of the kit, or of a run."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def sensitive(self) -> bool: ...
    @property
    def points(self) -> Sequence[str]: ...


_Item = TypeVar("_Item", bound=AskedItem)


def on_card(items: Iterable[_Item]) -> list[_Item]:
    """The items that a card may ask: nothing sensitive, nothing written, not the class check, which is for screens."""
    return [
        item
        for item in items
        if not item.sensitive and item.kind not in _WRITTEN and not item.id.startswith(CLASS_CHECK)
    ]


def choice_words(item: AskedItem, wording: ItemWording) -> tuple[str, ...]:
    """The words beside the boxes of an item in their order, without "rather not say"."""
    if item.kind == "then_now":
        # Never then or now alone: only which way it went.
        return tuple(move or "" for move in (wording.lower, wording.same, wording.higher))
    return tuple(wording.points.get(point, point) for point in item.points)

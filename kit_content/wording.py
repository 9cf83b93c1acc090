"""Reading language files: which texts an activity needs, which are there, and what stands in for the others."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kit_content.plain import sign_in
from kit_content.schema import NONE_OF_THESE, Activity, Item, ItemWording, StepWording, Wording
from kit_content.sources import Findings, Source, unsafe_markup

TextPath = tuple[str, ...]
Texts = Mapping[TextPath, str | tuple[str, ...]]

# Without these in at least one language a lesson cannot be shown; the others may be empty until somebody writes them.
_ESSENTIAL_TEXTS = ("title", "aim", "talk_question")
_OTHER_TEXTS = ("charted", "private", "partner", "no_device", "preparation", "evaluation", "follow_up")
_LISTS = ("outcomes", "materials")
_THEN_NOW = ("then", "now", "lower", "same", "higher")
# More than this does not fit on the wall at all; `check` asks for far less.
MOST_WORDS_A_WALL_HOLDS = 50


@dataclass(frozen=True)
class Needed:
    """The paths of texts that a language file has to hold, may hold, and those that a lesson cannot do without.

    `plain`: those shown as they are, in which no sign may stand.
    """

    texts: frozenset[TextPath]
    lists: frozenset[TextPath] = frozenset()
    optional: frozenset[TextPath] = frozenset()
    essential: frozenset[TextPath] = frozenset()
    plain: frozenset[TextPath] = frozenset()


def texts_of_activity(activity: Activity, shared_ids: Collection[str], exhibits: Collection[TextPath]) -> Needed:
    """What a language file of that activity must say. `exhibits`: (exhibit,) or (exhibit, trade) for each version."""
    own = [item for item in activity.items if item.id and item.id not in shared_ids]
    steps = [step.id for step in activity.steps if step.id]
    alts = {("exhibits", *exhibit, "alt") for exhibit in exhibits}
    items = texts_of_items(own)
    walls = {("steps", step, "wall") for step in steps}
    essential = {(key,) for key in _ESSENTIAL_TEXTS} | walls | items | alts
    texts = essential | {(key,) for key in _OTHER_TEXTS} | {("steps", step, "script") for step in steps}
    optional: set[TextPath] = {("items", item.id, "finding") for item in own}
    optional |= {("items", item.id, "options", NONE_OF_THESE) for item in own if NONE_OF_THESE in item.options}
    lists = frozenset((key,) for key in _LISTS)
    return Needed(frozenset(texts), lists, frozenset(optional), frozenset(essential), frozenset(items | optional))


def plain_texts(texts: Collection[TextPath], optional: Collection[TextPath] = ()) -> Needed:
    """A file of labels or items, each of them shown as it is."""
    return Needed(frozenset(texts), optional=frozenset(optional), plain=frozenset({*texts, *optional}))


def texts_of_items(items: Collection[Item]) -> set[TextPath]:
    """The paths under [items] that those items need."""
    return {path for item in items for path in _texts_of_item(item)}


def read_language(source: Source, needed: Needed, findings: Findings, *, whole: bool = True) -> Texts:
    """The good texts of the file; what is unknown or unsafe is noted and left out, and when `whole` what is missing."""
    texts: dict[TextPath, str | tuple[str, ...]] = {}
    known = needed.texts | needed.lists | needed.optional

    def note(path: TextPath, what: str, hint: str) -> None:
        findings.add(source.name, source.line(*path), f"“{'.'.join(path)}” {what}", hint)

    present = dict(_leaves(source.values))
    for path, value in present.items():
        if path in known:
            fault = _fault_of_list(value) if path in needed.lists else _fault_of_text(value)
            fault = fault or _fault_of_place(path, value, needed)
            if fault:
                note(path, *fault)
            else:
                texts[path] = tuple(value) if isinstance(value, list) else str(value).strip()
        elif path != ("reviewed",):
            note(path, "is not used", _nearest(path, known))
    for path in sorted((needed.texts | needed.lists) - present.keys() if whole else ()):
        note(path, "is missing", "Write it; until then another language stands in")
    return texts


class Lookup:
    """Texts in one language, each with another language to stand in for it."""

    def __init__(self, own: Texts, other: Texts) -> None:
        self.own = own
        self.other = other
        self.stood_in = False

    def text(self, *path: str) -> str:
        """The text, or "" when no language has it."""
        value = self._value(path)
        return value if isinstance(value, str) else ""

    def texts(self, *path: str) -> tuple[str, ...]:
        value = self._value(path)
        return value if isinstance(value, tuple) else ()

    def optional(self, *path: str) -> str | None:
        """A text that may be left out, so nothing stands in for it."""
        value = self.own.get(path)
        return value if isinstance(value, str) else None

    def _value(self, path: TextPath) -> str | tuple[str, ...] | None:
        if path not in self.own and path in self.other:
            self.stood_in = True
        return self.own.get(path, self.other.get(path))


def make_wording(activity: Activity, language: str, reviewed: bool, lookup: Lookup) -> Wording:
    steps = {
        step.id: StepWording(lookup.text("steps", step.id, "wall"), lookup.text("steps", step.id, "script"))
        for step in activity.steps
    }
    items = {item.id: item_wording(item, lookup) for item in activity.items}
    texts = {key: lookup.text(key) for key in (*_ESSENTIAL_TEXTS, *_OTHER_TEXTS)}
    lists = {key: lookup.texts(key) for key in _LISTS}
    return Wording(
        language=language,
        reviewed=reviewed,
        fallback=lookup.stood_in,
        steps=steps,
        items=items,
        outcomes=lists["outcomes"],
        materials=lists["materials"],
        **texts,
    )


def _texts_of_item(item: Item) -> Iterator[TextPath]:
    yield ("items", item.id, "statement")
    if item.kind == "then_now":
        yield from (("items", item.id, key) for key in _THEN_NOW)
    # "None of these" has a wording of its own for the whole kit, which an item may replace.
    yield from (("items", item.id, "options", option) for option in item.options if option != NONE_OF_THESE)


def item_wording(item: Item, lookup: Lookup) -> ItemWording:
    if item.scale:
        points = {point: lookup.text("scales", item.scale.id, point) for point in item.scale.points}
    else:
        points = {option: _option_label(item, option, lookup) for option in item.options}
    then_now = {key: lookup.text("items", item.id, key) if item.kind == "then_now" else None for key in _THEN_NOW}
    return ItemWording(
        statement=lookup.text("items", item.id, "statement"),
        points=points,
        then_label=then_now["then"],
        now_label=then_now["now"],
        lower=then_now["lower"],
        same=then_now["same"],
        higher=then_now["higher"],
        finding=lookup.optional("items", item.id, "finding"),
    )


def _option_label(item: Item, option: str, lookup: Lookup) -> str:
    if option == NONE_OF_THESE:
        return lookup.optional("items", item.id, "options", option) or lookup.text(NONE_OF_THESE)
    return lookup.text("items", item.id, "options", option)


def _leaves(table: Mapping[str, object], path: TextPath = ()) -> Iterator[tuple[TextPath, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _fault_of_text(value: object) -> tuple[str, str] | None:
    """What is wrong with a text and how to mend it, or None."""
    if not isinstance(value, str):
        return "must be text in quotation marks", ""
    if not value.strip():
        return "is empty", "Write it, or take the line out until it is written"
    unsafe = next(unsafe_markup(value), None)
    return (f"holds {unsafe[1]}", unsafe[2]) if unsafe else None


def _fault_of_place(path: TextPath, value: object, needed: Needed) -> tuple[str, str] | None:
    """What is wrong with a text that would be good elsewhere, or None."""
    words = len(str(value).split())
    if path[0] == "steps" and path[-1] == "wall" and words > MOST_WORDS_A_WALL_HOLDS:
        return f"has {words} words, which no wall can show", "At most 25; the rest belongs in the script"
    sign = sign_in(str(value)) if path in needed.plain else None
    return (f"holds {sign[0]}", sign[1]) if sign else None


def _fault_of_list(value: object) -> tuple[str, str] | None:
    if not isinstance(value, list):
        return "must be a list of texts", 'For example ["one", "two"]'
    if not value:
        return "is empty", "Write it, or take the line out until it is written"
    return next((fault for fault in map(_fault_of_text, value) if fault), None)


def _nearest(path: TextPath, known: Collection[TextPath]) -> str:
    """A hint when the key looks like a misspelt neighbour."""
    beside = [other[-1] for other in known if other[:-1] == path[:-1]]
    near = difflib.get_close_matches(path[-1], sorted(beside), n=1)
    return f"Did you mean “{near[0]}”?" if near else "Take it out, or look for a wrong id"

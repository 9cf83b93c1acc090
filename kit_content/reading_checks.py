"""The checks of how easy an activity, or the items that several share, is to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kit_content.readability import ITEMS, WALLS, Level, faults_together, hardest, longest_sentence
from kit_content.schema import LANGUAGES
from kit_content.sources import Findings, Source

_RESULTS = ("then", "now", "lower", "same", "higher")


@dataclass(frozen=True)
class Said:
    """A text with its place in a language file."""

    path: tuple[str, ...]
    text: str


def check_readability(source: Source, language: str, findings: Findings) -> None:
    """Of the items and walls in one language file."""
    _check("items", list(items_in(source.values)), ITEMS, source, language, findings)
    _check("steps", list(walls_in(source.values)), WALLS, source, language, findings)


def items_in(values: Mapping[str, object]) -> Iterator[Said]:
    """Statements, options and results."""
    for item, wording in _tables(values.get("items")):
        yield from _texts(wording, ("items", item), ("statement", *_RESULTS))
        options = wording.get("options")
        if isinstance(options, dict):
            yield from _texts(options, ("items", item, "options"), options)


def walls_in(values: Mapping[str, object]) -> Iterator[Said]:
    for step, wording in _tables(values.get("steps")):
        yield from _texts(wording, ("steps", step), ("wall",))


def _tables(value: object) -> Iterator[tuple[str, dict[str, object]]]:
    for name, table in value.items() if isinstance(value, dict) else ():
        if isinstance(table, dict):
            yield name, table


def _texts(table: Mapping[str, object], path: tuple[str, ...], keys: Iterable[str]) -> Iterator[Said]:
    for key in keys:
        text = table.get(key)
        if isinstance(text, str):
            yield Said((*path, key), text)


def _check(group: str, said: list[Said], level: Level, source: Source, language: str, findings: Findings) -> None:
    for each in said:
        words = longest_sentence(each.text)
        if words > level.words:
            message = f"“{'.'.join(each.path)}” has a sentence of {words} words"
            hint = f"At most {level.words} at level {level.name}: make two of it"
            findings.add(source.name, source.line(*each.path), message, hint)
    texts = [each.text for each in said]
    for fault in faults_together(texts, language, level):
        message = f"The {group} are hard to read in {LANGUAGES[language]}: {fault}"
        hint = f"Level {level.name} wants shorter words and sentences; begin with “{hardest(texts)}”"
        findings.add(source.name, source.line(*said[0].path), message, hint)

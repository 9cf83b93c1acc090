"""Words that worry, from `worrying/<lang>.toml`: on them a learner's own page says once more who can help.

The lists go to the browser as they are, and only `pages/ui/assets/seat_support.js` looks for them in a text.
Each file says how its phrases are written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kit_content.loader import KIT_FOLDER
from kit_content.schema import FIRST_LANGUAGE, LANGUAGES
from kit_content.sources import Findings, read_toml
from kit_content.tables import Table

FOLDER = "worrying"
TOPICS = (
    "suicidal_thoughts",
    "self_harm",
    "violence",
    "sexual_harassment",
    "bullying",
    "hunger_or_no_place",
    "hopelessness",
    "pregnancy_fear",
    "threat_to_others",
)
GAP = "…"
FEWEST_LETTERS = 5  # of a phrase; what is shorter is in too many harmless sentences
_PLAIN = re.compile(r"[^\W_](?:[^\W_]|['’-])*")
_WORD = re.compile(rf"@(?P<group>[a-z_]+)|{_PLAIN.pattern}\*?")


@dataclass(frozen=True)
class WorryingWords:
    """One language's lists. `also_typed`: what people type in place of a letter, as Latin letters for Greek ones."""

    worrying: tuple[str, ...]
    harmless: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    also_typed: Mapping[str, tuple[str, ...]]


def worrying_words(root: Path = KIT_FOLDER) -> tuple[WorryingWords, ...]:
    """The lists of every language; one with a problem is left out, as is one that is still a copy of the English."""
    found: list[WorryingWords] = []
    for language in (FIRST_LANGUAGE, *LANGUAGES):
        findings = Findings()
        words = _read(root, language, findings)
        if words and not findings and words not in found:
            found.append(words)
    return tuple(found)


def as_json(words: tuple[WorryingWords, ...]) -> bytes:
    """What the browser reads."""
    return json.dumps([asdict(each) for each in words], ensure_ascii=False, separators=(",", ":")).encode()


def check_worrying(root: Path, findings: Findings) -> None:
    """Every problem of the lists, by file and line."""
    for language in LANGUAGES:
        _read(root, language, findings)


def _read(root: Path, language: str, findings: Findings) -> WorryingWords | None:
    source = read_toml(root / FOLDER / f"{language}.toml", f"{root.name}/{FOLDER}/{language}.toml", findings)
    if source is None:
        return None
    table = Table(source, findings)
    table.flag("reviewed")
    table.refuse_others(("reviewed", "groups", "worrying", "harmless", "also_typed"))
    groups = _read_groups(table.table("groups"))
    by_topic = table.table("worrying")
    by_topic.refuse_others(TOPICS)
    worrying = [phrase for topic in TOPICS for phrase in _phrases(by_topic, topic, groups, FEWEST_LETTERS)]
    harmless = _phrases(table.table("harmless"), "phrases", groups, FEWEST_LETTERS)
    _note_twice(by_topic, worrying)
    return WorryingWords(tuple(worrying), harmless, groups, _read_typed(table.table("also_typed")))


def _read_groups(table: Table) -> dict[str, tuple[str, ...]]:
    groups = {name: table.texts(name) for name in table.values}
    for name, members in groups.items():
        for member in members:
            if not all(_PLAIN.fullmatch(word) for word in member.split(" ")):
                table.problem(
                    name, f"“{member}” has other signs than letters", "A group holds words as people write them"
                )
    return groups


def _phrases(table: Table, key: str, groups: Mapping[str, tuple[str, ...]], fewest: int) -> tuple[str, ...]:
    phrases = table.texts(key)
    for phrase in phrases:
        wrong = next(_faults_of(phrase, groups), None)
        if wrong:
            table.problem(key, f"“{phrase}” cannot be looked for: {wrong}", "The head of the English file says how")
        elif "@" not in phrase and sum(sign.isalnum() for sign in phrase) < fewest:
            table.problem(key, f"“{phrase}” is too short: it would be found in harmless sentences")
    return phrases


def _faults_of(phrase: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    words = phrase.split(" ")
    if words[0] == GAP or words[-1] == GAP:
        yield f"{GAP} stands between words"
    if all(word == GAP or word.endswith("?") for word in words):
        yield "every word of it may be missing"
    for word in words:
        for one in () if word == GAP else word.removesuffix("?").split("|"):
            found = _WORD.fullmatch(one)
            if found is None:
                yield f"“{one}” is no word"
            elif found["group"] and found["group"] not in groups:
                yield f"there is no group “{found['group']}”"


def _note_twice(table: Table, phrases: list[str]) -> None:
    for phrase in {phrase for phrase in phrases if phrases.count(phrase) > 1}:
        topic = next(topic for topic in TOPICS if phrase in table.texts(topic, required=False))
        table.problem(topic, f"“{phrase}” stands there twice", "Take one of them away")


def _read_typed(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Letters → what is typed for them; "" where they are left out, as the silent h of Spanish."""
    typed: dict[str, tuple[str, ...]] = {}
    for letters, others in table.values.items():
        if isinstance(others, list) and all(isinstance(one, str) and (one.isalnum() or not one) for one in others):
            typed[letters] = tuple(others)
        else:
            table.problem(letters, f"“{letters}” must be a list of letters", 'For example ["th", "8"]')
    return typed

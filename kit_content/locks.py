"""The wording lock: which words each version of an item was asked in.

Charts of a year are only one series while everybody was asked the same. So a changed item gets a new version, and
`wordings.lock.toml`, beside the kit and beside a school's own activities, holds what each version asked.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit_content.schema import Item, ItemWording
from kit_content.sources import Findings, Source, read_toml

LOCK_FILE = "wordings.lock.toml"
SHARED = "_shared"  # stands where an activity has its slug
_HASH = re.compile(r"[0-9a-f]{16}")
_HEAD = """\
# What each version of an item asks: its format, and a hash of its words in the language it was written in first.
# Lines are added by `python -m kit_content lock` and never change. A changed item gets a new version in activity.toml.
"""


@dataclass(frozen=True)
class Locked:
    """`asks` is the format in plain words, `words` the hash of the wording."""

    asks: str
    words: str


Lock = Mapping[str, Mapping[str, Mapping[int, Locked]]]  # activity -> item -> version


@dataclass(frozen=True)
class Asked:
    """An item as it stands in the files now, with the places of its version and its words."""

    activity: str
    item: Item
    wording: ItemWording
    structure: Source
    version_line: int
    words: Source
    words_line: int

    @property
    def locked(self) -> Locked:
        return Locked(asks_of(self.item), hash_of(self.item, self.wording))


def asks_of(item: Item) -> str:
    """What a new version is needed for when it changes, beside the words."""
    parts = [item.kind, item.scale.id if item.scale else "", *item.points, "sensitive" if item.sensitive else ""]
    return " ".join(part for part in parts if part)


def hash_of(item: Item, wording: ItemWording) -> str:
    """Of everything a learner reads before answering; spaces do not count."""
    words = [wording.statement, wording.then_label or "", wording.now_label or ""]
    words += [f"{point}={wording.points.get(point, '')}" for point in item.points]
    plain = "\n".join(" ".join(unicodedata.normalize("NFC", text).split()) for text in words)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def read_lock(folder: Path, name: str, findings: Findings) -> Lock | None:
    """The lock of that folder; None when it has none, or with a problem noted when it cannot be read."""
    path = folder / LOCK_FILE
    if not os.path.lexists(path):
        return None
    source = read_toml(path, f"{name}/{LOCK_FILE}", findings)
    if source is None:
        return None
    lock: dict[str, dict[str, dict[int, Locked]]] = {}
    for activity, item, version, values in _entries(source.values):
        if isinstance(values, dict) and version.isdecimal() and _HASH.fullmatch(str(values.get("words"))):
            locked = Locked(str(values.get("asks")), str(values["words"]))
            lock.setdefault(activity, {}).setdefault(item, {})[int(version)] = locked
        else:
            hint = "Take the file from the last state that was good"
            findings.add(source.name, source.line(activity, item), f"The line of “{item}” cannot be read", hint)
    return lock


def _entries(values: Mapping[str, object]) -> Iterator[tuple[str, str, str, object]]:
    for activity, items in values.items():
        for item, versions in items.items() if isinstance(items, dict) else ((activity, None),):
            for version, locked in versions.items() if isinstance(versions, dict) else (("", None),):
                yield activity, str(item), str(version), locked


def has_other_meaning(lock: Lock | None, activity: str, item: Item) -> bool:
    """Whether this version of the item was something else: its answers must not be added to those of then."""
    locked = (lock or {}).get(activity, {}).get(item.id, {}).get(item.version)
    return locked is not None and locked.asks != asks_of(item)


def check_lock(lock: Lock, asked: Iterable[Asked], lock_name: str, findings: Findings) -> None:
    """Every item keeps its words as long as it keeps its version, and stands in the lock."""
    for each in asked:
        versions = lock.get(each.activity, {}).get(each.item.id, {})
        version, now = each.item.version, each.locked
        locked = versions.get(version)
        newest = max(versions, default=0)
        newer = f"Write version = {newest + 1}: it starts a new series"
        if version < newest:
            message = f"The version of “{each.item.id}” has fallen from {newest} to {version}"
            findings.add(each.structure.name, each.version_line, message, newer)
        elif locked is None:
            message = f"“{each.item.id}” version {version} is not in {lock_name}"
            findings.add(each.structure.name, each.version_line, message, "python -m kit_content lock adds it")
        elif locked.asks == now.asks and locked.words != now.words:
            message = f"The words of “{each.item.id}” have changed, its version {version} has not"
            findings.add(each.words.name, each.words_line, message, newer)


def note_other_meaning(item: Item, structure: Source, line: int, findings: Findings) -> None:
    message = f"“{item.id}” version {item.version} asked something else before"
    hint = "Give it a higher version, or an id of its own: kind, scale, options and sensitive belong to the version"
    findings.add(structure.name, line, message, hint)


def with_new(lock: Lock | None, asked: Iterable[Asked]) -> tuple[Lock, int]:
    """The lock with every version that it did not hold yet, and how many these are; what it holds stays."""
    grown = {slug: {item: dict(versions) for item, versions in items.items()} for slug, items in (lock or {}).items()}
    new = 0
    for each in asked:
        versions = grown.setdefault(each.activity, {}).setdefault(each.item.id, {})
        if each.item.version not in versions and each.item.version > max(versions, default=0):
            versions[each.item.version] = each.locked
            new += 1
    return grown, new


def lock_text(lock: Lock) -> str:
    lines = [_HEAD, "\n"]
    for activity, items in lock.items():
        lines.append(f"[{activity}]\n")
        for item, versions in items.items():
            for version, locked in versions.items():
                lines.append(f'{item}.{version} = {{ asks = "{locked.asks}", words = "{locked.words}" }}\n')
        lines.append("\n")
    return "".join(lines).rstrip("\n") + "\n"

"""The items of the kit, and of a school's own activities, beside the wording lock of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kit_content.loader import KIT_FOLDER, KitReading, folder_name, read_kit
from kit_content.locks import (
    LOCK_FILE,
    SHARED,
    Asked,
    Lock,
    asks_of,
    check_lock,
    lock_text,
    note_other_meaning,
    with_new,
)
from kit_content.reading import Reading, item_line
from kit_content.schema import FIRST_LANGUAGE, Item
from kit_content.sources import Findings, Refused, Source, read_toml
from kit_content.wording import Lookup, item_wording


def check_locks(reading: KitReading, root: Path, extra: Path | None, findings: Findings) -> None:
    """The kit has a lock; a school may have one."""
    if reading.kit_lock is not None:
        check_lock(reading.kit_lock, asked_in_kit(reading, root), f"{root.name}/{LOCK_FILE}", findings)
        _check_shared_meaning(reading.kit_lock, reading, root, findings)
    elif not (root / LOCK_FILE).exists():
        findings.add(f"{root.name}/{LOCK_FILE}", 1, f"{LOCK_FILE} is missing", "python -m kit_content lock writes it")
    if reading.school_lock is not None and extra is not None:
        check_lock(reading.school_lock, asked_in_school(reading), f"{folder_name(extra)}/{LOCK_FILE}", findings)


def asked_in_kit(reading: KitReading, root: Path) -> list[Asked]:
    own = [asked for each in reading.readings if each.place.of_the_kit for asked in _asked(each, reading)]
    return [*_asked_shared(reading, root), *own]


def asked_in_school(reading: KitReading) -> list[Asked]:
    return [asked for each in reading.readings if not each.place.of_the_kit for asked in _asked(each, reading)]


def _asked(reading: Reading, kit: KitReading) -> Iterator[Asked]:
    """The activity's own items; none while it cannot be taught, for then words may be missing."""
    activity, structure = reading.activity, reading.structure
    for item in activity.items if reading.sound and reading.first in reading.languages else ():
        if item.id not in kit.common.shared_ids:
            words = reading.languages[reading.first]
            yield Asked(
                activity=activity.slug,
                item=item,
                wording=activity.wording(reading.first).items[item.id],
                structure=structure,
                version_line=item_line(structure, "items", item.id, "version"),
                words=words,
                words_line=words.line("items", item.id, "statement"),
            )


def _asked_shared(reading: KitReading, root: Path) -> Iterator[Asked]:
    lookup = Lookup(reading.shared_texts[FIRST_LANGUAGE], {})
    for item, structure, line in _shared_items(reading, root):
        words = _shared_file(root, FIRST_LANGUAGE)
        if words:
            yield Asked(
                activity=SHARED,
                item=item,
                wording=item_wording(item, lookup),
                structure=structure,
                version_line=line,
                words=words,
                words_line=words.line("items", item.id, "statement"),
            )


def _check_shared_meaning(lock: Lock, reading: KitReading, root: Path, findings: Findings) -> None:
    for item, structure, line in _shared_items(reading, root):
        locked = lock.get(SHARED, {}).get(item.id, {}).get(item.version)
        if locked and locked.asks != asks_of(item):
            note_other_meaning(item, structure, line, findings)


def _shared_items(reading: KitReading, root: Path) -> Iterator[tuple[Item, Source, int]]:
    """Each shared item with its file and the line of its version."""
    structure = _shared_file(root, "shared")
    for group, items in reading.common.shared.items() if structure else ():
        for item in items:
            assert structure
            yield item, structure, item_line(structure, group, item.id, "version")


def _shared_file(root: Path, stem: str) -> Source | None:
    """A file that the loader has read and judged already."""
    return read_toml(root / "shared" / f"{stem}.toml", f"{root.name}/shared/{stem}.toml", Findings())


def renew_lock(folder: Path | None, root: Path = KIT_FOLDER) -> tuple[Path, int]:
    """Add what is new to the lock of the kit, or of a school's `folder`; its path and how many were added.

    Raises Refused when there is no such folder or its lock cannot be read: nothing in it may be lost.
    """
    if folder is not None and not folder.is_dir():
        raise Refused(f"There is no folder {folder}.")
    reading = read_kit(folder, root)
    lock = reading.kit_lock if folder is None else reading.school_lock
    path = (folder or root) / LOCK_FILE
    if any(problem.file.endswith(f"/{LOCK_FILE}") for problem in reading.kit.problems):
        raise Refused(f"{path} cannot be read. Take it from the last state that was good.")
    grown, new = with_new(lock, asked_in_kit(reading, root) if folder is None else asked_in_school(reading))
    if new:
        path.write_text(lock_text(grown), encoding="utf-8", newline="\n")
    return path, new

"""The rules that a good activity keeps, beyond those without which it could not be loaded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit_content.asked import check_locks
from kit_content.helplines import own_lines
from kit_content.loader import KIT_FOLDER, KitReading, read_kit
from kit_content.reading import Reading
from kit_content.reading_checks import check_readability
from kit_content.restricted import restricted_wording
from kit_content.schema import LANGUAGES, Problem
from kit_content.sources import Findings, read_toml
from kit_content.tables import Table
from kit_content.wording import MOST_WORDS_A_WALL_HOLDS
from kit_content.worrying import check_worrying

MOST_WORDS_ON_THE_WALL = 25
MOST_WORDS_OF_A_HANDOUT = 430  # about one page of A4
FEWEST_ITEMS, MOST_ITEMS = 2, 5
LAST_ITEM = "how_was_this"

# section -> language -> phrases, one of which must stand in a heading of the notes
Headings = Mapping[str, Mapping[str, tuple[str, ...]]]


def check_kit(extra: Path | None = None, root: Path = KIT_FOLDER) -> tuple[Problem, ...]:
    """Every problem of the kit and of the folder `extra`, by file and line."""
    reading = read_kit(extra, root)
    findings = Findings()
    headings = _read_headings(root, findings)
    _check_listing(reading, findings)
    for activity in reading.readings:
        check_activity(activity, headings, findings)
    _check_common(root, findings)
    check_worrying(root, findings)
    check_locks(reading, root, extra, findings)
    if extra:
        own_lines(extra, findings)
    return tuple(sorted((*reading.kit.problems, *findings.problems), key=lambda problem: (problem.file, problem.line)))


def check_activity(reading: Reading, headings: Headings, findings: Findings) -> None:
    _check_minutes(reading, findings)
    _check_items(reading, findings)
    _check_walls(reading, findings)
    for language, source in reading.languages.items():
        check_readability(source, language, findings)
    _check_notes(reading, headings, findings)
    _check_handouts(reading, findings)
    _check_exhibits(reading, findings)
    for name, text in _all_texts(reading):
        _check_restricted(name, text, findings)


def _check_common(root: Path, findings: Findings) -> None:
    """Scales and shared items; the loader has said already what cannot be read of them."""
    for folder in ("scales", "shared"):
        for path in sorted((root / folder).glob("*.toml")):
            source = read_toml(path, f"{root.name}/{folder}/{path.name}", Findings())
            if source:
                _check_restricted(source.name, source.text, findings)
                if path.stem in LANGUAGES:
                    check_readability(source, path.stem, findings)


def _check_listing(reading: KitReading, findings: Findings) -> None:
    """modules.toml and the folders of the kit must name the same activities."""
    source = reading.modules_file
    if source is None:
        return
    own = {each.activity.slug: each for each in reading.readings if each.place.of_the_kit}
    for slug, module in reading.listed.items():
        line = next((number for number, text in enumerate(source.text.splitlines(), 1) if f'"{slug}"' in text), 1)
        if slug not in own:
            findings.add(source.name, line, f"There is no activity “{slug}”", "Write it, or take it off the list")
        elif own[slug].activity.module not in ("", module):
            wanted = own[slug].activity.module
            findings.add(source.name, line, f"“{slug}” says that it belongs to {wanted}", "List it there")
    for slug in own.keys() - reading.listed.keys():
        findings.add(source.name, 1, f"“{slug}” is not listed", "Add it where it belongs, so that it has a place")


def _check_minutes(reading: Reading, findings: Findings) -> None:
    activity, source = reading.activity, reading.structure
    total = sum(step.minutes for step in activity.steps)
    if total != activity.minutes:
        message = f"The steps take {total} minutes, the activity {activity.minutes}"
        findings.add(source.name, source.line("minutes"), message, "Make them the same")
    for position, step in enumerate(activity.steps):
        if step.timer and step.timer > step.minutes * 60:
            line = source.line("steps", position, "timer")
            message = f"The timer of “{step.id}” is longer than the step"
            findings.add(source.name, line, message, f"At most {step.minutes * 60} seconds")


def _check_items(reading: Reading, findings: Findings) -> None:
    source, items = reading.structure, reading.activity.items
    entries = source.values.get("items")
    own = sum("use" not in entry for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else 0
    if not FEWEST_ITEMS <= own <= MOST_ITEMS:
        message = f"The activity has {own} items of its own"
        findings.add(
            source.name, source.line("items", 0), message, f"Shared items aside, {FEWEST_ITEMS} to {MOST_ITEMS}"
        )
    if not items or items[-1].id != LAST_ITEM:
        message = "The last item does not ask how the activity was"
        findings.add(source.name, source.line("items", 0), message, f'End with [[items]] use = "{LAST_ITEM}"')


def _check_walls(reading: Reading, findings: Findings) -> None:
    for source in reading.languages.values():
        steps = source.values.get("steps")
        for step, wording in steps.items() if isinstance(steps, dict) else ():
            wall = wording.get("wall") if isinstance(wording, dict) else None
            words = len(wall.split()) if isinstance(wall, str) else 0
            if MOST_WORDS_ON_THE_WALL < words <= MOST_WORDS_A_WALL_HOLDS:
                message = f"The wall shows {words} words in “{step}”"
                hint = f"At most {MOST_WORDS_ON_THE_WALL}; the rest belongs in the script"
                findings.add(source.name, source.line("steps", step, "wall"), message, hint)


def _check_notes(reading: Reading, headings: Headings, findings: Findings) -> None:
    """Notes of a sensitive activity say whom to tell beforehand, how to sit out and how to end calmly."""
    if not reading.activity.sensitivity:
        return
    for language, notes in reading.activity.texts.notes.items():
        present = [_folded(line) for line in notes.splitlines() if line.startswith("#")]
        for phrases in (by_language.get(language, ()) for by_language in headings.values()):
            if phrases and not any(_folded(phrase) in heading for phrase in phrases for heading in present):
                message = f"The notes in {LANGUAGES[language]} have no section “{phrases[0]}”"
                findings.add(f"{reading.name}/notes.{language}.md", 1, message, "A sensitive activity needs it")


def _check_handouts(reading: Reading, findings: Findings) -> None:
    licence = reading.activity.licence.replace("CC-", "CC ").replace("-4.0", " 4.0")
    for language, handout in reading.activity.texts.handouts.items():
        lines = handout.rstrip().splitlines()
        words = sum(any(sign.isalnum() for sign in word) for word in handout.split())
        if words > MOST_WORDS_OF_A_HANDOUT:
            message = f"The handout has {words} words"
            hint = f"At most {MOST_WORDS_OF_A_HANDOUT} fit on one page"
            findings.add(f"{reading.name}/handout.{language}.md", 1, message, hint)
        if licence and (not lines or licence not in lines[-1]):
            message = "The handout does not end with its licence"
            findings.add(
                f"{reading.name}/handout.{language}.md", max(len(lines), 1), message, f"Last line: …, {licence}"
            )


def _check_exhibits(reading: Reading, findings: Findings) -> None:
    shown = {step.exhibit for step in reading.activity.steps}
    trades = {"", *reading.activity.trades}
    for (exhibit, trade, language), path in reading.exhibit_files.items():
        name = f"{reading.name}/exhibits/{path.name}"
        if exhibit not in shown or trade not in trades:
            findings.add(
                name, 1, "No step shows this exhibit", "Name it in a step and its trade in trades, or remove it"
            )
            continue
        wording = reading.activity.texts.exhibits.get((exhibit, trade, language))
        if wording and wording.text and not wording.text.startswith("# "):
            findings.add(name, 1, "The exhibit has no title", "Its first line is a heading: # Title")


def _check_restricted(name: str, text: str, findings: Findings) -> None:
    for line, scale in restricted_wording(text):
        findings.add(
            name, line, f"These words belong to {scale}", "Write an item of your own; such a scale may not be shipped"
        )


def _all_texts(reading: Reading) -> Iterator[tuple[str, str]]:
    """(file name, text) of every language file, note, handout and exhibit."""
    texts = reading.activity.texts
    yield from ((source.name, source.text) for source in reading.languages.values())
    yield from ((f"{reading.name}/notes.{language}.md", text) for language, text in texts.notes.items())
    yield from ((f"{reading.name}/handout.{language}.md", text) for language, text in texts.handouts.items())
    for key, wording in texts.exhibits.items():
        text = wording.text or (wording.svg.read_text(encoding="utf-8-sig") if wording.svg else "")
        yield f"{reading.name}/exhibits/{reading.exhibit_files[key].name}", text


def _read_headings(root: Path, findings: Findings) -> Headings:
    source = read_toml(root / "shared" / "headings.toml", f"{root.name}/shared/headings.toml", findings)
    if source is None:
        return {}
    root_table = Table(source, findings)
    sections = {section: root_table.table(section) for section in source.values}
    return {section: {language: table.texts(language) for language in LANGUAGES} for section, table in sections.items()}


def _folded(text: str) -> str:
    """Small letters without accents, so that a heading in capitals counts too."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))

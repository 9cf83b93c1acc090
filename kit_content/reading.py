"""Reading the folder of one activity: structure, language files, notes, handouts and exhibits."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kit_content.schema import FIRST_LANGUAGE, LANGUAGES, Activity, ActivityTexts, ExhibitWording, standing_in
from kit_content.sources import Findings, Source, read_markdown, read_svg, read_toml
from kit_content.structure import Common, read_structure
from kit_content.tables import Table
from kit_content.wording import Lookup, Needed, TextPath, Texts, make_wording, read_language, texts_of_activity

_EXHIBIT_FILE = re.compile(r"(?P<exhibit>[a-z0-9_]+)(?:\.(?P<trade>[a-z0-9_]+))?\.(?P<language>[a-z]{2})\.(?:md|svg)")

ExhibitKey = tuple[str, str, str]  # exhibit, trade or "", language


@dataclass(frozen=True)
class Reading:
    """One activity as read. `name` is its folder as people see it; `sound` says whether it can be taught."""

    name: str
    activity: Activity
    structure: Source
    languages: Mapping[str, Source]
    exhibit_files: Mapping[ExhibitKey, Path]
    sound: bool


def read_activity(
    folder: Path, name: str, common: Common, shared_texts: Mapping[str, Texts], findings: Findings
) -> Reading | None:
    """None when there is no structure to read at all."""
    source = read_toml(folder / "activity.toml", f"{name}/activity.toml", findings)
    if source is None:
        return None
    before = len(findings)
    activity = read_structure(source, folder.name, common, findings)
    sound = len(findings) == before
    files = _exhibit_files(folder / "exhibits", f"{name}/exhibits", findings)
    versions = _versions_shown(activity, files)
    needed = texts_of_activity(activity, common.shared_ids, versions)
    languages = _read_sources(folder, name, findings)
    texts = {language: read_language(languages[language], needed, findings) for language in languages}
    reviewed = {language: Table(languages[language], findings).flag("reviewed") for language in languages}
    lookups = _lookups(texts, shared_texts)
    notes = _markdown_in_every_language(folder, name, "notes", findings)
    handouts = _markdown_in_every_language(folder, name, "handout", findings)
    exhibits = _read_exhibits(versions, files, name, lookups, findings)
    complete = {language: _is_complete(language, notes, handouts, versions, exhibits) for language in languages}
    wordings = {
        language: make_wording(activity, language, reviewed[language], complete[language], lookups[language])
        for language in languages
    }
    sound = sound and _can_be_shown(texts, needed, versions, exhibits)
    if not sound:
        findings.add(source.name, 1, "The activity is left out", "Mend the problems named above; the others load")
    activity = replace(activity, texts=ActivityTexts(wordings, notes, handouts, exhibits))
    return Reading(name, activity, source, languages, files, sound)


def _can_be_shown(
    texts: Mapping[str, Texts], needed: Needed, versions: Collection[TextPath], exhibits: Mapping[ExhibitKey, object]
) -> bool:
    """Whether one language has all that a lesson cannot do without, and every exhibit can be shown."""
    if not texts or needed.essential - texts[standing_in(texts)].keys():
        return False
    return {_key(version) for version in versions} <= {(exhibit, trade) for exhibit, trade, _ in exhibits}


def _is_complete(
    language: str,
    notes: Collection[str],
    handouts: Collection[str],
    versions: Collection[TextPath],
    exhibits: Collection[ExhibitKey],
) -> bool:
    """Whether no other language has to stand in for a file of this one."""
    shown = all((*_key(version), language) in exhibits for version in versions)
    return shown and language in notes and language in handouts


def _read_sources(folder: Path, name: str, findings: Findings) -> dict[str, Source]:
    sources = {}
    for language in LANGUAGES:
        source = read_toml(folder / f"{language}.toml", f"{name}/{language}.toml", findings)
        if source:
            sources[language] = source
    return sources


def _lookups(texts: Mapping[str, Texts], shared: Mapping[str, Texts]) -> dict[str, Lookup]:
    """For each language the shared texts and those of the activity, with the ones that stand in for them."""
    first = texts[standing_in(texts)] if texts else {}
    other = {**shared[FIRST_LANGUAGE], **first}
    return {language: Lookup({**shared[language], **texts.get(language, {})}, other) for language in LANGUAGES}


def _markdown_in_every_language(folder: Path, name: str, kind: str, findings: Findings) -> dict[str, str]:
    texts = {}
    for language in LANGUAGES:
        file_name = f"{kind}.{language}.md"
        text = read_markdown(folder / file_name, f"{name}/{file_name}", findings)
        if text is not None:
            texts[language] = text
    return texts


def _exhibit_files(folder: Path, name: str, findings: Findings) -> dict[ExhibitKey, Path]:
    files: dict[ExhibitKey, Path] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        parts = _EXHIBIT_FILE.fullmatch(path.name)
        if parts:
            files[parts["exhibit"], parts["trade"] or "", parts["language"]] = path
        elif not path.name.startswith("."):
            findings.add(
                f"{name}/{path.name}", 1, f"“{path.name}” is not the name of an exhibit", "As in advert.metal.en.md"
            )
    return files


def _versions_shown(activity: Activity, files: Collection[ExhibitKey]) -> tuple[TextPath, ...]:
    """(exhibit, trade) for each trade when an exhibit comes per trade, else (exhibit,)."""
    versions: list[TextPath] = []
    for exhibit in dict.fromkeys(step.exhibit for step in activity.steps if step.exhibit):
        has = {trade for name, trade, _ in files if name == exhibit}
        if "" in has or not activity.trades:
            versions.append((exhibit,))
        trades = activity.trades if "" not in has else [trade for trade in activity.trades if trade in has]
        versions += [(exhibit, trade) for trade in trades]
    return tuple(versions)


def _key(version: TextPath) -> tuple[str, str]:
    return version[0], version[1] if len(version) > 1 else ""


def _read_exhibits(
    versions: Collection[TextPath],
    files: Mapping[ExhibitKey, Path],
    name: str,
    lookups: Mapping[str, Lookup],
    findings: Findings,
) -> dict[ExhibitKey, ExhibitWording]:
    exhibits: dict[ExhibitKey, ExhibitWording] = {}
    for version in versions:
        for language in LANGUAGES:
            key = (*_key(version), language)
            path = files.get(key)
            if path is None:
                missing = f"{'.'.join((*version, language))}.md"
                findings.add(
                    f"{name}/exhibits/{missing}", 1, f"{missing} is missing", "Write it, or draw it as an .svg"
                )
                continue
            alt = lookups[language].text("exhibits", *version, "alt")
            file_name = f"{name}/exhibits/{path.name}"
            drawing = read_svg(path, file_name, findings) if path.suffix == ".svg" else None
            text = read_markdown(path, file_name, findings) if path.suffix == ".md" else None
            if drawing or text:
                exhibits[key] = ExhibitWording(text, drawing, alt)
    return exhibits

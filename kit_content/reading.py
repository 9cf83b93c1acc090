"""Reading the folder of one activity: structure, language files, notes, handouts and exhibits."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kit_content.completeness import ExhibitKey, Written, completeness
from kit_content.exhibits import exhibit_files, read_exhibits, version_key, versions_shown
from kit_content.locks import Lock, has_other_meaning, note_other_meaning
from kit_content.schema import FIRST_LANGUAGE, LANGUAGES, Activity, ActivityTexts, standing_in
from kit_content.sources import Findings, Source, read_markdown, read_toml
from kit_content.structure import Common, read_structure
from kit_content.tables import Table
from kit_content.wording import Lookup, Texts, make_wording, read_language, texts_of_activity


@dataclass(frozen=True)
class Place:
    """Where an activity lies. `name` is its folder as people see it; `of_the_kit`: it ships with Open Roads."""

    folder: Path
    name: str
    of_the_kit: bool


@dataclass(frozen=True)
class Reading:
    """One activity as read. `first` is the language it was written in first; `sound`: it can be taught."""

    place: Place
    activity: Activity
    structure: Source
    first: str
    languages: Mapping[str, Source]
    exhibit_files: Mapping[ExhibitKey, Path]
    sound: bool

    @property
    def name(self) -> str:
        return self.place.name


@dataclass(frozen=True)
class _Demands:
    """The languages in which texts must be there; in others they may wait, and the first one stands in."""

    shown: Collection[str]  # what learners and the wall show
    on_paper: Collection[str]  # notes and handouts


def read_activity(
    place: Place, common: Common, shared_texts: Mapping[str, Texts], lock: Lock | None, findings: Findings
) -> Reading | None:
    """None when there is no structure to read at all."""
    source = read_toml(place.folder / "activity.toml", f"{place.name}/activity.toml", findings)
    if source is None:
        return None
    before = len(findings)
    activity = read_structure(source, place.folder.name, common, findings)
    _refuse_other_meaning(activity, common, source, lock, findings)
    sound = len(findings) == before
    files = exhibit_files(place.folder / "exhibits", f"{place.name}/exhibits", findings)
    versions = versions_shown(activity, files)
    needed = texts_of_activity(activity, common.shared_ids, versions)
    first = _first_language(place.folder)
    demands = _demands(place, activity, first)
    languages = _read_sources(place, demands.shown, findings)
    texts = {
        language: read_language(spoken, needed, findings, whole=language in demands.shown)
        for language, spoken in languages.items()
    }
    lookups = _lookups(texts, shared_texts)
    written = Written(
        first,
        needed,
        texts,
        _markdown_by_language(place, "notes", demands.on_paper, findings),
        _markdown_by_language(place, "handout", demands.on_paper, findings),
        [version_key(version) for version in versions],
        read_exhibits(versions, files, f"{place.name}/exhibits", lookups, demands.shown, findings),
    )
    reviewed = {language: Table(languages[language], findings).flag("reviewed") for language in languages}
    sound = sound and _can_be_shown(written)
    if not sound:
        findings.add(source.name, 1, "The activity is left out", "Mend the problems named above; the others load")
    activity = replace(activity, texts=_all_texts(activity, written, lookups, reviewed))
    return Reading(place, activity, source, first, languages, files, sound)


def item_line(structure: Source, group: str, item_id: str, key: str) -> int:
    """The line of that key of an item in a list of items, such as [[items]]."""
    entries = structure.values.get(group)
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and entry.get("id") == item_id:
            return structure.line(group, position, key)
    return 1


def _refuse_other_meaning(
    activity: Activity, common: Common, source: Source, lock: Lock | None, findings: Findings
) -> None:
    """Answers of one version must all mean the same, so such an activity is not taught."""
    for item in activity.items:
        if item.id not in common.shared_ids and has_other_meaning(lock, activity.slug, item):
            note_other_meaning(item, source, item_line(source, "items", item.id, "version"), findings)


def _first_language(folder: Path) -> str:
    """The one that the others are translated from: English, or what a school began with."""
    return next((code for code in LANGUAGES if os.path.lexists(folder / f"{code}.toml")), FIRST_LANGUAGE)


def _demands(place: Place, activity: Activity, first: str) -> _Demands:
    """The kit is shown in all its languages; paper in all of them only for the short path. A school begins with one."""
    if not place.of_the_kit:
        return _Demands((first,), (first,))
    return _Demands(tuple(LANGUAGES), tuple(LANGUAGES) if activity.short_path else (first,))


def _can_be_shown(written: Written) -> bool:
    """Whether one language has all that a lesson cannot do without, and every exhibit can be shown."""
    texts = written.texts
    if not texts or written.needed.essential - texts[standing_in(texts)].keys():
        return False
    return set(written.versions) <= {(exhibit, trade) for exhibit, trade, _ in written.exhibits}


def _all_texts(
    activity: Activity, written: Written, lookups: Mapping[str, Lookup], reviewed: Mapping[str, bool]
) -> ActivityTexts:
    wordings, complete = {}, {}
    for language, lookup in lookups.items():
        if language in written.texts:
            wordings[language] = make_wording(activity, language, reviewed[language], lookup)
        labels = language in wordings and not lookup.stood_in
        is_reviewed = reviewed.get(language, False)
        done = complete[language] = completeness(written, language, labels=labels, reviewed=is_reviewed)
        if language in wordings and language != written.first and not (done.wording and done.exhibits):
            wordings[language] = replace(wordings[language], fallback=True)
    return ActivityTexts(wordings, written.notes, written.handouts, written.exhibits, complete)


def _read_sources(place: Place, demanded: Collection[str], findings: Findings) -> dict[str, Source]:
    sources = {}
    for language in LANGUAGES:
        path = place.folder / f"{language}.toml"
        if language in demanded or os.path.lexists(path):
            source = read_toml(path, f"{place.name}/{path.name}", findings)
            if source:
                sources[language] = source
    return sources


def _lookups(texts: Mapping[str, Texts], shared: Mapping[str, Texts]) -> dict[str, Lookup]:
    """For each language the shared texts and those of the activity, with the ones that stand in for them."""
    first = texts[standing_in(texts)] if texts else {}
    other = {**shared[FIRST_LANGUAGE], **first}
    return {language: Lookup({**shared[language], **texts.get(language, {})}, other) for language in LANGUAGES}


def _markdown_by_language(place: Place, kind: str, demanded: Collection[str], findings: Findings) -> dict[str, str]:
    texts = {}
    for language in LANGUAGES:
        path = place.folder / f"{kind}.{language}.md"
        if language in demanded or os.path.lexists(path):
            text = read_markdown(path, f"{place.name}/{path.name}", findings)
            if text is not None:
                texts[language] = text
    return texts

"""Reading the exhibits of one activity: a text or a drawing for each trade and language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from kit_content.completeness import ExhibitKey
from kit_content.schema import LANGUAGES, Activity, ExhibitWording
from kit_content.sources import Findings, entries_of, read_markdown, read_svg
from kit_content.wording import Lookup, TextPath

_FILE = re.compile(r"(?P<exhibit>[a-z0-9_]+)(?:\.(?P<trade>[a-z0-9_]+))?\.(?P<language>[a-z]{2,3})\.(?:md|svg)")


def exhibit_files(folder: Path, name: str, findings: Findings) -> dict[ExhibitKey, Path]:
    files: dict[ExhibitKey, Path] = {}
    for path in entries_of(folder, name, findings):
        parts = _FILE.fullmatch(path.name)
        if parts:
            files[parts["exhibit"], parts["trade"] or "", parts["language"]] = path
        elif not path.name.startswith("."):
            message = f"“{path.name}” is not the name of an exhibit"
            findings.add(f"{name}/{path.name}", 1, message, "As in advert.metal.en.md")
    return files


def versions_shown(activity: Activity, files: Collection[ExhibitKey]) -> tuple[TextPath, ...]:
    """(exhibit, trade) for each trade when an exhibit comes per trade, else (exhibit,)."""
    versions: list[TextPath] = []
    for exhibit in dict.fromkeys(step.exhibit for step in activity.steps if step.exhibit):
        has = {trade for name, trade, _ in files if name == exhibit}
        if "" in has or not activity.trades:
            versions.append((exhibit,))
        trades = activity.trades if "" not in has else [trade for trade in activity.trades if trade in has]
        versions += [(exhibit, trade) for trade in trades]
    return tuple(versions)


def version_key(version: TextPath) -> tuple[str, str]:
    """(exhibit, trade or "")."""
    return version[0], version[1] if len(version) > 1 else ""


def read_exhibits(
    versions: Collection[TextPath],
    files: Mapping[ExhibitKey, Path],
    name: str,
    lookups: Mapping[str, Lookup],
    demanded: Collection[str],
    findings: Findings,
) -> dict[ExhibitKey, ExhibitWording]:
    """`name` is that of the folder of the exhibits, `demanded` the languages in which each one must be there."""
    exhibits: dict[ExhibitKey, ExhibitWording] = {}
    for version in versions:
        for language in LANGUAGES:
            key = (*version_key(version), language)
            path = files.get(key)
            if path is not None:
                alt = lookups[language].text("exhibits", *version, "alt")
                shown = _read_exhibit(path, f"{name}/{path.name}", alt, findings)
                if shown:
                    exhibits[key] = shown
            elif language in demanded:
                missing = f"{'.'.join((*version, language))}.md"
                findings.add(f"{name}/{missing}", 1, f"{missing} is missing", "Write it, or draw it as an .svg")
    return exhibits


def _read_exhibit(path: Path, name: str, alt: str, findings: Findings) -> ExhibitWording | None:
    drawing = read_svg(path, name, findings) if path.suffix == ".svg" else None
    text = read_markdown(path, name, findings) if path.suffix == ".md" else None
    return ExhibitWording(text, drawing, alt) if drawing or text else None

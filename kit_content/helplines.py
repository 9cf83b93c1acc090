"""Help lines by country, from `helplines.toml`; a file of that name in the school's folder takes their place."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kit_content.sources import Findings, Source, read_toml

HELPLINES_FILE = Path(__file__).parent / "helplines.toml"
_OF_A_SCHOOL = ("country", "name", "number", "source", "checked_on")


@dataclass(frozen=True)
class Helpline:
    """A number to call. `hours` may be "", `checked_on` is an ISO date; not `verified`: found in the press only.

    `is_emergency`: for a life in danger, as 112; the others are there to talk.
    """

    name: str
    number: str
    hours: str
    source: str
    checked_on: str
    verified: bool
    is_emergency: bool = False


def helplines(country: str, language: str = "en", extra: Path | None = None) -> tuple[Helpline, ...]:
    """The lines of a country (ISO code, as "GR"), its emergency number first; () for a country without any.

    Operators keep their own names; `language` is that of the emergency line's name. Lines that the school's folder
    `extra` names for this country replace ours, but never the emergency number.
    """
    content = tomllib.loads(HELPLINES_FILE.read_text(encoding="utf-8"))
    code = country.strip().upper()
    groups = content["groups"]
    places = {code, *(group for group in groups if code in groups[group])} - ({code} & groups.keys())
    lines = [line for line in content["helplines"] if line["country"] in places]
    own = [line for line in own_lines(extra, Findings()) if line["country"].upper() == code] if extra else []
    if own:
        lines = [*(line for line in lines if "kind" in line), *own]
    lines.sort(key=lambda line: "kind" not in line)
    return tuple(_helpline(line, content["emergency"], language) for line in lines)


def own_lines(extra: Path, findings: Findings) -> Sequence[dict[str, Any]]:
    """The lines in the school's own `helplines.toml`, without those that cannot be shown; [] when there is no file."""
    path = extra / "helplines.toml"
    # Path.is_file raises where the folder may not be read; the loader has reported such a folder.
    is_there = os.path.isfile(path)
    source = read_toml(path, f"{extra.name}/helplines.toml", findings) if is_there else None
    entries = source.values.get("helplines") if source else ()
    found = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return [_filled(line) for at, line in enumerate(found) if source and _is_sound(line, at, source, findings)]


def _filled(line: dict[str, Any]) -> dict[str, Any]:
    texts = {key: line[key] for key in _OF_A_SCHOOL}
    return {**texts, "hours": str(line.get("hours", "")), "verified": line.get("verified") is not False}


def _is_sound(line: dict[str, Any], at: int, source: Source, findings: Findings) -> bool:
    missing = next((key for key in _OF_A_SCHOOL if not (isinstance(line.get(key), str) and line[key].strip())), None)
    if missing:
        hint = f"A help line has {', '.join(_OF_A_SCHOOL)}, all in quotation marks"
        findings.add(source.name, source.line("helplines", at), f"“{missing}” is missing", hint)
    elif not _is_date(line["checked_on"]):
        findings.add(source.name, source.line("helplines", at, "checked_on"), "Not a date", 'As "2026-11-23"')
    elif not line["source"].startswith(("https://", "http://")):
        findings.add(source.name, source.line("helplines", at, "source"), "Not an address", "It begins with https://")
    else:
        return True
    return False


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _helpline(line: dict[str, Any], emergency: dict[str, str], language: str) -> Helpline:
    name = line.get("name") or emergency.get(language, emergency["en"])
    return Helpline(
        name, line["number"], line["hours"], line["source"], line["checked_on"], line["verified"], "kind" in line
    )

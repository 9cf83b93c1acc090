"""Help lines by country, from `helplines.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HELPLINES_FILE = Path(__file__).parent / "helplines.toml"


@dataclass(frozen=True)
class Helpline:
    """A number to call. `hours` may be "", `checked_on` is an ISO date; not `verified`: found in the press only."""

    name: str
    number: str
    hours: str
    source: str
    checked_on: str
    verified: bool


def helplines(country: str, language: str = "en") -> tuple[Helpline, ...]:
    """The lines of a country (ISO code, as "GR"), its emergency number first; () for a country without any.

    Operators keep their own names; `language` is that of the emergency line's name.
    """
    content = tomllib.loads(HELPLINES_FILE.read_text(encoding="utf-8"))
    code = country.strip().upper()
    groups = content["groups"]
    places = {code, *(group for group in groups if code in groups[group])} - ({code} & groups.keys())
    lines = [line for line in content["helplines"] if line["country"] in places]
    lines.sort(key=lambda line: "kind" not in line)
    return tuple(_helpline(line, content["emergency"], language) for line in lines)


def _helpline(line: dict[str, Any], emergency: dict[str, str], language: str) -> Helpline:
    name = line.get("name") or emergency.get(language, emergency["en"])
    return Helpline(name, line["number"], line["hours"], line["source"], line["checked_on"], line["verified"])

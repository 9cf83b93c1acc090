"""Files of the kit as they lie on the disk: refused by name when unsafe, and able to name the line of a key."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kit_content.schema import Problem

LARGEST_FILE = 1_000_000  # bytes

KeyPath = tuple[str | int, ...]

_SAFE_LINK = r"\s*<?(?:https?://|mailto:|tel:|#)"
_MARKUP = (
    (re.compile(r"!\["), "a Markdown image", "Make it an SVG exhibit; pages load nothing from elsewhere"),
    (re.compile(r"<(?=[A-Za-z/!?])"), "an HTML tag", "Write plain Markdown; put a space after a smaller-than sign"),
    (
        re.compile(rf"\]\((?!{_SAFE_LINK})|^ {{0,3}}\[[^\]\n]+\]:(?!{_SAFE_LINK})", re.M),
        "an unsafe link",
        "Link to https://",
    ),
)
# What can run or load something: scripts, handlers, documents and pictures from elsewhere.
_SVG_ACTIVE = re.compile(
    r"<\s*(script|foreignObject|iframe|image|animate|set)\b|<!(DOCTYPE|ENTITY)|[\s/\"']on[a-z]+\s*=|javascript:|@import"
    r"|(href|src)\s*=(?!\s*[\"']?#)|url\((?!\s*[\"']?#)",
    re.IGNORECASE,
)
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_KEY_PART = re.compile(r"[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'")


class Refused(Exception):
    """What a person asked for cannot be done; the message is one line for them."""


class Findings:
    """The problems found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, file: str, line: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(file, line, message, hint))

    def __len__(self) -> int:
        return len(self.problems)


@dataclass(frozen=True)
class Source:
    """One TOML file: its values, and the line of each of its keys."""

    name: str
    text: str
    values: Mapping[str, object]

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        return dict(_key_lines(self.text))

    def line(self, *path: str | int) -> int:
        """The line of that key, else of the nearest table around it, else 1."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


def read_text(path: Path, name: str, findings: Findings) -> str | None:
    """The text of the file, or None with a problem noted. Windows line ends and a byte order mark are accepted."""
    try:
        if leads_out(path):
            findings.add(name, 1, f"{path.name} is a link out of its folder", "Put the file itself there")
            return None
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            findings.add(name, 1, f"{path.name} is not a file", "A text file belongs there")
            return None
        if about.st_size > LARGEST_FILE:
            findings.add(name, 1, f"{path.name} is larger than 1 MB", "Kit files are short texts; make it smaller")
            return None
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        findings.add(name, line, f"{path.name} is not UTF-8 text", "Save the file with the encoding UTF-8")
    except FileNotFoundError:
        findings.add(name, 1, f"{path.name} is missing", "Write it, or copy it from another activity")
    except OSError as fault:
        findings.add(name, 1, f"{path.name} cannot be read: {fault.strerror}", "Look at the rights of the file")
    return None


def entries_of(folder: Path, name: str, findings: Findings) -> list[Path]:
    """What lies in the folder, by name; nothing, with a problem noted, when it cannot be read or leads elsewhere."""
    try:
        if leads_out(folder):
            findings.add(name, 1, f"{folder.name} is a link out of its folder", "Put the folder itself there")
            return []
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as fault:
        findings.add(name, 1, f"The folder cannot be read: {fault.strerror}", "Look at the rights of the folder")
        return []


def leads_out(path: Path) -> bool:
    """Whether this is a link to something outside of the folder in which it lies."""
    if not path.is_symlink():
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent))


def read_toml(path: Path, name: str, findings: Findings) -> Source | None:
    """The parsed file, or None with a problem noted."""
    text = read_text(path, name, findings)
    if text is None:
        return None
    try:
        return Source(name, text, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        place = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", str(fault))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        message = str(fault)[: place.start()] if place else str(fault)
        findings.add(
            name, line, f"{path.name} is not valid TOML: {message}", "Often a quotation mark is missing here or above"
        )
        return None


def read_markdown(path: Path, name: str, findings: Findings) -> str | None:
    """The text of a Markdown file, or None with a problem noted: it is missing, or holds HTML or an image."""
    text = read_text(path, name, findings)
    if text is None:
        return None
    found = list(unsafe_markup(text))
    for offset, what, hint in found:
        findings.add(name, line_of_offset(text, offset), f"The text holds {what}", hint)
    return None if found else text


def read_svg(path: Path, name: str, findings: Findings) -> Path | None:
    """The path of a drawing that cannot run or load anything, or None with a problem noted."""
    text = read_text(path, name, findings)
    if text is None:
        return None
    active = _SVG_ACTIVE.search(text)
    if active:
        message = f"The drawing holds “{active[0].strip()}”, which could run or load something"
        findings.add(name, line_of_offset(text, active.start()), message, "Save it as plain SVG: shapes and text only")
        return None
    return path


def unsafe_markup(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, what it is, hint) for every HTML tag, Markdown image and unsafe link."""
    for pattern, what, hint in _MARKUP:
        for match in pattern.finditer(text):
            yield match.start(), what, hint


def line_of_offset(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _key_lines(text: str) -> Iterator[tuple[KeyPath, int]]:
    """Each key and table header with its line; text inside multi-line strings is skipped."""
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            if closing in line:
                closing = ""
            continue
        header = _HEADER.match(line)
        if header:
            table = _table_path(header[1] == "[[", _key_parts(header[2]), counts)
            yield table, number
            if table[-1] == 0:  # the first table of a list stands for the list
                yield table[:-1], number
            continue
        key = _KEY.match(line)
        if key:
            path = (*table, *_key_parts(key[1]))
            for length in range(len(table) + 1, len(path) + 1):
                yield path[:length], number
        closing = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")


def _table_path(in_list: bool, parts: tuple[str, ...], counts: dict[KeyPath, int]) -> KeyPath:
    """The path of a header, with the position of the table inside every list of tables on the way."""
    path: KeyPath = ()
    for position, part in enumerate(parts):
        path = (*path, part)
        if in_list and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _key_parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _KEY_PART.findall(dotted))

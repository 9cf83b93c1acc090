"""A table of a structure file that knows where it stands, so that every problem can name its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping

from kit_content.sources import Findings, KeyPath, Source

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
KEBAB_CASE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Table:
    """Reads typed values; what is missing or of the wrong type is noted and replaced by an empty value."""

    def __init__(
        self, source: Source, findings: Findings, path: KeyPath = (), values: Mapping[str, object] | None = None
    ):
        self.source = source
        self.findings = findings
        self.path = path
        self.values = source.values if values is None else values

    def problem(self, key: str, message: str, hint: str = "") -> None:
        self.findings.add(self.source.name, self.source.line(*self.path, *([key] if key else [])), message, hint)

    def text(self, key: str, *, required: bool = True) -> str:
        value = self.values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None:
            self.problem(key, f"“{key}” must be text in quotation marks")
        elif required:
            self.problem(key, f"“{key}” is missing")
        return ""

    def whole_number(self, key: str, *, low: int, high: int, default: int | None = None) -> int:
        value = self.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        wanted = f"a whole number from {low} to {high}"
        self.problem(key, f"“{key}” is missing" if value is None else f"“{key}” must be {wanted}")
        return low

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        value = self.values.get(key, default)
        if isinstance(value, bool):
            return value
        wrong = f"“{key}” is missing" if value is None else f"“{key}” must be true or false"
        self.problem(key, wrong, "Write true or false, without quotation marks")
        return False

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        value = self.values.get(key)
        if value is None and not required:
            return ()
        if isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value):
            if value or not required:
                return tuple(value)
            self.problem(key, f"“{key}” is empty")
        else:
            self.problem(
                key,
                f"“{key}” is missing" if value is None else f"“{key}” must be a list of texts",
                'For example ["one", "two"]',
            )
        return ()

    def slug(self, key: str) -> str:
        """A snake_case id."""
        text = self.text(key)
        if text and not SNAKE_CASE.fullmatch(text):
            self.problem(key, f"“{text}” is not a valid {key}", "Small letters, digits and _ only, as in first_look")
            return ""
        return text

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        text = self.text(key)
        if text and text not in allowed:
            self.problem(key, f"There is no {key} “{text}”", suggestion(text, allowed))
            return ""
        return text

    def some_of(self, key: str, allowed: Collection[str], *, required: bool) -> tuple[str, ...]:
        texts = self.texts(key, required=required)
        for text in texts:
            if text not in allowed:
                self.problem(key, f"There is no {key} code “{text}”", suggestion(text, allowed))
        return tuple(text for text in texts if text in allowed)

    def table(self, key: str) -> Table:
        value = self.values.get(key)
        if not isinstance(value, dict):
            self.problem(key, f"The table [{key}] is missing")
            value = {}
        return Table(self.source, self.findings, (*self.path, key), value)

    def tables(self, key: str) -> Iterator[Table]:
        value = self.values.get(key)
        if not isinstance(value, list) or not value:
            self.problem(key, f"There is no [[{key}]]")
            return
        for position, entry in enumerate(value):
            if isinstance(entry, dict):
                yield Table(self.source, self.findings, (*self.path, key, position), entry)
            else:
                self.problem(key, f"Each of “{key}” must be a table", f"Write [[{key}]] above it")

    def refuse_others(self, known: Collection[str]) -> None:
        """A misspelt key would be ignored without a word: `sensitve = true` must not pass."""
        for key in self.values:
            if key not in known:
                self.problem(key, f"“{key}” is not known here", suggestion(key, known))


def suggestion(text: str, allowed: Collection[str]) -> str:
    """A hint that names the nearest allowed word, or all of them."""
    near = difflib.get_close_matches(text, allowed, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"One of: {', '.join(allowed)}"

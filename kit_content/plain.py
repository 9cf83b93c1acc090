"""Items are plain text, shown in labels that read Markdown: whatever a label could take for a sign is refused."""

from __future__ import annotations

import re

_HINT = "Items are plain words; write it without the sign"
# What it is called, by what matches it. Labels know Markdown, :emoji: and :colour[words].
_SIGNS = (
    (re.compile(r"[*_\[\]`~<>$\\]"), "the sign “{}”", _HINT),
    (re.compile(r":[a-z][a-z0-9_/+-]*:"), "“{}”, which becomes a picture", _HINT),
    (re.compile(r"&(?:#\w+|[A-Za-z]\w*);"), "“{}”, which becomes another sign", _HINT),
    (re.compile(r"https?://|www\."), "a web address", "Put it into the notes or the handout"),
    (re.compile(r"^\s*#"), "the sign “#” at the start", "Begin with a word"),
    (re.compile(r"^\s*(?:[-+]|\d{1,9}[.)])\s"), "the start of a list", "Begin with a word"),
    (re.compile(r"\S\s*[\r\n]+\s*\S"), "a line break", "Write it in one line"),
)


def sign_in(text: str) -> tuple[str, str] | None:
    """(what it is, hint) for the first sign in the text that is more than a plain word, or None."""
    found = [(match.start(), what, hint, match[0]) for sign, what, hint in _SIGNS if (match := sign.search(text))]
    if not found:
        return None
    _, what, hint, sign = min(found, key=lambda each: each[0])
    return what.format(sign), hint

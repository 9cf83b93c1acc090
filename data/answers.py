"""What a learner's answer may be: one value per item, checked against the item, and texts made clean."""

from __future__ import annotations

import re
import unicodedata

from data.run_rows import ItemSpec
from data.words import MOST_WORDS, clean_word, different_words

RATHER_NOT_SAY = "rather_not_say"
NONE_OF_THESE = "none_of_these"
LONGEST_TEXT = 500

Answer = str | list[str] | tuple[str, ...]


def checked(item: ItemSpec, answer: Answer | None) -> str | list[str] | None:
    """One value as it may be kept, or None when it is missing or was forged."""
    if answer == RATHER_NOT_SAY:
        return RATHER_NOT_SAY
    if item.kind == "then_now":
        return _direction(item, answer)
    if item.kind == "multiple_choice":
        return _choices(item, answer)
    if item.kind == "ranking":
        return _order(item, answer)
    if item.kind == "words":
        return _words(answer)
    return answer if isinstance(answer, str) and answer in item.points else None


def _direction(item: ItemSpec, answer: Answer | None) -> str | None:
    """Only lower, same or higher is kept, never then or now alone."""
    if not isinstance(answer, (list, tuple)) or len(answer) != 2:
        return None
    if RATHER_NOT_SAY in answer:
        return RATHER_NOT_SAY
    if any(point not in item.points for point in answer):
        return None
    then, now = (item.points.index(point) for point in answer)
    return "same" if now == then else "higher" if now > then else "lower"


def _choices(item: ItemSpec, answer: Answer | None) -> str | list[str] | None:
    if isinstance(answer, str) or not answer:
        return None
    chosen = set(answer)
    if RATHER_NOT_SAY in chosen:
        return RATHER_NOT_SAY
    if not chosen <= set(item.points):
        return None
    if len(chosen) > 1:
        chosen.discard(NONE_OF_THESE)
    return sorted(chosen)


def _order(item: ItemSpec, answer: Answer | None) -> list[str] | None:
    """Every option once, the first place first; an order with a gap or a tie is not an answer yet."""
    if not isinstance(answer, (list, tuple)) or not all(isinstance(option, str) for option in answer):
        return None
    return list(answer) if sorted(answer) == sorted(item.points) else None


def _words(answer: Answer | None) -> str | list[str] | None:
    """Up to MOST_WORDS different words; none at all is the same as not wanting to say."""
    if not isinstance(answer, (list, tuple)) or len(answer) > MOST_WORDS:
        return None
    words = [clean_word(text) if isinstance(text, str) else None for text in answer]
    given = [word for word in words if word is not None]
    if len(given) < len(words):
        return None
    return different_words(filter(None, given)) or RATHER_NOT_SAY


# Overrides and isolates that turn text around, and characters that cannot be seen: they can only mislead a reader.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MANY_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


def clean_text(text: str) -> str:
    """At most LONGEST_TEXT characters of visible text: `"a\\x00 b\\n\\n\\nc"` → `"a b\\n\\nc"`, spaces alone → `""`."""
    plain = unicodedata.normalize("NFC", text[: LONGEST_TEXT * 4].encode("utf-8", "ignore").decode("utf-8"))
    plain = _INVISIBLE.sub("", plain.replace("\r\n", "\n"))
    plain = "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    plain = _MANY_MARKS.sub(r"\1", plain)
    plain = re.sub(r"\n{3,}", "\n\n", re.sub(r"[^\S\n]+", " ", plain))
    return plain.strip()[:LONGEST_TEXT].strip()

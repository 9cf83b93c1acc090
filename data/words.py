"""Single words, for items of kind `words`: what is one, which are the same, and which of a class may be kept.

A word is kept when two different seats wrote it, though the floor is five, because it is no answer about a person: its
writers chose it to be shown, it says nothing of any other word or item, and an item of kind `words` is never
sensitive. Five people at least must have given words; a word of a single seat is never kept; and what was kept is
shown only once the teacher has approved it. How many gave words differs between two states by nobody or by the floor,
as for every item.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

LONGEST_WORD = 30
MOST_WORDS = 3
FEWEST_WRITERS = 2

# Phones write a curly apostrophe and, in some languages, a hyphen of their own.
_HYPHENS, _APOSTROPHES = "-\u2010\u2011", "'\u2019"
_AROUND = f'{_HYPHENS}{_APOSTROPHES}\u2018\u201c\u201d\u00ab\u00bb\u201e"\u00b7.,;:!?\u2026\u00a1\u00bf'
_ONE_HYPHEN = str.maketrans(dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_APOSTROPHES, "'"))
# What a hurried writer leaves out. Marks that make another letter, as in ñ, ç or å, stay: año is not ano.
_ACCENTS = re.compile("[\u0300-\u0302\u0308\u0313\u0314\u0342\u0345]")
_MANY_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{3}")


def clean_word(text: str) -> str | None:
    """`" Team-work. "` → `"Team-work"`, spaces alone → `""`; None for what is not one word.

    A word has letters, digits, hyphens and apostrophes, a letter at least, and LONGEST_WORD characters at most; so it
    is neither an address nor a number.
    """
    visible = "".join(sign for sign in text[: 4 * LONGEST_WORD] if unicodedata.category(sign) not in ("Cf", "Cs"))
    word = unicodedata.normalize("NFC", visible).strip().strip(_AROUND).strip()
    if not word:
        return None if visible.strip() else ""
    is_word = all(map(_may_stand_in_word, word)) and any(sign.isalpha() for sign in word)
    return word if is_word and len(word) <= LONGEST_WORD and not _MANY_MARKS.search(word) else None


def _may_stand_in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM" or sign.isdecimal() or sign in _HYPHENS + _APOSTROPHES


def same_word(word: str) -> str:
    """What all spellings of a word share: `Ομάδα`, `ΟΜΑΔΑ` and `ομαδα` are the same; `Καφές` ends as `καφεσ` does."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", word.translate(_ONE_HYPHEN)).casefold())
    return unicodedata.normalize("NFC", bare)


def different_words(words: Iterable[str]) -> list[str]:
    """Each word once, as it was written first."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(same_word(word), word)
    return list(found.values())


def shared_words(seats: Iterable[Sequence[str]]) -> dict[str, int]:
    """The words that FEWEST_WRITERS seats or more wrote → how many seats, the most frequent first.

    A word is spelled as most of them spelled it.
    """
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in seats:
        for word in different_words(words):
            spellings[same_word(word)][word] += 1
    kept = {_commonest(of): of.total() for of in spellings.values() if of.total() >= FEWEST_WRITERS}
    return in_order(kept)


def in_order(words: dict[str, int]) -> dict[str, int]:
    """The most frequent first, those that are as frequent by the alphabet."""
    return dict(sorted(words.items(), key=lambda found: (-found[1], same_word(found[0]))))


def _commonest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda word: (-spellings[word], word))

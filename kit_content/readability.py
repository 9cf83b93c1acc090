"""Are the words easy enough? Items at level A2, what the wall shows at B1.

No formula knows a level; these limits lie a little beyond the hardest of the activities that people found easy, and say
when one drifts away. A few words make every formula jump, so it judges all items or all walls of an activity together.
Sentences and long words are counted everywhere. The formula needs Pyphen to count syllables, which only
`requirements-dev.txt` brings; `formulas_are_run` says whether it is there. textstat was left out: for English it
fetches a dictionary from the internet while it runs. For Greek there is no formula in common use.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

# With fewer words than this, only the length of sentences is looked at.
FEWEST_WORDS = 40

# What ends a sentence. The Greek question mark is a semicolon.
_END = re.compile(r"[.!?;;:…·]+[”»\"’)]*(?:\s+|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Letters from which a word is long: words of Spanish and Greek are longer than those of English.
_LONG_WORD = {"en": 7, "es": 9, "el": 9}


@dataclass(frozen=True)
class Formula:
    """`base` - `per_word` × words per sentence - `per_syllable` × syllables per word: 100 is easy, 0 is very hard."""

    name: str
    base: float
    per_word: float
    per_syllable: float
    hyphenation: str  # Pyphen's name of the language
    shortest: int  # letters that may stand alone before or after a hyphen


FORMULAS = {
    "en": Formula("Flesch reading ease", 206.835, 1.015, 84.6, "en_US", 2),
    "es": Formula("Fernández Huerta", 206.84, 1.02, 60.0, "es", 1),
}


@dataclass(frozen=True)
class Level:
    """The most words in a sentence; by language the least ease and the largest share of long words."""

    name: str
    words: int
    ease: Mapping[str, float]
    long_words: Mapping[str, float]


# Measured on nineteen activities in English and sixteen in Spanish and Greek. The hardest items: sentences of 15 words,
# ease 89 (en) and 77 (es), 23, 13 and 15 % long words. The hardest walls: 16 words, ease 96 and 87, 12, 8 and 14 %.
ITEMS = Level("A2", 16, {"en": 80, "es": 70}, {"en": 0.28, "es": 0.20, "el": 0.22})
WALLS = Level("B1", 18, {"en": 85, "es": 78}, {"en": 0.18, "es": 0.15, "el": 0.20})


def formulas_are_run() -> bool:
    return find_spec("pyphen") is not None


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence, without numbers."""
    return [words for part in _END.split(text) if (words := _WORD.findall(part))]


def longest_sentence(text: str) -> int:
    return max(map(len, sentences(text)), default=0)


def faults_together(texts: Sequence[str], language: str, level: Level) -> Iterator[str]:
    """What is wrong with all these texts taken together."""
    spoken = [words for text in texts for words in sentences(text)]
    words = [word for sentence in spoken for word in sentence]
    if len(words) < FEWEST_WORDS:
        return
    ease = _ease(spoken, language)
    if ease is not None and ease < level.ease[language]:
        yield f"{FORMULAS[language].name} {ease:.0f}, at least {level.ease[language]:.0f}"
    long = _share_of_long_words(words, language)
    if long is not None and long > level.long_words[language]:
        yield f"{long:.0%} long words, at most {level.long_words[language]:.0%}"


def hardest(texts: Sequence[str]) -> str:
    """The text with the longest words."""
    return max(texts, key=lambda text: sum(map(len, _WORD.findall(text))) / max(len(_WORD.findall(text)), 1))


def _share_of_long_words(words: Sequence[str], language: str) -> float | None:
    if language not in _LONG_WORD:
        return None
    return sum(len(word) >= _LONG_WORD[language] for word in words) / len(words)


def _ease(spoken: Sequence[Sequence[str]], language: str) -> float | None:
    """None for a language without a formula, and when syllables cannot be counted here."""
    formula = FORMULAS.get(language)
    if formula is None or not formulas_are_run():
        return None
    words = [word for sentence in spoken for word in sentence]
    count = _syllable_counter(formula)
    syllables = sum(count(word.lower()) for word in words) / len(words)
    return formula.base - formula.per_word * len(words) / len(spoken) - formula.per_syllable * syllables


@cache
def _syllable_counter(formula: Formula) -> Callable[[str], int]:
    """By hyphenation. In English 94 of 100 words of these texts come out as in a dictionary, most others lower."""
    pyphen = importlib.import_module("pyphen")
    words = pyphen.Pyphen(lang=formula.hyphenation, left=formula.shortest, right=formula.shortest)
    return lambda word: len(words.positions(word)) + 1

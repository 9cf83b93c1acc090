"""What the kit is made of. Everything is frozen: a kit is read once and shared by every visitor of the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

# Each language by its own name. The first is the one that others are translated from.
LANGUAGES = {"en": "English", "es": "Español", "el": "Ελληνικά"}
FIRST_LANGUAGE = "en"

ITEM_KINDS = ("scale", "then_now", "single_choice", "multiple_choice", "ranking", "words", "text")
STEP_KINDS = ("talk", "do", "exhibit", "join", "reflect", "reveal")
DIRECTIONS = ("one_way", "two_way")

# The nine items of the class check begin like this, in whichever activity they are asked.
CLASS_CHECK = "compass_"

# Pages add "rather not say" to every item, "none of these" ends every multiple choice: each can be answered honestly.
RATHER_NOT_SAY = "rather_not_say"
NONE_OF_THESE = "none_of_these"

LIFECOMP = ("P1", "P2", "P3", "S1", "S2", "S3", "L1", "L2", "L3")
CMS = ("PM", "LP", "CM")
CDI = ("grow", "explore", "manage", "create", "balance", "big_picture")


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a file of the kit; `line` counts from 1."""

    file: str
    line: int
    message: str
    hint: str

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}: {self.message}{hint}"


@dataclass(frozen=True)
class Scale:
    """An ordered answer format: `points` are slugs from low to high, `direction` is "one_way" or "two_way"."""

    id: str
    points: tuple[str, ...]
    direction: str


@dataclass(frozen=True)
class Item:
    """One thing a learner answers. `options` are slugs; a multiple_choice always ends with "none_of_these".

    `guess`: before the class sees its chart, it guesses what most of them said.
    """

    id: str
    kind: str
    version: int
    sensitive: bool
    scale: Scale | None
    options: tuple[str, ...]
    guess: bool = False

    @property
    def points(self) -> tuple[str, ...]:
        """Scale points or options; () for words and texts."""
        return self.scale.points if self.scale else self.options

    @property
    def is_class_check(self) -> bool:
        return self.id.startswith(CLASS_CHECK)


@dataclass(frozen=True)
class Step:
    """One thing on the wall; `timer` is in seconds, `exhibit` names what is shown."""

    id: str
    kind: str
    minutes: int
    timer: int | None
    exhibit: str | None


@dataclass(frozen=True)
class ItemWording:
    """The words of an item: `points` has a label for every point or option; then_now words are None for other kinds."""

    statement: str
    points: Mapping[str, str]
    then_label: str | None = None
    now_label: str | None = None
    lower: str | None = None
    same: str | None = None
    higher: str | None = None
    finding: str | None = None


@dataclass(frozen=True)
class StepWording:
    """What the wall shows (25 words at most) and what the teacher says and does."""

    wall: str
    script: str


@dataclass(frozen=True)
class ExhibitWording:
    """One exhibit for one trade: Markdown `text` or the path of an `svg`, and the alt text."""

    text: str | None
    svg: Path | None
    alt: str


@dataclass(frozen=True)
class Wording:
    """An activity in the language it is written in.

    `fallback`: something that learners or the wall show stands here in another language.
    """

    language: str
    reviewed: bool
    fallback: bool
    title: str
    aim: str
    outcomes: tuple[str, ...]
    materials: tuple[str, ...]
    steps: Mapping[str, StepWording]
    items: Mapping[str, ItemWording]
    talk_question: str
    charted: str
    private: str
    partner: str
    no_device: str
    preparation: str
    evaluation: str
    follow_up: str


@dataclass(frozen=True)
class Completeness:
    """What of an activity is written in one language; a copy of the first language's words does not count.

    `wording`: everything in the language file and the labels it needs. `reviewed`: a person has read it.
    """

    wording: bool = False
    reviewed: bool = False
    notes: bool = False
    handout: bool = False
    exhibits: bool = False


@dataclass(frozen=True)
class ActivityTexts:
    """Every text of an activity: by language, and exhibits by (exhibit, trade or "", language)."""

    wordings: Mapping[str, Wording]
    notes: Mapping[str, str]
    handouts: Mapping[str, str]
    exhibits: Mapping[tuple[str, str, str], ExhibitWording]
    completeness: Mapping[str, Completeness] = field(default_factory=dict)


@dataclass(frozen=True)
class Activity:
    """One lesson: its structure, which is the same in every language, and its texts."""

    slug: str
    version: int
    module: str
    minutes: int
    age: str
    sensitivity: int
    short_path: bool
    lifecomp: tuple[str, ...]
    cms: tuple[str, ...]
    cdi: tuple[str, ...]
    casel: tuple[str, ...]
    entrecomp: tuple[str, ...]
    trades: tuple[str, ...]
    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    licence: str
    texts: ActivityTexts = field(repr=False, compare=False)

    def wording(self, language: str) -> Wording:
        """The words in that language, or in the one that stands in for it."""
        wordings = self.texts.wordings
        if language in wordings:
            return wordings[language]
        return replace(wordings[standing_in(wordings)], fallback=True)

    def completeness(self, language: str) -> Completeness:
        """What is written in that language."""
        return self.texts.completeness.get(language, Completeness())

    def notes(self, language: str) -> str:
        """The teacher's notes as Markdown; "" when there are none in any language."""
        return _in_language(self.texts.notes, language)

    def handout(self, language: str) -> str:
        """The handout as Markdown; "" when there is none in any language."""
        return _in_language(self.texts.handouts, language)

    def exhibit(self, exhibit_id: str, trade: str | None, language: str) -> ExhibitWording:
        """What the wall shows. A trade without its own version gets the general one, else that of the first trade."""
        exhibits = self.texts.exhibits
        for version in (trade or "", "", *self.trades):
            written = {
                spoken: found for (name, of, spoken), found in exhibits.items() if (name, of) == (exhibit_id, version)
            }
            if written:
                return written.get(language) or written[standing_in(written)]
        raise KeyError(exhibit_id)


@dataclass(frozen=True)
class Names:
    """The names of modules and competences in one language."""

    modules: Mapping[str, str]
    lifecomp: Mapping[str, str]
    cms: Mapping[str, str]
    cdi: Mapping[str, str]


@dataclass(frozen=True)
class Kit:
    """The activities in the order of the kit, the modules that hold one, and what has to be mended."""

    activities: Mapping[str, Activity]
    modules: tuple[str, ...]
    problems: tuple[Problem, ...]
    names: Mapping[str, Names] = field(repr=False, compare=False)

    def module_title(self, module: str, language: str) -> str:
        return self._names(language).modules.get(module, module)

    def lifecomp_name(self, code: str, language: str) -> str:
        return self._names(language).lifecomp.get(code, code)

    def cms_name(self, code: str, language: str) -> str:
        return self._names(language).cms.get(code, code)

    def cdi_name(self, code: str, language: str) -> str:
        return self._names(language).cdi.get(code, code)

    def _names(self, language: str) -> Names:
        return self.names.get(language) or self.names[FIRST_LANGUAGE]


def standing_in(written: Mapping[str, object]) -> str:
    """The language used when the one asked for is not written: English, else the first that there is."""
    return next(language for language in (*LANGUAGES, *written) if language in written)


def _in_language(texts: Mapping[str, str], language: str) -> str:
    if not texts:
        return ""
    return texts.get(language) or texts[standing_in(texts)]

"""What of an activity is written in each language, for whoever goes on writing it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kit_content.schema import Completeness, ExhibitWording
from kit_content.wording import Needed, Texts

# Shorter texts may be the same in two languages ("Hotel", "Metal"); a longer one was copied and is still to translate.
_WORDS_THAT_DIFFER = 5

Papers = Mapping[str, str]  # language -> Markdown
ExhibitKey = tuple[str, str, str]  # exhibit, trade or "", language


@dataclass(frozen=True)
class Written:
    """Everything read of one activity. `first`: the language that the others are translated from."""

    first: str
    needed: Needed
    texts: Mapping[str, Texts]
    notes: Papers
    handouts: Papers
    versions: Collection[tuple[str, str]]  # exhibit, trade or ""
    exhibits: Mapping[ExhibitKey, ExhibitWording]


def completeness(written: Written, language: str, *, labels: bool, reviewed: bool) -> Completeness:
    """`labels`: whether the scales and shared items of the activity are in that language too."""
    own = written.texts.get(language, {})
    original = written.texts.get(written.first, {}) if language != written.first else {}
    copied = any(
        is_copied(text, other) for path, said in own.items() for text, other in _pairs(said, original.get(path))
    )
    return Completeness(
        wording=labels and not copied and written.needed.texts | written.needed.lists <= own.keys(),
        reviewed=reviewed,
        notes=_is_written(written.notes, language, written.first),
        handout=_is_written(written.handouts, language, written.first),
        exhibits=all(
            _is_written(_by_language(version, written.exhibits), language, written.first)
            for version in written.versions
        ),
    )


def is_copied(text: str, original: str) -> bool:
    return text == original and len(text.split()) >= _WORDS_THAT_DIFFER


def _pairs(said: str | tuple[str, ...], original: str | tuple[str, ...] | None) -> list[tuple[str, str]]:
    """Each text beside the one it was made from; a list gives several."""
    if isinstance(said, str):
        return [(said, original)] if isinstance(original, str) else []
    return list(zip(said, original, strict=False)) if isinstance(original, tuple) else []


def _is_written(papers: Papers, language: str, first: str) -> bool:
    text = papers.get(language, "")
    return bool(text) and (language == first or not is_copied(text, papers.get(first, "")))


def _by_language(version: tuple[str, str], exhibits: Mapping[ExhibitKey, ExhibitWording]) -> Papers:
    """The text of one exhibit by language; of a drawing, its path."""
    return {key[2]: shown.text or str(shown.svg) for key, shown in exhibits.items() if key[:2] == version}

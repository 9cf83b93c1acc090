"""What the charts of rankings and of single words say, in words. Imports neither Streamlit nor a chart library."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext
from pages.ui.quoting import all_of, quoted

BANDS = ("most", "some", "few")
_WORDS_NAMED = 3


def ranking_finding(points: Mapping[str, int], labels: Mapping[str, str]) -> str:
    """What comes first, next and last; those with as many points as each other are named together."""
    order = sorted(points, key=lambda option: -points[option])
    groups = [[quoted(labels[option]) for option in group] for _n, group in groupby(order, points.__getitem__)]
    if len(groups) == 1:
        return _("No answer comes first: all have the same points.")
    sentence = ngettext(
        "{first} comes first, then {next}.", "{first} come first together, then {next}.", len(groups[0])
    )
    said = sentence.format(first=all_of(groups[0]), next=all_of(groups[1]))
    if len(groups) == 2:
        return said
    last = ngettext("{answer} comes last.", "{answer} come last together.", len(groups[-1]))
    return f"{said} {last.format(answer=all_of(groups[-1]))}"


def ranking_in_bands(bands: Mapping[str, str], labels: Mapping[str, str]) -> list[str]:
    """One sentence for each height of place, the highest first."""
    sentences = {
        "most": _("High place: {answers}."),
        "some": _("Middle place: {answers}."),
        "few": _("Low place: {answers}."),
    }
    found = {band: [quoted(labels[option]) for option in labels if bands.get(option) == band] for band in BANDS}
    return [sentences[band].format(answers=", ".join(answers)) for band, answers in found.items() if answers]


def place_word(band: str) -> str:
    return {"few": _("low place"), "some": _("middle place"), "most": _("high place")}[band]


def words_finding(words: Mapping[str, int], people: int) -> str:
    """The words that may be shown; true whatever the teacher has hidden."""
    named = [(quoted(word), writers) for word, writers in words.items()][:_WORDS_NAMED]
    if not named:
        return _("No word is shown. A word needs two people who wrote it, and the teacher's approval.")
    (word, writers), *others = named
    sentences = [_("{count} of {n} wrote {word}.").format(count=writers, n=people, word=word)]
    sentences += [_("{count} wrote {word}.").format(count=writers, word=word) for word, writers in others]
    return " ".join(sentences)

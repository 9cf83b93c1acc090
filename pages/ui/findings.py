"""What a chart says, in words: one finding per item, the change between two waves, and the same numbers as a table.

Every sentence is true for every total that the release rule can write. Imports neither Streamlit nor a chart library,
so that the wall can speak it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kit_content.schema import NONE_OF_THESE
from pages.ui.findings_ranked import BANDS, place_word, ranking_finding, ranking_in_bands, words_finding
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext
from pages.ui.quoting import all_of, any_of, quoted

if TYPE_CHECKING:
    from data.release import ItemTotals
    from kit_content.schema import ItemWording

DIRECTIONS = ("lower", "same", "higher")
# How sentences end, in Greek with ; for a question.
_ENDS = (".", "?", "!", "…", ";")


def finding(totals: ItemTotals, wording: ItemWording) -> str:
    """What the class said, in a sentence or two. Stands beside the statement; see `described` for it alone."""
    if totals.respondents == 0:
        return _("Nobody answered.")
    if totals.bands is not None:
        return _band_finding(totals, wording)
    if totals.kind == "scale":
        return _scale_finding(totals, wording)
    if totals.kind == "then_now":
        return _change_finding(totals, wording)
    if totals.kind == "ranking":
        return ranking_finding(totals.counts or {}, labels_of(totals, wording))
    if totals.kind == "words":
        return words_finding(totals.counts or {}, totals.respondents)
    return _choice_finding(totals, wording)


def title_of(wording: ItemWording) -> str:
    """The statement as it stands above a chart."""
    return wording.finding or wording.statement


def described(totals: ItemTotals, wording: ItemWording) -> str:
    """The title and its finding: a chart's `alt`, for whoever meets it without the page round it."""
    return titled(wording, finding(totals, wording))


def titled(wording: ItemWording, sentence: str) -> str:
    """The title as a sentence before another one."""
    title = title_of(wording)
    return f"{title} {sentence}" if title.endswith(_ENDS) else f"{title}. {sentence}"


def table(totals: ItemTotals, wording: ItemWording) -> list[tuple[str, str]]:
    """The numbers of the chart as rows of (label, value) in its order, the number of people who answered last."""
    labels = in_chart_order(totals, wording)
    if totals.bands is not None:
        bands = totals.bands
        rows = [(label, band_word(bands[value], totals.kind)) for value, label in labels.items() if value in bands]
    else:
        rows = [(label, str((totals.counts or {}).get(value, 0))) for value, label in labels.items()]
    return [*rows, (_("People who answered"), people(totals))]


def people(totals: ItemTotals) -> str:
    """How many answered: `14`, or `about 10` for a sensitive item."""
    return _("about {n}").format(n=totals.respondents) if totals.bands is not None else str(totals.respondents)


def answered(totals: ItemTotals) -> str:
    """How many answered, as a note to a chart that has no bar to say it beside."""
    n = totals.respondents
    if totals.bands is not None:
        return _("About {n} answered").format(n=n)
    if totals.kind == "multiple_choice":
        return _("{n} answered, each could choose several").format(n=n)
    if totals.kind == "ranking":
        sentence = ngettext(
            "{n} answered. First place is {most} points, last place 1.",
            "{n} answered. First place is {most} points, last place 1.",
            n,
        )
        return sentence.format(n=n, most=len(totals.counts or {}))
    if totals.kind == "words":
        return ngettext(
            "{n} answered. Shown are words that two or more wrote.",
            "{n} answered. Shown are words that two or more wrote.",
            n,
        ).format(n=n)
    return ngettext("{n} answered", "{n} answered", n).format(n=n)


def answered_each_time(totals: Sequence[ItemTotals]) -> str:
    """The same note for a sensitive item at several times."""
    numbers = [str(of.respondents) for of in totals]
    if len(set(numbers)) > 1:
        return _("About {numbers} answered").format(numbers=", ".join(numbers))
    return _("About {n} answered each time").format(n=numbers[0]) if len(numbers) > 1 else answered(totals[0])


def labels_of(totals: ItemTotals, wording: ItemWording) -> dict[str, str]:
    """Value → label, in the order in which it is drawn: scale points low to high, options in the kit's order.

    A word is its own label, and the most frequent comes first.
    """
    if totals.kind == "words":
        return {word: word for word in totals.counts or {}}
    if totals.kind == "then_now":
        return {value: getattr(wording, value) or value for value in DIRECTIONS}
    if totals.bands is not None and totals.kind == "scale":
        sides = zip(("lower", "middle", "upper"), band_sides(tuple(wording.points)), strict=True)
        return {band: any_of([wording.points[point] for point in side]) for band, side in sides if side}
    return dict(wording.points)


def in_chart_order(totals: ItemTotals, wording: ItemWording) -> dict[str, str]:
    """As `labels_of`, but counted options go from the most chosen to the least, with "none of these" last.

    What was ranked goes from the highest place to the lowest, in bands too.
    """
    labels = labels_of(totals, wording)
    counts = totals.counts or {}
    if totals.kind == "ranking":
        bands = totals.bands or {}
        order = sorted(labels, key=lambda value: BANDS.index(bands[value]) if value in bands else -counts.get(value, 0))
        return {value: labels[value] for value in order}
    if totals.kind not in ("single_choice", "multiple_choice"):
        return labels
    order = sorted(labels, key=lambda value: (value == NONE_OF_THESE, -counts.get(value, 0)))
    return {value: labels[value] for value in order}


def band_word(band: str, kind: str = "") -> str:
    """How many said it, or for a ranking how high it stands."""
    if kind == "ranking":
        return place_word(band)
    words = {"few": _("few or none"), "some": _("some"), "most": _("most")}
    return words[band]


def band_sides(points: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Lower points, middle and upper points, cut as the release cuts a sensitive scale."""
    half = (len(points) - 1) // 2
    return points[:half], points[half : len(points) - half], points[len(points) - half :]


def count_sides(points: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Lower points, the middle one if there is one, and upper points of a scale that was counted."""
    half = len(points) // 2
    return points[:half], points[half : len(points) - half], points[len(points) - half :]


def change(now: ItemTotals, before: ItemTotals, when: str, wording: ItemWording) -> str:
    """How the upper side of a scale moved between two waves. `when` says when the earlier one was: `in September`."""
    if now.bands is not None and before.bands is not None:
        upper = labels_of(now, wording)["upper"]
        was, is_now = band_word(before.bands["upper"]), band_word(now.bands["upper"])
        if was == is_now:
            return _("{answer}: {now} now, as {when}.").format(answer=upper, now=is_now, when=when)
        return _("{answer}: {before} {when}, {now} now.").format(answer=upper, before=was, when=when, now=is_now)
    side = count_sides(tuple(wording.points))[2]
    count, earlier = _sum(now, side), _sum(before, side)
    sentence = ngettext(
        "{count} of {n} now says {answer}, {earlier} of {m} did {when}.",
        "{count} of {n} now say {answer}, {earlier} of {m} did {when}.",
        count,
    )
    answer = any_of([wording.points[point] for point in side])
    return sentence.format(
        count=count, n=now.respondents, answer=answer, earlier=earlier, m=before.respondents, when=when
    )


def _scale_finding(totals: ItemTotals, wording: ItemWording) -> str:
    counts = totals.counts or {}
    for point, count in counts.items():
        if count == totals.respondents:
            return _all_say(totals, quoted(wording.points[point]))
    sides = {
        name: (sum(counts.get(point, 0) for point in side), any_of([wording.points[point] for point in side]))
        for name, side in zip(("lower", "middle", "upper"), count_sides(tuple(wording.points)), strict=True)
        if side
    }
    lower, upper = sides["lower"], sides["upper"]
    middle = sides.get("middle", (0, ""))
    if middle[0] > max(lower[0], upper[0]):
        return " ".join([_lead(totals, *middle), _follow(*upper), _follow(*lower)])
    if lower[0] == upper[0]:
        sentence = _("As many say {first} as {second}: {count} each, of {n}.")
        return sentence.format(first=lower[1], second=upper[1], count=upper[0], n=totals.respondents)
    first, second = (upper, lower) if upper[0] > lower[0] else (lower, upper)
    if first[0] == totals.respondents:
        return _all_say(totals, first[1])
    return " ".join([_lead(totals, *first), _follow(*second)])


def _change_finding(totals: ItemTotals, wording: ItemWording) -> str:
    counts = totals.counts or {}
    labels = labels_of(totals, wording)
    order = sorted(("higher", "same", "lower"), key=lambda value: -counts.get(value, 0))
    first, *others = [(counts.get(value, 0), quoted(labels[value])) for value in order]
    if first[0] == totals.respondents:
        return _all_say(totals, first[1])
    return " ".join([_lead(totals, *first), *(_follow(*other) for other in others if other[0])])


def _choice_finding(totals: ItemTotals, wording: ItemWording) -> str:
    counts = totals.counts or {}
    most = max(counts.values(), default=0)
    top = [quoted(label) for value, label in labels_of(totals, wording).items() if counts.get(value) == most]
    if most == 0:
        return _("Nobody chose any of these.")
    if most == totals.respondents:
        return _("All {n} chose {answer}.").format(n=most, answer=all_of(top))
    if len(top) == 1:
        return _("{answer} was chosen most: by {count} of {n}.").format(answer=top[0], count=most, n=totals.respondents)
    if len(top) <= 3:
        return _("{answers} were chosen most: each by {count} of {n}.").format(
            answers=all_of(top), count=most, n=totals.respondents
        )
    return _("No single answer stands out: {number} of them were each chosen by {count} of {n}.").format(
        number=len(top), count=most, n=totals.respondents
    )


def _band_finding(totals: ItemTotals, wording: ItemWording) -> str:
    labels, bands = labels_of(totals, wording), totals.bands or {}
    sentences = [_("About {n} answered.").format(n=totals.respondents)]
    if totals.kind == "ranking":
        return " ".join([*sentences, *ranking_in_bands(bands, labels)])
    if set(bands.values()) == {"few"}:
        return " ".join([*sentences, _("No answer was chosen by more than a few.")])
    whole = totals.kind == "scale"
    for band in BANDS if totals.kind in ("scale", "then_now") else BANDS[:2]:
        answers = [labels[value] if whole else quoted(labels[value]) for value in labels if bands.get(value) == band]
        sentences += _band_sentence(band, answers)
    return " ".join(sentences)


def _band_sentence(band: str, answers: list[str]) -> list[str]:
    """The bands of several answers do not add up to a band, so they are named one by one."""
    if not answers:
        return []
    if len(answers) == 1:
        sentences = {
            "most": _("Most say {answer}."),
            "some": _("Some say {answer}."),
            "few": _("Few or none say {answer}."),
        }
        return [sentences[band].format(answer=answers[0])]
    sentences = {
        "most": _("Most for each of these: {answers}."),
        "some": _("Some for each of these: {answers}."),
        "few": _("Few or none for each of these: {answers}."),
    }
    return [sentences[band].format(answers=", ".join(answers))]


def _all_say(totals: ItemTotals, answer: str) -> str:
    return _("All {n} say {answer}.").format(n=totals.respondents, answer=answer)


def _lead(totals: ItemTotals, count: int, answer: str) -> str:
    sentence = ngettext("{count} of {n} says {answer}.", "{count} of {n} say {answer}.", count)
    return sentence.format(count=count, n=totals.respondents, answer=answer)


def _follow(count: int, answer: str) -> str:
    if count == 0:
        return _("Nobody says {answer}.").format(answer=answer)
    return ngettext("{count} says {answer}.", "{count} say {answer}.", count).format(count=count, answer=answer)


def _sum(totals: ItemTotals, values: Iterable[str]) -> int:
    return sum((totals.counts or {}).get(value, 0) for value in values)

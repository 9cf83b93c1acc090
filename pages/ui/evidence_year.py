"""What the report of a school year rests on: sums over classes, and the classes that are shared by name.

Reads what a coordinator may read and nothing else (`data.pools`). Knows no screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data import pools
from data.participation import Participation
from data.pools import Pool, TakingPart
from data.release import DIRECTIONS, ItemTotals
from data.staff import Staff
from data.store import Store
from kit_content import Activity, Item, ItemWording, Kit
from kit_content.schema import CLASS_CHECK
from pages.ui.evidence import Comparison, compare
from pages.ui.evidence_boxes import FINDINGS_IN_THE_BOX, Basis, changes
from pages.ui.findings import finding, titled
from pages.ui.i18n import gettext as _


@dataclass(frozen=True)
class Held:
    """One activity of the year: how many of the classes in its sums sent, in words, and what they said together."""

    activity: Activity
    sent: Participation | None
    said: tuple[tuple[ItemWording, ItemTotals], ...]


@dataclass(frozen=True)
class YearEvidence:
    """`shared` are the classes that stand under their names, each with how many sent and in which activity."""

    year: str
    held: tuple[Held, ...]
    comparisons: tuple[Comparison, ...]
    shared: tuple[TakingPart, ...]

    @property
    def activities(self) -> list[Activity]:
        return [of.activity for of in self.held]


def gather_year(store: Store, asker: Staff, year: str, kit: Kit, language: str) -> YearEvidence:
    """Raises NotAllowed for who is no coordinator."""
    lines = [line for line in pools.taking_part(store, asker, year) if line.activity in kit.activities]
    summed = {line.activity for line in lines if not line.is_class}
    slugs = [slug for slug in kit.activities if slug in summed]
    found = {slug: pools.pools(store, asker, year, slug) for slug in slugs}
    held = tuple(_held(kit.activities[slug], found[slug], lines, language) for slug in slugs)
    shared = tuple(line for line in lines if line.is_class)
    return YearEvidence(year, held, tuple(_comparisons(kit, found, language)), shared)


def _held(activity: Activity, found: Iterable[Pool], lines: Iterable[TakingPart], language: str) -> Held:
    sent = pools.together(line for line in lines if line.activity == activity.slug and not line.is_class)
    found = list(found)
    said = [
        (activity.wording(language).items[item.id], total)
        for item in activity.items
        if not item.id.startswith(CLASS_CHECK) and (total := in_all_of(item, found)) is not None
    ]
    return Held(activity, sent, tuple(said))


def _comparisons(kit: Kit, found: Mapping[str, list[Pool]], language: str) -> Iterable[Comparison]:
    """Every statement of the class check that was asked at two times in the words of today."""
    asked = [kit.activities[slug] for slug in found]
    statements = {item.id: item for of in asked for item in of.items if item.id.startswith(CLASS_CHECK)}
    for item in statements.values():
        times = [(of, total) for of in asked if (total := in_all_of(item, found[of.slug])) is not None]
        if len(times) < 2 or item.kind != "scale":
            continue
        (first, before), (last, now) = times[0], times[-1]
        named = [of.wording(language).title for of in (first, last)]
        wording = last.wording(language).items[item.id]
        yield compare(wording, (named[0], before), (named[1], now), _("the first time"))


def in_all_of(item: Item, found: Iterable[Pool]) -> ItemTotals | None:
    """The item's sum over all programmes, in the order in which it asks; None where there is none.

    What the kit calls sensitive today is not shown, though it may have been summed when it was not.
    """
    if item.sensitive:
        return None
    totals = pools.in_all(found, item.id, item.version)
    return in_order(item, totals) if totals is not None and totals.kind == item.kind else None


def in_order(item: Item, totals: ItemTotals) -> ItemTotals:
    """The same counts in the order in which the item asks."""
    values = DIRECTIONS if item.kind == "then_now" else item.points
    counts = totals.counts or {}
    return replace(totals, counts={value: counts.get(value, 0) for value in values})


def basis_of_year(evidence: YearEvidence) -> Basis:
    """What the sentences of a school year's report speak of."""
    said = [titled(words, finding(of, words)) for held in evidence.held for words, of in held.said[:1]]
    return Basis(
        activities=evidence.activities,
        held=_("Lessons of several classes in the school year {year}.").format(year=evidence.year) if said else "",
        results=changes(evidence.comparisons) or said[:FINDINGS_IN_THE_BOX],
        own_part=_("I coordinated the project at our school."),
    )

"""One revealed item as the wall shows it: title, finding, and the numbers to draw. Totals in, a plain dictionary out.

`assets/wall_charts.js` draws the `chart` by its `kind`: `scale`, `rows` (choices, lower/same/higher, points of a
ranking) or `bands` (sensitive items). Words have views of their own, as many as are needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pages.ui.findings import answered, band_word, finding, in_chart_order, labels_of, title_of
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    from data.release import ItemTotals
    from kit_content import ItemWording, Scale

View = dict[str, Any]

# From this many people on, a dot for each would be too small to count from the back row.
DOTS_UNDER = 20
# The colours of a scale; scales with fewer points skip some, so that the ends stay the ends.
_TONES = 5
# So many words stay readable from the back row.
_WORDS_A_PAGE = 12
_LEVELS = {"few": 1, "some": 2, "most": 3}


def reveal_view(totals: ItemTotals, words: ItemWording, scale: Scale | None) -> View:
    """The view of one item's totals: `title`, `sentence`, `answered` (how many) and `chart`."""
    labels = labels_of(totals, words)
    if totals.kind == "ranking":
        labels = in_chart_order(totals, words)
    if totals.bands is not None:
        chart = _bands_chart(labels, totals.bands, totals.kind)
    elif totals.kind == "scale":
        chart = _scale_chart(labels, totals.counts or {}, two_way=scale is not None and scale.direction == "two_way")
    else:
        chart = _rows_chart(totals, labels)
    return {
        "scene": "reveal",
        "title": title_of(words),
        "sentence": finding(totals, words),
        # The finding of a sensitive item says it already.
        "answered": "" if totals.bands is not None else answered(totals),
        "chart": chart,
    }


def _scale_chart(labels: Mapping[str, str], counts: Mapping[str, int], *, two_way: bool) -> View:
    numbers = [counts.get(point, 0) for point in labels]
    points = [
        {"label": label, "count": number, "tone": tone(place, len(labels))}
        for place, (label, number) in enumerate(zip(labels.values(), numbers, strict=True))
    ]
    span = bar_span(numbers) if two_way else {"left": 0.0, "width": 1.0}
    return {"kind": "scale", "two_way": two_way, "points": points, **span}


def tone(place: int, count: int) -> int:
    """Which of the five colours the point at this place of a scale has, 0 for the lowest."""
    return round(place * (_TONES - 1) / max(count - 1, 1))


def bar_span(counts: Sequence[int]) -> dict[str, float]:
    """Where a two-way bar lies so that its middle stands at the centre: `left` and `width` as shares of the full width.

    The side that reaches further ends at the edge.
    """
    total = sum(counts) or 1
    half = len(counts) // 2
    below = (sum(counts[:half]) + (counts[half] / 2 if len(counts) % 2 else 0)) / total
    reach = max(below, 1 - below)
    return {"left": (reach - below) / (2 * reach), "width": 1 / (2 * reach)}


def _rows_chart(totals: ItemTotals, labels: Mapping[str, str]) -> View:
    counts = totals.counts or {}
    # "Higher" stands above "lower", as it would in any picture.
    values = reversed(labels) if totals.kind == "then_now" else labels
    rows = [
        {"label": labels[value], "count": counts.get(value, 0), "mark": value if totals.kind == "then_now" else ""}
        for value in values
    ]
    if totals.kind == "ranking":
        return {"kind": "rows", "rows": rows, "total": totals.respondents * len(rows), "dots": False}
    return {"kind": "rows", "rows": rows, "total": totals.respondents, "dots": totals.respondents < DOTS_UNDER}


def words_views(totals: ItemTotals, words: ItemWording) -> list[View]:
    """The approved words with how many wrote each, the most frequent first, on as many pages as they need."""
    counts = totals.counts or {}
    most = max(counts.values(), default=1)
    rows = [{"word": word, "count": writers, "weight": writers / most} for word, writers in counts.items()]
    pages = [rows[at : at + _WORDS_A_PAGE] for at in range(0, len(rows), _WORDS_A_PAGE)] or [[]]
    head: View = {"scene": "words", "title": title_of(words), "answered": answered(totals)}
    empty = _("No word is on the wall yet. The teacher reads them first.")
    return [{**head, "sentence": "" if page else empty, "words": page} for page in pages]


def _bands_chart(labels: Mapping[str, str], bands: Mapping[str, str], kind: str) -> View:
    """Blocks and words only: no number of a sensitive item leaves the database."""
    rows = [
        {"label": label, "level": _LEVELS[bands[value]], "word": band_word(bands[value], kind)}
        for value, label in labels.items()
        if value in bands
    ]
    return {"kind": "bands", "rows": rows}

"""A class over its lessons: which are past, what an item said each time, and the frames that charts are drawn from.

Reads totals only, through `data.release`, and takes who is asking. Frames hold the columns that are drawn, no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

import pandas as pd

from data.cohorts import require_cohort
from data.release import ItemTotals, totals_of_run
from data.runs import Run, list_runs

if TYPE_CHECKING:
    from data.staff import Staff
    from data.store import Store

# Fewer people than this are drawn one by one: twelve learners are not a percentage.
SMALL_CLASS = 20
# Dots stand two high, so a dot's column holds two people; groups of dots keep this distance, in columns.
DOTS_HIGH = 2
GAP = 0.4
BLOCKS = {"few": 1, "some": 2, "most": 3}


@dataclass(frozen=True)
class Wave:
    """What one item said on one day."""

    run_id: str
    held_on: date
    totals: ItemTotals


def past_lessons(store: Store, asker: Staff, cohort_id: str) -> list[Run]:
    """The lessons of this teacher's class, newest first, the one under way included; no rehearsals.

    Raises NotAllowed for another teacher's class.
    """
    require_cohort(store, asker, cohort_id)
    runs = [run for run in list_runs(store, asker, cohort_id) if not run.rehearsal]
    return sorted(runs, key=lambda run: (run.started_on, run.is_current), reverse=True)


def is_released(run: Run) -> bool:
    return run.state in ("closed", "ended")


def waves(store: Store, asker: Staff, runs: Iterable[Run], item_ids: Sequence[str]) -> dict[str, list[Wave]]:
    """Item id → what it said in these runs, oldest first; items that never passed their floor are left out."""
    found: dict[str, list[Wave]] = {}
    for run in sorted(filter(is_released, runs), key=lambda run: run.started_on):
        if not any(item.id in item_ids for item in run.items):
            continue
        for totals in totals_of_run(store, asker, run.id):
            if totals.item_id in item_ids:
                wave = Wave(run.id, date.fromisoformat(run.started_on), totals)
                found.setdefault(totals.item_id, []).append(wave)
    return {item_id: found[item_id] for item_id in item_ids if item_id in found}


def series(waves_of_item: Iterable[Wave]) -> list[list[Wave]]:
    """The waves of one item, split wherever its version changed: what was asked differently is never joined."""
    return [list(group) for _, group in groupby(waves_of_item, key=_asked)]


def _asked(wave: Wave) -> tuple[int, str, bool]:
    return wave.totals.item_version, wave.totals.kind, wave.totals.sensitive


def slices(rows: Sequence[Mapping[str, int]], points: Sequence[str], *, two_way: bool) -> pd.DataFrame:
    """One bar per row of counts. Columns: row, point, count, start, end.

    `start` and `end` are shares of the row's answers; two-way bars have the middle of the scale at 0. Empty slices
    are left out.
    """
    table = []
    for row, counts in enumerate(rows):
        width = partial(_share, of=sum(counts.values()))
        for point, (start, end) in _spans(counts, points, two_way, gap=0, width=width).items():
            table.append((row, point, counts[point], start, end))
    return pd.DataFrame(table, columns=["row", "point", "count", "start", "end"])


def dots(rows: Sequence[Mapping[str, int]], points: Sequence[str], *, two_way: bool) -> pd.DataFrame:
    """One dot per answer, two high, grouped by point. Columns: row, point, column, level (−0.5 above, 0.5 below)."""
    table = []
    for row, counts in enumerate(rows):
        for point, (start, _) in _spans(counts, points, two_way, gap=GAP, width=_columns).items():
            for dot in range(counts[point]):
                column, level = divmod(dot, DOTS_HIGH)
                table.append((row, point, start + column + 0.5, level - 0.5 if counts[point] > 1 else 0.0))
    return pd.DataFrame(table, columns=["row", "point", "column", "level"])


def dot_groups(rows: Sequence[Mapping[str, int]], points: Sequence[str], *, two_way: bool) -> pd.DataFrame:
    """The numbers that go with `dots`. Columns: row, point, count, middle."""
    table = []
    for row, counts in enumerate(rows):
        for point, (start, end) in _spans(counts, points, two_way, gap=GAP, width=_columns).items():
            table.append((row, point, counts[point], (start + end) / 2))
    return pd.DataFrame(table, columns=["row", "point", "count", "middle"])


def dots_reach(rows: Sequence[Mapping[str, int]], points: Sequence[str], *, two_way: bool) -> tuple[float, float]:
    """The leftmost and the rightmost edge of the `dots` of these rows; as far left as right where 0 is the middle."""
    spans = [span for counts in rows for span in _spans(counts, points, two_way, gap=GAP, width=_columns).values()]
    if not two_way:
        return 0.0, max((end for _start, end in spans), default=1.0)
    reach = max((max(-start, end) for start, end in spans), default=1.0)
    return -reach, reach


def choices(counts: Mapping[str, int], options: Sequence[str]) -> pd.DataFrame:
    """One row per option, in this order, chosen or not. Columns: row, point, count."""
    table = [(row, option, counts.get(option, 0)) for row, option in enumerate(options)]
    return pd.DataFrame(table, columns=["row", "point", "count"])


def choice_dots(chosen: pd.DataFrame) -> pd.DataFrame:
    """One dot per answer for the rows of `choices`. Columns: row, column."""
    pairs = zip(chosen["row"], chosen["count"], strict=True)
    table = [(row, column + 0.5) for row, count in pairs for column in range(count)]
    return pd.DataFrame(table, columns=["row", "column"])


def blocks(rows: Sequence[str]) -> pd.DataFrame:
    """Three steps per band (few, some, most). Columns: row, block (0 to 2), filled."""
    table = [(row, block, block < BLOCKS[band]) for row, band in enumerate(rows) for block in range(3)]
    return pd.DataFrame(table, columns=["row", "block", "filled"])


def _share(n: int, *, of: int) -> float:
    return n / of


def _columns(n: int) -> float:
    return float(ceil(n / DOTS_HIGH))


def _spans(
    counts: Mapping[str, int], points: Sequence[str], two_way: bool, *, gap: float, width: Callable[[int], float]
) -> dict[str, tuple[float, float]]:
    """Point → where its group starts and ends. One way: from 0 on. Two ways: the middle of the scale is at 0."""
    spans: dict[str, tuple[float, float]] = {}
    at = 0.0
    for point in points:
        if counts.get(point, 0):
            spans[point] = at, at + width(counts[point])
            at = spans[point][1] + gap
    zero = _zero(spans, points, gap) if two_way else 0.0
    return {point: (start - zero, end - zero) for point, (start, end) in spans.items()}


def _zero(spans: Mapping[str, tuple[float, float]], points: Sequence[str], gap: float) -> float:
    half = len(points) // 2
    if len(points) % 2 and points[half] in spans:
        start, end = spans[points[half]]
        return (start + end) / 2
    lower = [spans[point][1] for point in points[:half] if point in spans]
    return lower[-1] + gap / 2 if lower else -gap / 2

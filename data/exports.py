"""What people take away: totals only, in plain files. No row of an export stands for a person."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.cohorts import require_cohort
from data.release import ItemTotals, totals_of_run
from data.runs import list_runs
from data.store import Store

if TYPE_CHECKING:
    from data.staff import Staff

# `n` is a number of people, but for the kind `ranking`, where it is points.
COLUMNS = ("class", "activity", "date", "item", "item_version", "respondents", "value", "n", "amount", "kind")
# A spreadsheet would run a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def totals_as_object(totals: Iterable[ItemTotals]) -> dict[str, dict[str, Any]]:
    """Item id → kind, version, respondents and either counts or bands, ready for JSON."""
    return {
        total.item_id: {
            "kind": total.kind,
            "item_version": total.item_version,
            "respondents": total.respondents,
            **({"bands": dict(total.bands)} if total.bands is not None else {"counts": dict(total.counts or {})}),
        }
        for total in totals
    }


def rows_of_totals(store: Store, staff: Staff, cohort_id: str) -> list[tuple[str | int, ...]]:
    """One row per item and value in the order of COLUMNS, newest lesson first; rehearsals are left out."""
    cohort = require_cohort(store, staff, cohort_id)
    return [
        (
            cohort.name,
            run.activity,
            run.started_on,
            total.item_id,
            total.item_version,
            total.respondents,
            value,
            *pair,
            total.kind,
        )
        for run in list_runs(store, staff, cohort_id)
        if not run.rehearsal
        for total in totals_of_run(store, staff, run.id)
        for value, pair in _pairs(total).items()
    ]


def _pairs(total: ItemTotals) -> dict[str, tuple[str | int, str]]:
    if total.bands is not None:
        return {value: ("", band) for value, band in total.bands.items()}
    return {value: (n, "") for value, n in (total.counts or {}).items()}


def safe_cell(value: str | int) -> str | int:
    """`=1+1` → `'=1+1`: no cell is a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def write_totals(store: Store, staff: Staff, cohort_id: str, file: Path) -> int:
    """Write the rows as CSV with a heading; returns how many."""
    rows = rows_of_totals(store, staff, cohort_id)
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return len(rows)

"""What people take away: totals only, in plain files. No row of an export stands for a person."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO, StringIO
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
_BLANKS = " \u00a0\n"
# What XLSX holds as its first day; a real one would tell when somebody sat at the computer.
_NO_DAY = datetime(1900, 1, 1)
_WIDTH = 18

Row = tuple[str | int, ...]


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


def rows_of_totals(store: Store, staff: Staff, cohort_id: str) -> list[Row]:
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
    """`=1+1` → `'=1+1`: no cell is a formula, however many spaces stand before its sign."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(_BLANKS).startswith(_FORMULA_STARTS) else value


def as_csv(rows: Iterable[Row]) -> bytes:
    """COLUMNS and these rows, for a spreadsheet: UTF-8 with its mark at the start."""
    target = StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """An XLSX file of these sheets, the first row of each as its heading. It names no author and no day."""
    from xlsxwriter import Workbook  # only for who takes a file away

    target = BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _NO_DAY})
        bold = book.add_format({"bold": True, "text_wrap": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(map(len, rows), default=1) - 1, _WIDTH)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, [safe_cell(cell) for cell in row], None if at else bold)
    return target.getvalue()


def write_totals(store: Store, staff: Staff, cohort_id: str, file: Path) -> int:
    """Write the rows as CSV with a heading; returns how many."""
    rows = rows_of_totals(store, staff, cohort_id)
    file.write_bytes(as_csv(rows))
    return len(rows)

"""What is taken away: totals only, in files in which no cell runs and nothing tells who made them."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import exports
from tests.data.lessons import Lesson

WILD = st.text(st.sampled_from("=+-@\t\r\n \u00a0a1'\"<&,;"), max_size=12)


def parts(workbook: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@given(WILD)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = str(exports.safe_cell(text))
    assert not cell.strip(" \u00a0\n").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")


@given(st.lists(st.tuples(WILD, WILD), max_size=4))
def test_a_workbook_holds_no_formula_and_no_link(rows: list[tuple[str, str]]) -> None:
    files = parts(exports.as_workbook({"totals": [("a", "b"), *rows]}))
    sheet = files["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet and "hyperlink" not in sheet


def test_a_workbook_names_nobody_and_no_day() -> None:
    about = parts(exports.as_workbook({"totals": [("a",)]}))["docProps/core.xml"]
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", about) in ([], [""]) and "20" not in re.sub("<.*?>", "", about)


def test_two_workbooks_of_the_same_rows_are_the_same() -> None:
    first, second = (parts(exports.as_workbook({"totals": [("a",), (1,)]})) for _ in range(2))
    assert first == second


def test_a_csv_file_has_a_heading_and_one_row_for_each_value(lesson: Lesson) -> None:
    lesson.learners_send(6)
    lesson.close()
    rows = exports.rows_of_totals(lesson.store, lesson.teacher, lesson.cohort.id)
    read = list(csv.reader(io.StringIO(exports.as_csv(rows).decode("utf-8-sig"))))
    assert tuple(read[0]) == exports.COLUMNS and read[1:] == [[str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("count", [0, 4])
def test_under_the_floor_there_is_no_row(lesson: Lesson, count: int) -> None:
    lesson.learners_send(count)
    lesson.close()
    assert exports.rows_of_totals(lesson.store, lesson.teacher, lesson.cohort.id) == []


def test_a_sensitive_item_has_bands_and_steps_of_five(lesson: Lesson) -> None:
    lesson.learners_send(7)
    lesson.close()
    rows = [dict(zip(exports.COLUMNS, row, strict=True)) for row in
            exports.rows_of_totals(lesson.store, lesson.teacher, lesson.cohort.id)]  # fmt: skip
    sensitive = [row for row in rows if row["item"] in ("turn_to", "feel")]
    assert sensitive and all(row["n"] == "" and row["amount"] and row["respondents"] == 5 for row in sensitive)

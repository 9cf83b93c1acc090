"""The schema is exactly as declared, and its keys tell no order."""

from __future__ import annotations

from data.store import Store
from tests.data.lessons import Lesson


def test_every_table_is_strict_and_without_row_numbers(store: Store) -> None:
    with store.read() as db:
        for name in db.table_names():
            if not name.startswith("_"):
                assert db[name].strict, name
                assert "WITHOUT ROWID" in db[name].schema, name


def test_foreign_keys_hold(lesson: Lesson) -> None:
    import sqlite3

    import pytest

    with pytest.raises(sqlite3.IntegrityError), lesson.store.write() as db:
        db.execute("INSERT INTO pending_seats (run_id, id) VALUES ('no such run', 'x')")


def test_a_reader_cannot_write(store: Store) -> None:
    import sqlite3

    import pytest

    with pytest.raises(sqlite3.OperationalError, match="readonly"), store.read() as db:
        db.execute("DELETE FROM schools")


def test_the_order_of_rows_on_disk_is_not_the_order_of_sending(lesson: Lesson) -> None:
    lesson.learners_send(8, text="mine")
    order_sent = [lesson.store.mark(lesson.run_id, seat) for seat in lesson.seats]
    with lesson.store.read() as db:
        order_read = [row["id"] for row in db.query("SELECT id FROM pending_reflections")]
    assert order_read == sorted(order_sent)

"""A database of an earlier version is brought up to date where it lies, after a copy was made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from data.migrations import migrations
from data.store import DATABASE_NAME, Store


def test_a_database_without_words_gets_their_column_and_keeps_its_texts(folder: Path) -> None:
    folder.mkdir()
    with Database(folder / DATABASE_NAME).conn as connection:
        migrations.apply(Database(connection), stop_before="m002_words")
        connection.execute("INSERT INTO schools (id, name, country) VALUES ('s', 'School', 'GR')")
    connection.close()
    store = Store(folder)
    with store.read() as db:
        assert "writers" in {column.name for column in db["released_texts"].columns}
        assert db["schools"].count == 1
    assert list(folder.glob("before-update-*.db"))
    store.close()


def test_a_database_of_the_first_days_gets_what_its_runs_and_clean_ups_lack(folder: Path) -> None:
    folder.mkdir()
    with Database(folder / DATABASE_NAME).conn as connection:
        migrations.apply(Database(connection), stop_before="m003_revisions_and_bands")
        connection.execute("ALTER TABLE cleanups RENAME COLUMN id TO run_id")
        for column in ("sent_band", "learner_revision"):
            connection.execute(f"ALTER TABLE runs DROP COLUMN {column}")
    connection.close()
    store = Store(folder)
    with store.read() as db:
        assert {"sent_band", "learner_revision"} <= {column.name for column in db["runs"].columns}
        assert [column.name for column in db["cleanups"].columns] == ["id"]
    store.close()


def test_lots_that_hold_a_shared_or_a_coordinators_class_stop_counting(folder: Path) -> None:
    folder.mkdir()
    with Database(folder / DATABASE_NAME).conn as connection:
        migrations.apply(Database(connection), stop_before="m006_sums")
        add_lots(
            connection, {"whole": ("a1", "a2", "a3"), "shared": ("a4", "named", "a5"), "mixed": ("a6", "own", "a7")}
        )
    connection.close()
    store = Store(folder)
    with store.read() as db:
        assert [tuple(row) for row in db.execute("SELECT activity, lots, sent_band, places FROM summed_lessons")] == [
            ("whole", 1, 15, 24)
        ]
        assert [row["run_id"] for row in db["named_runs"].rows] == ["named"]
    store.close()


def add_lots(connection: sqlite3.Connection, lots: dict[str, tuple[str, ...]]) -> None:
    """One school; class and run of the same id; `own` is taught by the coordinator, `named` is shared by its name."""
    run = "INSERT INTO runs (school_id, id, cohort_id, activity, activity_version, language, items, floor, "
    run += "floor_sensitive, floor_texts, state, is_current, places, started_on) "
    run += "VALUES ('s', ?, ?, ?, 1, 'en', '[]', 5, 5, 5, 'ended', 0, 8, '2026-10-01')"
    cohort = "INSERT INTO cohorts (school_id, id, name, code, size, teacher_id, programme, school_year, shares_name) "
    cohort += "VALUES ('s', ?, ?, ?, 8, ?, '', '2026/27', ?)"
    connection.execute("INSERT INTO schools (id, name, country) VALUES ('s', 'School', 'GR')")
    for person in ("teacher", "coordinator"):
        connection.execute("INSERT INTO staff (school_id, id, name) VALUES ('s', ?, ?)", [person, person])
    connection.execute("INSERT INTO staff_roles (staff_id, role) VALUES ('coordinator', 'coordinator')")
    for lot, members in lots.items():
        connection.execute("INSERT INTO lots VALUES ('s', '2026/27', ?, ?, '')", [lot, lot])
        for name in members:
            teacher = "coordinator" if name == "own" else "teacher"
            connection.execute(cohort, [name, name, f"{name:A<6}", teacher, int(name == "named")])
            connection.execute(run, [name, name, lot])
            connection.execute("INSERT INTO lot_runs VALUES (?, ?, ?, 5)", [lot, name, name])

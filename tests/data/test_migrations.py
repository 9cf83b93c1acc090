"""A database of an earlier version is brought up to date where it lies, after a copy was made."""

from __future__ import annotations

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

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

"""Backups that hold no answer: pending rows, unapproved texts and passes leave the copy before it gets its name."""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path

from data.migrations import migrations
from data.start_up import DATABASE_NAME, MARKER_NAME, StoreFault, check_folder, lock_for_server

_LEFT_OUT = (
    "DELETE FROM pending_texts",
    "DELETE FROM pending_reflections",
    "DELETE FROM pending_seats",
    "DELETE FROM released_texts WHERE state <> 'approved'",
    "DELETE FROM staff_passes",
    "DELETE FROM cleanups",
    "UPDATE staff SET one_time_hash = NULL, one_time_until = NULL",
)
# Later tables, which the copy made before an update does not have yet.
_EMPTIED = ("phone_passes",)

# A run that was open has lost its pending rows: in a restored copy it is closed, without totals.
_ENDED = {
    "state": "'ended'",
    "is_current": "0",
    "closes_at": "NULL",
    "last_call_ends_at": "NULL",
    "timer_ends_at": "NULL",
    "timer_left": "NULL",
    "guessing": "0",
    "sent_at_lock": "NULL",
    "sent_band": "0",
}


def write_backup(database: Path, target: Path) -> None:
    """Copy the database without anything unreleased. The copy is made in memory, so no fuller copy touches the disk."""
    source = sqlite3.connect(database, timeout=10)
    copy = sqlite3.connect(":memory:", isolation_level=None)
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        source.backup(copy)
        for statement in _LEFT_OUT:
            copy.execute(statement)
        _empty_later_tables(copy)
        _end_runs(copy)
        copy.execute("VACUUM INTO ?", [str(part)])
        os.chmod(part, 0o600)
        os.replace(part, target)
    except (OSError, sqlite3.Error) as fault:
        raise StoreFault(f"The backup {target} could not be written: {fault}. Nothing was changed.") from fault
    finally:
        part.unlink(missing_ok=True)
        copy.close()
        source.close()


def _empty_later_tables(copy: sqlite3.Connection) -> None:
    for table in _EMPTIED:
        if copy.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]).fetchone():
            copy.execute(f"DELETE FROM {table}")


def _end_runs(copy: sqlite3.Connection) -> None:
    """The copy made before an update still has the columns of the version before it."""
    known = {row[1] for row in copy.execute("PRAGMA table_info(runs)")}
    settings = ", ".join(f"{column} = {value}" for column, value in _ENDED.items() if column in known)
    copy.execute(f"UPDATE runs SET {settings} WHERE is_current = 1")


def restore_backup(backup: Path, folder: Path) -> Path | None:
    """Put a backup in place of the database while no server runs. Returns where the former database was kept, if any.

    Runs that were open in the backup are ended without totals. Raises StoreFault.
    """
    _check_backup(backup)
    check_folder(folder)
    lock = lock_for_server(folder)
    try:
        target = folder / DATABASE_NAME
        kept = _keep_former(target)
        part = target.with_name(f".{DATABASE_NAME}.part")
        write_backup(backup, part)
        for ending in ("-wal", "-shm"):
            target.with_name(target.name + ending).unlink(missing_ok=True)
        os.replace(part, target)
        (folder / MARKER_NAME).touch()
        return kept
    finally:
        lock.close()


def _keep_former(target: Path) -> Path | None:
    """A cleaned copy of what is replaced. A damaged file cannot be cleaned, so it is not kept: answers may be in it."""
    if not target.exists() or target.stat().st_size == 0:
        return None
    kept = target.with_name(f"before-restore-{secrets.token_hex(4)}.db")
    try:
        write_backup(target, kept)
    except StoreFault:
        return None
    return kept


def _check_backup(backup: Path) -> None:
    try:
        connection = sqlite3.connect(f"file:{backup}?mode=ro", uri=True)
        try:
            sound = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            names = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'open_roads'")
            applied = {row[0] for row in names}
        finally:
            connection.close()
    except sqlite3.Error as fault:
        raise StoreFault(f"{backup} is not a backup of Open Roads. Nothing was changed.") from fault
    if not sound or not applied:
        raise StoreFault(f"{backup} is damaged. Nothing was changed.")
    if applied - {migration.name for migration in migrations._migrations}:
        raise StoreFault(f"{backup} was made by a newer Open Roads. Nothing was changed.")

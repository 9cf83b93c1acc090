"""What `python -m data check` looks at: leftovers that should not be there, and things worth knowing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from data.staff import Staff, get_staff
from data.store import Store, one

# Before this version two connections that write at the same moment could, very rarely, damage a log file.
_SAFE_SQLITE = (3, 51, 3)
_PENDING_TABLES = ("pending_seats", "pending_reflections", "pending_texts")


@dataclass(frozen=True)
class Finding:
    sentence: str
    is_fault: bool


def findings(store: Store) -> list[Finding]:
    """Faults first. An empty list is good news."""
    found = [*_leftovers(store)]
    with store.read() as db:
        if one(db, "SELECT 1 FROM cleanups LIMIT 1", []):
            found.append(
                Finding("A closed lesson has not been cleaned from the file yet; Open Roads tries again.", True)
            )
    if sqlite3.sqlite_version_info < _SAFE_SQLITE:
        found.append(
            Finding(f"SQLite {sqlite3.sqlite_version} is older than 3.51.3: a newer Python brings a safer one.", False)
        )
    return found


def _leftovers(store: Store) -> list[Finding]:
    """Pending rows of a run that is not open: there must never be one."""
    with store.read() as db:
        for table in _PENDING_TABLES:
            of_closed = f"SELECT 1 FROM {table} JOIN runs ON runs.id = run_id WHERE state IN ('closed', 'ended')"
            if one(db, of_closed, []):
                return [Finding("Answers of a closed lesson are still in the file: please report this.", True)]
    return []


def first_coordinator(store: Store) -> Staff | None:
    """The person on whose behalf the command line acts: a coordinator of the real school."""
    sql = """
        SELECT staff.id FROM staff
        JOIN staff_roles ON staff_roles.staff_id = staff.id
        JOIN schools ON schools.id = staff.school_id
        WHERE staff_roles.role = 'coordinator' AND schools.is_demo = 0 ORDER BY staff.id LIMIT 1
    """
    with store.read() as db:
        row = one(db, sql, [])
    return get_staff(store, row["id"]) if row else None

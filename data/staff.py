"""Who may sign in: teachers and coordinators, their passphrases, one-time codes and passes."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from data import clock, sums
from data.school import NotAllowed, require_coordinator, school_in
from data.store import Store, clean_up_later, new_id, one

if TYPE_CHECKING:
    from sqlite_utils import Database

PASSPHRASE_MINIMUM = 12
ROLES = ("teacher", "coordinator")
_COOKIE_HOURS = 8
_TICKET_SECONDS = 60
_ONE_TIME_CODE_DAYS = 14
_ONE_TIME_CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_FREE_WRONG_TRIES = 3
_LONGEST_WAIT_SECONDS = 40

_hasher = PasswordHasher()
# Each hash takes 64 MiB for a tenth of a second: two at a time keep a flood of sign-ins from taking the machine.
_hashing = threading.BoundedSemaphore(2)


class WeakPassphrase(Exception):
    """Shorter than PASSPHRASE_MINIMUM characters."""


class NameTaken(Exception):
    """Somebody of this school already signs in with this name."""


class WrongPassphrase(Exception):
    """Name and passphrase do not fit; `wait_seconds` have already been waited."""

    def __init__(self, wait_seconds: float) -> None:
        super().__init__()
        self.wait_seconds = wait_seconds


@dataclass(frozen=True)
class Staff:
    """`only_run`: whoever asks holds a paired phone, which may do what its teacher may with this one run alone."""

    id: str
    school_id: str
    name: str
    roles: frozenset[str]
    is_demo: bool = False
    only_run: str | None = None


def hash_passphrase(passphrase: str) -> str:
    if len(passphrase) < PASSPHRASE_MINIMUM:
        raise WeakPassphrase
    with _hashing:
        return _hasher.hash(passphrase)


def insert_staff(
    db: Database,
    school_id: str,
    name: str,
    roles: Iterable[str],
    *,
    passphrase_hash: str | None = None,
    is_demo: bool = False,
) -> Staff:
    staff = Staff(new_id(), school_id, name.strip(), frozenset(roles), is_demo)
    if one(db, "SELECT 1 FROM staff WHERE school_id = ? AND name = ?", [school_id, staff.name]):
        raise NameTaken
    db.execute(
        "INSERT INTO staff (school_id, id, name, passphrase_hash, is_demo) VALUES (?, ?, ?, ?, ?)",
        [school_id, staff.id, staff.name, passphrase_hash, int(is_demo)],
    )
    for role in sorted(staff.roles):
        db.execute("INSERT INTO staff_roles (staff_id, role) VALUES (?, ?)", [staff.id, role])
    return staff


def add_staff(store: Store, asker: Staff, name: str, roles: Iterable[str]) -> tuple[Staff, str]:
    """Make an account and the one-time code with which its owner sets a passphrase. Raises NameTaken."""
    require_coordinator(asker)
    with store.write() as db:
        added = insert_staff(db, asker.school_id, name, roles, is_demo=asker.is_demo)
        return added, _give_one_time_code(store, db, added.id)


def _give_one_time_code(store: Store, db: Database, staff_id: str) -> str:
    code = "-".join("".join(secrets.choice(_ONE_TIME_CODE_LETTERS) for _ in range(4)) for _ in range(3))
    db.execute(
        "UPDATE staff SET one_time_hash = ?, one_time_until = ? WHERE id = ?",
        [store.mark("one-time code", code), clock.in_seconds(_ONE_TIME_CODE_DAYS * 86400), staff_id],
    )
    return code


def use_one_time_code(store: Store, name: str, code: str, passphrase: str) -> Staff:
    """Set the first passphrase. Raises WrongPassphrase for a wrong or old code, WeakPassphrase."""
    hashed = hash_passphrase(passphrase)
    given = store.mark("one-time code", code.strip().lower())
    with store.write() as db:
        row = _row_by_name(db, name)
        fits = row is not None and row["one_time_hash"] is not None and not clock.is_past(row["one_time_until"])
        if row is None or not fits or not secrets.compare_digest(row["one_time_hash"], given):
            raise WrongPassphrase(0)
        db.execute(
            "UPDATE staff SET passphrase_hash = ?, one_time_hash = NULL, wrong_tries = 0 WHERE id = ?",
            [hashed, row["id"]],
        )
        return _staff(db, row)


def set_passphrase(store: Store, name: str, passphrase: str) -> Staff:
    """For the command line: give a known person a new passphrase and end what was signed in. Raises LookupError."""
    hashed = hash_passphrase(passphrase)
    with store.write() as db:
        row = _row_by_name(db, name)
        if row is None:
            raise LookupError(name)
        db.execute("UPDATE staff SET passphrase_hash = ?, wrong_tries = 0 WHERE id = ?", [hashed, row["id"]])
        db.execute("DELETE FROM staff_passes WHERE staff_id = ?", [row["id"]])
        db.execute("DELETE FROM phone_passes WHERE staff_id = ?", [row["id"]])
        return _staff(db, row)


def sign_in(store: Store, name: str, passphrase: str) -> Staff:
    """The person with this name and passphrase.

    A right passphrase is never refused or delayed. A wrong one waits longer each time before WrongPassphrase is raised.
    """
    with store.read() as db:
        row = _row_by_name(db, name)
    if not _fits(row["passphrase_hash"] if row else None, passphrase) or row is None:
        wait_seconds = _count_wrong_try(store, row)
        time.sleep(wait_seconds)
        raise WrongPassphrase(wait_seconds)
    with store.write() as db:
        db.execute("UPDATE staff SET wrong_tries = 0 WHERE id = ?", [row["id"]])
        return _staff(db, row)


def _fits(hashed: str | None, passphrase: str) -> bool:
    with _hashing:
        try:
            # An unknown name costs the same time as a known one.
            return _hasher.verify(hashed or _DECOY, passphrase) and hashed is not None
        except (VerificationError, InvalidHashError):
            return False


_DECOY = _hasher.hash(secrets.token_urlsafe(16))


def _count_wrong_try(store: Store, row: dict[str, Any] | None) -> float:
    if row is None:
        return 0
    with store.write() as db:
        db.execute("UPDATE staff SET wrong_tries = wrong_tries + 1 WHERE id = ?", [row["id"]])
        counted = one(db, "SELECT wrong_tries FROM staff WHERE id = ?", [row["id"]])
    over = (counted["wrong_tries"] if counted else 0) - _FREE_WRONG_TRIES
    return float(min(2 ** (over - 1), _LONGEST_WAIT_SECONDS)) if over > 0 else 0.0


def make_ticket(store: Store, staff: Staff) -> str:
    """A ticket that one request may turn into a cookie within a minute. Raises NotAllowed for a paired phone."""
    if staff.only_run is not None:
        raise NotAllowed
    return _give_pass(store, staff.id, "ticket", _TICKET_SECONDS)


def cookie_for_ticket(store: Store, ticket: str) -> str | None:
    """Use the ticket up and return the value of a new cookie, or None when the ticket is not good."""
    hashed = _hash_of_pass(ticket)
    with store.write() as db:
        row = one(db, "SELECT * FROM staff_passes WHERE hash = ? AND kind = 'ticket'", [hashed])
        db.execute("DELETE FROM staff_passes WHERE hash = ?", [hashed])
    if row is None or clock.is_past(row["ends_at"]):
        return None
    return _give_pass(store, row["staff_id"], "cookie", _COOKIE_HOURS * 3600)


def _give_pass(store: Store, staff_id: str, kind: str, seconds: int) -> str:
    value = secrets.token_urlsafe(32)
    with store.write() as db:
        db.execute("DELETE FROM staff_passes WHERE ends_at <= ?", [clock.as_text(clock.now())])
        db.execute(
            "INSERT INTO staff_passes (hash, staff_id, kind, ends_at) VALUES (?, ?, ?, ?)",
            [_hash_of_pass(value), staff_id, kind, clock.in_seconds(seconds)],
        )
    return value


def _hash_of_pass(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()


def staff_for_cookie(store: Store, cookie: str) -> Staff | None:
    with store.read() as db:
        row = one(
            db,
            """
            SELECT staff.*, staff_passes.ends_at FROM staff_passes
            JOIN staff ON staff.id = staff_passes.staff_id
            WHERE staff_passes.hash = ? AND staff_passes.kind = 'cookie'
            """,
            [_hash_of_pass(cookie)],
        )
        if row is None or clock.is_past(row["ends_at"]):
            return None
        return _staff(db, row)


def sign_out(store: Store, cookie: str) -> None:
    with store.write() as db:
        db.execute("DELETE FROM staff_passes WHERE hash = ?", [_hash_of_pass(cookie)])


def get_staff(store: Store, staff_id: str) -> Staff | None:
    """The person as of now: a removed account or a changed role counts at once."""
    with store.read() as db:
        row = one(db, "SELECT * FROM staff WHERE id = ?", [staff_id])
        return _staff(db, row) if row else None


def staff_named(store: Store, name: str) -> Staff | None:
    with store.read() as db:
        row = _row_by_name(db, name)
        return _staff(db, row) if row else None


def list_staff(store: Store, asker: Staff) -> list[Staff]:
    require_coordinator(asker)
    with store.read() as db:
        rows = list(db.query("SELECT * FROM staff WHERE school_id = ? ORDER BY name", [asker.school_id]))
        return [_staff(db, row) for row in rows]


def remove_staff(store: Store, asker: Staff, staff_id: str) -> None:
    """Remove an account with its classes and their totals. Nobody removes their own. Raises NotAllowed."""
    require_coordinator(asker)
    if staff_id == asker.id:
        raise NotAllowed
    with store.write() as db:
        with sums.kept_true(db, "teacher", staff_id):
            db.execute("DELETE FROM staff WHERE id = ? AND school_id = ?", [staff_id, asker.school_id])
        clean_up_later(db)
    store.clean_up()


def _row_by_name(db: Database, name: str) -> dict[str, Any] | None:
    school = school_in(db)
    if school is None:
        return None
    return one(db, "SELECT * FROM staff WHERE school_id = ? AND name = ?", [school.id, name.strip()])


def _staff(db: Database, row: dict[str, Any]) -> Staff:
    roles = db.query("SELECT role FROM staff_roles WHERE staff_id = ?", [row["id"]])
    return Staff(row["id"], row["school_id"], row["name"], frozenset(r["role"] for r in roles), bool(row["is_demo"]))

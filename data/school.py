"""The school of this installation: its name, its contact for learners, and the floors of the release rule."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data import clock
from data.store import Store, new_id, one

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

SMALLEST_FLOOR = 5
_SETUP_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


class AlreadySetUp(Exception):
    """A school exists; the first visit is over."""


class NotAllowed(Exception):
    """The asker's role or school does not permit this."""


@dataclass(frozen=True)
class Contact:
    """The person a learner can turn to. `agreed_on` is the day this person agreed to be named."""

    name: str
    room: str
    hours: str
    agreed_on: str


@dataclass(frozen=True)
class School:
    id: str
    name: str
    country: str
    floor: int
    floor_sensitive: int
    floor_texts: int
    contact: Contact | None
    is_demo: bool


def get_school(store: Store, school_id: str | None = None) -> School | None:
    """The school with that id; without one, the school of this installation (the made-up one when it is alone)."""
    with store.read() as db:
        return school_in(db, school_id)


def school_in(db: Database, school_id: str | None = None) -> School | None:
    """As `get_school`, inside an open connection."""
    if school_id is None:
        row = one(db, "SELECT * FROM schools ORDER BY is_demo, id LIMIT 1", [])
    else:
        row = one(db, "SELECT * FROM schools WHERE id = ?", [school_id])
    if row is None:
        return None
    contact = one(db, "SELECT name, room, hours, agreed_on FROM contacts WHERE school_id = ?", [row["id"]])
    return School(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        floor=row["floor"],
        floor_sensitive=row["floor_sensitive"],
        floor_texts=row["floor_texts"],
        contact=Contact(**contact) if contact else None,
        is_demo=bool(row["is_demo"]),
    )


def set_up(store: Store, *, school: str, country: str, coordinator: str, passphrase: str) -> Staff:
    """Make the school and its first account, who is teacher and coordinator. Raises AlreadySetUp, WeakPassphrase."""
    from data import staff

    hashed = staff.hash_passphrase(passphrase)
    with store.write() as db:
        present = school_in(db)
        if present is not None and not present.is_demo:
            raise AlreadySetUp
        # From now on nobody is let in without a passphrase.
        db.execute("DELETE FROM staff_passes")
        db.execute("DELETE FROM phone_passes")
        school_id = make_school(db, name=school, country=country)
        return staff.insert_staff(db, school_id, coordinator, {"teacher", "coordinator"}, passphrase_hash=hashed)


def make_school(db: Database, *, name: str, country: str, is_demo: bool = False) -> str:
    school_id = new_id()
    db.execute(
        "INSERT INTO schools (id, name, country, is_demo) VALUES (?, ?, ?, ?)",
        [school_id, name.strip(), country.upper(), int(is_demo)],
    )
    return school_id


def set_contact(store: Store, asker: Staff, *, name: str, room: str, hours: str) -> None:
    """Name the person learners can turn to, agreed today."""
    require_coordinator(asker)
    with store.write() as db:
        put_contact(db, asker.school_id, name=name, room=room, hours=hours)


def put_contact(db: Database, school_id: str, *, name: str, room: str, hours: str) -> None:
    db.execute(
        """
        INSERT INTO contacts (school_id, name, room, hours, agreed_on) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (school_id) DO UPDATE SET
            name = excluded.name, room = excluded.room, hours = excluded.hours, agreed_on = excluded.agreed_on
        """,
        [school_id, name.strip(), room.strip(), hours.strip(), clock.today().isoformat()],
    )


def raise_floor(
    store: Store,
    asker: Staff,
    *,
    floor: int = SMALLEST_FLOOR,
    sensitive: int = SMALLEST_FLOOR,
    texts: int = SMALLEST_FLOOR,
) -> None:
    """Set floors for lessons that start from now on. A floor that is already higher stays: nothing lowers one."""
    require_coordinator(asker)
    with store.write() as db:
        school = one(db, "SELECT floor, floor_sensitive, floor_texts FROM schools WHERE id = ?", [asker.school_id])
        assert school is not None
        everywhere = max(floor, school["floor"])
        db.execute(
            "UPDATE schools SET floor = ?, floor_sensitive = ?, floor_texts = ? WHERE id = ?",
            [
                everywhere,
                max(sensitive, school["floor_sensitive"], everywhere),
                max(texts, school["floor_texts"], everywhere),
                asker.school_id,
            ],
        )


def require_coordinator(asker: Staff) -> None:
    """Raises NotAllowed for everybody else, and for a phone that holds one lesson."""
    if "coordinator" not in asker.roles or asker.only_run is not None:
        raise NotAllowed


_made_setup_code = "-".join("".join(secrets.choice(_SETUP_CODE_LETTERS) for _ in range(4)) for _ in range(2))


def setup_code() -> str:
    """The one-time code that the first visit asks for: given by the starter, else made once per process."""
    return os.environ.get("OPEN_ROADS_SETUP_CODE") or _made_setup_code


def check_setup_code(text: str) -> bool:
    plain = text.strip().upper().replace(" ", "")
    return secrets.compare_digest(plain.encode(), setup_code().upper().encode())

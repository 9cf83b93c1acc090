"""Class groups: a name, a declared size, a teacher, and the code with which learners come in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data import clock, lots, sums
from data.school import NotAllowed
from data.store import Store, clean_up_later, new_id, one

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6
LARGEST_SIZE = 500

# Letters of a Greek or Cyrillic keyboard that look like one of ours.
_LOOK_ALIKES = str.maketrans(
    "ΑΒΕΖΗΚΜΝΡΤΥΧ" + "АВЕКМНРСТУХ",
    "ABEZHKMNPTYX" + "ABEKMHPCTYX",
)


@dataclass(frozen=True)
class Cohort:
    """`size` is the declared number of learners; `programme` the trade or course it belongs to, '' when not said."""

    id: str
    school_id: str
    name: str
    code: str
    size: int
    teacher_id: str
    programme: str
    school_year: str
    shares_name: bool
    is_demo: bool


def fold_code(text: str) -> str:
    """What somebody typed as it would stand in the table: `k7q m4t` and `Κ7Q-Μ4Т` (Greek, Cyrillic) → `K7QM4T`."""
    upper = text[:64].upper().translate(_LOOK_ALIKES)
    return "".join(letter for letter in upper if letter in CODE_LETTERS)


def make_cohort(store: Store, staff: Staff, *, name: str, size: int, programme: str = "") -> Cohort:
    """Raises ValueError when the name is empty or the size is not 1 to LARGEST_SIZE, NotAllowed for a phone."""
    if staff.only_run is not None:
        raise NotAllowed
    with store.write() as db:
        return insert_cohort(db, staff, name=name, size=size, programme=programme, is_demo=staff.is_demo)


def insert_cohort(
    db: Database, staff: Staff, *, name: str, size: int, programme: str = "", is_demo: bool = False
) -> Cohort:
    _check(name, size)
    if "teacher" not in staff.roles:
        raise NotAllowed
    cohort = Cohort(
        id=new_id(),
        school_id=staff.school_id,
        name=name.strip(),
        code=_free_code(db),
        size=size,
        teacher_id=staff.id,
        programme=programme.strip(),
        school_year=clock.school_year(clock.today()),
        shares_name=False,
        is_demo=is_demo,
    )
    db.execute(
        """
        INSERT INTO cohorts (school_id, id, name, code, size, teacher_id, programme, school_year, shares_name, is_demo)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            cohort.school_id,
            cohort.id,
            cohort.name,
            cohort.code,
            cohort.size,
            cohort.teacher_id,
            cohort.programme,
            cohort.school_year,
            int(cohort.shares_name),
            int(cohort.is_demo),
        ],
    )
    return cohort


def _check(name: str, size: int) -> None:
    if not name.strip():
        raise ValueError("name")
    if not 1 <= size <= LARGEST_SIZE:
        raise ValueError("size")


def _free_code(db: Database) -> str:
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        if one(db, "SELECT 1 FROM cohorts WHERE code = ?", [code]) is None:
            return code


def list_cohorts(store: Store, staff: Staff) -> list[Cohort]:
    """The classes of this teacher, by name; none for a paired phone."""
    if staff.only_run is not None:
        return []
    with store.read() as db:
        rows = db.query(
            "SELECT * FROM cohorts WHERE teacher_id = ? AND school_id = ? ORDER BY name", [staff.id, staff.school_id]
        )
        return [_cohort(row) for row in rows]


def get_cohort(store: Store, staff: Staff, cohort_id: str) -> Cohort | None:
    """This teacher's class with that id, or None: another teacher's class does not exist here."""
    with store.read() as db:
        return own_cohort(db, staff, cohort_id)


def require_cohort(store: Store, staff: Staff, cohort_id: str) -> Cohort:
    """Raises NotAllowed instead of returning None."""
    cohort = get_cohort(store, staff, cohort_id)
    if cohort is None:
        raise NotAllowed
    return cohort


def own_cohort(db: Database, staff: Staff, cohort_id: str) -> Cohort | None:
    if staff.only_run is not None:
        return None
    row = one(
        db,
        "SELECT * FROM cohorts WHERE id = ? AND teacher_id = ? AND school_id = ?",
        [cohort_id, staff.id, staff.school_id],
    )
    return _cohort(row) if row else None


def cohort_with_code(store: Store, code: str) -> Cohort | None:
    """For the command line, where whoever holds the machine is the administrator."""
    with store.read() as db:
        row = one(db, "SELECT * FROM cohorts WHERE code = ?", [fold_code(code)])
        return _cohort(row) if row else None


def change_cohort(
    store: Store,
    staff: Staff,
    cohort_id: str,
    *,
    name: str,
    size: int,
    programme: str = "",
    shares_name: bool = False,
) -> None:
    """Raises ValueError as `make_cohort` does, NotAllowed for another teacher's class."""
    _check(name, size)
    with store.write() as db:
        if own_cohort(db, staff, cohort_id) is None:
            raise NotAllowed
        db.execute(
            "UPDATE cohorts SET name = ?, size = ?, programme = ?, shares_name = ? WHERE id = ?",
            [name.strip(), size, programme.strip(), int(shares_name), cohort_id],
        )
        if shares_name:
            lots.show_by_name(db, cohort_id)


def delete_cohort(store: Store, staff: Staff, cohort_id: str) -> None:
    """Erase the class with its lessons, totals and approved texts."""
    with store.write() as db:
        if own_cohort(db, staff, cohort_id) is None:
            raise NotAllowed
        clean_up_later(db)
        with sums.kept_true(db, "cohort", cohort_id):
            db.execute("DELETE FROM cohorts WHERE id = ?", [cohort_id])
    store.clean_up()


def _cohort(row: dict[str, Any]) -> Cohort:
    flags = {"shares_name": bool(row["shares_name"]), "is_demo": bool(row["is_demo"])}
    return Cohort(**{**row, **flags})

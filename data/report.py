"""The own sentences of an evidence report, of a class or of a school year.

What is not written here stays as the program proposes it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from data.cohorts import own_cohort, require_cohort
from data.school import NotAllowed, require_coordinator
from data.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

LONGEST_BOX = 4000
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


def kept_sentences(store: Store, asker: Staff, cohort_id: str) -> dict[str, str]:
    """Box → what the teacher wrote for it. Raises NotAllowed for another teacher's class."""
    require_cohort(store, asker, cohort_id)
    with store.read() as db:
        rows = db.query("SELECT box, text FROM report_sentences WHERE cohort_id = ?", [cohort_id])
        return {row["box"]: row["text"] for row in rows}


def keep_sentences(store: Store, asker: Staff, cohort_id: str, box: str, text: str) -> None:
    """At most LONGEST_BOX visible characters; an empty text empties the box. Raises NotAllowed as above."""
    with store.write() as db:
        _take_out(db, asker, cohort_id, box)
        db.execute(
            "INSERT INTO report_sentences (cohort_id, box, text) VALUES (?, ?, ?)", [cohort_id, box, _visible(text)]
        )


def back_to_proposed(store: Store, asker: Staff, cohort_id: str, box: str) -> None:
    """Forget what the teacher wrote for this box. Raises NotAllowed as above."""
    with store.write() as db:
        _take_out(db, asker, cohort_id, box)


def _take_out(db: Database, asker: Staff, cohort_id: str, box: str) -> None:
    if own_cohort(db, asker, cohort_id) is None:
        raise NotAllowed
    db.execute("DELETE FROM report_sentences WHERE cohort_id = ? AND box = ?", [cohort_id, box])


def kept_of_year(store: Store, asker: Staff, year: str) -> dict[str, str]:
    """Box → what a coordinator wrote for it. Raises NotAllowed for who is none."""
    require_coordinator(asker)
    with store.read() as db:
        sql = "SELECT box, text FROM year_sentences WHERE school_id = ? AND school_year = ?"
        return {row["box"]: row["text"] for row in db.query(sql, [asker.school_id, year])}


def keep_of_year(store: Store, asker: Staff, year: str, box: str, text: str) -> None:
    """As `keep_sentences`, for the report of a school year."""
    require_coordinator(asker)
    with store.write() as db:
        _take_out_of_year(db, asker, year, box)
        db.execute(
            "INSERT INTO year_sentences (school_id, school_year, box, text) VALUES (?, ?, ?, ?)",
            [asker.school_id, year, box, _visible(text)],
        )


def back_to_proposed_of_year(store: Store, asker: Staff, year: str, box: str) -> None:
    """Forget what a coordinator wrote for this box. Raises NotAllowed for who is none."""
    require_coordinator(asker)
    with store.write() as db:
        _take_out_of_year(db, asker, year, box)


def _take_out_of_year(db: Database, asker: Staff, year: str, box: str) -> None:
    sql = "DELETE FROM year_sentences WHERE school_id = ? AND school_year = ? AND box = ?"
    db.execute(sql, [asker.school_id, year, box])


def _visible(text: str) -> str:
    plain = unicodedata.normalize("NFC", text[:LONGEST_BOX].encode("utf-8", "ignore").decode("utf-8"))
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in _UNSEEN).strip()

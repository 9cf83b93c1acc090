"""The teacher's own sentences of the evidence report. What is not written here stays as the program proposes it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from data.cohorts import own_cohort, require_cohort
from data.school import NotAllowed
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


def _visible(text: str) -> str:
    plain = unicodedata.normalize("NFC", text[:LONGEST_BOX].encode("utf-8", "ignore").decode("utf-8"))
    return "".join(
        c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    ).strip()

"""Texts that their writers ticked for the class, and words that several wrote, after the close.

Each is waiting, approved, hidden or worrying.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.run_rows import current_run_in, require_own_run, set_columns
from data.school import NotAllowed
from data.store import Store, clean_up_later, one

if TYPE_CHECKING:
    from data.staff import Staff


@dataclass(frozen=True)
class Text:
    """`state` is waiting, approved, hidden or worrying. Show `text` as plain text only.

    `writers` says how many seats wrote a word; None for a text.
    """

    id: str
    item_id: str
    text: str
    state: str
    writers: int | None = None


_COLUMNS = "id, item_id, text, state, writers"


def waiting_texts(store: Store, staff: Staff, run_id: str) -> list[Text]:
    """Every text and word of this teacher's run that has not been hidden, in an order that means nothing."""
    with store.read() as db:
        require_own_run(db, staff, run_id)
        rows = db.query(
            f"SELECT {_COLUMNS} FROM released_texts WHERE run_id = ? AND state <> 'hidden' ORDER BY id",
            [run_id],
        )
        return [Text(**row) for row in rows]


def texts_of_run(store: Store, staff: Staff, run_id: str) -> list[Text]:
    """The approved texts and words of this teacher's run."""
    return [text for text in waiting_texts(store, staff, run_id) if text.state == "approved"]


def approved_texts(store: Store, code: str) -> list[Text]:
    """What the wall may show: texts and words of the current run that its teacher approved."""
    with store.read() as db:
        run = current_run_in(db, code)
        if run is None or run.state != "closed":
            return []
        rows = db.query(
            f"SELECT {_COLUMNS} FROM released_texts WHERE run_id = ? AND state = 'approved' ORDER BY id",
            [run.id],
        )
        return [Text(**row) for row in rows]


def approve(store: Store, staff: Staff, text_id: str) -> None:
    _set_state(store, staff, text_id, "approved")


def hide(store: Store, staff: Staff, text_id: str) -> None:
    _set_state(store, staff, text_id, "hidden")


def worries_me(store: Store, staff: Staff, text_id: str) -> None:
    """Keep the text past the day, off the wall, until it has been handed over."""
    _set_state(store, staff, text_id, "worrying")


def handed_over(store: Store, staff: Staff, text_id: str) -> None:
    """The safeguarding lead has the text: erase it here."""
    with store.write() as db:
        run_id = _require_own(db, staff, text_id)
        db.execute("DELETE FROM released_texts WHERE id = ?", [text_id])
        clean_up_later(db)
        set_columns(db, run_id)
    store.clean_up()


def _set_state(store: Store, staff: Staff, text_id: str, state: str) -> None:
    with store.write() as db:
        run_id = _require_own(db, staff, text_id)
        db.execute("UPDATE released_texts SET state = ? WHERE id = ?", [state, text_id])
        set_columns(db, run_id)


def _require_own(db: Any, staff: Staff, text_id: str) -> str:
    """The run of a text of this teacher's class. Raises NotAllowed."""
    row = one(db, "SELECT run_id FROM released_texts WHERE id = ?", [text_id])
    if row is None:
        raise NotAllowed
    return require_own_run(db, staff, row["run_id"]).id


def erase_unapproved(store: Store, *, before: str) -> int:
    """Erase waiting and hidden texts and words of lessons that began before this date. Returns how many."""
    where = "state IN ('waiting', 'hidden') AND run_id IN (SELECT id FROM runs WHERE started_on < ?)"
    with store.read() as db:
        due = list(db.query(f"SELECT id FROM released_texts WHERE {where}", [before]))
    if due:
        with store.write() as db:
            db.execute(f"DELETE FROM released_texts WHERE {where}", [before])
            clean_up_later(db)
        store.clean_up()
    return len(due)

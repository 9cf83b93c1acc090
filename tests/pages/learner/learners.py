"""Learners at the page `/`, without a browser."""

from __future__ import annotations

from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from data.runs import Run
from data.store import Store
from tests.conftest import ROOT
from tests.pages.visits import press

# The first option of every item of the advert activity; its text is left empty.
ADVERT_ANSWERS: dict[str, Any] = {
    "item_meets_now": "partly",
    "item_already_bring": ["practice"],
    "item_most_missed": "pay",
    "item_how_was_this": "all_right",
}
TEXT = "How long is the day?"


def open_start(**query: str) -> AppTest:
    """Somebody opens `/` with this query in a new tab."""
    at = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def joined(code: str) -> AppTest:
    return press(open_start(code=code), "reflect_join")


def fill(at: AppTest, **changed: Any) -> AppTest:
    """Put these values beside, or in place of, ADVERT_ANSWERS into the widgets; None leaves an item open."""
    for key, value in {**ADVERT_ANSWERS, **changed}.items():
        if value is not None:
            at.session_state[key] = value
    return at


def sent(code: str, **changed: Any) -> AppTest:
    return press(fill(joined(code), **changed), "reflect_send")


def said(at: AppTest) -> str:
    """Everything that the page says, one piece per line."""
    pieces = [*at.html, *at.text, *at.markdown, *at.success, *at.info, *at.warning, *at.error]
    return unescape("\n".join(str(piece.value) for piece in pieces))


def told(at: AppTest) -> dict[str, Any]:
    """What the script in the browser is told."""
    import json

    data: dict[str, Any] = json.loads(at.get("bidi_component")[0].proto.bytes)
    return data


def stored(store: Store) -> dict[str, int]:
    """Rows of what is not released, by table."""
    tables = ("pending_seats", "pending_reflections", "pending_texts")
    with store.read() as db:
        return {name.removeprefix("pending_"): db[name].count for name in tables}


def answers_in(store: Store, run: Run) -> list[str]:
    with store.read() as db:
        return [
            row["answers"] for row in db.query("SELECT answers FROM pending_reflections WHERE run_id = ?", [run.id])
        ]

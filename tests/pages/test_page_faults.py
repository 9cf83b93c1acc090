"""A page that fails says so in a plain sentence; neither the page nor the log shows what was typed."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from data.staff import Staff
from data.store import Store, close_stores
from tests.conftest import Server, serving

CANARY = "canary-7f3a"


def interact(server: Server, **request: Any) -> dict[str, Any]:
    answer = server.ask("/_stcore/agent/interact", "POST", json.dumps(request), Content_Type="application/json")
    assert answer.status == 200, answer.text
    return json.loads(answer.body)


def test_a_fault_with_typed_words_in_hand_shows_and_logs_none_of_them(store: Store, chara: Staff) -> None:
    close_stores()
    with serving(store.folder, STREAMLIT_SERVER_ENABLE_AGENT_API="true") as server:
        session = interact(server)["session_id"]
        with sqlite3.connect(store.path) as broken:
            broken.execute("ALTER TABLE schools RENAME TO elsewhere")
        page = interact(
            server, session_id=session, widget_state={"reflect_code": CANARY}, trigger={"key": "reflect_join"}
        )
        said = server.log.read_text()
        assert "Something went wrong on this page." in json.dumps(page)
        assert "Traceback" not in json.dumps(page) + said and CANARY not in said
        assert "OperationalError at data/store.py" in said

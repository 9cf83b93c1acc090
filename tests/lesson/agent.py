"""A visitor without a browser, over Streamlit's agent API of the running server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.conftest import Server


@dataclass
class Visitor:
    """`tree` is what the page shows now."""

    server: Server
    session: str = ""
    tree: Any = None
    actions: Any = ()

    def open(self, page: str = "", **query: str) -> Visitor:
        request: dict[str, Any] = {"query_params": {name: [value] for name, value in query.items()}}
        return self._ask({**request, "page": page} if page else request)

    def press(self, button: str, **widgets: Any) -> Visitor:
        return self._ask({"widget_state": widgets, "trigger": {"key": button}})

    def set(self, **widgets: Any) -> Visitor:
        return self._ask({"widget_state": widgets})

    def look_again(self) -> Visitor:
        return self._ask({})

    def _ask(self, request: dict[str, Any]) -> Visitor:
        if self.session:
            request = {**request, "session_id": self.session}
        answer = self.server.ask(
            "/_stcore/agent/interact", "POST", json.dumps(request), Content_Type="application/json"
        )
        found = json.loads(answer.body)
        assert answer.status == 200 and found["status"] == "ready", answer.text[:2000]
        self.session, self.tree, self.actions = found["session_id"], found["tree"], found["actions"]
        return self

    @property
    def keys(self) -> set[str]:
        return {action["key"] for action in self.actions}

    def elements(self, kind: str) -> list[dict[str, Any]]:
        return [node for node in _walk(self.tree) if node.get("type") == kind]

    def element(self, key: str) -> dict[str, Any]:
        return next(node for node in _walk(self.tree) if node.get("key") == key)

    @property
    def text(self) -> str:
        return json.dumps(self.tree, ensure_ascii=False)


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.get("children", []):
            yield from _walk(child)

"""A learner without a browser: speaks Streamlit's own websocket protocol, joins, answers and sends."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE_SECONDS = 60


@dataclass
class Learner:
    """One tab. `radios`, `buttons` … map widget keys to what the page last drew."""

    socket: Any
    port: int
    query: str = ""
    widgets: dict[str, Any] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    page: str = ""

    async def run(self, pressed: str | None = None, **values: Any) -> None:
        """Ask for a run of the page with these widget values and read until it has finished."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        # As every browser does; the router asks where the visitor is.
        message.rerun_script.context_info.url = f"http://127.0.0.1:{self.port}/{self.page}"
        message.rerun_script.context_info.locale = "en"
        states = message.rerun_script.widget_states.widgets
        for key, value in values.items():
            self._set(states.add(), key, value)
        if pressed is not None:
            state = states.add()
            state.id = self.widgets[pressed].id
            state.trigger_value = True
        self.widgets, self.texts = {}, []
        await self.socket.send(message.SerializeToString())
        await asyncio.wait_for(self._read_until_finished(), PATIENCE_SECONDS)

    def _set(self, state: Any, key: str, value: Any) -> None:
        widget = self.widgets[key]
        state.id = widget.id
        kind = type(widget).__name__
        if kind == "Radio":
            state.string_value = list(widget.options)[value]
        elif kind == "ButtonGroup":
            state.string_array_value.data.extend([list(widget.options)[at].content for at in value])
        elif kind == "Checkbox":
            state.bool_value = value
        else:
            state.string_value = value

    async def _read_until_finished(self) -> None:
        while True:
            message = ForwardMsg()
            message.ParseFromString(await self.socket.recv())
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._note(message)
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("alert", "html"):
            self.texts.append(str(getattr(element, kind).body))
        widget = getattr(element, kind) if kind else None
        widget_id = getattr(widget, "id", "")
        if isinstance(widget_id, str) and widget_id.startswith("$$ID-"):
            self.widgets[widget_id.split("-", 2)[2]] = widget


async def visit(port: int, query: str, page: str = "") -> Learner:
    """Open the page, the learner's unless another is named, and wait until it stands."""
    socket = await websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, compression=None
    )
    learner = Learner(socket, port, query, page=page)
    await learner.run()
    return learner

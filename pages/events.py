"""Pushes: who waits for a class's lesson hears its revision number at once and whenever it changes, nothing else.

One thread per process watches the database, so what the command line or another server changes is heard as well.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect

from data import runs
from data.cohorts import fold_code
from data.run_rows import revisions

if TYPE_CHECKING:
    from sqlite_utils import Database
    from starlette.websockets import WebSocket

    from data.store import Store

LOOK_EVERY_SECONDS = 0.1
HOUSEKEEPING_EVERY_SECONDS = 30
MOST_LISTENERS = 2000
# What is sent where the code belongs to no lesson of today.
NO_RUN = (0, 0)
# Which of the two revisions a listener hears: learners need not be woken when another five have sent.
_OF_WALL, _OF_LEARNERS = 0, 1
# Codes that fit nothing are answered late and few at a time, so guessing them here does not pay.
_UNKNOWN_AFTER_SECONDS = 1
_UNKNOWN_AT_A_TIME = 4
_CLOSE_BUSY = 1013
# A fault is tried again every second; saying so once a minute is enough.
_SAY_EVERY = 60

_LOG = logging.getLogger(__name__)


class Watcher:
    """Knows the revision of every current run, and wakes the listeners of those that changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revisions: dict[str, tuple[int, int]] = {}
        self._listeners: dict[asyncio.Event, str] = {}
        self._unknown = asyncio.Semaphore(_UNKNOWN_AT_A_TIME)
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to watch, from the event loop's own thread."""
        loop = asyncio.get_running_loop()
        self._threads = [
            threading.Thread(target=self._watch, args=(loop,), name="watch", daemon=True),
            threading.Thread(target=self._keep_house, name="housekeeping", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    async def stop(self) -> None:
        """End both threads; what they are in the middle of is finished first."""
        self._stopping.set()
        for thread in self._threads:
            await asyncio.to_thread(thread.join, 10)

    async def listen(self, websocket: WebSocket) -> None:
        """Serve one accepted connection until the browser goes away or the server stops."""
        if len(self._listeners) >= MOST_LISTENERS:
            await websocket.close(_CLOSE_BUSY)
            return
        code = fold_code(websocket.query_params.get("code", ""))
        changed = asyncio.Event()
        self._listeners[changed] = code
        which = _OF_LEARNERS if websocket.query_params.get("for") == "learners" else _OF_WALL
        telling = asyncio.create_task(self._tell(websocket, code, which, changed))
        try:
            await _until_gone(websocket)
        finally:
            del self._listeners[changed]
            telling.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await telling

    async def _tell(self, websocket: WebSocket, code: str, which: int, changed: asyncio.Event) -> None:
        if code not in self._revisions:
            async with self._unknown:
                await asyncio.sleep(_UNKNOWN_AFTER_SECONDS)
        told: int | None = None
        while True:
            changed.clear()
            revision = self._revisions.get(code, NO_RUN)[which]
            if revision != told:
                await websocket.send_json({"revision": revision})
                told = revision
            await changed.wait()

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        faults = 0
        while not self._stopping.is_set():
            try:
                with self._store.read() as db:
                    self._look(db, loop)
            except Exception:
                if faults % _SAY_EVERY == 0:
                    _LOG.exception("The database could not be watched and will be tried again")
                faults += 1
                self._stopping.wait(1)

    def _look(self, db: Database, loop: asyncio.AbstractEventLoop) -> None:
        seen = None
        while not self._stopping.is_set():
            version = db.execute("PRAGMA data_version").fetchone()[0]
            if version != seen:
                with suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(self._publish, revisions(db))
                seen = version
            self._stopping.wait(LOOK_EVERY_SECONDS)

    def _publish(self, now: dict[str, tuple[int, int]]) -> None:
        before, self._revisions = self._revisions, now
        for changed, code in self._listeners.items():
            if before.get(code) != now.get(code):
                changed.set()

    def _keep_house(self) -> None:
        while not self._stopping.is_set():
            try:
                runs.housekeeping(self._store)
            except Exception:
                _LOG.exception("Housekeeping failed and will be tried again")
            self._stopping.wait(HOUSEKEEPING_EVERY_SECONDS)


async def _until_gone(websocket: WebSocket) -> None:
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass  # nobody has anything to say here

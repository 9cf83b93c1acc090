"""What every test may ask for: an empty data folder, its store, three people, a class, and the running server.

Alba and Bruno are teachers, Chara is the coordinator; their school has a contact. Alba's class has eight learners.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from data import cohorts, school, staff
from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store, close_stores, the_store
from pages.ui import i18n

ROOT = Path(__file__).parents[1]
PASSPHRASE = "a long passphrase"
_SECONDS_TO_START = 60


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    """Streamlit's caches, and the language in use, outlive a test; nothing of one may reach the next."""
    i18n.use(i18n.DEFAULT_LANGUAGE)
    yield
    if "streamlit" in sys.modules:
        import streamlit as st

        st.cache_data.clear()
        st.cache_resource.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder, in use by this process."""
    path = tmp_path / "data"
    monkeypatch.setenv("OPEN_ROADS_DATA", str(path))
    yield path
    close_stores()


@pytest.fixture
def store(folder: Path) -> Store:
    """A new store: no school, no people."""
    return the_store()


@pytest.fixture(scope="session")
def passphrase_hash() -> str:
    """Made once: a good hash takes its time."""
    return staff.hash_passphrase(PASSPHRASE)


@pytest.fixture
def chara(store: Store, passphrase_hash: str) -> Staff:
    return make_school(store, passphrase_hash)


@pytest.fixture
def alba(store: Store, chara: Staff, passphrase_hash: str) -> Staff:
    return add_teacher(store, chara, "Alba", passphrase_hash)


@pytest.fixture
def bruno(store: Store, chara: Staff, passphrase_hash: str) -> Staff:
    return add_teacher(store, chara, "Bruno", passphrase_hash)


@pytest.fixture
def cohort(store: Store, alba: Staff) -> Cohort:
    return cohorts.make_cohort(store, alba, name="Metal 1", size=8)


def make_school(store: Store, passphrase_hash: str) -> Staff:
    """A school with a contact, and its coordinator Chara."""
    with store.write() as db:
        school_id = school.make_school(db, name="Test school", country="GR")
        school.put_contact(db, school_id, name="Nina", room="12", hours="9–10")
        return staff.insert_staff(db, school_id, "Chara", {"coordinator"}, passphrase_hash=passphrase_hash)


def add_teacher(store: Store, chara: Staff, name: str, passphrase_hash: str) -> Staff:
    with store.write() as db:
        return staff.insert_staff(db, chara.school_id, name, {"teacher"}, passphrase_hash=passphrase_hash)


@pytest.fixture
def sign_in(store: Store) -> Callable[[Any, Staff], None]:
    """`sign_in(at, alba)` lets a person into an AppTest, before its first run or between two."""

    def let_in(at: Any, person: Staff) -> None:
        at.session_state["staff_pass"] = staff.cookie_for_ticket(store, staff.make_ticket(store, person))

    return let_in


@dataclass(frozen=True)
class Answer:
    """What the server said: `headers` with small names, `cookies` as they were to be set."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    """The real server in a process of its own; `log` is what it prints."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """One request; header names are written with underscores."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        with contextlib.closing(connection):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            cookies = tuple(answer.headers.get_all("set-cookie") or ())
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, cookies, answer.read())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@contextlib.contextmanager
def serving(folder: Path, port: int | None = None, **settings: str) -> Iterator[Server]:
    """Start the server on this data folder and a free port (or the given one), and stop it at the end."""
    port = port or _free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "OPEN_ROADS_"))}
    log = folder.with_name(f"server-{port}.log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
            cwd=ROOT,
            env={**kept, "OPEN_ROADS_DATA": str(folder), **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(folder, port, process, log)
    try:
        _wait_until_well(server)
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("", 0))
        return int(free.getsockname()[1])


def _wait_until_well(server: Server) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and server.process.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if json.loads(server.ask("/healthz").body)["status"] == "ok":
                return
        time.sleep(0.1)
    server.process.kill()
    raise AssertionError(f"the server did not start:\n{server.log.read_text()}")


@pytest.fixture
def server(folder: Path, store: Store) -> Iterator[Server]:
    """The server on this test's own data folder; `store` beside it is the same data."""
    with serving(folder) as running:
        yield running


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave nothing behind; its data folder has no school."""
    with serving(tmp_path_factory.mktemp("shared") / "data") as running:
        yield running

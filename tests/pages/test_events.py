"""Pushes: a revision number at once and at each change, to our own pages only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from data import run_rows, runs
from data.cohorts import Cohort
from data.runs import ItemSpec, Run
from data.staff import Staff
from data.store import Store
from tests.conftest import ROOT, Server

ITEMS = (ItemSpec("meets", 1, "scale", False, ("not_yet", "partly", "yes_clearly")),)


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return runs.start_run(store, alba, cohort.id, activity="advert", activity_version=1, items=ITEMS)


def listen(server: Server, code: str, origin: str | None = "", audience: str = "wall") -> ClientConnection:
    address = f"ws://{server.host}/events?code={code}&for={audience}"
    return connect(address, origin=server.url if origin == "" else origin)


def heard(listener: ClientConnection) -> int:
    return int(json.loads(listener.recv(timeout=10))["revision"])


def test_a_listener_hears_the_revision_at_once_and_at_each_change(
    server: Server, store: Store, alba: Staff, run: Run
) -> None:
    with listen(server, run.code) as listener:
        assert heard(listener) == run.revision
        runs.go_to_step(store, alba, run.id, 1)
        assert heard(listener) == run.revision + 1
        runs.end_run(store, alba, run.id)
        assert heard(listener) == 0


def test_learners_are_not_woken_when_another_five_have_sent(server: Server, store: Store, run: Run) -> None:
    with listen(server, run.code) as wall, listen(server, run.code, audience="learners") as learner:
        assert heard(wall) == heard(learner) == run.revision
        with store.write() as db:
            run_rows.raise_band(db, run.id, 5)
        assert heard(wall) == run.revision + 1
        with pytest.raises(TimeoutError):
            learner.recv(timeout=0.5)


def test_a_change_is_pushed_within_a_second(server: Server, store: Store, alba: Staff, run: Run) -> None:
    with listen(server, run.code) as listener:
        heard(listener)
        runs.set_blank(store, alba, run.id, True)
        changed = time.monotonic()
        heard(listener)
        assert time.monotonic() - changed < 1


def test_every_listener_of_the_class_hears_it_and_nobody_elses(
    server: Server, store: Store, alba: Staff, run: Run
) -> None:
    with (
        listen(server, run.code) as first,
        listen(server, run.code.lower()) as second,
        listen(server, "ABCDEF") as other,
    ):
        assert [heard(first), heard(second), heard(other)] == [run.revision, run.revision, 0]
        runs.set_blank(store, alba, run.id, True)
        assert [heard(first), heard(second)] == [run.revision + 1] * 2
        with pytest.raises(TimeoutError):
            other.recv(timeout=0.5)


def test_a_code_that_fits_nothing_hears_when_its_lesson_begins(
    server: Server, store: Store, alba: Staff, cohort: Cohort
) -> None:
    with listen(server, cohort.code) as listener:
        assert heard(listener) == 0
        run = runs.start_run(store, alba, cohort.id, activity="advert", activity_version=1, items=ITEMS)
        assert heard(listener) == run.revision > 0


def test_the_lesson_after_a_rehearsal_is_heard(server: Server, store: Store, alba: Staff, cohort: Cohort) -> None:
    lesson = {"activity": "advert", "activity_version": 1, "items": ITEMS}
    rehearsal = runs.start_run(store, alba, cohort.id, rehearsal=True, **lesson)
    with listen(server, cohort.code) as listener:
        assert heard(listener) == rehearsal.revision
        assert runs.start_run(store, alba, cohort.id, **lesson).revision == heard(listener)


@pytest.mark.parametrize("origin", (None, "http://evil.example", "null"))
def test_another_sites_page_hears_nothing(shared_server: Server, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        listen(shared_server, "K7QM4T", origin)
    assert refusal.value.response.status_code == 403


def test_another_sites_page_cannot_open_streamlits_socket(shared_server: Server) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        connect(f"ws://{shared_server.host}/_stcore/stream", origin="http://evil.example")
    assert refusal.value.response.status_code == 403


def test_what_another_process_changes_is_heard(server: Server, run: Run) -> None:
    change = (
        "from data import run_rows, runs, staff; from data.store import the_store; s = the_store(); "
        f"runs.set_blank(s, staff.staff_named(s, 'Alba'), '{run.id}', True)"
    )
    with listen(server, run.code) as listener:
        heard(listener)
        settings = {**os.environ, "OPEN_ROADS_DATA": str(server.folder)}
        subprocess.run([sys.executable, "-c", change], cwd=ROOT, env=settings, check=True)
        assert heard(listener) == run.revision + 1


def test_streams_end_with_the_server(server: Server, run: Run) -> None:
    page = f"ws://{server.host}/_stcore/stream"
    with ExitStack() as open_now:
        listeners = [open_now.enter_context(listen(server, run.code)) for _ in range(10)]
        pages = [
            open_now.enter_context(connect(page, origin=server.url, subprotocols=["streamlit"])) for _ in range(10)
        ]
        assert [heard(listener) for listener in listeners] == [run.revision] * 10
        asked = time.monotonic()
        server.stop()
        assert time.monotonic() - asked < 10
        for stream in (*listeners, *pages):
            with pytest.raises(ConnectionClosed):
                stream.recv(timeout=5)
        assert "Traceback" not in server.log.read_text()

"""Starting and stopping: one clear line for each fault, a plain banner, and nothing left running."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from data.staff import Staff
from data.store import Store
from tests.conftest import ROOT, Server, serving


def start(folder: Path) -> subprocess.CompletedProcess[str]:
    """Start a server that cannot start."""
    with socket.socket() as free:
        free.bind(("", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    settings = {**os.environ, "OPEN_ROADS_DATA": str(folder)}
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60)


def test_before_set_up_the_banner_names_the_address_and_the_code(shared_server: Server) -> None:
    said = shared_server.log.read_text()
    assert f"http://localhost:{shared_server.port}/" in said and "set-up code" in said


def test_a_given_set_up_code_and_address_are_the_ones_it_names(tmp_path: Path) -> None:
    with serving(tmp_path / "data", OPEN_ROADS_SETUP_CODE="ABCD-EFGH", OPEN_ROADS_ADDRESS="class.example") as server:
        said = server.log.read_text()
        assert "ABCD-EFGH" in said and f"http://class.example:{server.port}/" in said


def test_after_set_up_no_code_is_named(folder: Path, store: Store, chara: Staff) -> None:
    with serving(folder) as server:
        assert "set-up code" not in server.log.read_text()


def test_a_second_server_on_the_same_data_says_so_and_ends(shared_server: Server) -> None:
    done = start(shared_server.folder)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Open Roads cannot start. Open Roads is already running")


@pytest.mark.parametrize("content", (b"", b"not a database, but long enough to be looked at" * 40))
def test_a_damaged_or_missing_database_says_so_in_one_line(folder: Path, store: Store, content: bytes) -> None:
    store.close()
    for path in folder.glob("open_roads.db*"):
        path.unlink()
    (folder / "open_roads.db").write_bytes(content)
    done = start(folder)
    (line,) = done.stderr.splitlines()
    assert done.returncode == 1 and line.startswith("Open Roads cannot start. The database")
    assert (folder / "open_roads.db").read_bytes() == content


def test_a_stopped_server_lets_go_of_its_data(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as server:
        server.stop()
        assert "Traceback" not in server.log.read_text()
        with serving(tmp_path / "data") as again:
            assert again.ask("/healthz").status == 200

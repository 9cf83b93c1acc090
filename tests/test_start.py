"""start.py: its own environment, a free port, progress in plain words, one app for one data folder."""

from __future__ import annotations

import ast
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from start import version_problem
from starting import app, environment, places, tests
from starting.places import ROOT, Trouble
from starting.progress import PipProgress, count_packages, follow_pip

START_THE_APP = """
import sys
from pathlib import Path
from starting.app import run_app
from starting.places import take_every_end_like_ctrl_c
take_every_end_like_ctrl_c()
sys.exit(run_app(Path(sys.executable), port=int(sys.argv[1]), with_browser=False, installed=False))
"""


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("altair==6.3.0 \\\n    --hash=sha256:00\n    # via streamlit\nclick==8.5.1\n")
    return requirements


# --- which Python


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 13, 9)])
def test_a_python_that_fits_is_not_complained_about(version: tuple[int, ...]) -> None:
    assert version_problem(version) == ""


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 13), (3, 14, 0)])
def test_any_other_python_gets_one_line_that_names_it(version: tuple[int, ...]) -> None:
    problem = version_problem(version)
    assert f"this is Python {version[0]}.{version[1]}. " in problem
    assert "\n" not in problem


def test_an_old_python_can_read_start_py() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, too_new)]
    assert not [node for node in ast.walk(tree) if getattr(node, "annotation", None) or getattr(node, "returns", None)]
    assert source.isascii()


# --- where things go


def test_the_environment_lies_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPEN_ROADS_VENV", raising=False)
    assert places.environment_folder() == ROOT / ".venv"


def test_a_double_click_keeps_everything_in_the_local_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPEN_ROADS_VENV", "OPEN_ROADS_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(places, "local_folder", lambda: tmp_path)
    assert places.data_folder(installed=True) == tmp_path
    assert places.environment_folder(installed=True) == tmp_path / "environment"


def test_the_starter_and_the_store_mean_the_same_local_folder() -> None:
    from data.start_up import local_folder

    assert places.local_folder() == local_folder()


def test_a_folder_named_by_the_person_wins_over_a_double_click(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPEN_ROADS_DATA", str(tmp_path / "ours"))
    assert places.data_folder(installed=True) == tmp_path / "ours"


def test_a_folder_with_other_things_is_never_emptied(tmp_path: Path) -> None:
    (tmp_path / "marks.ods").touch()
    with pytest.raises(Trouble, match="holds other things"):
        environment.make_environment(tmp_path)
    assert (tmp_path / "marks.ods").exists()


def test_a_python_that_cannot_make_environments_gets_the_package_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Trouble, match="sudo apt install python3-venv"):
        environment.make_command(Path("anywhere"))


# --- installing only what changed


def test_a_list_counts_as_installed_only_with_its_own_fingerprint(pinned: Path, tmp_path: Path) -> None:
    assert not environment.is_installed(tmp_path, pinned)
    environment.stamp_file(tmp_path, pinned).write_text(environment.fingerprint(pinned))
    assert environment.is_installed(tmp_path, pinned)
    pinned.write_text(pinned.read_text() + "segno==1.6.6\n")
    assert not environment.is_installed(tmp_path, pinned)


def test_the_tests_own_list_has_its_own_stamp(tmp_path: Path) -> None:
    stamps = {environment.stamp_file(tmp_path, Path(name)) for name in ("requirements.txt", "requirements-dev.txt")}
    assert len(stamps) == 2


def test_a_failed_install_is_told_with_its_reason_and_where_the_rest_stands(tmp_path: Path) -> None:
    said = ["Collecting altair==6.3.0\n", "ERROR: No matching distribution found for altair==6.3.0\n"]
    text = environment.failure_text(said, tmp_path / "install.log")
    assert "connected to the internet" in text
    assert "No matching distribution found" in text
    assert str(tmp_path / "install.log") in text


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_with_hashes_and_no_place_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = [block for block in text.split("\n\n") if block.strip()]
    pins = [line for line in "\n".join(packages).splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert all("==" in line and line.endswith("\\") for line in pins)
    assert not [word for word in ("://", "--index-url", "--find-links", "file:") if word in text]


# --- progress in plain words


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Collecting altair==6.3.0 (from -r requirements.txt (line 1))", "Looking for altair (1 of 2)"),
        ("  Downloading altair-6.3.0-py3-none-any.whl (796 kB)", "Fetching altair (1 of 2), 796 kB"),
        ("  Using cached markdown_it_py-4.3.0-py3-none-any.whl", "Fetching markdown-it-py (1 of 2)"),
        ("Processing /a folder/x.whl", "Asking for the list of parts"),
        ("Processing ./click-8.5.1-py3-none-any.whl (from -r r.txt (line 9))", "Fetching click (1 of 2)"),
    ],
)
def test_a_line_of_pip_becomes_a_sentence(line: str, sentence: str, tmp_path: Path) -> None:
    progress = PipProgress(2, tmp_path)
    progress.read(line)
    assert progress.sentence == sentence


def test_parts_are_counted_once_however_often_they_are_named(tmp_path: Path) -> None:
    progress = PipProgress(2, tmp_path)
    for line in (
        "Collecting altair==6.3.0",
        "  Downloading altair-6.3.0-py3-none-any.whl (1 kB)",
        "Collecting click==8",
    ):
        progress.read(line)
    assert progress.sentence == "Looking for click (2 of 2)"


def test_while_pip_is_silent_the_folder_tells_how_far_it_is(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    progress = PipProgress(2, tmp_path)
    progress.read("Installing collected packages: altair, click")
    assert progress.sentence == "Putting altair in place (1 of 2)"
    (packages / "altair-6.3.0.dist-info").mkdir()
    progress.read("")
    assert progress.sentence == "Putting click in place (2 of 2)"


def test_packages_are_counted_from_the_list(pinned: Path) -> None:
    assert count_packages(pinned) == 2


def test_a_program_that_fails_hands_back_what_it_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failing = [sys.executable, "-c", "print('Collecting altair'); print('ERROR: no'); raise SystemExit(1)"]
    assert follow_pip(failing, PipProgress(1, tmp_path)) == ["Collecting altair\n", "ERROR: no\n"]
    assert "Looking for altair (1 of 1)" in capsys.readouterr().out


# --- the port and the first address


def test_a_port_in_use_is_passed_over(taken_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "FIRST_PORT", taken_port)
    assert not app.is_free(taken_port)
    assert app.choose_port(None) > taken_port


def test_a_wanted_port_that_is_in_use_is_refused(taken_port: int) -> None:
    with pytest.raises(Trouble, match=f"Port {taken_port} is in use"):
        app.choose_port(taken_port)


def test_a_free_port_that_is_wanted_is_taken(free_port: int) -> None:
    assert app.choose_port(free_port) == free_port


def test_the_browser_opens_with_the_set_up_code_until_a_school_is_set_up() -> None:
    assert app.first_address(8501, {"status": "ok"}, "AB") == "http://localhost:8501/?setup=AB"
    assert app.first_address(8501, {"status": "ok", "set_up": True}, "AB") == "http://localhost:8501/"


def test_every_start_has_a_set_up_code_of_its_own() -> None:
    codes = {app.make_setup_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) == 9 and set(code) <= {*app.SETUP_LETTERS, "-"} for code in codes)


def test_a_note_left_behind_by_a_crash_is_not_believed(tmp_path: Path, free_port: int) -> None:
    (tmp_path / app.PORT_NOTE).write_text(str(free_port))
    assert app.port_of_running_app(tmp_path) is None


# --- the whole way


@pytest.fixture
def started(tmp_path: Path, free_port: int) -> Iterator[subprocess.Popen[str]]:
    settings = {**os.environ, "OPEN_ROADS_DATA": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", START_THE_APP, str(free_port)]
    with subprocess.Popen(command, cwd=tmp_path, env=settings, stdout=subprocess.PIPE, text=True) as starter:
        yield starter
        starter.terminate()


def read_until(starter: subprocess.Popen[str], words: str) -> str:
    assert starter.stdout is not None
    return next((line for line in starter.stdout if words in line), "")


def test_the_app_starts_is_found_again_and_ends_cleanly(
    started: subprocess.Popen[str], tmp_path: Path, free_port: int
) -> None:
    assert f"http://localhost:{free_port}/?setup=" in read_until(started, "Open this in a browser")
    assert app.port_of_running_app(tmp_path) == free_port
    started.send_signal(signal.SIGTERM)
    assert started.wait(timeout=30) == 0
    assert app.is_free(free_port)
    assert not (tmp_path / app.PORT_NOTE).exists()


# --- the browser for the tests


def test_a_chromium_named_by_the_person_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEN_ROADS_CHROMIUM", sys.executable)
    assert tests.find_chromium() == sys.executable


def test_without_a_chromium_the_tests_say_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEN_ROADS_CHROMIUM", "/no/such/chromium")
    monkeypatch.setattr(tests, "is_root_on_debian", lambda: False)
    with pytest.raises(Trouble, match="sudo apt install chromium"):
        tests.require_chromium()

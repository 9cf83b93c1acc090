"""Start the app on a free port, open the browser when it is ready, and stop it cleanly."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from starting.places import MACOS, ROOT, WINDOWS, Trouble, data_folder, say

FIRST_PORT, PORTS_TRIED = 8501, 20
SECONDS_TO_START = 180  # the first start on an old laptop with a virus scanner reads 500 MB
SETUP_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another one
PORT_NOTE = "running-on-port"  # in the data folder while the app runs, so that a second double click finds it


def run_app(python: Path, *, port: int | None, with_browser: bool, installed: bool) -> int:
    """Run the app until it ends; Ctrl-C ends it cleanly. Returns the exit code; raises Trouble."""
    data = data_folder(installed)
    running = port_of_running_app(data)
    if running is not None:
        say("Open Roads is running already.")
        open_browser(f"http://localhost:{running}/", with_browser)
        return 0
    port = choose_port(port)
    setup_code = os.environ.get("OPEN_ROADS_SETUP_CODE") or make_setup_code()
    settings = {
        **os.environ,
        "OPEN_ROADS_DATA": str(data),
        "OPEN_ROADS_SETUP_CODE": setup_code,
        "PYTHONUTF8": "1",
    }
    command = [str(python), "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    say("Starting Open Roads ...")
    app = subprocess.Popen(command, cwd=ROOT, env=settings)
    try:
        address = first_address(port, wait_until_ready(app, port), setup_code)
        with suppress(OSError):
            (data / PORT_NOTE).write_text(str(port), encoding="ascii")
        open_browser(address, with_browser)
        return wait_for_end(app)
    except KeyboardInterrupt:
        say("\nStopping Open Roads ...")
        return 0
    finally:
        stop(app)
        with suppress(OSError):
            (data / PORT_NOTE).unlink(missing_ok=True)


def port_of_running_app(data: Path) -> int | None:
    """The port of an app that runs on this data folder already, if one does."""
    try:
        port = int((data / PORT_NOTE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return port if ask_health(port).get("status") == "ok" else None


def choose_port(wanted: int | None) -> int:
    """The wanted port, else the first free one from 8501 on. Raises Trouble when it is, or all are, taken."""
    if wanted is not None:
        if is_free(wanted):
            return wanted
        raise Trouble(f"Port {wanted} is in use on this computer. Name another one, or leave --port out.")
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if is_free(port):
            return port
    raise Trouble(f"The ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are all in use on this computer.")


def is_free(port: int) -> bool:
    """Whether nothing on this machine listens on the port, on any of its addresses."""
    with socket.socket() as asking:
        asking.settimeout(1)
        if asking.connect_ex(("127.0.0.1", port)) == 0:
            return False
    with socket.socket() as taking:
        if not WINDOWS:  # counts a port left a minute ago as free; on Windows it would take a used one
            taking.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taking.bind(("", port))
        except OSError:
            return False
    return True


def make_setup_code() -> str:
    half = ["".join(secrets.choice(SETUP_LETTERS) for _ in range(4)) for _ in range(2)]
    return "-".join(half)


def first_address(port: int, health: Mapping[str, Any], setup_code: str) -> str:
    """Where the browser goes first: with the set-up code filled in unless a school is set up."""
    return f"http://localhost:{port}/" + ("" if health.get("set_up") else f"?setup={setup_code}")


def wait_until_ready(app: subprocess.Popen[bytes], port: int) -> Mapping[str, Any]:
    """What /healthz says once the app is well. Raises Trouble when the app ended or took too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    health: Mapping[str, Any] = {}
    while time.monotonic() < deadline:
        if app.poll() is not None:
            raise Trouble("Open Roads did not start. The reason stands above.")
        health = ask_health(port)
        if health.get("status") == "ok":
            return health
        time.sleep(0.2)
    raise Trouble(f"Open Roads did not get ready: {health.get('reason', 'no answer')}")


def ask_health(port: int) -> Mapping[str, Any]:
    """What /healthz says, empty while nothing answers. A web proxy is not asked about this machine."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            said = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return {"status": "unwell", "reason": error.read(500).decode("utf-8", "replace")}
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def open_browser(address: str, wanted: bool) -> None:
    """Open the person's browser; on a Linux without a desktop nothing is opened, not even a text browser."""
    if wanted and (WINDOWS or MACOS or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say(f"Opening the browser at {address}")
        webbrowser.open(address)
    else:
        say(f"Ready. Open this in a browser: {address}")


def wait_for_end(app: subprocess.Popen[bytes]) -> int:
    while app.poll() is None:  # a wait without an end would keep Ctrl-C out on Windows
        time.sleep(0.5)
    return app.returncode


def stop(app: subprocess.Popen[bytes]) -> None:
    """End the app. It has had the terminal's Ctrl-C itself; if not, it is asked to end, and at last made to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for act, patience in ((None, 3), (app.terminate, 15), (app.kill, 5)):
        if act and app.poll() is None:
            act()
        with suppress(subprocess.TimeoutExpired):
            app.wait(timeout=patience)
            return

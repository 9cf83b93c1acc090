"""The servers that a benchmark compares: the bare form and Open Roads, with the same settings and the same items."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.learner import Learner

ROOT = Path(__file__).parent.parent
SLUG = "advert-under-the-lamp"
TEACHER = "C"


@dataclass
class Server:
    name: str
    process: subprocess.Popen[bytes]
    port: int
    query: str
    code: str
    milliseconds: dict[int, list[float]] = field(default_factory=dict)
    waits: dict[int, list[float]] = field(default_factory=dict)
    joins: dict[int, list[float]] = field(default_factory=dict)

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(name: str, script: str, code: str, environment: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), "--server.port", str(port)]
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
            stdout=nowhere,
            stderr=nowhere,
        )
    try:
        wait_until_healthy(port)
        yield Server(name, process, port, f"code={code}" if script == "app.py" else "", code)
    finally:
        process.terminate()
        process.wait(15)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("", 0))
        return int(free.getsockname()[1])


def wait_until_healthy(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        with contextlib.suppress(OSError):
            if urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health").status == 200:
                return
        if time.monotonic() > deadline:
            raise SystemExit(f"The server on port {port} did not start.")
        time.sleep(0.1)


def command(folder: str, *words: str, stdin: str = "") -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "data", *words, "--json"],
        cwd=ROOT,
        env={**os.environ, "OPEN_ROADS_DATA": folder},
        input=stdin,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def items_of_the_activity() -> list[dict[str, Any]]:
    """The same statements and options as Open Roads shows, for the bare form."""
    from kit_content.loader import load_kit

    activity = load_kit().activities[SLUG]
    wording = activity.wording("en")
    return [
        {
            "id": item.id,
            "kind": item.kind,
            "statement": wording.items[item.id].statement,
            "options": [*(wording.items[item.id].points[point] for point in item.points), "Rather not say"],
        }
        for item in activity.items
    ]


@contextlib.contextmanager
def open_roads() -> Iterator[tuple[Server, str]]:
    """Open Roads with a class of five hundred, and its data folder."""
    with tempfile.TemporaryDirectory() as folder:
        command(
            folder, "init", "--school", "S", "--country", "GR", "--coordinator", TEACHER, stdin="a long passphrase\n"
        )
        code = command(folder, "class", "add", "Class", "--teacher", TEACHER, "--size", "500")["code"]
        with serving("Open Roads", "app.py", code, {"OPEN_ROADS_DATA": folder}) as server:
            yield server, folder


@contextlib.contextmanager
def both_servers(items: list[dict[str, Any]]) -> Iterator[tuple[Server, Server, str]]:
    """The bare form, Open Roads, and the data folder of the latter."""
    with open_roads() as (ours, folder):
        environment = {"BARE_FORM_ITEMS": json.dumps(items), "BARE_FORM_DATABASE": f"{folder}/bare.db"}
        with serving("bare form", "benchmarks/bare_form.py", ours.code, environment) as bare:
            yield bare, ours, folder


async def join(learner: Learner, code: str) -> None:
    await learner.run("reflect_join", reflect_code=code)
    if "reflect_send" not in learner.widgets:
        await learner.run()


async def send(learner: Learner, items: list[dict[str, Any]]) -> float:
    chosen = {"text": "How long is the day?", "multiple_choice": [0]}
    values = {f"item_{item['id']}": chosen.get(item["kind"], 2 % len(item["options"])) for item in items}
    began = time.perf_counter()
    await learner.run("reflect_send", **values)
    if not any("Saved" in text for text in learner.texts):
        raise SystemExit(f"Not saved: {learner.texts}")
    return time.perf_counter() - began

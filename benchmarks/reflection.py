"""What one reflection costs the server, as a ratio to the same items as a bare Streamlit form.

    python -m benchmarks.reflection            30, 100 and 300 learners, three rounds each, on a quiet machine
    python -m benchmarks.reflection --learners 30 --rounds 1

Both servers run with the same settings and stay up for the whole run; rounds alternate between them. A learner opens
the page, joins, gets the items and sends, over Streamlit's own websocket protocol. CPU is user plus system time of the
server process, read from /proc, so this runs on Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.learner import Learner, visit

ROOT = Path(__file__).parent.parent
SLUG = "advert-under-the-lamp"
ARRIVAL_SECONDS = 5.0
PORTS = {"bare form": 8791, "Open Roads": 8792}


@dataclass
class Server:
    name: str
    process: subprocess.Popen[bytes]
    query: str
    milliseconds: dict[int, list[float]] = field(default_factory=dict)
    waits: dict[int, list[float]] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return PORTS[self.name]

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(name: str, script: str, query: str, environment: dict[str, str]) -> Iterator[Server]:
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), "--server.port", str(PORTS[name])]
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
            stdout=nowhere,
            stderr=nowhere,
        )
    try:
        wait_until_healthy(PORTS[name])
        yield Server(name, process, query)
    finally:
        process.terminate()
        process.wait(15)


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


async def one_learner(server: Server, code: str, items: list[dict[str, Any]], delay: float) -> float:
    """Join, answer, send; returns the seconds from Send to Saved."""
    await asyncio.sleep(delay)
    learner = await visit(server.port, server.query)
    try:
        await learner.run("reflect_join", reflect_code=code)
        if "reflect_send" not in learner.widgets:
            await learner.run()
        return await send(learner, items)
    finally:
        await learner.socket.close()


async def send(learner: Learner, items: list[dict[str, Any]]) -> float:
    chosen = {"text": "How long is the day?", "multiple_choice": [0]}
    values = {f"item_{item['id']}": chosen.get(item["kind"], 2 % len(item["options"])) for item in items}
    began = time.perf_counter()
    await learner.run("reflect_send", **values)
    if not any("Saved" in text for text in learner.texts):
        raise SystemExit(f"Not saved: {learner.texts}")
    return time.perf_counter() - began


async def one_round(server: Server, code: str, items: list[dict[str, Any]], learners: int) -> None:
    before = server.cpu_seconds()
    delays = [ARRIVAL_SECONDS * number / learners for number in range(learners)]
    waits = await asyncio.gather(*(one_learner(server, code, items, delay) for delay in delays))
    server.milliseconds.setdefault(learners, []).append(1000 * (server.cpu_seconds() - before) / learners)
    server.waits.setdefault(learners, []).extend(waits)


def measure(learners: list[int], rounds: int) -> list[Server]:
    items = items_of_the_activity()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        command(folder, "init", "--school", "S", "--country", "GR", "--coordinator", "C", stdin="a long passphrase\n")
        code = command(folder, "class", "add", "Class", "--teacher", "C", "--size", "500")["code"]
        bare = {"BARE_FORM_ITEMS": json.dumps(items), "BARE_FORM_DATABASE": f"{folder}/bare.db"}
        servers = [
            stack.enter_context(serving("bare form", "benchmarks/bare_form.py", "", bare)),
            stack.enter_context(serving("Open Roads", "app.py", f"code={code}", {"OPEN_ROADS_DATA": folder})),
        ]
        for count in (5, *(count for count in learners for _ in range(rounds))):
            command(folder, "run", "open", code, SLUG)
            for server in servers:
                asyncio.run(one_round(server, code, items, count))
        return servers


def table(servers: list[Server], learners: list[int]) -> str:
    lines = ["| learners in 5 s | bare form, CPU each | Open Roads, CPU each | ratio | Send → Saved, p95 (bare) |"]
    lines.append("|---|---|---|---|---|")
    bare, ours = servers
    for count in learners:
        cost, own = statistics.median(bare.milliseconds[count]), statistics.median(ours.milliseconds[count])
        waits = [statistics.quantiles(server.waits[count], n=20)[-1] * 1000 for server in (ours, bare)]
        lines.append(
            f"| {count} | {cost:.1f} ms | {own:.1f} ms | **{own / cost:.2f}** | {waits[0]:.0f} ms ({waits[1]:.0f} ms) |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="The cost of one reflection beside a bare Streamlit form.")
    parser.add_argument("--learners", type=int, nargs="+", default=[30, 100, 300])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print(table(measure(chosen.learners, chosen.rounds), chosen.learners))


if __name__ == "__main__":
    main()

"""A school hall: five hundred join within 30 seconds and send within 10, beside the same on a bare Streamlit form.

    python -m benchmarks.rush                  two rounds each, on a quiet machine
    python -m benchmarks.rush --learners 100 --rounds 1

Everybody stays connected. A send that is not acknowledged with "Saved" ends the run with an error.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from typing import Any

from benchmarks.learner import Learner, visit
from benchmarks.servers import SLUG, Server, both_servers, command, items_of_the_activity, join, send

JOIN_SECONDS = 30.0
SEND_SECONDS = 10.0


async def arrive(server: Server, delay: float) -> tuple[Learner, float]:
    """Open the page and join; returns the learner and the seconds that this took."""
    await asyncio.sleep(delay)
    began = time.perf_counter()
    learner = await visit(server.port, server.query)
    await join(learner, server.code)
    return learner, time.perf_counter() - began


async def press_send(learner: Learner, items: list[dict[str, Any]], delay: float) -> float:
    await asyncio.sleep(delay)
    return await send(learner, items)


async def one_round(server: Server, items: list[dict[str, Any]], learners: int, *, pace: float = 1.0) -> None:
    spread = [number / learners for number in range(learners)]
    arrived = await asyncio.gather(*(arrive(server, pace * JOIN_SECONDS * share) for share in spread))
    waits = await asyncio.gather(
        *(
            press_send(learner, items, pace * SEND_SECONDS * share)
            for (learner, _), share in zip(arrived, spread, strict=True)
        )
    )
    server.joins.setdefault(learners, []).extend(seconds for _, seconds in arrived)
    server.waits.setdefault(learners, []).extend(waits)
    await asyncio.gather(*(learner.socket.close() for learner, _ in arrived))


def measure(learners: int, rounds: int) -> list[Server]:
    items = items_of_the_activity()
    with both_servers(items) as (bare, ours, folder):
        for count, pace in [(5, 0.1), *[(learners, 1.0)] * rounds]:
            command(folder, "run", "open", ours.code, SLUG)
            for server in (bare, ours):
                asyncio.run(one_round(server, items, count, pace=pace))
        return [bare, ours]


def in_milliseconds(seconds: list[float]) -> tuple[float, float]:
    """The median and the 95th of a hundred."""
    return statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000


def table(servers: list[Server], learners: int) -> str:
    lines = ["| | join, median | join, p95 | Send → Saved, median | Send → Saved, p95 |", "|---|---|---|---|---|"]
    for server in servers:
        figures = (*in_milliseconds(server.joins[learners]), *in_milliseconds(server.waits[learners]))
        lines.append(f"| {server.name} | " + " | ".join(f"{figure:.0f} ms" for figure in figures) + " |")
    bare, ours = (in_milliseconds(server.waits[learners])[1] for server in servers)
    sent = len(servers[1].waits[learners])
    return "\n".join([*lines, f"{sent} sends, all saved. p95 of a send: {ours / bare:.2f} times the bare form's."])


def main() -> None:
    parser = argparse.ArgumentParser(description="Five hundred learners join and send.")
    parser.add_argument("--learners", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    print(table(measure(chosen.learners, chosen.rounds), chosen.learners))


if __name__ == "__main__":
    main()

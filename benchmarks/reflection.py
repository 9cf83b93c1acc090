"""What one reflection costs the server, as a ratio to the same items as a bare Streamlit form.

    python -m benchmarks.reflection            30, 100 and 300 learners, three rounds each, on a quiet machine
    python -m benchmarks.reflection --learners 30 --rounds 1

Both servers run with the same settings and stay up for the whole run; rounds alternate between them. A learner opens
the page, joins, gets the items and sends, over Streamlit's own websocket protocol; twenty come each
second. CPU is user plus system time of the server process, read from /proc, so this runs on Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
from typing import Any

from benchmarks.learner import visit
from benchmarks.servers import SLUG, Server, both_servers, command, items_of_the_activity, join, send

# As fast as a school's classes can come in, and slow enough that no server stands still on a full processor: how a
# rush is borne is measured by `benchmarks.rush`.
ARRIVALS_PER_SECOND = 20


async def one_learner(server: Server, items: list[dict[str, Any]], delay: float) -> float:
    """Join, answer, send; returns the seconds from Send to Saved."""
    await asyncio.sleep(delay)
    learner = await visit(server.port, server.query)
    try:
        await join(learner, server.code)
        return await send(learner, items)
    finally:
        await learner.socket.close()


async def one_round(server: Server, items: list[dict[str, Any]], learners: int) -> None:
    before = server.cpu_seconds()
    delays = [number / ARRIVALS_PER_SECOND for number in range(learners)]
    waits = await asyncio.gather(*(one_learner(server, items, delay) for delay in delays))
    server.milliseconds.setdefault(learners, []).append(1000 * (server.cpu_seconds() - before) / learners)
    server.waits.setdefault(learners, []).extend(waits)


def measure(learners: list[int], rounds: int) -> list[Server]:
    items = items_of_the_activity()
    with both_servers(items) as (bare, ours, folder):
        for count in (5, *(count for count in learners for _ in range(rounds))):
            command(folder, "run", "open", ours.code, SLUG)
            for server in (bare, ours):
                asyncio.run(one_round(server, items, count))
        return [bare, ours]


def table(servers: list[Server], learners: list[int]) -> str:
    lines = ["| learners | bare form, CPU each | Open Roads, CPU each | ratio | Send → Saved, p95 (bare) |"]
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

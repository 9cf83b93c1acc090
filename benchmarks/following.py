"""From the teacher's tap to the screens: how long wall and learners take to follow, and what waiting costs the server.

    python -m benchmarks.following                       30 and 300 learners, three rounds each, on a quiet machine
    python -m benchmarks.following --learners 30 --rounds 1

Each learner has a page and hears `/events`, as in a browser, and asks for the page anew when a revision comes. The tap
is written into the database beside the server, as another process of the same school would. What waiting costs is
compared with the same learners asking every five seconds, in the same run.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import websockets

from benchmarks.learner import Learner, visit
from benchmarks.servers import SLUG, TEACHER, Server, open_roads
from data import runs, staff
from data.cohorts import own_cohort
from data.store import Store, the_store
from kit_content.loader import load_kit

ARRIVAL_SECONDS_PER_LEARNER = 0.05
WAIT_SECONDS = 15.0
POLL_SECONDS = 5.0


@dataclass
class Figures:
    """Seconds from the tap to the screen, and shares of one processor while nothing happens."""

    steps_to_wall: list[float] = field(default_factory=list)
    items_to_wall: list[float] = field(default_factory=list)
    items_to_learners: list[float] = field(default_factory=list)
    following: list[float] = field(default_factory=list)
    asking: list[float] = field(default_factory=list)


@dataclass
class Screen:
    """A page and its ear: runs the page anew for each new revision, and notes when it has been drawn."""

    page: Learner
    ear: Any
    drawn_at: float = 0.0
    listening: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        known = json.loads(await self.ear.recv())["revision"]
        while True:
            heard = json.loads(await self.ear.recv())["revision"]
            if heard != known:
                known = heard
                await self.page.run()
                self.drawn_at = time.perf_counter()

    async def leave(self) -> None:
        if self.listening is not None:
            self.listening.cancel()
        await self.ear.close()
        await self.page.socket.close()


async def open_screen(server: Server, page: Learner, audience: str) -> Screen:
    host = f"127.0.0.1:{server.port}"
    query = f"code={server.code}&for={audience}"
    ear = await websockets.connect(f"ws://{host}/events?{query}", origin=websockets.Origin(f"http://{host}"))
    screen = Screen(page, ear)
    screen.listening = asyncio.create_task(screen.listen())
    return screen


async def joined(server: Server, delay: float) -> Screen:
    await asyncio.sleep(delay)
    page = await visit(server.port, server.query)
    await page.run("reflect_join", reflect_code=server.code)
    return await open_screen(server, page, "learners")


async def tap(screens: list[Screen], act: Callable[[], object]) -> list[float]:
    """Act, and wait until every one of these screens has been drawn anew; the seconds that each took."""
    began = time.perf_counter()
    await asyncio.to_thread(act)
    while any(screen.drawn_at < began for screen in screens):
        await asyncio.sleep(0.005)
    return [screen.drawn_at - began for screen in screens]


async def share_of_a_processor(server: Server, seconds: float) -> float:
    before, began = server.cpu_seconds(), time.perf_counter()
    await asyncio.sleep(seconds)
    return (server.cpu_seconds() - before) / (time.perf_counter() - began)


async def ask_again_and_again(screen: Screen, delay: float, until: float) -> None:
    await asyncio.sleep(delay)
    while time.perf_counter() < until:
        await screen.page.run()
        await asyncio.sleep(POLL_SECONDS)


async def one_round(server: Server, store: Store, learners: int, figures: Figures) -> None:
    teacher = staff.staff_named(store, TEACHER)
    assert teacher is not None
    run = start(store, teacher)
    owner = (store, teacher, run.id)
    wall = await open_screen(server, await visit(server.port, server.query, "wall"), "wall")
    waiting = await asyncio.gather(
        *(joined(server, number * ARRIVAL_SECONDS_PER_LEARNER) for number in range(learners))
    )
    await asyncio.sleep(1)
    for step in (1, 0, 1):
        figures.steps_to_wall += await tap([wall], lambda step=step: runs.go_to_step(*owner, step))
    figures.following.append(await share_of_a_processor(server, WAIT_SECONDS))
    until = time.perf_counter() + WAIT_SECONDS
    asking = [ask_again_and_again(screen, POLL_SECONDS * at / learners, until) for at, screen in enumerate(waiting)]
    share, *_ = await asyncio.gather(share_of_a_processor(server, WAIT_SECONDS), *asking)
    figures.asking.append(share)
    at_wall, *at_learners = await tap([wall, *waiting], lambda: runs.open_items(*owner, 2))
    figures.items_to_wall.append(at_wall)
    figures.items_to_learners += at_learners
    await asyncio.gather(*(screen.leave() for screen in (wall, *waiting)))
    runs.discard_run(*owner)


def start(store: Store, teacher: staff.Staff) -> runs.Run:
    activity = load_kit().activities[SLUG]
    with store.read() as db:
        cohort_id = db.execute("SELECT id FROM cohorts").fetchone()[0]
        assert own_cohort(db, teacher, cohort_id)
    return runs.start_run(
        store, teacher, cohort_id, activity=SLUG, activity_version=activity.version, items=activity.items
    )


def measure(learners: list[int], rounds: int) -> dict[int, Figures]:
    found = {count: Figures() for count in learners}
    with open_roads() as (ours, folder):
        os.environ["OPEN_ROADS_DATA"] = folder
        store = the_store()
        asyncio.run(one_round(ours, store, 5, Figures()))
        for _ in range(rounds):
            for count in learners:
                asyncio.run(one_round(ours, store, count, found[count]))
        store.close()
    return found


def table(found: dict[int, Figures]) -> str:
    lines = [
        "| waiting learners | step → wall, median | items → wall, median | items → learners, median / p95 / last | "
        "waiting, following | waiting, asking every 5 s |",
        "|---|---|---|---|---|---|",
    ]
    for count, figures in found.items():
        late = figures.items_to_learners
        reach = [statistics.median(late), statistics.quantiles(late, n=20)[-1], max(late)]
        lines.append(
            f"| {count} | {statistics.median(figures.steps_to_wall) * 1000:.0f} ms "
            f"| {statistics.median(figures.items_to_wall) * 1000:.0f} ms "
            f"| {' / '.join(f'{seconds * 1000:.0f}' for seconds in reach)} ms "
            f"| {statistics.median(figures.following):.1%} of one processor "
            f"| {statistics.median(figures.asking):.1%} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How soon screens follow the teacher, and what waiting costs.")
    parser.add_argument("--learners", type=int, nargs="+", default=[30, 300])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print(table(measure(chosen.learners, chosen.rounds)))


if __name__ == "__main__":
    main()

"""Disk full, database locked, killed in the middle: acknowledged means kept, and nothing else is claimed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from data import runs
from data.reflections import Refusal
from data.store import Store
from tests.data.lessons import Lesson


def test_a_full_disk_is_said_and_earlier_answers_stay(lesson: Lesson) -> None:
    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 500)
    lesson.learners_send(3)
    seat = lesson.join()
    set_page_limit(lesson.store, 1)
    with pytest.raises(Refusal, match="not_saved"):
        for _ in range(200):
            lesson.send(seat, text="x" * 400)
            lesson.send(lesson.join(), text="y" * 400)
    set_page_limit(lesson.store, 1_000_000)
    lesson.send(seat)
    with lesson.store.read() as db:
        assert db["pending_reflections"].count >= 4
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def set_page_limit(store: Store, pages: int) -> None:
    store._writer.conn.execute(f"PRAGMA max_page_count={pages}")


def test_a_locked_database_is_said_and_the_next_try_is_kept(lesson: Lesson) -> None:
    seat = lesson.join()
    lesson.store._writer.conn.execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(lesson.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refusal, match="not_saved"):
        lesson.send(seat)
    other.execute("ROLLBACK")
    other.close()
    lesson.send(seat)


def test_thirty_learners_at_once_are_all_kept(lesson: Lesson) -> None:
    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 30)
    barrier = threading.Barrier(30)

    def learner(_: int) -> None:
        barrier.wait()
        seat = lesson.join()
        lesson.send(seat)
        lesson.send(seat)

    with ThreadPoolExecutor(30) as room:
        list(room.map(learner, range(30)))
    with lesson.store.read() as db:
        assert db["pending_reflections"].count == 30


SENDER = """
import sys
from data.reflections import join, new_seat, send
from data.store import the_store
from tests.data.lessons import ANSWERS
store = the_store()
while True:
    seat = new_seat()
    run = join(store, sys.argv[1], seat)
    send(store, run.id, seat, ANSWERS)
    print(store.mark(run.id, seat), flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(lesson: Lesson) -> None:
    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 100_000)
    command = [sys.executable, "-c", SENDER, lesson.cohort.code]
    sender = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "."})
    assert sender.stdout is not None
    acknowledged = [sender.stdout.readline().strip() for _ in range(40)]
    sender.send_signal(signal.SIGKILL)
    acknowledged += sender.stdout.read().split()[:-1]
    sender.wait()
    with lesson.store.read() as db:
        kept = {row["id"] for row in db["pending_reflections"].rows}
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert set(acknowledged) <= kept


def test_a_close_beside_senders_counts_each_answer_once_or_refuses_it(lesson: Lesson) -> None:
    from data import runs
    from data.release import totals_of_run

    runs.add_places(lesson.store, lesson.teacher, lesson.run_id, 30)
    seats = [lesson.join() for _ in range(30)]

    def attempt(seat: str) -> bool:
        try:
            lesson.send(seat)
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(31) as room:
        sent = [room.submit(attempt, seat) for seat in seats[:15]]
        close = room.submit(lesson.close)
        sent += [room.submit(attempt, seat) for seat in seats[15:]]
    close.result()
    kept = sum(one.result() for one in sent)
    totals = totals_of_run(lesson.store, lesson.teacher, lesson.run_id)
    assert (totals[0].respondents if totals else 0) == (kept if kept >= 5 else 0)

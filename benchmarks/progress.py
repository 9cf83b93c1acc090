"""How long the pages of progress take to draw with about a hundred past reflections, and with a million.

    python -m benchmarks.progress                  a school of 2,000 classes, 18 activities, three years
    python -m benchmarks.progress --classes 200

Both schools lie in temporary folders. Their totals are made up and written straight into the tables, as a release
would have left them: every total passes the floor, and every three classes of a programme are a lot. The pages run in
this process, the schools in turns; a time is that of one run of the page's script. A school with a hundred reflections
has fewer classes, programmes and times to draw, so a third school has all of these and few reflections for each.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from benchmarks.servers import ROOT
from data import clock, staff, sums
from data.cohorts import insert_cohort
from data.lots import CLASSES_IN_A_LOT
from data.release import DIRECTIONS
from data.run_rows import ItemSpec, item_specs
from data.school import make_school, put_contact
from data.store import Store, close_stores
from kit_content import load_kit

ACTIVITIES = 18
CLASS_SIZE = 10
PROGRAMMES = 12
PAGES = {
    "/progress, the newest lesson": ("teacher/progress.py", "progress_part", "lessons"),
    "/progress, class check": ("teacher/progress.py", "progress_part", "compass"),
    "/progress, the year": ("teacher/progress.py", "progress_part", "year"),
    "/overview, class check": ("coordinator/overview.py", "overview_part", "compass"),
    "/overview, one activity": ("coordinator/overview.py", "overview_part", "activities"),
    "/overview, taking part": ("coordinator/overview.py", "overview_part", "taking_part"),
}


@dataclass
class School:
    folder: Path
    person: staff.Staff
    reflections: int


@dataclass(frozen=True)
class Asked:
    """An activity as its runs hold it."""

    slug: str
    version: int
    items: tuple[ItemSpec, ...]

    @property
    def text(self) -> str:
        return json.dumps([asdict(item) for item in self.items])


def fill(folder: Path, *, classes: int, activities: int, years: int) -> School:
    """One class belongs to the person who looks; all others to a colleague."""
    kit = load_kit()
    asked = [Asked(of.slug, of.version, item_specs(of.items)) for of in list(kit.activities.values())[:activities]]
    store = Store(folder)
    with store.write() as db:
        school_id = make_school(db, name="A made-up school", country="GR")
        put_contact(db, school_id, name="Nina", room="12", hours="9-10")
        person = staff.insert_staff(db, school_id, "Alba", {"teacher", "coordinator"})
        colleague = staff.insert_staff(db, school_id, "Bruno", {"teacher"})
        cohorts = [
            insert_cohort(db, teacher, name=f"Class {at}", size=CLASS_SIZE, programme=programme_of(at, classes))
            for at, teacher in enumerate([person, *[colleague] * (classes - 1)])
        ]
    store.close()
    with closing(sqlite3.connect(folder / "open_roads.db")) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        held = write_runs(db, school_id, [cohort.id for cohort in cohorts], asked, years)
    with closing(Store(folder)) as filled, filled.write() as made:
        sums.put_in(made, [row["id"] for row in made.query("SELECT id FROM lots")])
    return School(folder, person, held * CLASS_SIZE)


def programme_of(at: int, classes: int) -> str:
    """Classes in a row share a programme, three of them at least."""
    return f"Programme {at // max(CLASSES_IN_A_LOT, classes // PROGRAMMES):02}"


def write_runs(db: sqlite3.Connection, school_id: str, cohort_ids: list[str], asked: list[Asked], years: int) -> int:
    chance, numbers = random.Random(1), itertools.count()
    for year, of in itertools.product(range(years), asked):
        day = clock.today() - timedelta(days=365 * year + 7)
        run_ids = [f"{next(numbers):032x}" for _ in cohort_ids]
        db.executemany(
            """
            INSERT INTO runs (school_id, id, cohort_id, activity, activity_version, language, items, floor,
                floor_sensitive, floor_texts, state, is_current, places, started_on)
            VALUES (?, ?, ?, ?, ?, 'en', ?, 5, 5, 5, 'ended', 0, ?, ?)
            """,
            [
                (school_id, run_id, cohort_id, of.slug, of.version, of.text, CLASS_SIZE, day.isoformat())
                for run_id, cohort_id in zip(run_ids, cohort_ids, strict=True)
            ],
        )
        write_totals(db, school_id, day, of, run_ids, chance)
        write_lots(db, school_id, day, of, list(zip(run_ids, cohort_ids, strict=True)))
    return len(cohort_ids) * len(asked) * years


def write_totals(
    db: sqlite3.Connection, school_id: str, day: date, of: Asked, run_ids: list[str], chance: random.Random
) -> None:
    counted = [item for item in of.items if item.kind not in ("text", "words", "ranking")]
    db.executemany(
        "INSERT INTO releases (school_id, run_id, released_on, sent_band) VALUES (?, ?, ?, ?)",
        [(school_id, run_id, day.isoformat(), CLASS_SIZE) for run_id in run_ids],
    )
    db.executemany(
        "INSERT INTO item_totals VALUES (?, ?, ?, ?, ?, ?)",
        [
            (run_id, item.id, item.version, item.kind, int(item.sensitive), CLASS_SIZE)
            for run_id in run_ids
            for item in counted
        ],
    )
    db.executemany(
        "INSERT INTO totals (run_id, item_id, value, n, amount) VALUES (?, ?, ?, ?, ?)",
        [(run_id, item.id, *row) for run_id in run_ids for item in counted for row in values(item, chance)],
    )


def values(item: ItemSpec, chance: random.Random) -> Iterator[tuple[str, int | None, str | None]]:
    """Counts that add up to the class, or bands."""
    points = DIRECTIONS if item.kind == "then_now" else item.points
    if item.sensitive:
        bands = ("lower", "middle", "upper") if item.kind == "scale" else points
        yield from ((point, None, chance.choice(("few", "some", "most"))) for point in bands)
        return
    left = CLASS_SIZE
    for point in points:
        count = left if point == points[-1] else chance.randint(0, left)
        left -= count
        yield point, count, None


def write_lots(db: sqlite3.Connection, school_id: str, day: date, of: Asked, held: list[tuple[str, str]]) -> None:
    """`held` are run and class."""
    for at in range(0, len(held) - CLASSES_IN_A_LOT + 1, CLASSES_IN_A_LOT):
        lot_id = f"lot{held[at][0]}"
        programme = programme_of(at, len(held))
        db.execute(
            "INSERT INTO lots VALUES (?, ?, ?, ?, ?)", [school_id, clock.school_year(day), of.slug, lot_id, programme]
        )
        db.executemany(
            "INSERT INTO lot_runs (lot_id, run_id, cohort_id, sent_band) VALUES (?, ?, ?, ?)",
            [(lot_id, *one, CLASS_SIZE) for one in held[at : at + CLASSES_IN_A_LOT]],
        )


def seconds(school: School, script: str, key: str, part: str) -> float:
    """One run of the page as somebody sees it who comes back to it."""
    os.environ["OPEN_ROADS_DATA"] = str(school.folder)
    close_stores()
    with closing(Store(school.folder)) as store:
        value = staff.cookie_for_ticket(store, staff.make_ticket(store, school.person))
    at: Any = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=120)
    at.session_state["staff_pass"] = value
    at.run().switch_page(script).run()
    at.segmented_control(key=key).set_value(part).run()
    began = time.perf_counter()
    at.run()
    taken = time.perf_counter() - began
    assert not at.exception and len(at.main) > 3
    return taken


def measure(schools: list[School], rounds: int) -> str:
    """The ratio is that of the largest school to the one before it, which draws the same pictures."""
    heads = " | ".join(f"{school.reflections:,} reflections" for school in schools)
    lines = [f"| page | {heads} | ratio |", "|---|" + "---|" * (len(schools) + 1)]
    for name, page in PAGES.items():
        times: list[list[float]] = [[] for _ in schools]
        for _ in range(rounds):
            for at, school in enumerate(schools):
                times[at].append(seconds(school, *page))
        found = [statistics.median(of_school) for of_school in times]
        shown = " | ".join(f"{1000 * taken:.0f} ms" for taken in found)
        lines.append(f"| {name} | {shown} | **{found[-1] / found[-2]:.2f}** |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How long progress takes to draw with few and many past reflections.")
    parser.add_argument("--classes", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    fewest = CLASSES_IN_A_LOT
    # The pages run without a server, and each would say so.
    set_log_level("error")
    with tempfile.TemporaryDirectory() as folder:
        schools = [
            fill(Path(folder) / "hundred", classes=fewest, activities=fewest, years=1),
            fill(Path(folder) / "same-pictures", classes=fewest * PROGRAMMES, activities=ACTIVITIES, years=3),
            fill(Path(folder) / "million", classes=chosen.classes, activities=ACTIVITIES, years=3),
        ]
        print(measure(schools, chosen.rounds))
        close_stores()


if __name__ == "__main__":
    main()

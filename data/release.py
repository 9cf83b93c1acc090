"""The release rule: one move, at the close, from pending reflections to totals, and the only readers of those totals.

    floor       at least five respondents, item by item; a school may raise it, nothing lowers it
    once        one release per run; totals are written once and never computed again
    at writing  an item under its floor writes nothing at all; "rather not say" is never written
    sensitive   bands (few, some, most) instead of counts, and respondents in steps of five
    ranking     points per option: of m options the first place gives m, the last 1; bands by the mean place
    words       only those that two seats wrote, kept beside the texts until approved (why two: `data.words`)
    afterwards  the pending rows are erased in the same transaction, released or not

`count_reflections` is the rule as a pure function; everything else here moves rows.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from data import clock, sums
from data.lots import gather
from data.reflections import RATHER_NOT_SAY
from data.run_rows import BAND, ItemSpec, Run, current_run_in, require_own_run, set_columns
from data.store import Store, clean_up_later
from data.words import in_order, shared_words

if TYPE_CHECKING:
    from sqlite_utils import Database

    from data.staff import Staff

DIRECTIONS = ("lower", "same", "higher")
SCALE_BANDS = ("lower", "middle", "upper")


@dataclass(frozen=True)
class ItemTotals:
    """The class's sum for one item.

    Ordinary items have `counts` (value → number of respondents), sensitive ones `bands` (value → few, some or most)
    and `respondents` rounded down to a multiple of five. Values are scale points, options, or lower/same/higher for
    `then_now`; a sensitive scale has lower/middle/upper for its lower points, its middle and its upper points.
    The counts of a `ranking` are points, its bands say how high its places were on average. The counts of `words`
    are the words that the teacher has approved, and how many wrote each.
    """

    item_id: str
    item_version: int
    kind: str
    sensitive: bool
    respondents: int
    counts: Mapping[str, int] | None
    bands: Mapping[str, str] | None


def count_reflections(
    items: Sequence[ItemSpec],
    reflections: Iterable[Mapping[str, str | list[str]]],
    *,
    floor: int,
    floor_sensitive: int,
    floor_texts: int = 0,
) -> list[ItemTotals]:
    """The totals that these reflections give under these floors; items below theirs are left out.

    Words, which learners write themselves, have the floor of texts. Their counts here still wait for approval.
    """
    everything = list(reflections)
    totals = []
    for item in items:
        if item.kind == "text":
            continue
        values = [one[item.id] for one in everything if one.get(item.id, RATHER_NOT_SAY) != RATHER_NOT_SAY]
        own_floor = floor_sensitive if item.sensitive else floor_texts if item.kind == "words" else floor
        if len(values) >= max(floor, own_floor):
            totals.append(_total(item, values))
    return totals


def _total(item: ItemSpec, values: list[str | list[str]]) -> ItemTotals:
    respondents = len(values)
    counts = _counted(item, [value if isinstance(value, list) else [value] for value in values])
    if not item.sensitive:
        return ItemTotals(item.id, item.version, item.kind, False, respondents, counts, None)
    if item.kind == "scale":
        counts = _in_three(item.points, counts)
    if item.kind == "ranking":
        # Everybody's last place gives an option `respondents` points; what it has beyond them is its height.
        height = respondents * (len(item.points) - 1)
        bands = {option: amount(points - respondents, height) for option, points in counts.items()}
    else:
        bands = {value: amount(n, respondents) for value, n in counts.items()}
    return ItemTotals(item.id, item.version, item.kind, True, respondents // BAND * BAND, None, bands)


def _counted(item: ItemSpec, values: Sequence[Sequence[str]]) -> dict[str, int]:
    if item.kind == "words":
        return shared_words(values)
    if item.kind == "ranking":
        places = len(item.points)
        return {option: sum(places - order.index(option) for order in values) for option in item.points}
    chosen = Counter(one for value in values for one in value)
    return {point: chosen[point] for point in (DIRECTIONS if item.kind == "then_now" else item.points)}


def _in_three(points: Sequence[str], counts: Mapping[str, int]) -> dict[str, int]:
    """Lower points, middle and upper points; a scale with an even number of points has its middle two as middle."""
    half = (len(points) - 1) // 2
    groups = points[:half], points[half : len(points) - half], points[len(points) - half :]
    return {band: sum(counts[point] for point in group) for band, group in zip(SCALE_BANDS, groups, strict=True)}


def amount(n: int, respondents: int) -> str:
    """`few` (fewer than a third, or none), `most` (more than two thirds, or all), else `some`."""
    if 3 * n < respondents:
        return "few"
    return "most" if 3 * n > 2 * respondents else "some"


def close_and_release(store: Store, db: Database, run: Run) -> None:
    """Close the run inside the caller's write transaction: totals, texts, erasure. A second call changes nothing."""
    if run.state in ("closed", "ended"):
        return
    rows = list(db.query("SELECT answers FROM pending_reflections WHERE run_id = ?", [run.id]))
    reflections = [json.loads(row["answers"]) for row in rows]
    totals = count_reflections(
        run.items,
        reflections,
        floor=run.floor,
        floor_sensitive=run.floor_sensitive,
        floor_texts=run.floor_texts,
    )
    db.execute(
        "INSERT INTO releases (school_id, run_id, released_on, sent_band) VALUES (?, ?, ?, ?)",
        [run.school_id, run.id, run.started_on, len(reflections) // BAND * BAND],
    )
    for total in totals:
        _write_total(db, run.id, total)
    _release_texts(db, run)
    for table in ("pending_reflections", "pending_texts", "pending_seats"):
        db.execute(f"DELETE FROM {table} WHERE run_id = ?", [run.id])
    clean_up_later(db)
    # Where nothing was kept there is nothing to reveal: the lesson goes straight on.
    kept = {total.item_id for total in totals}
    revealed = 0 if any(item.id in kept for item in run.wall_items) else len(run.wall_items)
    set_columns(
        db,
        run.id,
        state="closed",
        last_call_ends_at=None,
        closes_at=None,
        timer_ends_at=None,
        timer_left=None,
        sent_at_lock=None,
        revealed=revealed,
    )
    if totals:
        gather(db, run)


def _write_total(db: Database, run_id: str, total: ItemTotals) -> None:
    db.execute(
        """
        INSERT INTO item_totals (run_id, item_id, item_version, kind, sensitive, respondents)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [run_id, total.item_id, total.item_version, total.kind, int(total.sensitive), total.respondents],
    )
    if total.kind == "words":
        for word, writers in (total.counts or {}).items():
            _write_text(db, run_id, total.item_id, word, writers)
        return
    for value, n in (total.counts or {}).items():
        db.execute(
            "INSERT INTO totals (run_id, item_id, value, n) VALUES (?, ?, ?, ?)", [run_id, total.item_id, value, n]
        )
    for value, band in (total.bands or {}).items():
        db.execute(
            "INSERT INTO totals (run_id, item_id, value, amount) VALUES (?, ?, ?, ?)",
            [run_id, total.item_id, value, band],
        )


def _release_texts(db: Database, run: Run) -> None:
    """Keep an item's ticked texts if enough seats gave one, in random order under new random ids, joined to nothing."""
    for item in run.items:
        if item.kind != "text":
            continue
        rows = db.query("SELECT text FROM pending_texts WHERE run_id = ? AND item_id = ?", [run.id, item.id])
        texts = [row["text"] for row in rows]
        if len(texts) < max(run.floor, run.floor_texts):
            continue
        secrets.SystemRandom().shuffle(texts)
        for text in texts:
            _write_text(db, run.id, item.id, text)


def _write_text(db: Database, run_id: str, item_id: str, text: str, writers: int | None = None) -> None:
    db.execute(
        "INSERT INTO released_texts (id, run_id, item_id, text, writers, state) VALUES (?, ?, ?, ?, ?, 'waiting')",
        [secrets.token_hex(16), run_id, item_id, text, writers],
    )


def totals_of_run(store: Store, asker: Staff, run_id: str) -> list[ItemTotals]:
    """The totals of this teacher's run in the order of its items: empty before the close and under the floor."""
    with store.read() as db:
        return totals_in(db, require_own_run(db, asker, run_id))


def revealed_totals(store: Store, code: str) -> list[ItemTotals]:
    """What the wall may show now without anybody signed in: the wall's items up to the last reveal."""
    with store.read() as db:
        run = current_run_in(db, code)
        if run is None or run.state != "closed":
            return []
        shown = {item.id for item in run.wall_items[: run.revealed]}
        return [total for total in totals_in(db, run) if total.item_id in shown]


def totals_in(db: Database, run: Run) -> list[ItemTotals]:
    rows = db.query("SELECT * FROM item_totals WHERE run_id = ?", [run.id])
    found = {row["item_id"]: row for row in rows}
    return [_read_total(db, item, found[item.id]) for item in run.items if item.id in found]


def values_of(item: ItemSpec) -> Sequence[str]:
    """The values that an item's totals have, in the order in which a chart shows them."""
    if item.kind == "then_now":
        return DIRECTIONS
    return SCALE_BANDS if item.kind == "scale" and item.sensitive else item.points


def _read_total(db: Database, item: ItemSpec, row: Mapping[str, Any]) -> ItemTotals:
    if item.kind == "words":
        words = _approved_words(db, row["run_id"], item.id)
        return ItemTotals(item.id, row["item_version"], row["kind"], False, row["respondents"], words, None)
    sql = "SELECT value, n, amount FROM totals WHERE run_id = ? AND item_id = ?"
    order = {value: place for place, value in enumerate(values_of(item))}
    values = sorted(db.query(sql, [row["run_id"], row["item_id"]]), key=lambda value: order.get(value["value"], 99))
    return ItemTotals(
        item_id=row["item_id"],
        item_version=row["item_version"],
        kind=row["kind"],
        sensitive=bool(row["sensitive"]),
        respondents=row["respondents"],
        counts=None if row["sensitive"] else {value["value"]: value["n"] for value in values},
        bands={value["value"]: value["amount"] for value in values} if row["sensitive"] else None,
    )


def _approved_words(db: Database, run_id: str, item_id: str) -> dict[str, int]:
    sql = "SELECT text, writers FROM released_texts WHERE run_id = ? AND item_id = ? AND state = 'approved'"
    return in_order({row["text"]: row["writers"] for row in db.query(sql, [run_id, item_id])})


def prune_old_totals(store: Store, months: int = 24) -> int:
    """Erase runs, with totals and texts, that began more than `months` months ago. Returns how many."""
    today = clock.today()
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    before = f"{year:04d}-{month + 1:02d}-{today.day:02d}"
    with store.write() as db:
        old = [row["id"] for row in db.query("SELECT id FROM runs WHERE started_on < ? AND is_current = 0", [before])]
        for run_id in old:
            with sums.kept_true(db, "run", run_id):
                db.execute("DELETE FROM runs WHERE id = ?", [run_id])
            clean_up_later(db)
        oldest = clock.school_year(date(year, month + 1, 1))
        db.execute("DELETE FROM year_sentences WHERE school_year < ?", [oldest])
    store.clean_up()
    return len(old)

"""How many of a class sent, in words: from the released number, which stands in steps of five, and the lesson's places.

The places are the size that the class declared then, and what its teacher added. Each word is true for every
number that the step may stand for. Nothing here can tell whether one person was there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from data.cohorts import require_cohort

if TYPE_CHECKING:
    from data.staff import Staff
    from data.store import Store

Participation = Literal["too_few", "some", "half", "two_thirds"]


def coarse(sent_band: int, places: int) -> Participation:
    """`two_thirds` and `half` say "at least" so much of `places`, `some` at least five, `too_few` fewer than five."""
    if sent_band < 5:
        return "too_few"
    if 3 * sent_band >= 2 * places:
        return "two_thirds"
    return "half" if 2 * sent_band >= places else "some"


def participation(store: Store, asker: Staff, cohort_id: str) -> dict[str, Participation]:
    """Run id → how many sent, for the released lessons of this teacher's class.

    Raises NotAllowed for another teacher's class.
    """
    require_cohort(store, asker, cohort_id)
    with store.read() as db:
        rows = db.query(
            """
            SELECT releases.run_id AS run_id, releases.sent_band AS sent_band, runs.places AS places
            FROM releases JOIN runs ON runs.id = releases.run_id
            WHERE runs.cohort_id = ? AND runs.is_rehearsal = 0
            """,
            [cohort_id],
        )
        return {row["run_id"]: coarse(row["sent_band"], row["places"]) for row in rows}

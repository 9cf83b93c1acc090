"""LifeComp's nine competences, and which of a class's activities touched them. No score: a list of what was done."""

from __future__ import annotations

from collections.abc import Iterable

from kit_content import Kit
from kit_content.schema import LIFECOMP


def covered(kit: Kit, slugs: Iterable[str]) -> dict[str, list[str]]:
    """Code → the done activities that touch it, in the order of the kit; all nine codes, in LifeComp's order.

    What the kit no longer holds is left out: nobody can say any more what it touched.
    """
    done = set(slugs)
    return {
        code: [slug for slug, activity in kit.activities.items() if slug in done and code in activity.lifecomp]
        for code in LIFECOMP
    }

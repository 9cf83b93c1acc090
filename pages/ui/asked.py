"""What a run asked, in the words of the kit of today."""

from __future__ import annotations

from data.runs import Run
from kit_content import Item, ItemWording, Kit


def asked(kit: Kit, language: str, run: Run, item_id: str) -> tuple[Item, ItemWording] | None:
    """The item with its words, if the kit still asks what this run asked; None if it asks something else now."""
    activity = kit.activities.get(run.activity)
    if activity is None:
        return None
    then = {(spec.id, spec.version, spec.kind, spec.points) for spec in run.items}
    for item in activity.items:
        if item.id == item_id and (item.id, item.version, item.kind, tuple(item.points)) in then:
            return item, activity.wording(language).items[item.id]
    return None

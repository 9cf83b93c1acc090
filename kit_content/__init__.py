"""The kit: activities, scales, shared items and help lines, read from files that a teacher can write."""

from __future__ import annotations

from kit_content.helplines import Helpline, helplines
from kit_content.loader import load_kit
from kit_content.schema import (
    LANGUAGES,
    Activity,
    Completeness,
    ExhibitWording,
    Item,
    ItemWording,
    Kit,
    Problem,
    Scale,
    Step,
    StepWording,
    Wording,
)

__all__ = [
    "LANGUAGES",
    "Activity",
    "Completeness",
    "ExhibitWording",
    "Helpline",
    "Item",
    "ItemWording",
    "Kit",
    "Problem",
    "Scale",
    "Step",
    "StepWording",
    "Wording",
    "helplines",
    "load_kit",
]

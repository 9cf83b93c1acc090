"""Answers inside a sentence: in quotation marks, and several of them joined."""

from __future__ import annotations

from collections.abc import Sequence

from pages.ui.i18n import gettext as _


def quoted(label: str) -> str:
    return _("“{label}”").format(label=label)


def any_of(labels: Sequence[str]) -> str:
    """“Mostly” or “Yes, clearly”."""
    first, *rest = [quoted(label) for label in labels]
    for label in rest:
        first = _("{first} or {second}").format(first=first, second=label)
    return first


def all_of(answers: Sequence[str]) -> str:
    """“The pay” and “The hours”, for answers that are quoted already."""
    first, *rest = answers
    for label in rest:
        first = _("{first} and {second}").format(first=first, second=label)
    return first

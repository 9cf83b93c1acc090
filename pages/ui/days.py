"""Dates in words, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def day(on: date) -> str:
    """`14 September 2026`."""
    words = [
        _("{day} January {year}"),
        _("{day} February {year}"),
        _("{day} March {year}"),
        _("{day} April {year}"),
        _("{day} May {year}"),
        _("{day} June {year}"),
        _("{day} July {year}"),
        _("{day} August {year}"),
        _("{day} September {year}"),
        _("{day} October {year}"),
        _("{day} November {year}"),
        _("{day} December {year}"),
    ]
    return words[on.month - 1].format(day=on.day, year=on.year)


def then(on: date, *, seen_from: date) -> str:
    """When it was, inside a sentence: `in September`, or `on 14 September 2026` if a month alone would not tell."""
    if (seen_from - on).days >= 300 or (on.year, on.month) == (seen_from.year, seen_from.month):
        return _("on {date}").format(date=day(on))
    words = [
        _("in January"),
        _("in February"),
        _("in March"),
        _("in April"),
        _("in May"),
        _("in June"),
        _("in July"),
        _("in August"),
        _("in September"),
        _("in October"),
        _("in November"),
        _("in December"),
    ]
    return words[on.month - 1]


def lessons_between(days: Sequence[date]) -> str:
    """How many lessons there were and when, from their days, oldest first; "" for none."""
    if not days:
        return ""
    count = len(days)
    sentence = ngettext(
        "{count} lesson between {first} and {last}.", "{count} lessons between {first} and {last}.", count
    )
    return sentence.format(count=count, first=day(days[0]), last=day(days[-1]))

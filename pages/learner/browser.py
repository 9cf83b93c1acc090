"""What the script in the browser is told on each screen: where the page stands, and the words it needs there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from data import clock
from data.runs import Run
from pages.learner.place import Place
from pages.ui import items, worrying
from pages.ui.i18n import gettext as _

# By how much the pages of a class spread their questions, per place.
SECONDS_OF_PATIENCE = 0.02


def told(screen: str, place: Place, run: Run | None) -> dict[str, Any]:
    """The data of `seat.follow`. The sheet of own answers is in it once, right after sending, and forgotten here."""
    seat = place.seat if place.held else st.query_params.get("seat", "")
    data: dict[str, Any] = {"seat": "" if screen == "welcome" else seat, "code": run.code if run else "", "words": {}}
    # Every press changes the data, and so the browser hears that it has been answered.
    data |= {"is_doubted": place.is_doubted, "presses": place.presses}
    if run is None:
        return data
    data |= {"revision": run.learner_revision, "patience": run.places * SECONDS_OF_PATIENCE}
    if screen == "items":
        data |= _of_items(place, run)
    if screen == "sent" and place.sheet is not None:
        data |= {"sheet": place.sheet, "words": _sheet_words()}
        place.sheet = None
    return data


def _of_items(place: Place, run: Run) -> dict[str, Any]:
    data: dict[str, Any] = {"items": items.browser_items(run.items), "words": _stepping_words()}
    if any(item.kind in ("text", "words") for item in run.items):
        data["worrying"] = worrying.url()
    if place.trouble is not None and place.trouble.items:
        data["open"] = {"item": place.trouble.items[0], "at": place.presses}
    if run.last_call_ends_at is not None:
        data["last_call"] = {"ends_at": run.last_call_ends_at, "seconds_left": _seconds_until(run.last_call_ends_at)}
        data["words"] |= {"countdown": _("Last call: {time}"), "closing": _("The lesson closes now.")}
    return data


def _seconds_until(moment: str) -> float:
    return (datetime.fromisoformat(moment) - clock.now()).total_seconds()


def _stepping_words() -> dict[str, str]:
    return {"start": _("Start"), "next": _("Next"), "back": _("Back"), "progress": _("{number} of {count}")}


def _sheet_words() -> dict[str, str]:
    return {
        "sheet_title": _("Your answers, for you"),
        "sheet_note": _("They stand on this page only. They go when you leave the page, and when the lesson ends."),
        "print": _("Print"),
        "own_device": _("This is my own device"),
        "save": _("Save as a file"),
    }

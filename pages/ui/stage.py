"""What the wall shows: one dictionary for each moment of a lesson, and the component that draws it.

The functions here are pure: a run, its activity and what is public about it in, words and numbers out. Everything is
already in the lesson's language; `assets/wall.js` holds no sentence. Nothing private may enter: no script, no notes,
no waiting texts, no exact count before the close.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from pages.ui import i18n
from pages.ui.chrome import stub
from pages.ui.guessing import guess_view
from pages.ui.i18n import gettext as _
from pages.ui.joining import qr, short_address, spaced
from pages.ui.kit import markdown
from pages.ui.reveal import View, reveal_view, words_views

if TYPE_CHECKING:
    from data.release import ItemTotals
    from data.runs import Run
    from data.texts import Text
    from kit_content import Activity, Item, Step, Wording

_component = st.components.v2.component("open_roads_wall", js=stub("wall.js"), isolate_styles=False)

# Approved texts share a card page until they would become too small for the back row.
_TEXTS_A_PAGE = 6
_LETTERS_A_PAGE = 340

# A frame with nothing in it; a lesson fills it.
_EMPTY: View = {
    "title": "",
    "road": None,
    "watermark": "",
    "timer": None,
    "strip": None,
    "band": "",
    "holds": False,
    "browse": "all",
    "other_address": "",
}


@dataclass(frozen=True)
class Public:
    """What anybody may know about the run now, beside its row. `join_url` is where learners come in."""

    join_url: str
    band: int = 0
    totals: Sequence[ItemTotals] = ()
    texts: Sequence[Text] = ()
    has_other_addresses: bool = False


def draw(payload: View, *, on_key: Callable[[], None]) -> str | None:
    """Put the wall on the page; returns the key pressed since: next, back, blank, address or leave.

    In the callback `st.session_state.wall` holds it as `key`. A change made elsewhere only draws the page again.
    """
    return _component(key="wall", data=payload, on_key_change=on_key, on_changed_change=lambda: None).key


def lesson_payload(run: Run, activity: Activity, public: Public, *, server_now: str, steering: bool = False) -> View:
    """Everything the wall needs for this moment of the lesson."""
    wording = activity.wording(run.language)
    views = _views(run, activity, wording, public)
    number, count = _step_number(run, activity), len(activity.steps)
    return {
        **_frame(run.code, run.revision, server_now, steering),
        "title": wording.title,
        "road": {
            "at": number,
            "of": count,
            "text": _("Step {number} of {count}").format(number=number, count=count),
        },
        "watermark": _watermark(run),
        "timer": _timer(run),
        "strip": _strip(run, activity, public),
        "band": _band(public.band) if run.state == "reflecting" and not run.blank else "",
        "views": views,
        "other_address": _("Other address") if public.has_other_addresses and views[0]["scene"] == "join" else "",
        # In these moments a second press right after the first would go too far.
        "holds": (run.state == "reflecting" or run.guessing) and not run.blank,
        "browse": "arrows" if run.state == "reflecting" else "all",
    }


def silent_payload(code: str, *, server_now: str, revision: int = 0) -> View:
    """The wall of a class that has no lesson now, or one that cannot be shown."""
    note = _("This screen wakes up when the lesson with the code {code} starts.").format(code=spaced(code))
    view = {"scene": "none", "text": _("No lesson right now"), "note": note}
    return {**_frame(code, revision, server_now, False), "views": [view]}


def _frame(code: str, revision: int, server_now: str, steering: bool) -> View:
    language = i18n.language()
    return {
        "language": language,
        "direction": i18n.direction(language),
        "code": code,
        "revision": revision,
        "server_now": server_now,
        "steering": steering,
        **_EMPTY,
        "words": {
            "wall": _("Wall"),
            "offline": _("No connection just now. The screen stays as it is."),
            "back": _("Back"),
            "next": _("Next"),
            "blank": _("Blank"),
            "full_screen": _("Full screen"),
            "leave": _("Teacher's page"),
            "page": _("{number} of {count}"),
        },
    }


def _views(run: Run, activity: Activity, wording: Wording, public: Public) -> list[View]:
    """One view, or several to leaf through on the spot."""
    if run.blank:
        return [{"scene": "blank", "text": _("The screen is blank.")}]
    if run.state == "reflecting" and run.last_call_ends_at is not None:
        return [_last_call(run, public.band)]
    step = activity.steps[_step_number(run, activity) - 1]
    text = wording.steps[step.id].wall
    if run.state == "reflecting" and step.kind == "reflect":
        return _reflecting(run, activity, wording, text)
    if run.state == "closed" and step.kind in ("reflect", "reveal"):
        return _revealing(run, activity, wording, public)
    if step.kind == "join" and _may_join(run):
        return [_join(text, run.code, public.join_url)]
    if step.exhibit is not None:
        return [_exhibit(activity, step, run, text)]
    return [{"scene": "step", "text": text}]


def _step_number(run: Run, activity: Activity) -> int:
    """Counted from 1. An activity that lost steps since the lesson began stands at its last."""
    return min(run.step + 1, len(activity.steps))


def _join(text: str, code: str, join_url: str) -> View:
    return {
        "scene": "join",
        "text": text,
        "open": _("Scan the square, or open"),
        "address": short_address(join_url),
        "code_label": _("Class code"),
        "code": spaced(code),
        "qr": qr(join_url),
        "qr_label": _("Square code that opens {address}").format(address=short_address(join_url)),
    }


def _exhibit(activity: Activity, step: Step, run: Run, text: str) -> View:
    exhibit = activity.exhibit(step.exhibit or "", run.trade, run.language)
    view: View = {"scene": "exhibit", "text": text, "alt": exhibit.alt, "html": "", "image": ""}
    if exhibit.svg is not None:
        view["image"] = "data:image/svg+xml;base64," + base64.b64encode(exhibit.svg.read_bytes()).decode()
    elif exhibit.text is not None:
        view["html"] = markdown.render(exhibit.text)
    return view


def _reflecting(run: Run, activity: Activity, wording: Wording, text: str) -> list[View]:
    """An invitation first, then every item, to be read aloud."""
    privacy = _("We do not ask your name. The class sees only totals, from {count} people up.").format(count=run.floor)
    invitation = {"scene": "answer", "label": _("Answer on your own device"), "text": text, "note": privacy}
    kit_items = {item.id: item for item in activity.items}
    items = [kit_items[spec.id] for spec in run.items if spec.id in kit_items and spec.id in wording.items]
    return [invitation, *(_item(item, wording, at, len(items)) for at, item in enumerate(items, start=1))]


def _item(item: Item, wording: Wording, number: int, count: int) -> View:
    words = wording.items[item.id]
    then_now = [words.then_label or "", words.now_label or ""] if item.kind == "then_now" else []
    return {
        "scene": "item",
        "label": _("Question {number} of {count}").format(number=number, count=count),
        "text": words.statement,
        "twice": [label for label in then_now if label],
        "points": [words.points.get(point, point) for point in item.points] + [_("Rather not say")],
        "ordered": item.kind in ("scale", "then_now"),
        "note": _how_to_answer(item),
    }


def _how_to_answer(item: Item) -> str:
    if item.kind == "ranking":
        return _("Put them in order, the first place first.")
    return _("Up to three single words. They may stay empty.") if item.kind == "words" else ""


def _last_call(run: Run, band: int) -> View:
    again = _("Press again to close.")
    warning = _("Fewer than 5 have sent. Closing now erases their answers.") if band == 0 else ""
    return {
        "scene": "last_call",
        "text": _("Last call. Send your answers now."),
        "ends_at": run.last_call_ends_at,
        "over": _("Time is up."),
        "again": " ".join(part for part in (warning, again) if part),
    }


def _revealing(run: Run, activity: Activity, wording: Wording, public: Public) -> list[View]:
    too_few = {
        "scene": "too_few",
        "text": _("Too few for a chart, so nobody sees one."),
        "label": _("Talk about it instead"),
        "question": wording.talk_question,
    }
    if public.band == 0:
        return [too_few]
    found = {total.item_id: total for total in public.totals}
    kit_items = {item.id: item for item in activity.items}
    shown = run.wall_items[: run.revealed]
    coming = kit_items.get(run.wall_items[run.revealed].id) if run.revealed < len(run.wall_items) else None
    if run.guessing and coming is not None and coming.id in wording.items:
        return [guess_view(coming, wording.items[coming.id])]
    views: list[View] = [{"scene": "talk", "label": _("Before you look"), "text": wording.talk_question}]
    if shown:
        item = kit_items.get(shown[-1].id)
        known = item is not None and item.id in wording.items and item.id in found
        views = _of_item(found[item.id], item, wording) if item is not None and known else [too_few]
    if run.revealed < len(run.wall_items):
        return views
    return [*views, *_text_cards(activity, wording, public.texts)]


def _of_item(totals: ItemTotals, item: Item, wording: Wording) -> list[View]:
    words = wording.items[item.id]
    return words_views(totals, words) if item.kind == "words" else [reveal_view(totals, words, item.scale)]


def _text_cards(activity: Activity, wording: Wording, texts: Sequence[Text]) -> list[View]:
    views: list[View] = []
    for item in activity.items:
        of_item = [text.text for text in texts if text.item_id == item.id and item.kind == "text"]
        words = wording.items.get(item.id)
        title = (words.finding or words.statement) if words else ""
        views += [{"scene": "texts", "title": title, "texts": page} for page in pages_of(of_item)]
    return views


def pages_of(texts: Sequence[str]) -> list[list[str]]:
    """The texts in their order, as many to a page as stay readable from the back row."""
    pages: list[list[str]] = []
    for text in texts:
        page = pages[-1] if pages else []
        letters = sum(len(other) for other in page) + len(text)
        if not pages or len(page) == _TEXTS_A_PAGE or letters > _LETTERS_A_PAGE:
            pages.append([])
        pages[-1].append(text)
    return pages


def _may_join(run: Run) -> bool:
    return run.state in ("teaching", "reflecting") and not run.doors_locked


def _strip(run: Run, activity: Activity, public: Public) -> View | None:
    """The small way in for latecomers: from the step after joining until the close, while doors are open."""
    joins = [at for at, step in enumerate(activity.steps) if step.kind == "join"]
    before = run.state == "teaching" and run.step <= max(joins, default=-1)
    if run.blank or before or not _may_join(run) or run.last_call_ends_at is not None:
        return None
    return {"address": short_address(public.join_url), "code": spaced(run.code), "qr": qr(public.join_url)}


def _timer(run: Run) -> View | None:
    """Running, with the moment it ends; or paused, with the seconds it stands at."""
    if run.blank:
        return None
    if run.timer_left is not None:
        return {"left": run.timer_left, "paused": _("Paused")}
    if run.timer_ends_at is None:
        return None
    return {"ends_at": run.timer_ends_at, "over": _("Time is up.")}


def _band(band: int) -> str:
    return _("{count}+ have sent").format(count=band) if band else _("Fewer than 5 have sent")


def _watermark(run: Run) -> str:
    if run.rehearsal:
        return _("Rehearsal: made-up answers")
    return _("Made-up class, made-up answers") if run.is_demo else ""

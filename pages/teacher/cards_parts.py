"""What the page of the answer cards says, and how the keys of a card become answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn

import streamlit as st

from data import paper, runs
from data.reflections import RATHER_NOT_SAY, Answer, Refusal
from data.runs import ItemSpec, Run
from data.school import NotAllowed
from data.staff import Staff
from data.store import Store, StoreFault
from kit_content import Activity, ItemWording
from pages.teacher.console_live import band_words
from pages.ui import chrome, items, look
from pages.ui.card_items import KEYS, NOT_SAY_KEY, on_card
from pages.ui.card_keys import Card, Reply
from pages.ui.i18n import gettext as _

# Which of (then, now) stands for lower, same and higher: all that a card asks, and all that is kept.
_MOVES = ((1, 0), (0, 0), (0, 1))


def not_now(run: Run) -> str | None:
    """Why no card can be taken in; None while one can."""
    if run.rehearsal:
        return _("This is a rehearsal. Cards are taken in when the lesson is real.")
    if run.state == "teaching":
        return _("The answers are not open yet. Press “Open the answers now” on the teacher's page, then come back.")
    if run.state != "reflecting":
        return _("The answers are closed. A card that was not keyed in does not count: tear it up, too.")
    return None


def asked(run: Run, activity: Activity) -> list[tuple[ItemSpec, ItemWording]]:
    """What the printed card asks, in its order, in the language in which the class got it."""
    wordings = activity.wording(run.language).items
    return [(item, items.wording_of(item, wordings)) for item in on_card(run.items) if item.id in wordings]


def take_in(store: Store, teacher: Staff, run: Run, card: Card, on_paper: Sequence[ItemSpec]) -> Reply:
    """Keep the card that has arrived, or say why not. Nothing of it is remembered here."""
    try:
        if card.pressed is None:
            was_kept = paper.settle_card(store, teacher, run.id, card.seat)
            return Reply(card.call, "kept" if was_kept else "lost", "")
        paper.keep_card(store, teacher, run.id, card.seat, answers_of(run, card.pressed, on_paper))
    except Refusal as refusal:
        return Reply(card.call, "refused", _refused(refusal.reason))
    except (NotAllowed, StoreFault):
        return Reply(card.call, "refused", _refused(""))
    return Reply(card.call, "kept", "")


def answers_of(run: Run, pressed: Mapping[str, Sequence[str]], on_paper: Sequence[ItemSpec]) -> dict[str, Answer]:
    """What to send: nothing said to what is not on paper, and the answers on it as far as their keys mean one."""
    answers = items.nothing_said(run.items)
    for item in on_paper:
        value = _value(item, pressed.get(item.id, ()))
        if value is None:
            del answers[item.id]
        else:
            answers[item.id] = value
    return answers


def _value(item: ItemSpec, keys: Sequence[str]) -> Answer | None:
    """`["2"]` → the second point. None for keys that nobody could have pressed."""
    if list(keys) == [NOT_SAY_KEY]:
        return RATHER_NOT_SAY
    count = len(_MOVES) if item.kind == "then_now" else len(item.points)
    places = [KEYS[:count].find(key) for key in keys]
    if not places or -1 in places:
        return None
    if item.kind == "multiple_choice":
        return [item.points[place] for place in places]
    if item.kind == "ranking":
        # Pressed option by option: the place that the card gives to each.
        if sorted(places) != list(range(count)):
            return None
        return [item.points[places.index(place)] for place in range(count)]
    if len(places) > 1:
        return None
    if item.kind == "then_now":
        return tuple(item.points[at] for at in _MOVES[places[0]])
    return item.points[places[0]]


def _refused(reason: str) -> str:
    return {
        "doors_locked": _(
            "Not kept: late joiners are locked out. Unlock on the teacher's page, then press Enter again."
        ),
        "full": _("Not kept: every place is taken. Add places on the teacher's page, then press Enter again."),
        "incomplete": _("Not kept: something is missing. Press Esc and key the card in again."),
        "closed": _("Not kept: the answers are closed."),
    }.get(reason) or _("Not kept: the computer could not save it. Press Enter again.")


def draw_how() -> None:
    """What to do, and what nobody can promise."""
    with st.container(key="cards_how"):
        st.markdown(
            _(
                "Shuffle the cards. One of you reads a card quietly to the other, who presses its numbers. "
                "Then tear the card up."
            )
        )
        st.markdown(
            _("Nobody should recognise a handwriting: there are only ticks and numbers.")
            + " "
            + _("You two can see what a card says. Do not look for a person, and tell nobody.")
        )


def draw_news(store: Store, run: Run) -> None:
    """How far the answers are, in the words used everywhere, and what would stop a card. Always one container."""
    with st.container(key="cards_news"):
        st.markdown(f"**{band_words(runs.sent_band(store, run.id))}**")
        if run.doors_locked:
            st.warning(_("Late joiners are locked out, and so are cards. Unlock on the teacher's page first."))
        if run.last_call_ends_at is not None:
            st.warning(_("Last call: key in the rest of the cards before the answers are closed."))


def say_and_stop(sentence: str, run: Run) -> NoReturn:
    """One sentence and the way back to the teacher's page, instead of the keyboard."""
    st.markdown(sentence)
    way_back(run)
    chrome.footer()
    st.stop()


def way_back(run: Run) -> None:
    st.page_link("teacher/console.py", label=_("Open the teacher's page"), query_params={"run": run.id})


def draw_head(run: Run, activity: Activity) -> None:
    look.made_up_mark(rehearsal=run.rehearsal, is_demo=run.is_demo)
    with st.container(horizontal=True, vertical_alignment="center"):
        look.big_text(run.cohort_name, "cards")
        st.markdown(activity.wording(run.language).title, width="content")

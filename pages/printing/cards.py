"""Answer cards for classes without devices: ticks only, nothing personal, nothing that shows a handwriting.

The numbers on a card are the keys that take it in on the page `/cards`; both come from `pages.ui.card_items`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from math import ceil

from kit_content import Activity, Item, ItemWording, Wording
from pages.printing.sheet import Sheet, foot, kit_and_licence, stand_in_hint
from pages.ui.card_items import KEYS, NOT_SAY_KEY, choice_words, on_card
from pages.ui.i18n import gettext as _

MOST_CARDS = 100
# From so many statements with the same answers on, a table is shorter.
_TABLE_FROM = 3


@dataclass(frozen=True)
class Layout:
    """How many cards share a page, and what one has room for: letters in a line, lines from top to bottom."""

    cards: int
    letters: int
    lines: int

    @property
    def is_narrow(self) -> bool:
        """Too narrow for a table; every choice has a line of its own."""
        return self.cards == 4


# The last one takes whatever comes; a card that needs more flows on to another page.
_LAYOUTS = (Layout(4, 40, 20), Layout(3, 84, 12), Layout(2, 84, 21), Layout(1, 84, 44))


@dataclass(frozen=True)
class Question:
    """One item on the card: `choices` are the words beside its boxes, "rather not say" the last of them."""

    number: int
    statement: str
    hint: str
    choices: tuple[str, ...]
    is_ranking: bool = False


def cards(activity: Activity, language: str, count: int | None) -> Sheet:
    """As many cards as asked for, filled up to whole pages; one page when no number is given."""
    wording = activity.wording(language)
    asked = [item for item in on_card(activity.items) if item.id in wording.items]
    questions = [_question(number, item, wording.items[item.id]) for number, item in enumerate(asked, start=1)]
    layout = layout_for(questions)
    pages = ceil(min(max(count or 1, 1), MOST_CARDS) / layout.cards)
    card = _card(activity, wording, questions)
    nothing = escape(_("This activity has no question that can be counted on paper."))
    page = f'<section class="page of-{layout.cards}">{card * layout.cards}</section>'
    return Sheet(
        kind="cards",
        title=_("{title}: answer cards").format(title=wording.title),
        body=page * pages if questions else f"<p>{nothing}</p>",
        spoken=wording.language,
        address=f"/print/cards/{activity.slug}",
        query={"count": str(count) if count else ""},
        hints=(*stand_in_hint(wording.language), *_hints()),
        tools=_ask_count(count or layout.cards),
    )


def _hints() -> tuple[str, ...]:
    return (
        _("Cut along the dashed lines. Cards are folded at the short lines and collected in one envelope."),
        _("Before you close the answers, two learners key the cards in on the page “Answer cards” and tear them up."),
        _("Without a computer: count after the lesson, show only totals of five cards or more, destroy the cards."),
    )


def _ask_count(count: int) -> str:
    return (
        f'<form><label>{escape(_("How many cards?"))} <input name="count" type="number" min="1" max="{MOST_CARDS}" '
        f'value="{count}"></label> <button>{escape(_("Show"))}</button></form>'
    )


def _question(number: int, item: Item, wording: ItemWording) -> Question:
    words = (*choice_words(item, wording), _("Rather not say"))
    if item.kind == "then_now":
        then_now = f"{wording.then_label or _('Before')} → {wording.now_label or _('Now')}"
        return Question(number, wording.statement, then_now, words)
    if item.kind == "ranking":
        hint = _("Write numbers: 1 comes first, {count} comes last.").format(count=len(item.points))
        return Question(number, wording.statement, hint, words, is_ranking=True)
    hint = _("Tick all that fit.") if item.kind == "multiple_choice" else _("Tick one.")
    return Question(number, wording.statement, hint, words)


def layout_for(questions: Sequence[Question]) -> Layout:
    """The smallest card that has room, with some to spare: letters are wide in some languages."""
    return next((layout for layout in _LAYOUTS if _lines(questions, layout) <= layout.lines), _LAYOUTS[-1])


def _lines(questions: Sequence[Question], layout: Layout) -> float:
    """Lines of text that the questions need on such a card."""
    total = 0.0
    for choices, group in _in_groups(questions):
        if len(group) >= _TABLE_FROM:
            if layout.is_narrow:
                return float("inf")
            total += 3 + sum(0.5 + ceil(len(question.statement) / (layout.letters * 0.45)) for question in group)
        else:
            each = ceil(sum(len(choice) + 8 for choice in choices) / layout.letters) if not layout.is_narrow else 0
            total += sum(
                1 + ceil((len(question.statement) + len(question.hint)) / layout.letters)
                + (each or sum(ceil((len(choice) + 7) / layout.letters) for choice in choices))
                for question in group
            )  # fmt: skip
    return total


def _in_groups(questions: Sequence[Question]) -> list[tuple[tuple[str, ...], list[Question]]]:
    """Questions that follow each other and have the same answers."""
    return [(key[0], list(group)) for key, group in groupby(questions, key=lambda each: (each.choices, each.hint))]


def _card(activity: Activity, wording: Wording, questions: Sequence[Question]) -> str:
    asked = "".join(
        _table(choices, group) if len(group) >= _TABLE_FROM else "".join(_block(question) for question in group)
        for choices, group in _in_groups(questions)
    )
    rule = escape(_("No name on this card. You need not answer. Whoever types it in can read it."))
    return (
        f'<article class="card"><h1>{escape(wording.title)}</h1><p class="rule">{rule}</p>{asked}'
        f"{foot(kit_and_licence(activity))}</article>"
    )


def _block(question: Question) -> str:
    *answers, last = _boxes(question)
    # The keys of a ranking are the numbers that are written into its boxes.
    number = '<span class="number"></span>'
    listed = [number + escape(choice) for choice in question.choices[:-1]] if question.is_ranking else answers
    return (
        f'<div class="asked"><p><b>{question.number}. {escape(question.statement)}</b> {escape(question.hint)}</p>'
        f"<ul>{''.join(f'<li>{answer}</li>' for answer in (*listed, last))}</ul></div>"
    )


def _boxes(question: Question) -> list[str]:
    return [f'<span class="box"></span>{key} {escape(choice)}' for key, choice in _keyed(question.choices)]


def _keyed(choices: Sequence[str]) -> list[tuple[str, str]]:
    """The words beside each box after the key that takes it in; "rather not say" is the last of them."""
    return [*zip(KEYS, choices[:-1], strict=False), (NOT_SAY_KEY, choices[-1])]


def _table(choices: Sequence[str], questions: Sequence[Question]) -> str:
    head = "".join(f"<th>{key}<br>{escape(choice)}</th>" for key, choice in _keyed(choices))
    box = '<td><span class="box"></span></td>'
    rows = "".join(
        f'<tr><th scope="row">{question.number}. {escape(question.statement)}</th>{box * len(choices)}</tr>'
        for question in questions
    )
    hint = escape(_("Tick one in each line."))
    return f'<table class="asked"><thead><tr><td>{hint}</td>{head}</tr></thead><tbody>{rows}</tbody></table>'

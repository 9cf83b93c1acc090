"""What the printed evidence reports, of a class and of a school year, are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from data.release import ItemTotals
from kit_content import ItemWording
from pages.printing.sheet import paragraphs
from pages.ui import findings
from pages.ui.evidence import Comparison, Reading
from pages.ui.evidence_boxes import titles
from pages.ui.findings import finding, people, title_of, titled
from pages.ui.i18n import gettext as _
from pages.ui.quoting import any_of

_BAR = 100


def part(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def boxes(proposed: Mapping[str, str], kept: Mapping[str, str]) -> str:
    """Every box with its own sentences, else the proposed ones."""
    texts = [(title, kept.get(box, proposed[box])) for box, title in titles().items()]
    return "".join(part(title, paragraphs(text.splitlines())) for title, text in texts)


def comparisons(found: Sequence[Comparison]) -> str:
    """The class check at two times, a table for each pair of times; nothing where it was asked once."""
    if not found:
        return ""
    explained = _(
        "Each time it is who was there, not the same people one by one. In brackets: the numbers that such a "
        "figure goes with by chance alone (exact 95 % interval). Where the brackets overlap, say so."
    )
    pairs = dict.fromkeys((of.first.named, of.last.named) for of in found)
    tables = [
        table(
            "",
            [_("Statement and answers counted"), *pair],
            [_compared(of) for of in found if (of.first.named, of.last.named) == pair],
        )
        for pair in pairs
    ]
    return part(_("The class check, the first and the last time"), paragraphs([explained]) + "".join(tables))


def _compared(of: Comparison) -> tuple[str, str, str]:
    counted = any_of([of.wording.points[point] for point in of.upper])
    return f"{title_of(of.wording)} {counted}", _read(of.first), _read(of.last)


def _read(reading: Reading) -> str:
    low, high = reading.likely
    said = _("{count} of {n} ({low} to {high})").format(count=reading.count, n=reading.n, low=low, high=high)
    return said.replace(" ", "\u00a0")


def said(title: str, found: Sequence[tuple[ItemWording, ItemTotals]]) -> str:
    """What was said under one heading: the first item as bars, the others in a sentence each."""
    (wording, totals), *others = found
    rows = findings.table(totals, wording)[:-1]
    caption = f"{title_of(wording)} ({_n(totals)})"
    most = max((int(value) for _label, value in rows if value.isdigit()), default=1)
    drawn = [(label, value, _bar(int(value), most) if value.isdigit() else "") for label, value in rows]
    sentences = [f"{titled(words, finding(of, words))} ({_n(of)})" for words, of in others]
    return f'<section class="lesson"><h3>{escape(title)}</h3>{_bars(caption, drawn)}{paragraphs(sentences)}</section>'


def _n(totals: ItemTotals) -> str:
    return f"n = {people(totals)}".replace(" ", "\u00a0")


def _bars(caption: str, rows: Iterable[tuple[str, str, str]]) -> str:
    body = "".join(f'<tr><th scope="row">{escape(label)}</th>{_value(value, bar)}</tr>' for label, value, bar in rows)
    return f'<table class="bars"><caption>{escape(caption)}</caption><tbody>{body}</tbody></table>'


def _value(value: str, bar: str) -> str:
    """The number with its bar; a word such as "some" alone."""
    if not bar:
        return f'<td class="in-words" colspan="2">{escape(value)}</td>'
    return f'<td>{escape(value)}</td><td class="bar-of">{bar}</td>'


def _bar(count: int, most: int) -> str:
    width = round(_BAR * count / max(most, 1), 1)
    return (
        f'<svg viewBox="0 0 {_BAR} 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width}" height="8" fill="#0b5563"/></svg>'
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

"""The evidence report of one class, for paper: the boxes of the label, then what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from data.cohorts import Cohort
from data.release import ItemTotals
from data.report import kept_sentences
from data.school import get_school
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.printing.sheet import Sheet, foot, paragraphs
from pages.ui.chrome import PRODUCT
from pages.ui.days import day
from pages.ui.evidence import Comparison, Evidence, Lesson, Reading, gather
from pages.ui.evidence_boxes import proposed, titles
from pages.ui.findings import finding, people, table, title_of, titled
from pages.ui.how_many import how_many_sent
from pages.ui.i18n import gettext as _
from pages.ui.quoting import any_of

_BAR = 100


def report(store: Store, teacher: Staff, cohort: Cohort, kit: Kit, language: str) -> Sheet:
    """The document of this teacher's class."""
    evidence = gather(store, teacher, cohort, kit, language)
    kept = kept_sentences(store, teacher, cohort.id)
    title = _("Evidence report: {name}").format(name=cohort.name)
    boxes = [(name, kept.get(box, proposed(box, evidence, kit))) for box, name in titles().items()]
    body = (
        f"<h1>{escape(title)}</h1>{_head(store, teacher, cohort)}"
        + "".join(_part(name, paragraphs(text.splitlines())) for name, text in boxes)
        + _log(evidence)
        + _comparisons(evidence.comparisons)
        + _charts(evidence.lessons)
        + _approved(evidence.lessons)
        + foot(PRODUCT, _("Sums of classes of five and more; no answer of one person is stored."))
    )
    return Sheet(kind="report", title=title, body=body, spoken=language, address=f"/print/report/{cohort.id}")


def _head(store: Store, teacher: Staff, cohort: Cohort) -> str:
    school = get_school(store, cohort.school_id)
    known = [school.name if school else "", cohort.programme, teacher.name]
    made_up = [_("Made-up class: nobody here is real.")] if cohort.is_demo else []
    return paragraphs([" · ".join(part for part in known if part), *made_up])


def _part(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _log(evidence: Evidence) -> str:
    """Lessons and notes by day."""
    lessons = [(of.held_on, of.title, how_many_sent(of.sent)) for of in evidence.lessons]
    noted = [(note.noted_on, note.text, "") for note in evidence.notes]
    rows = [(day(on), what, sent) for on, what, sent in sorted(noted + lessons, key=lambda row: row[0])]
    if not rows:
        return _part(_("What was done"), paragraphs([_("No lesson has been closed yet.")]))
    return _part(_("What was done"), _table("", [_("Date"), _("What"), _("Who sent answers")], rows))


def _comparisons(comparisons: Sequence[Comparison]) -> str:
    if not comparisons:
        return ""
    first, last = comparisons[0].first, comparisons[0].last
    heads = [_("Statement and answers counted"), day(first.held_on), day(last.held_on)]
    rows = [
        (
            f"{title_of(of.wording)} {any_of([of.wording.points[point] for point in of.upper])}",
            _read(of.first),
            _read(of.last),
        )
        for of in comparisons
    ]
    explained = _(
        "Each day it is the class of that day, not the same people one by one. In brackets: the numbers that such a "
        "figure goes with by chance alone (exact 95 % interval). Where the brackets overlap, say so."
    )
    return _part(_("The class check, the first and the last time"), paragraphs([explained]) + _table("", heads, rows))


def _counted(comparison: Comparison) -> str:
    """The statement and its answers that are counted."""
    wording = comparison.wording
    return f"{title_of(wording)} {any_of([wording.points[point] for point in comparison.upper])}"


def _read(reading: Reading) -> str:
    low, high = reading.likely
    return _("{count} of {n} ({low} to {high})").format(count=reading.count, n=reading.n, low=low, high=high)


def _charts(lessons: Iterable[Lesson]) -> str:
    """For each lesson what it said: the first item as bars, the others in a sentence each."""
    shown = [lesson for lesson in lessons if lesson.said]
    return _part(_("What the class said"), "".join(map(_lesson, shown))) if shown else ""


def _lesson(lesson: Lesson) -> str:
    (wording, totals), *others = lesson.said
    rows = table(totals, wording)[:-1]
    caption = f"{title_of(wording)} ({_n(totals)})"
    most = max((int(value) for _label, value in rows if value.isdigit()), default=1)
    drawn = [(label, value, _bar(int(value), most) if value.isdigit() else "") for label, value in rows]
    found = [f"{titled(words, finding(of, words))} ({_n(of)})" for words, of in others]
    return (
        f'<section class="lesson"><h3>{escape(lesson.title)}, {escape(day(lesson.held_on))}</h3>'
        f"{_bars(caption, drawn)}{paragraphs(found)}</section>"
    )


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


def _approved(lessons: Iterable[Lesson]) -> str:
    quotes = [text for lesson in lessons for text in lesson.approved]
    if not quotes:
        return ""
    said = "".join(f"<blockquote><p>{escape(text)}</p></blockquote>" for text in quotes)
    return _part(_("Words of students that the class may read"), said)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

"""The evidence report of one class, for paper: the boxes of the label, then what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from data.cohorts import Cohort
from data.report import kept_sentences
from data.school import get_school
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.printing import report_pieces as pieces
from pages.printing.sheet import Sheet, foot, paragraphs
from pages.ui.chrome import PRODUCT
from pages.ui.days import day
from pages.ui.evidence import Evidence, Lesson, gather
from pages.ui.evidence_boxes import basis_of, proposals
from pages.ui.how_many import how_many_sent
from pages.ui.i18n import gettext as _


def report(store: Store, teacher: Staff, cohort: Cohort, kit: Kit, language: str) -> Sheet:
    """The document of this teacher's class."""
    evidence = gather(store, teacher, cohort, kit, language)
    title = _("Evidence report: {name}").format(name=cohort.name)
    body = (
        f"<h1>{escape(title)}</h1>{_head(store, teacher, cohort)}"
        + pieces.boxes(proposals(basis_of(evidence), kit), kept_sentences(store, teacher, cohort.id))
        + _log(evidence)
        + pieces.comparisons(evidence.comparisons)
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


def _log(evidence: Evidence) -> str:
    """Lessons and notes by day."""
    lessons = [(of.held_on, of.title, how_many_sent(of.sent)) for of in evidence.lessons]
    noted = [(note.noted_on, note.text, "") for note in evidence.notes]
    rows = [(day(on), what, sent) for on, what, sent in sorted(noted + lessons, key=lambda row: row[0])]
    if not rows:
        return pieces.part(_("What was done"), paragraphs([_("No lesson has been closed yet.")]))
    return pieces.part(_("What was done"), pieces.table("", [_("Date"), _("What"), _("Who sent answers")], rows))


def _charts(lessons: Iterable[Lesson]) -> str:
    shown = [pieces.said(f"{of.title}, {day(of.held_on)}", of.said) for of in lessons if of.said]
    return pieces.part(_("What the class said"), "".join(shown)) if shown else ""


def _approved(lessons: Iterable[Lesson]) -> str:
    quotes = [text for lesson in lessons for text in lesson.approved]
    if not quotes:
        return ""
    said = "".join(f"<blockquote><p>{escape(text)}</p></blockquote>" for text in quotes)
    return pieces.part(_("Words of students that the class may read"), said)

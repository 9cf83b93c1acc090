"""The evidence report of a school year, for paper: the boxes of the label, then the sums that they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from data import pools
from data.report import kept_of_year
from data.school import get_school
from data.staff import Staff
from data.store import Store
from kit_content import Kit
from pages.printing import report_pieces as pieces
from pages.printing.sheet import Sheet, foot, paragraphs
from pages.ui.chrome import PRODUCT
from pages.ui.evidence_boxes import proposals
from pages.ui.evidence_year import Held, YearEvidence, basis_of_year, gather_year
from pages.ui.how_many import how_many_of_all
from pages.ui.i18n import gettext as _


def year_report(store: Store, coordinator: Staff, year: str, kit: Kit, language: str) -> Sheet:
    """The document of this coordinator's school. Raises NotAllowed for who is no coordinator."""
    evidence = gather_year(store, coordinator, year, kit, language)
    title = _("Evidence report: school year {year}").format(year=year)
    body = (
        f"<h1>{escape(title)}</h1>{_head(store, coordinator)}"
        + pieces.boxes(proposals(basis_of_year(evidence), kit), kept_of_year(store, coordinator, year))
        + _done(evidence, kit, language)
        + pieces.comparisons(evidence.comparisons)
        + _charts(evidence.held, language)
        + foot(PRODUCT, _("Sums over three classes and more; no class is in them alone, and no answer is stored."))
    )
    return Sheet(
        kind="report", title=title, body=body, spoken=language, address="/print/year-report", query={"year": year}
    )


def _head(store: Store, coordinator: Staff) -> str:
    school = get_school(store, coordinator.school_id)
    made_up = [_("Made-up class: nobody here is real.")] if coordinator.is_demo else []
    return paragraphs([" · ".join([*([school.name] if school else []), coordinator.name]), *made_up])


def _done(evidence: YearEvidence, kit: Kit, language: str) -> str:
    """Every activity that has a sum, then the classes that are shared by name."""
    summed = [
        (of.activity.wording(language).title, kit.module_title(of.activity.module, language), how_many_of_all(of.sent))
        for of in evidence.held
    ]
    heads = [_("Activity"), _("Module"), _("Who sent answers")]
    tables = [pieces.table("", heads, summed) if summed else paragraphs([_("No sum yet.")])]
    if evidence.shared:
        rows = [
            _shared_class(name, evidence, kit, language) for name in dict.fromkeys(of.name for of in evidence.shared)
        ]
        heads = [_("Class"), _("Activities"), _("Who sent answers")]
        tables.append(pieces.table(_("Classes whose teachers share their names"), heads, rows))
    return pieces.part(_("What was done"), "".join(tables))


def _shared_class(name: str, evidence: YearEvidence, kit: Kit, language: str) -> tuple[str, str, str]:
    lines = [line for line in evidence.shared if line.name == name]
    done = dict.fromkeys(line.activity for line in lines)
    titles = [kit.activities[slug].wording(language).title for slug in kit.activities if slug in done]
    return name, " · ".join(titles), how_many_of_all(pools.together(lines))


def _charts(held: Iterable[Held], language: str) -> str:
    shown = [pieces.said(of.activity.wording(language).title, of.said) for of in held if of.said]
    return pieces.part(_("What the classes said"), "".join(shown)) if shown else ""

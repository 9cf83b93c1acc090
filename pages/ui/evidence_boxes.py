"""The boxes of an application for the Quality Label, by the names of its criteria, and sentences proposed for each.

Five criteria, then the three sub-criteria that have a minimum, then what only the applicant can say, since the label is
personal. Every proposed sentence is true for any class that used Open Roads; people change them as they like.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.school import SMALLEST_FLOOR
from kit_content import Activity, Kit
from pages.ui.competences import covered
from pages.ui.days import lessons_between
from pages.ui.evidence import Comparison, Evidence
from pages.ui.findings import finding, titled
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language, ngettext

FINDINGS_IN_THE_BOX = 4


@dataclass(frozen=True)
class Basis:
    """What the proposed sentences speak of.

    `held` says how many lessons there were and when, "" for none; `results` what they showed; `own_part` what the
    applicant did.
    """

    activities: Sequence[Activity]
    held: str
    results: Sequence[str]
    own_part: str


Proposal = Callable[[Basis, Kit], list[str]]


def titles() -> dict[str, str]:
    """Box → its title, in the order of the label's criteria."""
    return {
        "collaboration": _("Collaboration between partner schools"),
        "technology": _("Use of technology"),
        "pedagogy": _("Pedagogical approaches"),
        "curriculum": _("Curricular integration"),
        "results": _("Results and documentation"),
        "online_collaboration": _("Strategies for online pupil collaboration"),
        "choice_of_ict": _("Choice and use of ICT"),
        "data_protection": _("GDPR, copyright and eSafety"),
        "contribution": _("My contribution"),
    }


def proposals(basis: Basis, kit: Kit) -> dict[str, str]:
    """Box → its sentences, a line each."""
    makers: dict[str, Proposal] = {
        "collaboration": _collaboration,
        "technology": _technology,
        "pedagogy": _pedagogy,
        "curriculum": _curriculum,
        "results": _results,
        "online_collaboration": _online_collaboration,
        "choice_of_ict": _choice_of_ict,
        "data_protection": _data_protection,
        "contribution": _contribution,
    }
    return {box: "\n".join(make(basis, kit)) for box, make in makers.items()}


def _collaboration(basis: Basis, kit: Kit) -> list[str]:
    found = [activity.wording(language()) for activity in basis.activities]
    tasks = [f"{words.title}: {words.partner}" for words in found if words.partner]
    if not tasks:
        return [_("Say here what you and your partner school planned and did together.")]
    return [_("These tasks join the two classes. Leave in what you did with your partner school:"), *tasks]


def _technology(basis: Basis, kit: Kit) -> list[str]:
    return [
        _("Lessons were held with Open Roads: activities on the wall, anonymous reflections on phones or laptops."),
        _("Each class saw its own chart at once and talked about it. No student needed an account."),
    ]


def _pedagogy(basis: Basis, kit: Kit) -> list[str]:
    if not basis.held:
        return [_("Say here how you taught.")]
    return [
        basis.held,
        _("Each lesson joins a task in pairs or groups, a reflection of one's own, and a talk about the chart."),
        *_modules(basis, kit),
    ]


def _modules(basis: Basis, kit: Kit) -> list[str]:
    done = {activity.module for activity in basis.activities}
    names = [kit.module_title(module, language()) for module in kit.modules if module in done]
    return [_("Modules: {modules}.").format(modules=", ".join(names))] if names else []


def _curriculum(basis: Basis, kit: Kit) -> list[str]:
    found = covered(kit, [activity.slug for activity in basis.activities])
    names = [kit.lifecomp_name(code, language()) for code, slugs in found.items() if slugs]
    if not names:
        return [_("Say here where the project stands in your curriculum.")]
    sentence = _("The activities were about these competences of LifeComp (EU, 2020): {names}.")
    return [
        sentence.format(names=", ".join(names)),
        _("They belong to career guidance and to the vocational subject."),
    ]


def _results(basis: Basis, kit: Kit) -> list[str]:
    return [*basis.results] or [_("Say here what came of the project.")]


def _online_collaboration(basis: Basis, kit: Kit) -> list[str]:
    return [
        _("Between the classes travel charts and texts that the teacher has approved, never answers of one person."),
        _("Students read the other class's chart, compare it with their own, and ask questions about it."),
    ]


def _choice_of_ict(basis: Basis, kit: Kit) -> list[str]:
    return [
        _("Open Roads runs on one computer of the school, without the internet, on any phone or laptop."),
        _("A class without devices uses answer cards on paper, and sees the same chart."),
    ]


def _data_protection(basis: Basis, kit: Kit) -> list[str]:
    return [
        _("No names, no accounts, no cookies for students. Nothing leaves the school's computer."),
        _("Answers are added up when the lesson closes and then erased; fewer than {count} are not added up.").format(
            count=SMALLEST_FLOOR
        ),
        _("Licences: the program MIT, the kit's texts CC BY 4.0. Texts of students are shown with their consent."),
    ]


def _contribution(basis: Basis, kit: Kit) -> list[str]:
    return [
        basis.own_part,
        _("Say here what you planned, led and changed yourself; the label is personal."),
    ]


def basis_of(evidence: Evidence) -> Basis:
    """What the sentences of one class's report speak of."""
    count = len(evidence.lessons)
    taught = ngettext("I prepared and taught {count} lesson.", "I prepared and taught {count} lessons.", count)
    return Basis(
        evidence.activities,
        lessons_between([of.held_on for of in evidence.lessons]),
        _results_of(evidence),
        taught.format(count=count),
    )


def _results_of(evidence: Evidence) -> list[str]:
    said = [titled(words, finding(of, words)) for lesson in evidence.lessons for words, of in lesson.said[:1]]
    return changes(evidence.comparisons) or said[:FINDINGS_IN_THE_BOX]


def changes(comparisons: Sequence[Comparison]) -> list[str]:
    """The class check at two times, a sentence for each statement; nothing where it was asked once."""
    if not comparisons:
        return []
    return [
        _("From the class check, the class as a whole, not the same people one by one:"),
        *(titled(of.wording, of.sentence) for of in comparisons),
    ]

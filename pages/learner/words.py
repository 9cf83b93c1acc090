"""The words around a learner's answers, as HTML: what is promised, what is not, and who can help."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from data.school import Contact, School
from kit_content import Helpline, helplines
from pages.ui import days, i18n
from pages.ui.i18n import gettext as _
from pages.ui.kit import school_folder


def paragraph(text: str, name: str = "roads-text") -> str:
    return f'<p class="{name}">{escape(text)}</p>'


def heading(text: str) -> str:
    return f'<h1 class="roads-title">{escape(text)}</h1>'


def points(sentences: Iterable[str]) -> str:
    return '<ul class="roads-list">' + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"


def before_answering(school: School | None, floor: int, places: int = 0) -> str:
    """What a learner should know before the first answer, with privacy to unfold in place; who can help comes after.

    `places` is how many may send in the lesson, so that nobody can add made-up answers unseen; 0: not in a lesson yet.
    """
    room = _("{count} people can send in this lesson.").format(count=places) if places else ""
    return (
        f'<div class="roads-words"><h2>{escape(_("Before you answer"))}</h2>{points(promises(floor))}'
        f"{paragraph(f'{room} {who_runs_this(school)}'.strip())}</div>"
        f"{unfold(_('What happens to my answers?'), points(afterwards(floor)))}"
    )


def promises(floor: int) -> list[str]:
    return [
        _("We don't ask your name."),
        _("Your teacher sees only totals, from {count} people up. No page shows your answer.").format(count=floor),
        _("Whoever runs this computer could break in while the lesson is open."),
        _("Look round: who can see your screen?"),
        _("You need not take part: “Rather not say to everything” sends like any other."),
    ]


def who_runs_this(school: School | None) -> str:
    runs = (
        _("{school} runs this computer.").format(school=school.name) if school else _("Your school runs this computer.")
    )
    return f"{runs} {connection()}"


def who_is_responsible(school: School | None) -> str:
    if school is None:
        return _("The school that runs this computer.")
    return _("{school} runs this computer and answers for what is stored on it.").format(school=school.name)


def connection() -> str:
    if (st.context.url or "").startswith("https:"):
        return _("The connection to it is encrypted.")
    return _("The connection to it is not encrypted: somebody on the same Wi-Fi could listen.")


def afterwards(floor: int) -> list[str]:
    return [
        _("Until your teacher closes the lesson you can answer again, or delete your answers."),
        _("At the end your answers are added to those of the class, and then erased."),
        _("If fewer than {count} of you send, nothing is added up: all is erased.").format(count=floor),
        _("A text that you do not tick is not stored anywhere."),
        _("This page sets no cookie and keeps no address of your device."),
    ]


def article(*blocks: str) -> str:
    return f'<div class="roads-article">{"".join(blocks)}</div>'


def section(title: str, sentences: Iterable[str]) -> str:
    return block(title, points(sentences))


def block(title: str, html: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{html}</section>"


def unfold(title: str, html: str) -> str:
    return f'<details class="roads-more"><summary>{escape(title)}</summary>{html}</details>'


def who_can_help(school: School | None) -> str:
    """The contact and the numbers, to unfold in place, so that nobody loses the page they are on."""
    return unfold(_("Who can help me?"), contact(school) + lines(school))


def strip(school: School | None) -> str:
    """What stands above every text box: nobody may ever read it, and who would listen.

    On words that worry the browser shows the second of the two lines in the place of the first.
    """
    turn = f'<div class="roads-turn">{contact(school)}{paragraph(heavy(school), "roads-heavy")}</div>'
    return (
        f'<div class="roads-strip">{paragraph(_("Nobody may ever read this."), "roads-strong")}{turn}'
        f"{lines(school)}</div>"
    )


def heavy(school: School | None) -> str:
    """For somebody who writes of something heavy, or of a friend: no guess what it is, and no promise."""
    known = numbers(school.country) if school else ()
    listening = next((line.number for line in known if line.verified and not line.is_emergency), None)
    sentences = [_("Are things hard for you, or for a friend?"), _whom_to_talk_to(school)]
    if listening:
        whole = listening.replace(" ", "\N{NO-BREAK SPACE}")
        sentences.append(_("Or call {number}.").format(number=whole))
    return " ".join(sentences)


def _whom_to_talk_to(school: School | None) -> str:
    if school is None or school.contact is None:
        return _("You can talk to a grown-up you trust.")
    return _("You can talk to {person}.").format(person=_name_and_place(school.contact))


def _name_and_place(person: Contact) -> str:
    return ", ".join(part for part in (person.name, person.room, person.hours) if part)


def contact(school: School | None) -> str:
    if school is None or school.contact is None:
        return paragraph(_("If you need help, tell a grown-up you trust."))
    return paragraph(_("If you need help, tell {person}.").format(person=_name_and_place(school.contact)))


def contact_card(school: School | None) -> str:
    """The school's contact with the day on which this person agreed to be named; honest where nobody is named yet."""
    if school is None or school.contact is None:
        return paragraph(_("Your school has not named a person here yet. Tell a grown-up you trust."))
    person = school.contact
    where = ", ".join(part for part in (person.room, person.hours) if part)
    agreed = _("Agreed to be named here on {date}.").format(date=days.day(date.fromisoformat(person.agreed_on)))
    return paragraph(person.name, "roads-strong") + paragraph(where) + paragraph(agreed, "roads-quiet")


def numbers_with_sources(school: School | None) -> str:
    known = numbers(school.country) if school else ()
    if not known:
        return paragraph(_("We know no help line for your country. Ask at your school."))
    return '<ul class="roads-lines">' + "".join(map(_line_with_source, known)) + "</ul>"


def _line_with_source(line: Helpline) -> str:
    found = _("Checked on {date}.") if line.verified else _("Not confirmed by the operator; found on {date}.")
    link = f'<a href="{escape(line.source)}" rel="noreferrer">{escape(_("Source"))}</a>'
    words = ", ".join(part for part in (line.name, line.hours) if part)
    when = escape(found.format(date=days.day(date.fromisoformat(line.checked_on))))
    return f"<li>{number(line)} <span>{escape(words)}<br><small>{when} {link}</small></span></li>"


def lines(school: School | None) -> str:
    """The country's numbers that have been checked, to be called from the page; "" where none is known."""
    known = [line for line in numbers(school.country) if line.verified] if school else []
    return '<ul class="roads-lines">' + "".join(map(_line, known)) + "</ul>" if known else ""


def _line(line: Helpline) -> str:
    return f"<li>{number(line)} <span>{escape(', '.join(part for part in (line.name, line.hours) if part))}</span></li>"


def number(line: Helpline) -> str:
    digits = "".join(sign for sign in line.number if sign.isdigit() or sign == "+")
    return f'<a href="tel:{digits}">{escape(line.number)}</a>'


def numbers(country: str) -> tuple[Helpline, ...]:
    return _numbers(country, i18n.language(), school_folder())


@cache
def _numbers(country: str, language: str, own: Path | None) -> tuple[Helpline, ...]:
    return helplines(country, language, own)

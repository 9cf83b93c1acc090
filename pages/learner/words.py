"""The words around a learner's answers, as HTML: what is promised, what is not, and who can help."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape

import streamlit as st

from data.school import School
from kit_content import Helpline, helplines
from pages.ui import i18n
from pages.ui.i18n import gettext as _


def paragraph(text: str, name: str = "") -> str:
    return f'<p class="{name}">{escape(text)}</p>' if name else f"<p>{escape(text)}</p>"


def heading(text: str) -> str:
    return f'<h1 class="roads-title">{escape(text)}</h1>'


def points(sentences: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"


def before_answering(school: School | None, floor: int) -> str:
    """What a learner should know before the first answer, with contacts and privacy to unfold in place."""
    return (
        f'<div class="roads-words"><h2>{escape(_("Before you answer"))}</h2>{points(promises(floor))}'
        f"{paragraph(who_runs_this(school))}</div>"
        f"{unfold(_('Who can help me?'), contact(school) + lines(school))}"
        f"{unfold(_('What happens to my answers?'), points(afterwards()))}"
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


def connection() -> str:
    if (st.context.url or "").startswith("https:"):
        return _("The connection to it is encrypted.")
    return _("The connection to it is not encrypted: somebody on the same Wi-Fi could listen.")


def afterwards() -> list[str]:
    return [
        _("Until your teacher closes the lesson you can answer again, or delete your answers."),
        _("At the end your answers are added to those of the class, and then erased."),
        _("If fewer than five of you send, nothing is added up: all answers are erased."),
        _("A text that you do not tick is not stored anywhere."),
        _("This page sets no cookie and keeps no address of your device."),
    ]


def unfold(title: str, html: str) -> str:
    return f'<details class="roads-more"><summary>{escape(title)}</summary>{html}</details>'


def strip(school: School | None) -> str:
    """What stands above every text box: nobody may ever read it, and who would listen."""
    return (
        f'<div class="roads-strip">{paragraph(_("Nobody may ever read this."), "roads-strong")}'
        f"{contact(school)}{lines(school)}</div>"
    )


def contact(school: School | None) -> str:
    if school is None or school.contact is None:
        return paragraph(_("If you need help, tell a grown-up you trust."))
    person = school.contact
    whom = ", ".join(part for part in (person.name, person.room, person.hours) if part)
    return paragraph(_("If you need help, tell {person}.").format(person=whom))


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
    return _numbers(country, i18n.language())


@cache
def _numbers(country: str, language: str) -> tuple[Helpline, ...]:
    return helplines(country, language)

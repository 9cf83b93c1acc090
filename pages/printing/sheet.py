"""What every sheet has around it: a complete page, a bar that only the screen shows, and the line at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from kit_content import Activity
from pages.files import asset_url
from pages.ui import i18n
from pages.ui.chrome import PRODUCT
from pages.ui.i18n import gettext as _

_LICENCES = {"CC-BY-4.0": "CC BY 4.0"}


@dataclass(frozen=True)
class Sheet:
    """One thing to print. `kind` names its look, `body` is HTML, `spoken` the language that the body is in.

    `address` and `query` lead to it, so that the bar can offer the other languages; `hints` are said on the screen
    only, and `tools` is HTML for the bar.
    """

    kind: str
    title: str
    body: str
    spoken: str
    address: str
    query: Mapping[str, str] = field(default_factory=dict)
    hints: tuple[str, ...] = ()
    tools: str = ""


def page(sheet: Sheet) -> str:
    """The whole HTML page, in the language in use."""
    language = i18n.language()
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{i18n.direction(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(sheet.title)} · {PRODUCT}</title>"
        f'<link rel="icon" href="/favicon.png"><link rel="stylesheet" href="{asset_url("print.css")}">'
        f'<script type="module" src="{asset_url("print.js")}"></script></head><body>'
        f"{_bar(sheet)}"
        # A sheet wider than a phone scrolls, and so the keyboard has to reach it.
        f'<main class="{sheet.kind}" lang="{sheet.spoken}" dir="{i18n.direction(sheet.spoken)}" tabindex="0">'
        f"{sheet.body}</main>"
        "</body></html>"
    )


def foot(*parts: str) -> str:
    """The line at the foot of a sheet: what it belongs to, and its licence."""
    return f'<footer class="foot">{escape(" · ".join(part for part in parts if part))}</footer>'


def kit_and_licence(activity: Activity) -> str:
    kit = _("{product} kit").format(product=PRODUCT)
    return f"{kit} · {_LICENCES.get(activity.licence, activity.licence)}"


def stand_in_hint(spoken: str) -> tuple[str, ...]:
    """What to say when the sheet is not written in the language that was asked for."""
    if spoken == i18n.language():
        return ()
    return (_("Not yet written in your language, so another one stands in."),)


def link(address: str, query: Mapping[str, str]) -> str:
    filled = {name: value for name, value in query.items() if value}
    return f"{address}?{urlencode(filled)}" if filled else address


def paragraphs(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _bar(sheet: Sheet) -> str:
    how = _("To print: press Ctrl and P, or ⌘ and P on a Mac. Paper: A4.")
    languages = " ".join(_language_link(sheet, language, name) for language, name in i18n.LANGUAGES.items())
    return (
        f'<header class="bar"><p class="name"><a href="/library?{urlencode({"lang": i18n.language()})}">{PRODUCT}</a>'
        f'</p><div class="how"><p>{escape(how)}</p>{paragraphs(sheet.hints)}{sheet.tools}</div>'
        f'<button type="button" id="print" hidden>{escape(_("Print"))}</button>'
        f'<nav aria-label="{escape(_("Language"))}">{languages}</nav></header>'
    )


def _language_link(sheet: Sheet, language: str, name: str) -> str:
    address = link(sheet.address, {**sheet.query, "lang": language})
    here = ' aria-current="page"' if language == i18n.language() else ""
    return f'<a href="{escape(address)}" lang="{language}" hreflang="{language}"{here}>{escape(name)}</a>'

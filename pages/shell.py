"""The HTML that every page starts from: Streamlit's own, in the reader's language, with our name, mark and styles."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.responses import HTMLResponse, Response

from pages import sitemap
from pages.files import MemoryFile, asset_url, pack
from pages.ui import i18n
from pages.ui.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
# The stylesheet that the first element of a script's page asks for, by the script's folder.
_STYLES = {"learner": "learner.css", "staff": "staff.css", "teacher": "staff.css", "coordinator": "staff.css"}
_PAGES = {f"/{place.path}": _STYLES[place.script.partition("/")[0]] for place in sitemap.PLACES}
_PAGES["/wall"] = ""  # its script brings its own


def is_page(path: str) -> bool:
    return path in _PAGES


def language_of(query: Mapping[str, str], headers: Mapping[str, str]) -> str:
    """`?lang=`, else the first of the browser's languages that we have, else English."""
    if query.get("lang") in i18n.LANGUAGES:
        return query["lang"]
    wishes = []
    for entry in headers.get("accept-language", "").split(","):
        tag, _semicolon, quality = entry.strip().partition(";q=")
        wishes.append((-_number(quality), tag.partition("-")[0].lower()))
    spoken = [tag for wish, tag in sorted(wishes, key=lambda pair: pair[0]) if wish < 0 and tag in i18n.LANGUAGES]
    return spoken[0] if spoken else i18n.DEFAULT_LANGUAGE


def _number(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0


@cache
def page(path: str, language: str, *, keep_agent_link: bool = False) -> MemoryFile:
    """The HTML of the page at this address for a reader of this language, ready to send."""
    i18n.use(language)
    html = _INDEX.read_text(encoding="utf-8")
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = html.replace('<html lang="en">', f'<html lang="{language}" dir="{i18n.direction(language)}">')
    html = html.replace("<title>Streamlit</title>", "<title>Open Roads</title>")
    # A flag for crawlers; without it no script stands in the page itself, and the policy can forbid that.
    html = re.sub(r"<script>\s*window\.prerenderReady = false\s*</script>\s*", "", html)
    # The page's own styles are fetched beside Streamlit's scripts, or the page would be seen without them at first.
    links = f'  <link rel="stylesheet" href="{asset_url("base.css")}" />\n'
    if own := _PAGES[path]:
        links += f'  <link rel="preload" as="style" href="{asset_url(own)}" />\n'
    html = html.replace("</head>", f"{links}  </head>")
    if not keep_agent_link:
        html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
        html = re.sub(r"<noscript>.*?</noscript>", _no_script(), html, flags=re.DOTALL)
    return pack(html.encode(), "index.html")


def _no_script() -> str:
    sentence = _("Open Roads needs JavaScript. Please switch it on in this browser, or use another one.")
    return f"<noscript><p>{escape(sentence)}</p></noscript>"


def no_such_page(language: str) -> Response:
    i18n.use(language)
    start = f'<p><a href="/">{escape(_("Go to the start"))}</a></p>'
    return plain_page(_("There is no page at this address."), start, style="base.css", status=404)


def plain_page(
    heading: str, body: str, *, style: str, script: str = "", head: str = "", status: int = 200
) -> HTMLResponse:
    """A page that stands without Streamlit, in the language in use: a heading, and HTML in our own words."""
    language = i18n.language()
    code = f'<script type="module" src="{asset_url(script)}"></script>' if script else ""
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="{language}" dir="{i18n.direction(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}'
        f"<title>{escape(heading)} · Open Roads</title>"
        f'<link rel="icon" href="/favicon.png"><link rel="stylesheet" href="{asset_url(style)}">{code}</head>'
        f'<body class="plain"><main><h1>{escape(heading)}</h1>{body}</main></body></html>',
        status_code=status,
    )


def scripts_and_styles() -> list[str]:
    """Paths of the static files that the HTML asks for at once."""
    return re.findall(r'(?:href|src)="\.(/static/[^"]+)"', _INDEX.read_text(encoding="utf-8"))

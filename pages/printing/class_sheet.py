"""The sheet for the classroom's wall: how to join with this class code.

It asks no database: what it says is the same for every code, so it tells nobody whether a class has that code.
"""

from __future__ import annotations

from html import escape

from pages.printing.sheet import Sheet, foot
from pages.ui import i18n
from pages.ui.chrome import PRODUCT
from pages.ui.i18n import gettext as _
from pages.ui.joining import join_url, qr, short_address, spaced


def class_sheet(code: str, *, page: str, address: str) -> Sheet:
    """`page` is the address that this sheet was asked for at, `address` the school's fixed one, or ""."""
    way_in = join_url(code, page=page, own=(), given=address) if address else ""
    body = (
        f"<h1>{escape(_('Join the lesson'))}</h1>{_square(way_in) if way_in else ''}"
        f'<p class="label">{escape(_("Class code"))}</p><p class="code">{spaced(code)}</p>'
        f"<ol>{''.join(f'<li>{escape(sentence)}</li>' for sentence in _sentences(bool(way_in)))}</ol>"
        f'<p class="own">{escape(_("Class:"))} <span></span></p>{foot(PRODUCT)}'
    )
    hints = () if way_in else (_no_square(),)
    return Sheet(
        kind="class",
        title=_("Join with the code {code}").format(code=spaced(code)),
        body=body,
        spoken=i18n.language(),
        address=f"/print/class/{code}",
        hints=hints,
    )


def _no_square() -> str:
    return _("Once this server has a fixed address (OPEN_ROADS_ADDRESS), a square to scan stands here.")


def _sentences(has_square: bool) -> list[str]:
    return [
        _("Scan the square, or open the address in a browser.")
        if has_square
        else _("Open a browser and type the address that the wall shows."),
        _("Check the class code and press “Join” when the lesson is on."),
        _("You need no name and no account."),
    ]


def _square(way_in: str) -> str:
    address = short_address(way_in)
    square = qr(way_in)
    label = escape(_("Square code that opens {address}").format(address=address))
    return (
        f'<svg class="square" role="img" aria-label="{label}" viewBox="0 0 {square["size"]} {square["size"]}" '
        f'shape-rendering="crispEdges"><path d="{square["path"]}"/></svg>'
        f'<p class="address">{escape(address)}</p>'
    )

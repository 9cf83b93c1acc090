"""`/in/TOKEN`: the plain page that a phone opens while the teacher checks the network.

It needs no script and sets no cookie. A small script tries the connection that a lesson needs besides.
"""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from pages import shell
from pages.ui import address, i18n, network_check
from pages.ui.i18n import gettext as _
from pages.ui.joining import is_local

PREFIX = "/in/"


def arrive(request: Request) -> Response:
    """Count a device that got in. This computer's own browser is told that it proves nothing."""
    language = shell.language_of(request.query_params, request.headers)
    i18n.use(language)
    token, host = request.path_params["token"], request.headers.get("host", "").partition(":")[0]
    if network_check.find(token) is None:
        return _page(_("This check is over."), _("Scan the new square on the teacher's screen."), status=404)
    if _is_local(host) and address.is_this_computer(_client(request)):
        itself = _("You are on the computer that runs Open Roads. Use a phone.")
        return _page(_("This shows nothing yet."), itself)
    if request.method == "GET":
        network_check.arrived(token, host)
    return _page(_("You are in."), _("Tell your teacher."), may_lack_socket=True)


def _is_local(host: str) -> bool:
    """A name is not: the school's proxy, which answers to one, may run on this very computer."""
    return is_local(host) or address.is_this_computer(host)


def _client(request: Request) -> str:
    """Who asks; behind the school's own proxy that is the first whom it names."""
    first = request.headers.get("x-forwarded-for", "").partition(",")[0].strip()
    return first or (request.client.host if request.client else "")


def _page(heading: str, sentence: str, *, may_lack_socket: bool = False, status: int = 200) -> Response:
    shut = _("But this device cannot keep the connection that a lesson needs. Tell your teacher: “WebSocket”.")
    note = f'<p id="socket" role="status" hidden>{escape(shut)}</p>' if may_lack_socket else ""
    script = "arrival.js" if may_lack_socket else ""
    return shell.plain_page(
        heading, f"<p>{escape(sentence)}</p>{note}", style="arrival.css", script=script, status=status
    )

"""`/pair/INVITATION`: how a teacher's phone comes to hold one lesson.

A camera opens the page, and may look at it beforehand: that uses nothing up and sets no cookie. Its one button does.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from data import phones
from data.store import the_store
from pages import shell
from pages.ui import i18n
from pages.ui.i18n import gettext as _

PREFIX = "/pair/"
COOKIE_NAME = "open_roads_phone"


def show(request: Request) -> Response:
    language = _use_language(request)
    held = phones.holder_of(the_store(), request.cookies.get(COOKIE_NAME, ""))
    if phones.is_good(the_store(), request.path_params["invitation"]):
        return _page(
            _("Hold the lesson with this phone?"),
            _("Then it shows the script and moves the wall until the lesson ends. This is for the teacher."),
            button=_("Pair this phone"),
        )
    # Whoever goes back to this page with a phone that is in need not scan again.
    return _to_console(held.only_run, language) if held and held.only_run else _no_longer_good()


def accept(request: Request) -> Response:
    from pages.routes import is_same_origin  # it imports this module

    if not is_same_origin(request.headers):
        return Response(status_code=403)
    language = _use_language(request)
    paired = phones.pair(the_store(), request.path_params["invitation"])
    if paired is None:
        return _no_longer_good()
    value, run_id = paired
    response = _to_console(run_id, language)
    response.set_cookie(
        COOKIE_NAME,
        value,
        max_age=phones.PHONE_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


def _use_language(request: Request) -> str:
    language = shell.language_of(request.query_params, request.headers)
    i18n.use(language)
    return language


def _to_console(run_id: str, language: str) -> Response:
    return RedirectResponse(f"/console?{urlencode({'run': run_id, 'lang': language})}", 303)


def _no_longer_good() -> Response:
    return _page(
        _("This code is no longer good."),
        _("A code works once and for two minutes. On the laptop, press “Pair my phone” and scan the new code."),
        _("Does the laptop say that a phone is paired, and it is not yours? Press “Unpair the phone” there first."),
        status=404,
    )


def _page(heading: str, *sentences: str, button: str = "", status: int = 200) -> Response:
    form = f'<form method="post"><button>{escape(button)}</button></form>' if button else ""
    return shell.plain_page(
        heading,
        "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences) + form,
        style="pair.css",
        script="pair.js",
        # Our header makes a browser keep even its origin to itself, and the button has to show that.
        head='<meta name="referrer" content="strict-origin">',
        status=status,
    )


# Plain functions, so that Starlette answers each in a thread of its own, language and all.
ROUTES: list[BaseRoute] = [
    Route("/pair/{invitation}", show),
    Route("/pair/{invitation}", accept, methods=["POST"]),
]

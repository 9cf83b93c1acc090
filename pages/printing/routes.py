"""The addresses of the sheets. Anybody may print them, and nothing in them is about a class or more than the school's
name; but for the evidence reports, which ask who is there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from data import pools
from data.cohorts import CODE_LENGTH, CODE_LETTERS, fold_code, get_cohort
from data.school import get_school
from data.staff import staff_for_cookie
from data.store import the_store
from kit_content import Activity
from pages import cookies, shell
from pages.files import pack
from pages.printing import class_sheet, network, papers, report, year_report
from pages.printing.cards import cards
from pages.printing.sheet import Sheet, page
from pages.ui import address, i18n, joining
from pages.ui.kit import the_kit

# These pages bring their own styles and the script of one button, and nothing else.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SHEET = re.compile(
    r"/print/(?:(?:handout|notes|exhibits|cards|class|report)/[^/]+|network-recipe|letter-to-it|year-report)"
)
_CODE = re.compile(rf"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")

Paper = Callable[[Activity, str, str | None], Sheet | None]


def is_sheet(path: str) -> bool:
    """Whether the address is one of ours, so that its HTML is ours too."""
    return _SHEET.fullmatch(path) is not None


def _paper(draw: Paper) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return _answer(request, lambda activity, language: draw(activity, language, request.query_params.get("trade")))

    return endpoint


def _cards(request: Request) -> Response:
    count = request.query_params.get("count", "")
    number = int(count) if re.fullmatch("[0-9]{1,4}", count) else None
    return _answer(request, lambda activity, language: cards(activity, language, number))


def _answer(request: Request, draw: Callable[[Activity, str], Sheet | None]) -> Response:
    activity = the_kit().activities.get(request.path_params["slug"])
    language = _use_language(request)
    sheet = draw(activity, language) if activity else None
    return _send(request, sheet) if sheet else shell.no_such_page(language)


def _class_sheet(request: Request) -> Response:
    language = _use_language(request)
    code = fold_code(request.path_params["code"])
    if not _CODE.fullmatch(code):
        return shell.no_such_page(language)
    given = os.environ.get("OPEN_ROADS_ADDRESS", "")
    return _send(request, class_sheet.class_sheet(code, page=str(request.url), address=given))


def _recipe(request: Request) -> Response:
    _use_language(request)
    return _send(request, network.recipe())


def _letter(request: Request) -> Response:
    _use_language(request)
    school = get_school(the_store())
    given = os.environ.get("OPEN_ROADS_ADDRESS", "")
    origin = joining.origin(page=str(request.url), own=address.own_addresses(), given=given)
    return _send(request, network.letter(origin=origin, school=school.name if school and not school.is_demo else ""))


def _report(request: Request) -> Response:
    """For the class's own teacher alone; to everybody else there is no such page."""
    language = _use_language(request)
    store = the_store()
    teacher = staff_for_cookie(store, request.cookies.get(cookies.STAFF, ""))
    cohort = get_cohort(store, teacher, request.path_params["cohort"]) if teacher else None
    if teacher is None or cohort is None:
        return shell.no_such_page(language)
    return _send(request, report.report(store, teacher, cohort, the_kit(), language))


def _year_report(request: Request) -> Response:
    """For a coordinator alone; to everybody else, and for a year without sums, there is no such page."""
    language = _use_language(request)
    store, year = the_store(), request.query_params.get("year", "")
    coordinator = staff_for_cookie(store, request.cookies.get(cookies.STAFF, ""))
    if coordinator is None or "coordinator" not in coordinator.roles or year not in pools.years(store, coordinator):
        return shell.no_such_page(language)
    return _send(request, year_report.year_report(store, coordinator, year, the_kit(), language))


def _use_language(request: Request) -> str:
    language = shell.language_of(request.query_params, request.headers)
    i18n.use(language)
    return language


def _send(request: Request, sheet: Sheet) -> Response:
    return pack(page(sheet).encode(), "sheet.html").response(request.headers, "no-store")


# Plain functions, so that Starlette draws each sheet in a thread of its own, language and all.
ROUTES: list[BaseRoute] = [
    Route("/print/handout/{slug}", _paper(papers.handout)),
    Route("/print/notes/{slug}", _paper(papers.notes)),
    Route("/print/exhibits/{slug}", _paper(papers.exhibits)),
    Route("/print/cards/{slug}", _cards),
    Route("/print/class/{code}", _class_sheet),
    Route("/print/report/{cohort}", _report),
    Route("/print/year-report", _year_report),
    Route("/print/network-recipe", _recipe),
    Route("/print/letter-to-it", _letter),
]

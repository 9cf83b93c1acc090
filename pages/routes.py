"""Plain HTTP beside the pages: health, short links, the staff cookie, files, sheets to print, events."""

from __future__ import annotations

import asyncio
import tempfile
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from data import school, staff
from data.store import Store, the_store
from pages import arrivals, cookies, phones
from pages.files import ASSETS, KIT_STATIC, MemoryFolder
from pages.printing.routes import ROUTES as PRINTING
from pages.ui import worrying

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.websockets import WebSocket

    from pages.events import Watcher

VERSION = "0.1.0"
COOKIE_SECONDS = 8 * 60 * 60

_CLOSE_FOREIGN = 1008
_LONGEST_TICKET = 200
_LONGEST_CODE = 40

_assets = MemoryFolder(ASSETS)
_kit_static = MemoryFolder(KIT_STATIC)
_kit_static.add(worrying.NAME, worrying.body())


def is_same_origin(headers: Headers) -> bool:
    """Whether the browser says that the request comes from a page of this very host."""
    origin = headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


async def health(request: Request) -> Response:
    """200 when the database answers and the data folder can be written to, else 503 with the reason."""
    return await asyncio.to_thread(_health, the_store())


def _health(store: Store) -> Response:
    try:
        is_set_up = school.get_school(store) is not None
    except Exception:
        return _unwell("the database does not answer")
    try:
        with tempfile.TemporaryFile(dir=store.folder) as file:
            file.write(b"ok")
    except OSError:
        return _unwell("the data folder cannot be written to")
    return JSONResponse({"status": "ok", "version": VERSION, "set_up": is_set_up})


def _unwell(reason: str) -> Response:
    return JSONResponse({"status": "error", "reason": reason, "version": VERSION}, 503)


async def short_link(request: Request) -> Response:
    """`/j/K7QM4T` from a QR code or typed by hand."""
    query = {"code": request.path_params["code"][:_LONGEST_CODE], **_language_of(request)}
    return RedirectResponse(f"/?{urlencode(query)}", 307)


def _language_of(request: Request) -> dict[str, str]:
    return {"lang": request.query_params["lang"]} if "lang" in request.query_params else {}


async def give_cookie(request: Request) -> Response:
    """Turn a one-time ticket, the request's body, into the staff cookie."""
    if not is_same_origin(request.headers):
        return Response(status_code=403)
    ticket = await _small_body(request)
    value = await asyncio.to_thread(staff.cookie_for_ticket, the_store(), ticket) if ticket else None
    if value is None:
        return Response(status_code=403)
    response = Response(status_code=204)
    response.set_cookie(
        cookies.STAFF, value, max_age=COOKIE_SECONDS, httponly=True, samesite="strict", secure=_is_encrypted(request)
    )
    return response


async def sign_out(request: Request) -> Response:
    """End the browser's cookie, here and on the server."""
    if not is_same_origin(request.headers):
        return Response(status_code=403)
    value = request.cookies.get(cookies.STAFF)
    if value:
        await asyncio.to_thread(staff.sign_out, the_store(), value)
    response = Response(status_code=204)
    response.delete_cookie(cookies.STAFF, httponly=True, samesite="strict", secure=_is_encrypted(request))
    return response


async def _small_body(request: Request) -> str:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LONGEST_TICKET:
            return ""
    return body.decode("ascii", "replace").strip()


def _is_encrypted(request: Request) -> bool:
    return request.url.scheme == "https"


async def asset(request: Request) -> Response:
    return await _assets.respond(request.path_params["name"], request.scope)


async def kit_static(request: Request) -> Response:
    return await _kit_static.respond(request.path_params["name"], request.scope)


async def favicon(request: Request) -> Response:
    return await _kit_static.respond("favicon.png", request.scope)


def routes(watcher: Watcher) -> list[BaseRoute]:
    """Every route of ours; `/events` answers from this watcher."""

    async def events(websocket: WebSocket) -> None:
        """Revision numbers of one class's lesson, `?code=`."""
        if not is_same_origin(websocket.headers):
            await websocket.close(_CLOSE_FOREIGN)
            return
        await websocket.accept()
        await watcher.listen(websocket)

    return [
        Route("/healthz", health),
        Route("/j/{code}", short_link),
        Route(f"{arrivals.PREFIX}{{token}}", arrivals.arrive),
        Route("/staff/cookie", give_cookie, methods=["POST"]),
        Route("/staff/sign-out", sign_out, methods=["POST"]),
        Route("/assets/{name:path}", asset),
        Route("/kit/static/{name:path}", kit_static),
        Route("/favicon.png", favicon),
        *PRINTING,
        *phones.ROUTES,
        WebSocketRoute("/events", events),
    ]

"""What happens to every request before and after Streamlit: headers, closed doors, the first HTML and static files."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import Response
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from pages import arrivals, phones, shell
from pages.files import STREAMLIT_STATIC, MemoryFolder
from pages.printing import routes as printing
from pages.routes import is_same_origin

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STATIC = "/static/"
_static = MemoryFolder(STREAMLIT_STATIC, names_are_hashed=True)
# Paths whose own rules for caching stand.
_CACHED = (_STATIC, "/assets/", "/kit/static/", "/favicon.png")
# Downloads, what a school's sign-in service answers, and the pages of a phone: in the network check, and being paired.
_MAY_BE_HTML = ("/media/", "/auth/", "/oauth2callback", arrivals.PREFIX, phones.PREFIX)
# These compare the Origin themselves, and will not do without one.
_KEEP_ORIGIN = ("/staff/", "/_stcore/agent", phones.PREFIX)
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), fullscreen=(self)"
)


class SecurityHeaders:
    """Adds the headers that keep other sites, other users of the computer and outside addresses away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _add_headers(headers: MutableHeaders, scope: Scope) -> None:
    headers["X-Frame-Options"] = "DENY"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Permissions-Policy"] = _PERMISSIONS
    host = Headers(scope=scope).get("host", "")
    headers["Content-Security-Policy"] = (
        printing.POLICY if printing.is_sheet(scope["path"]) else content_security_policy(host)
    )
    if not scope["path"].startswith(_CACHED):
        headers["Cache-Control"] = "no-store"


@lru_cache(maxsize=64)
def content_security_policy(host: str) -> str:
    """What a page of ours may load and call: this host only.

    Streamlit sets styles in the page and runs components from blobs. Older browsers do not count a WebSocket
    to this host as 'self', hence its name, if it is a name at all.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; "
        "script-src 'self' blob:; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; "
        "font-src 'self' data:; "
        f"connect-src 'self'{sockets}; "
        "worker-src 'self' blob:; "
        "media-src 'self' blob:; "
        "frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


class Doorkeeper:
    """Answers 404 where Streamlit offers what we do not, and refuses requests that come from other sites' pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif _is_foreign(Headers(scope=scope)):
            await _refuse(403, scope, receive, send)
        elif scope["path"].startswith(_closed_doors()):
            await _refuse(404, scope, receive, send)
        else:
            await self.app(_without_origin(scope), receive, send)


def _is_foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    return (
        origin is not None
        and not is_same_origin(headers)
        and origin not in config.get_option("server.corsAllowedOrigins")
    )


async def _refuse(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await Response(status_code=status)(scope, receive, send)


@cache
def _closed_doors() -> tuple[str, ...]:
    """Beginnings of paths that nobody needs here; settings do not change while the server runs."""
    doors = ["/_stcore/metrics", "/_stcore/upload_file", "/_stcore/script-health-check"]
    if not config.get_option("server.enableAgentApi"):
        doors.append("/_stcore/agent")
    if not has_single_sign_on():
        doors += ["/auth/", "/oauth2callback"]
    return tuple(doors)


def has_single_sign_on() -> bool:
    """Whether the school has configured `[auth]`, so that `st.login` works."""
    return bool(secrets_singleton.load_if_toml_exists() and secrets_singleton.get("auth"))


def _without_origin(scope: Scope) -> Scope:
    """Streamlit compares an Origin with this computer's address on the internet, which it asks an outside service for.

    The comparison that matters has been made above.
    """
    if scope["type"] == "websocket" or scope["path"].startswith(_KEEP_ORIGIN):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}


class FirstAnswers:
    """Answers from memory what every visit begins with: the HTML of a page, and Streamlit's scripts and styles."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        path, headers = scope["path"], Headers(scope=scope)
        language = shell.language_of(QueryParams(scope["query_string"]), headers)
        if path.startswith(_STATIC):
            await (await _static.respond(path.removeprefix(_STATIC), scope))(scope, receive, send)
        elif shell.is_page(path):
            html = shell.page(path, language, keep_agent_link=bool(config.get_option("server.enableAgentApi")))
            await html.response(headers, "no-store")(scope, receive, send)
        elif path.startswith(_MAY_BE_HTML) or printing.is_sheet(path):
            await self.app(scope, receive, send)
        else:
            await self._without_streamlits_page(language, scope, receive, send)

    async def _without_streamlits_page(self, language: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Streamlit answers every address nobody knows with its own page, which does not work there."""
        is_replaced = False

        async def send_or_replace(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start":
                is_replaced = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
                if is_replaced:
                    await shell.no_such_page(language)(scope, receive, send)
            if not is_replaced:
                await send(message)

        await self.app(scope, receive, send_or_replace)


def warm_up() -> None:
    """Compress what every first visit asks for, so that no learner waits for it. Takes about half a second."""
    for path in shell.scripts_and_styles():
        _static.load(path.removeprefix(_STATIC))

"""Closed doors, requests from other sites, and files from memory."""

from __future__ import annotations

import gzip
import re

import pytest

from pages.files import ASSETS
from tests.conftest import Server, serving

CLOSED = (
    "/_stcore/metrics",
    "/_stcore/upload_file/session/file",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
)


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ("GET", "POST", "PUT"))
def test_what_nobody_needs_is_not_there(shared_server: Server, path: str, method: str) -> None:
    assert shared_server.ask(path, method, body="{}").status == 404


def test_streamlits_own_health_stays(shared_server: Server) -> None:
    assert shared_server.ask("/_stcore/health").text == "ok"


@pytest.mark.parametrize(
    "path", ("/no-such-page", "/library/more", "/app/static/x", "/index.html", "/.env", "/_stcore/x", "/events")
)
def test_an_unknown_address_says_so_in_the_readers_language(shared_server: Server, path: str) -> None:
    answer = shared_server.ask(path, Accept_Language="el")
    assert answer.status == 404
    assert '<html lang="el"' in answer.text and 'href="/"' in answer.text


@pytest.mark.parametrize("path", ("/", "/healthz", "/_stcore/health", "/assets/base.css", "/media/x"))
@pytest.mark.parametrize("origin", ("http://evil.example", "null", "http://localhost:1", "nonsense"))
def test_a_request_from_another_site_is_refused(shared_server: Server, path: str, origin: str) -> None:
    assert shared_server.ask(path, Origin=origin).status == 403


def test_a_request_from_our_own_pages_is_served(shared_server: Server) -> None:
    assert shared_server.ask("/_stcore/health", Origin=shared_server.url).status == 200


def test_streamlits_files_come_compressed_and_are_kept_for_ever(shared_server: Server) -> None:
    script = re.search(r'src="\.(/static/js/[^"]+)"', shared_server.ask("/").text)
    assert script
    packed, plain = (shared_server.ask(script[1], Accept_Encoding=wish) for wish in ("gzip, br", "identity"))
    assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert packed.headers["content-encoding"] == "gzip" and "javascript" in packed.headers["content-type"]
    assert gzip.decompress(packed.body) == plain.body and len(packed.body) < len(plain.body) / 2


def test_a_file_that_the_browser_has_is_not_sent_again(shared_server: Server) -> None:
    first = shared_server.ask("/assets/base.css")
    again = shared_server.ask("/assets/base.css", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_our_own_files_are_kept_for_ever_under_their_versioned_address_only(shared_server: Server) -> None:
    page = shared_server.ask("/").text
    versioned = re.search(r'"(/assets/base\.css\?v=[0-9a-f]+)"', page)
    assert versioned and "immutable" in shared_server.ask(versioned[1]).headers["cache-control"]
    assert shared_server.ask("/assets/base.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ("/assets/../app.py", "/assets/%2e%2e/chrome.py", "/static/../index.html", "/assets/"))
def test_no_request_reaches_outside_a_folder(shared_server: Server, path: str) -> None:
    assert shared_server.ask(path).status in (400, 404)


@pytest.mark.parametrize(
    "path", ("/assets/chrome.js", "/kit/static/mark.svg", "/favicon.png", "/kit/static/fonts/OFL.txt")
)
def test_our_files_are_served(shared_server: Server, path: str) -> None:
    assert shared_server.ask(path).status == 200


def test_a_head_request_has_no_body(shared_server: Server) -> None:
    answer = shared_server.ask("/assets/base.css", "HEAD")
    assert answer.body == b"" and int(answer.headers["content-length"]) == (ASSETS / "base.css").stat().st_size


def test_the_agent_api_is_there_when_an_administrator_wants_it(tmp_path) -> None:
    with serving(tmp_path / "data", STREAMLIT_SERVER_ENABLE_AGENT_API="true") as server:
        assert server.ask("/_stcore/agent/openapi.json").status == 200
        assert "service-desc" in server.ask("/").text

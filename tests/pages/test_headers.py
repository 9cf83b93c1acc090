"""What every answer carries, and what it does not."""

from __future__ import annotations

import gzip

import pytest

from tests.conftest import Server

PAGES = ("/", "/?code=K7QM4T", "/privacy", "/wall?code=K7QM4T", "/classes", "/sign-in")
PRIVATE = (
    *PAGES,
    "/healthz",
    "/j/K7QM4T",
    "/_stcore/health",
    "/_stcore/host-config",
    "/media/unknown",
    "/no-such-page",
)


@pytest.mark.parametrize("path", PRIVATE)
def test_no_answer_sets_a_cookie(shared_server: Server, path: str) -> None:
    assert shared_server.ask(path).cookies == ()


@pytest.mark.parametrize("path", PRIVATE)
def test_no_answer_is_kept_by_a_browser(shared_server: Server, path: str) -> None:
    assert shared_server.ask(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", (*PRIVATE, "/assets/base.css", "/favicon.png"))
def test_every_answer_keeps_other_sites_away(shared_server: Server, path: str) -> None:
    headers = shared_server.ask(path).headers
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_policy_allows_this_host_and_no_other(shared_server: Server) -> None:
    policy = shared_server.ask("/", Host="class.example:8501").headers["content-security-policy"]
    assert "connect-src 'self' ws://class.example:8501 wss://class.example:8501;" in policy
    assert "default-src 'self';" in policy and "img-src 'self' data: blob:;" in policy
    assert "script-src 'self' blob:;" in policy


@pytest.mark.parametrize("host", ("a b", "evil;script-src *", "x'unsafe-inline'", ""))
def test_a_made_up_host_cannot_widen_the_policy(host: str) -> None:
    from pages.middleware import content_security_policy

    assert "connect-src 'self';" in content_security_policy(host)
    assert host == "" or host not in content_security_policy(host)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_begins_with_our_own_html(shared_server: Server, path: str) -> None:
    answer = shared_server.ask(path)
    assert answer.status == 200
    assert "<title>Open Roads</title>" in answer.text and "/assets/base.css?v=" in answer.text
    assert "<script>" not in answer.text and "service-desc" not in answer.text


@pytest.mark.parametrize(
    ("path", "style"), [("/", "learner.css"), ("/privacy", "learner.css"), ("/classes", "staff.css")]
)
def test_the_styles_of_a_page_are_fetched_beside_its_scripts(shared_server: Server, path: str, style: str) -> None:
    assert f'<link rel="preload" as="style" href="/assets/{style}?v=' in shared_server.ask(path).text


def test_the_wall_fetches_no_styles_that_it_does_not_use(shared_server: Server) -> None:
    assert 'as="style"' not in shared_server.ask("/wall").text


@pytest.mark.parametrize(
    ("wish", "path", "language"),
    [
        ("el-GR,el;q=0.9,en;q=0.8", "/", "el"),
        ("de,es;q=0.5,en;q=0.7", "/", "en"),
        ("es-ES", "/?lang=el", "el"),
        ("es-ES", "/?lang=xx", "es"),
        ("fr", "/", "en"),
        ("*;q=none,,;;", "/", "en"),
        ("", "/", "en"),
    ],
)
def test_the_html_names_the_readers_language(shared_server: Server, wish: str, path: str, language: str) -> None:
    assert f'<html lang="{language}" dir="ltr">' in shared_server.ask(path, Accept_Language=wish).text


def test_a_page_travels_compressed(shared_server: Server) -> None:
    answer = shared_server.ask("/", Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert b"<title>Open Roads</title>" in gzip.decompress(answer.body)

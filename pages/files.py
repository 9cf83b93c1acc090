"""Files that never change while the server runs, compressed once and served from memory."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import Scope

_HERE = Path(__file__).parent
ASSETS = _HERE / "ui" / "assets"
KIT_STATIC = _HERE.parent / "kit_content" / "static"
STREAMLIT_STATIC = Path(streamlit.__file__).parent / "static" / "static"

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
# Formats that are compressed already.
_PACKED = frozenset({".woff", ".woff2", ".png", ".jpg", ".webp", ".gz", ".mp3", ".mp4"})
# Systems differ in what they know, and a script with the wrong type is not run.
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}


@dataclass(frozen=True)
class MemoryFile:
    """A file's bytes as they are sent: gzip where that helps."""

    body: bytes
    is_gzip: bool
    media_type: str
    etag: str

    def response(self, request_headers: Headers, cache_control: str) -> Response:
        """The whole file, or 304 when the browser has it already."""
        headers = {"cache-control": cache_control, "etag": self.etag, "vary": "accept-encoding"}
        if self.etag in request_headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        body = self.body
        if self.is_gzip and accepts_gzip(request_headers):
            headers["content-encoding"] = "gzip"
        elif self.is_gzip:
            body = gzip.decompress(body)
        return Response(body, media_type=self.media_type, headers=headers)


def accepts_gzip(request_headers: Headers) -> bool:
    return "gzip" in request_headers.get("accept-encoding", "")


def pack(body: bytes, name: str) -> MemoryFile:
    suffix = Path(name).suffix.lower()
    media_type = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    etag = f'"{fingerprint(body)}"'
    if suffix in _PACKED:
        return MemoryFile(body, False, media_type, etag)
    return MemoryFile(gzip.compress(body, 6, mtime=0), True, media_type, etag)


def fingerprint(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]


class MemoryFolder:
    """A folder whose files are read and compressed once each, when they are first wanted.

    Only names found when the folder is listed are ever opened, so no request can reach outside it.
    """

    def __init__(self, folder: Path, *, names_are_hashed: bool = False) -> None:
        self._names_are_hashed = names_are_hashed
        self._paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        self._files: dict[str, MemoryFile] = {}

    def add(self, name: str, body: bytes) -> None:
        """Serve these bytes under that name as well; no file of the folder has it."""
        self._files[name] = pack(body, name)

    def load(self, name: str) -> MemoryFile | None:
        """The file, read now if it was not before; None when there is no such file. Blocks while it compresses."""
        path = self._paths.get(name)
        if path is None or path.suffix == ".py":
            return None
        if name not in self._files:
            self._files[name] = pack(path.read_bytes(), name)
        return self._files[name]

    async def respond(self, name: str, scope: Scope) -> Response:
        """The response to a GET or HEAD for this file, 404 when there is none."""
        file = self._files.get(name) or await asyncio.to_thread(self.load, name)
        if file is None:
            return Response(status_code=404)
        is_versioned = self._names_are_hashed or b"v" in parse_qs(scope["query_string"])
        return file.response(Headers(scope=scope), _FOR_EVER if is_versioned else _ASK_AGAIN)


@cache
def asset_url(name: str) -> str:
    """The address of a file of `pages/ui/assets`, new whenever the file changes, so browsers may keep it for ever."""
    return f"/assets/{name}?v={fingerprint((ASSETS / name).read_bytes())}"

"""A network cable between browsers and the server, which can be pulled out or fall silent."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

_CHUNK = 65536


class Cable:
    """Passes on what comes to `port` of this computer to the server's port.

    `pull` closes every connection and lets none through; `silence` passes nothing on and closes nothing, as a network
    does whose way out is gone; `mend` undoes both.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._ends: set[socket.socket] = set()
        self._is_whole = True
        self._flows = threading.Event()
        self._flows.set()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def pull(self) -> None:
        self._is_whole = False
        for end in list(self._ends):
            _close(end)

    def silence(self) -> None:
        self._flows.clear()

    def mend(self) -> None:
        self._is_whole = True
        self._flows.set()

    def close(self) -> None:
        _close(self._listening)
        self.pull()
        self._flows.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _address = self._listening.accept()
                threading.Thread(target=self._connect, args=(near,), daemon=True).start()

    def _connect(self, near: socket.socket) -> None:
        try:
            self._flows.wait()
            if not self._is_whole:
                raise OSError
            far = socket.create_connection(("localhost", self._server_port))
        except OSError:
            _close(near)
            return
        self._ends |= {near, far}
        threading.Thread(target=self._pump, args=(near, far), daemon=True).start()
        self._pump(far, near)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(_CHUNK):
                self._flows.wait()
                target.sendall(chunk)
        for end in (source, target):
            self._ends.discard(end)
            _close(end)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextlib.contextmanager
def cable_to(server_port: int) -> Iterator[Cable]:
    cable = Cable(server_port)
    try:
        yield cable
    finally:
        cable.close()

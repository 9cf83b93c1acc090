"""What must be true of the data folder before anybody may use it: one clear sentence for each fault."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

DATABASE_NAME = "open_roads.db"
# Written once the database has been made; an empty database beside it means that data has gone missing.
MARKER_NAME = "made-by-open-roads"
LOCK_NAME = "server.lock"

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents", "nextcloud")
_NETWORK_FILE_SYSTEMS = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs2",
    "afpfs",
    "webdav",
}


class StoreFault(Exception):
    """The data cannot be used; the message is one sentence for the person who starts the program."""


def check_folder(folder: Path) -> None:
    """Make the folder if needed and raise StoreFault when it is synced, on a network or not writable."""
    _refuse_synced(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as fault:
        raise StoreFault(
            f"The data folder {folder} cannot be written to. Nothing was changed. "
            "Choose another folder with OPEN_ROADS_DATA."
        ) from fault
    if _is_on_network(folder):
        raise StoreFault(
            f"The data folder {folder} is on a network drive, where a database can break. "
            "Choose a folder on this computer with OPEN_ROADS_DATA."
        )


def _refuse_synced(folder: Path) -> None:
    for part in folder.absolute().parts:
        if any(part.casefold().startswith(name) for name in _SYNCED):
            raise StoreFault(
                f"The data folder {folder} is inside “{part}”, which keeps copies of what Open Roads deletes. "
                f"Choose another folder with OPEN_ROADS_DATA, for example {local_folder()}."
            )


def local_folder() -> Path:
    """The machine's own place for a program's data, never synced by default."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "OpenRoads"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "OpenRoads"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "open-roads"


def _is_on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        drive_type_remote = 4
        root = folder.absolute().anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == drive_type_remote
    return _file_system_of(folder.resolve()) in _NETWORK_FILE_SYSTEMS


def _file_system_of(folder: Path) -> str:
    """The type of the file system that holds the folder, '' when it cannot be told."""
    best_mount, best_type = "", ""
    for mount, kind in _mounts():
        holds = folder.is_relative_to(mount)
        if holds and len(mount) >= len(best_mount):
            best_mount, best_type = mount, kind
    return best_type


def _mounts() -> list[tuple[str, str]]:
    try:
        if sys.platform == "darwin":
            lines = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True).stdout.splitlines()
            pairs = (line.split(" on ", 1)[1].rsplit(" (", 1) for line in lines)
            return [(mount, options.split(",")[0].strip(")")) for mount, options in pairs]
        fields = (line.split(" ") for line in Path("/proc/mounts").read_text().splitlines())
        return [(field[1].replace("\\040", " "), field[2]) for field in fields]
    except (OSError, subprocess.SubprocessError, IndexError, ValueError):
        return []


def check_file(folder: Path) -> None:
    """Raise StoreFault when the database is missing where data was, empty, damaged or read-only."""
    path = folder / DATABASE_NAME
    is_empty = not path.exists() or path.stat().st_size == 0
    if is_empty and (folder / MARKER_NAME).exists():
        raise StoreFault(
            f"The database {path} is missing or empty, although data was here before. Nothing was changed. "
            "Bring it back with “python -m data restore FILE”, or delete the file "
            f"“{MARKER_NAME}” beside it to start anew."
        )
    if is_empty:
        return
    if not os.access(path, os.W_OK):
        raise StoreFault(
            f"The database {path} is read-only. Nothing was changed. Make the file writable and start again."
        )
    _check_pages(path)


def _check_pages(path: Path) -> None:
    try:
        connection = sqlite3.connect(path, timeout=10)
        try:
            result = connection.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError as fault:
        raise StoreFault(f"The database {path} cannot be opened: {fault}. Nothing was changed.") from fault
    except sqlite3.DatabaseError as fault:
        raise _damaged(path) from fault
    if result != "ok":
        raise _damaged(path)


def _damaged(path: Path) -> StoreFault:
    return StoreFault(
        f"The database {path} is damaged or is not a database. It was not touched. "
        "Bring back a backup with “python -m data restore FILE”."
    )


def lock_for_server(folder: Path) -> IO[str]:
    """Hold the folder for one server process as long as the returned file stays open."""
    lock = (folder / LOCK_NAME).open("a+", encoding="ascii")
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        lock.close()
        raise StoreFault(
            f"Open Roads is already running with the data folder {folder}. Use that window, or close it first."
        ) from fault
    return lock

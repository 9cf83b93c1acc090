"""Where things are: the program, its environment, the data."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOWS, MACOS = sys.platform == "win32", sys.platform == "darwin"


class Trouble(Exception):
    """Something that the person at the keyboard can read and act on; it ends the start."""


def local_folder() -> Path:
    """The folder of a double-clicked Open Roads: on this machine only, never synced."""
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "OpenRoads"
    if MACOS:
        return Path.home() / "Library" / "Application Support" / "OpenRoads"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "open-roads"


def environment_folder(installed: bool = False) -> Path:
    """`.venv` in the program's folder, or OPEN_ROADS_VENV.

    After a double click it is in the local folder: a desktop is often synced, and this holds 20,000 files.
    """
    chosen = os.environ.get("OPEN_ROADS_VENV")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return local_folder() / "environment" if installed else ROOT / ".venv"


def data_folder(installed: bool = False) -> Path:
    """OPEN_ROADS_DATA, else the local folder after a double click, else `data/var`."""
    chosen = os.environ.get("OPEN_ROADS_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return local_folder() if installed else ROOT / "data" / "var"


def python_in(environment: Path) -> Path:
    return environment / "Scripts" / "python.exe" if WINDOWS else environment / "bin" / "python"


def say(text: str) -> None:
    print(text, flush=True)


def take_every_end_like_ctrl_c() -> None:
    """A polite end from outside and a closed window shall leave nothing half done either."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)

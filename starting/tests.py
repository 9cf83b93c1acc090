"""`python start.py test`: install what the tests need, find or install a Chromium, run pytest."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from starting.environment import prepare
from starting.places import ROOT, Trouble, environment_folder, python_in, say

# Two processes share the work; who runs out of tests takes some of the other's. `-n 0` given later wins.
_SHARED = ("-n", "2", "--dist", "worksteal")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)


def run_tests(arguments: Sequence[str]) -> int:
    """Run pytest with the given arguments. Returns its exit code; raises Trouble."""
    environment = environment_folder()
    prepare(environment, ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
    settings = {**os.environ, "OPEN_ROADS_CHROMIUM": require_chromium()}
    command = ["-m", "pytest", *_SHARED, *arguments]
    say(" ".join(["Running: python", *command]))
    say("This drives a real browser too: a quarter of an hour. Style and types are checked by .ci/run.")
    return subprocess.call([str(python_in(environment)), *command], cwd=ROOT, env=settings)


def find_chromium() -> str | None:
    """The program of a Chromium that tests can drive: OPEN_ROADS_CHROMIUM, else one that is installed."""
    chosen = os.environ.get("OPEN_ROADS_CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    for name in (*_NAMES, *map(os.path.expandvars, _PLACES)):
        found = shutil.which(name)
        if found:
            return found
    return None


def require_chromium() -> str:
    """The program of a Chromium, installed first if it is missing and this is root on Debian. Raises Trouble."""
    found = find_chromium()
    if not found and is_root_on_debian():
        say("Installing the package chromium for the browser tests ...")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for action in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-qq", *action], env=quiet, stdout=subprocess.DEVNULL)
        found = find_chromium()
    if not found:
        raise Trouble(
            "The browser tests need Chromium, and none was found. On Debian and Ubuntu: sudo apt install chromium. "
            "Elsewhere install Chromium or Chrome, or name its program in OPEN_ROADS_CHROMIUM."
        )
    return found


def is_root_on_debian() -> bool:
    return Path("/etc/debian_version").exists() and hasattr(os, "geteuid") and os.geteuid() == 0

"""One moving line in plain words while pip installs."""

from __future__ import annotations

import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

_COLLECTING = re.compile(r"(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)")
_FETCHING = re.compile(r"\s*(?:Downloading|Using cached|Processing) (\S+)\.(?:whl|tar\.gz)(?: \((\d[^)]*B)\))?(?:\s|$)")
_QUIET_PIP = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}


def count_packages(requirements: Path) -> int:
    """How many different packages a pinned list names."""
    return len(set(re.findall(r"^([A-Za-z0-9._-]+)==", requirements.read_text(encoding="utf-8"), flags=re.MULTILINE)))


class PipProgress:
    """Turns the lines that pip prints into one sentence about what is happening now."""

    def __init__(self, total: int, environment: Path) -> None:
        self.sentence = "Asking for the list of parts"
        self._total = total
        self._environment = environment
        self._names: list[str] = []
        self._order: list[str] = []
        self._placed_before = 0

    def read(self, line: str) -> None:
        """Take the next line of pip's, or an empty text when some time has passed without one."""
        if found := _COLLECTING.match(line):
            self.sentence = f"Looking for {self._place(found[1])}"
        elif found := _FETCHING.match(line):
            file_name = re.split(r"[/\\]", found[1])[-1]
            size = f", {found[2]}" if found[2] else ""
            self.sentence = f"Fetching {self._place(file_name.split('-')[0])}{size}"
        elif line.startswith("Installing collected packages:"):
            self._order = [name.strip() for name in line.split(":", 1)[1].split(",")]
            self._placed_before = self._count_placed()
        if self._order:
            self.sentence = self._placing()

    def _place(self, name: str) -> str:
        shown = name.lower().replace("_", "-")
        if shown not in self._names:
            self._names.append(shown)
        return f"{shown} ({self._names.index(shown) + 1} of {max(self._total, len(self._names))})"

    def _placing(self) -> str:
        # pip is silent while it puts things in place, so the folder is looked at
        done = min(max(self._count_placed() - self._placed_before, 0), len(self._order) - 1)
        return f"Putting {self._order[done]} in place ({done + 1} of {len(self._order)})"

    def _count_placed(self) -> int:
        folders = [*self._environment.glob("lib/python3.*/site-packages"), self._environment / "Lib" / "site-packages"]
        return sum(name.endswith(".dist-info") for folder in folders if folder.exists() for name in os.listdir(folder))


def follow_pip(command: list[str], progress: PipProgress) -> list[str]:
    """Run pip and show its progress. Returns [] when it succeeded, else every line that it printed."""
    with subprocess.Popen(
        command,
        env={**os.environ, **_QUIET_PIP},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        try:
            said = _show(pip, progress)
        except BaseException:
            pip.terminate()
            raise
    return [] if pip.returncode == 0 else said or ["pip said nothing."]


def _show(pip: subprocess.Popen[str], progress: PipProgress) -> list[str]:
    assert pip.stdout is not None
    arriving: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pass_on, args=(pip.stdout, arriving), daemon=True).start()
    said: list[str] = []
    line = MovingLine()
    while (text := _next_line(arriving)) is not None:
        said.append(text)
        progress.read(text)
        line.show(progress.sentence)
    line.end()
    return said


def _pass_on(lines: Iterable[str], arriving: queue.Queue[str | None]) -> None:
    for text in lines:
        arriving.put(text)
    arriving.put(None)


def _next_line(arriving: queue.Queue[str | None]) -> str | None:
    """The next line, an empty text when none came for half a second, None at the end."""
    try:
        return arriving.get(timeout=0.5)
    except queue.Empty:
        return ""


class MovingLine:
    """One line written over and over on a terminal; elsewhere, such as in a log, one line for each change."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._moves = sys.stdout.isatty()
        self._last = ""

    def show(self, sentence: str) -> None:
        if self._moves:
            seconds = int(time.monotonic() - self._began)
            self._write_over(f"  {seconds // 60}:{seconds % 60:02d}  {sentence}")
        elif sentence != self._last:
            print("  " + sentence, flush=True)
        self._last = sentence

    def end(self) -> None:
        if self._moves:
            self._write_over("")
            print("\r", end="", flush=True)

    def _write_over(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        print("\r" + text[:width].ljust(width), end="", flush=True)

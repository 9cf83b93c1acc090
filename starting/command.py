"""The command line of start.py."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from starting.app import FIRST_PORT, run_app
from starting.environment import prepare
from starting.places import ROOT, Trouble, environment_folder, python_in, say, take_every_end_like_ctrl_c
from starting.tests import run_tests


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for. Returns the exit code."""
    take_every_end_like_ctrl_c()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # an old console lacks letters of some paths
    try:
        return run_tests(arguments[1:]) if arguments[:1] == ["test"] else _start(_read(arguments))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="start.py", description="Start Open Roads.", epilog="“start.py test” runs the tests instead."
    )
    parser.add_argument("--port", type=int, help=f"use this port, not {FIRST_PORT} or the next free one")
    parser.add_argument("--no-browser", action="store_true", help="open no browser window")
    parser.add_argument("--installed", action="store_true", help="keep everything in this machine's local folder")
    return parser.parse_args(arguments)


def _start(asked: argparse.Namespace) -> int:
    environment = environment_folder(asked.installed)
    prepare(environment, ROOT / "requirements.txt")
    return run_app(
        python_in(environment), port=asked.port, with_browser=not asked.no_browser, installed=asked.installed
    )

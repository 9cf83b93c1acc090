"""Logs that cannot carry what a person typed: every exception becomes its class and the place it came from.

An exception's text often quotes the value it stumbled over, and Streamlit logs a page's exceptions in full.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

_HOME = Path(__file__).parents[1]
# A Streamlit session's id lets whoever knows it take that session over.
_SESSION_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


def install() -> None:
    """From now on, whatever any part of this process logs or prints about an exception is plain."""
    made_before = logging.getLogRecordFactory()
    if getattr(made_before, "is_plain", False):
        return

    def plain(*args: object, **kwargs: object) -> logging.LogRecord:
        return _plain(made_before(*args, **kwargs))

    plain.is_plain = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(plain)
    threading.excepthook = lambda lost: _print(lost.exc_type, lost.exc_value, lost.exc_traceback)
    sys.excepthook = _print


def describe(fault: BaseException) -> str:
    """`ValueError at pages/learner/reflect.py:41`, with the place in our own code if it passed through any."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if _is_ours(Path(frame.filename))]
    if not frames:
        return type(fault).__name__
    frame = (ours or frames)[-1]
    path = Path(frame.filename)
    place = path.relative_to(_HOME).as_posix() if ours else path.name
    return f"{type(fault).__name__} at {place}:{frame.lineno}"


def _is_ours(path: Path) -> bool:
    """The environment that `start.py` makes lies in our folder too."""
    return path.is_relative_to(_HOME) and "site-packages" not in path.parts


def _plain(record: logging.LogRecord) -> logging.LogRecord:
    if isinstance(record.args, tuple):
        record.args = tuple(_plain_value(value) for value in record.args)
    fault = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if fault is not None:
        record.msg = f"{_one_line(record)} ({describe(fault)})"
        record.args = ()
    record.exc_info = record.exc_text = record.stack_info = None
    return record


def _plain_value(value: object) -> object:
    if isinstance(value, BaseException):
        return describe(value)
    return _SESSION_ID.sub("…", value) if isinstance(value, str) else value


def _one_line(record: logging.LogRecord) -> str:
    """The message up to its first line's end: uvicorn and asyncio put a traceback or a value into the rest."""
    return record.getMessage().partition("\n")[0]


def _print(kind: type[BaseException], fault: BaseException | None, _place: TracebackType | None) -> None:
    if not issubclass(kind, (KeyboardInterrupt, SystemExit)):
        print(f"Stopped by {describe(fault) if fault else kind.__name__}", file=sys.stderr, flush=True)

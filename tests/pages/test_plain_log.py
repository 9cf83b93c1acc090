"""No log line carries what a person typed."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading

import pytest

from pages import plain_log
from tests.conftest import ROOT

CANARY = "I want to leave school"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    before = logging.getLogRecordFactory(), sys.excepthook, threading.excepthook
    plain_log.install()
    yield caplog
    logging.setLogRecordFactory(before[0])
    sys.excepthook, threading.excepthook = before[1:]


def fail() -> None:
    json.loads(f"{{{CANARY}")


def test_an_exception_becomes_its_class_and_place(lines: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("any").exception("Uncaught app execution")
    assert CANARY not in lines.text and "Traceback" not in lines.text
    assert "Uncaught app execution (ValueError at tests/pages/test_plain_log.py:" in lines.text


def test_an_exception_in_a_library_names_our_line(lines: pytest.LogCaptureFixture) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger("any").exception("Failed")
    assert "JSONDecodeError at tests/pages/test_plain_log.py:" in lines.text


def test_a_chain_of_exceptions_says_nothing_more(lines: pytest.LogCaptureFixture) -> None:
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise RuntimeError(CANARY) from cause
    except RuntimeError:
        logging.getLogger("any").exception("Failed")
    assert CANARY not in lines.text


def test_an_exception_among_the_arguments_is_described_too(lines: pytest.LogCaptureFixture) -> None:
    logging.getLogger("any").warning("could not read: %s", ValueError(CANARY))
    assert "could not read: ValueError" in lines.text and CANARY not in lines.text


def test_a_percent_sign_does_not_break_the_line(lines: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError
    except ValueError:
        logging.getLogger("any").exception("100 %% of %s", "it")
    assert "100 % of it (ValueError" in lines.text


def test_a_session_that_could_be_taken_over_is_not_named(lines: pytest.LogCaptureFixture) -> None:
    logging.getLogger("any").warning("Session %s is known", "0f0c7a32-9d05-4f0e-8d2b-9a2b4f0c1d2e")
    assert "Session … is known" in lines.text


def test_what_a_thread_dies_of_is_plain(lines, capsys: pytest.CaptureFixture[str]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    said = capsys.readouterr().err
    assert "Stopped by JSONDecodeError" in said and CANARY not in said


def test_what_the_program_dies_of_is_plain() -> None:
    program = f"from pages import plain_log; plain_log.install(); raise ValueError({CANARY!r})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == "Stopped by ValueError at <string>:1\n"

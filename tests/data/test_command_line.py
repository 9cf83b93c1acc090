"""`python -m data`: every command does what it says, speaks JSON, and its faults are one line with an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from data import reflections, runs
from data.__main__ import main
from data.release import totals_of_run
from data.staff import Staff
from data.store import Store, the_store
from tests.kit import shipped_kit

SLUG = "advert-under-the-lamp"
INIT = ("init", "--school", "Harbour School", "--country", "GR", "--coordinator", "Chara")


def call(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, list(words), input=stdin)


def ask(*words: str, stdin: str = "") -> dict[str, Any]:
    result = call(*words, "--json", stdin=stdin)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def code(folder: Path) -> str:
    """A class of six, made from the command line alone."""
    ask(*INIT, stdin="a long passphrase\n")
    ask("contact", "set", "--name", "N", "--room", "1", "--hours", "9–10")
    return str(ask("class", "add", "Metal 1", "--teacher", "Chara", "--size", "6")["code"])


def learners_send(code: str, count: int) -> None:
    store = the_store()
    answers: dict[str, reflections.Answer] = {}
    run = runs.current_run(store, code)
    assert run is not None
    for item in run.items:
        first = item.points[0] if item.points else ""
        answers[item.id] = [first] if item.kind == "multiple_choice" else first
    for _ in range(count):
        seat = reflections.new_seat()
        reflections.join(store, code, seat)
        reflections.send(store, run.id, seat, answers)


def test_a_lesson_from_the_command_line_gives_exact_totals(code: str) -> None:
    assert ask("run", "open", code, SLUG)["state"] == "reflecting"
    learners_send(code, 6)
    assert ask("run", "totals", code)["totals"] == {}
    ask("run", "close", code)
    totals = ask("run", "totals", code)["totals"]
    first = shipped_kit().activities[SLUG].items[0]
    assert totals[first.id]["respondents"] == 6
    assert totals[first.id]["counts"][first.points[0]] == 6


def test_four_learners_give_no_totals_and_leave_nothing(code: str) -> None:
    ask("run", "open", code, SLUG)
    learners_send(code, 4)
    ask("run", "close", code)
    assert ask("run", "totals", code)["totals"] == {}
    with the_store().read() as db:
        assert db["totals"].count == 0 and db["pending_reflections"].count == 0


def test_a_person_is_added_and_gets_a_passphrase(code: str) -> None:
    from data import staff

    added = ask("staff", "add", "Alba", "--role", "teacher")
    assert len(added["one_time_code"]) > 10
    ask("staff", "set-passphrase", "Alba", stdin="another long one\n")
    assert staff.sign_in(the_store(), "Alba", "another long one").roles == {"teacher"}


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("run", "open", "AAAAAA", SLUG), 3),
        (("run", "totals", "AAAAAA"), 3),
        (("class", "add", "X", "--teacher", "Nobody", "--size", "5"), 3),
        (("class", "add", "X", "--teacher", "Chara", "--size", "0"), 2),
        (("staff", "add", "Chara", "--role", "teacher"), 1),
        (("restore", "/no/such/file"), 2),
        (INIT, 1),
        (("no-such-command",), 2),
    ],
)
def test_a_fault_is_one_line_and_an_exit_code(code: str, words: tuple[str, ...], exit_code: int) -> None:
    result = call(*words, stdin="a long passphrase\n")
    assert result.exit_code == exit_code
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error")]) == 1
    assert "Traceback" not in result.output


def test_an_unknown_activity_is_named(code: str) -> None:
    result = call("run", "open", code, "no-such-activity", "--json")
    assert result.exit_code == 3
    assert "no-such-activity" in json.loads(result.stdout)["error"]


def test_a_short_passphrase_sets_nothing_up(folder: Path) -> None:
    assert call(*INIT, stdin="short\n").exit_code == 1
    assert ask(*INIT, stdin="a long passphrase\n")["coordinator"] == "Chara"


def test_backup_check_prune_and_export_say_what_they_did(code: str, tmp_path: Path) -> None:
    ask("run", "open", code, SLUG)
    learners_send(code, 6)
    ask("run", "close", code)
    assert ask("backup", str(tmp_path / "copy.db"))["file"].endswith("copy.db")
    assert ask("check")["status"] == "ok"
    assert ask("prune") == {"runs": 0, "texts": 0}
    assert ask("export", code, str(tmp_path / "totals.csv"))["rows"] > 5
    assert (tmp_path / "totals.csv").read_text(encoding="utf-8-sig").startswith("class,activity,date")


def test_the_demonstration_school_comes_and_goes(folder: Path) -> None:
    assert len(ask("demo")["classes"]) == 4
    assert ask("demo", "--remove")["removed"] is True
    assert ask("demo", "--remove")["removed"] is False


def test_a_csv_cell_is_never_a_formula(store: Store, alba: Staff, tmp_path: Path) -> None:
    from data import exports
    from data.cohorts import make_cohort
    from tests.data.lessons import start_lesson

    lesson = start_lesson(store, alba, make_cohort(store, alba, name="=cmd|' /C calc'!A0", size=8))
    lesson.learners_send(6)
    lesson.close()
    exports.write_totals(store, alba, lesson.cohort.id, tmp_path / "t.csv")
    assert "\n'=cmd" in (tmp_path / "t.csv").read_text(encoding="utf-8-sig").replace('"', "")
    assert totals_of_run(store, alba, lesson.run_id)


def test_the_module_runs_as_a_program(folder: Path) -> None:
    command = [sys.executable, "-m", "data", "check", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "OPEN_ROADS_DATA": str(folder)})
    assert done.returncode == 0 and json.loads(done.stdout)["status"] == "ok"

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kit_content", *arguments]
    settings = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, encoding="utf-8", check=False)


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("check", *arguments, **environment)


def test_a_problem_is_one_line_and_exit_code_1(school):
    school.edit("activity.toml", "minutes = 30", "minutes = 45")
    result = check("--extra", str(school.folder))
    assert result.returncode == 1
    expected = "our-own/paint-a-door/activity.toml:5: The steps take 30 minutes, the activity 45 (Make them the same)"
    assert expected in result.stdout.splitlines()


def test_the_problems_come_as_json_too(school):
    school.edit("activity.toml", "minutes = 30", "minutes = 45")
    problems = json.loads(check("--json", OPEN_ROADS_KIT=str(school.folder)).stdout)
    [problem] = [problem for problem in problems if problem["file"].startswith("our-own/")]
    assert (problem["line"], problem["hint"]) == (5, "Make them the same")


def test_a_kit_without_problems_is_exit_code_0(school):
    result = check("--extra", str(school.folder))
    assert (result.returncode, result.stdout) == (0, "")


def test_what_is_not_written_yet_is_information_and_no_problem(school):
    school.forget("es")
    result = check("--extra", str(school.folder))
    assert "our-own" not in result.stdout
    told = "paint-a-door: not written in Español: wording, notes, handout, exhibits."
    assert told in result.stderr.splitlines()
    assert "without a formula" not in result.stderr


def test_a_school_locks_its_wordings(school):
    result = run("lock", OPEN_ROADS_KIT=str(school.folder))
    assert (result.returncode, result.stdout) == (0, f"{school.folder / 'wordings.lock.toml'}: 3 added.\n")
    assert run("lock", "--folder", str(school.folder)).stdout.endswith(": 0 added.\n")


def test_a_language_that_does_not_exist_is_refused_in_one_line():
    result = run("new-language", "xx")
    assert (result.returncode, result.stderr) == (1, "Error: There is no language with the code “xx”.\n")

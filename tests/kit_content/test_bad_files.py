"""Whatever lies in a school's folder, the other activities are served."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.kit_content.conftest import School, SmallKit

NOBODY = 65534


@pytest.fixture
def home(school):
    school.write("paint-a-wall")
    return school.folder / "paint-a-door"


def found(school) -> list[str]:
    """The problems of the one activity, while the other one is served."""
    kit = school.load()
    assert "paint-a-wall" in kit.activities
    assert all(problem.line and problem.hint for problem in school.problems())
    return [message.removeprefix("paint-a-door/") for message in school.messages()]


@pytest.mark.parametrize("file", ["activity.toml", "en.toml", "notes.en.md", "exhibits/door.care.en.md"])
def test_ten_megabytes_are_refused_before_they_are_read(school, home, file):
    with (home / file).open("wb") as big:
        big.truncate(10_000_000)
    assert f"{file}:1: {file.rpartition('/')[2]} is larger than 1 MB" in found(school)


@pytest.mark.parametrize("file", ["en.toml", "notes.en.md", "exhibits/door.care.en.md"])
def test_a_link_out_of_the_folder_is_refused(school, home, file, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (home / file).rename(elsewhere)
    (home / file).symlink_to(elsewhere)
    assert f"{file}:1: {file.rpartition('/')[2]} is a link out of its folder" in found(school)


@pytest.mark.parametrize("folder", ["", "exhibits"])
def test_a_folder_that_is_a_link_to_elsewhere_is_refused(school, home, folder, tmp_path):
    (home / folder).rename(tmp_path / "elsewhere")
    (home / folder).symlink_to(tmp_path / "elsewhere")
    assert any("is a link out of its folder" in message for message in found(school))
    assert "paint-a-door" not in school.load().activities


def test_a_link_that_leads_round_in_a_circle_is_named(school, home):
    (home / "notes.en.md").unlink()
    (home / "notes.en.md").symlink_to("notes.en.md")
    [message] = found(school)
    assert message.startswith("notes.en.md:1: notes.en.md cannot be read: ")


def test_the_folder_itself_may_be_a_link(school, tmp_path):
    (tmp_path / "link").symlink_to(school.folder)
    assert "paint-a-door" in School(tmp_path / "link", school.root).load().activities


def test_a_pipe_is_not_waited_for(school, home):
    (home / "notes.en.md").unlink()
    os.mkfifo(home / "notes.en.md")
    assert found(school) == ["notes.en.md:1: notes.en.md is not a file"]


def test_a_folder_in_place_of_a_file_is_named(school, home):
    (home / "notes.en.md").unlink()
    (home / "notes.en.md").mkdir()
    assert found(school) == ["notes.en.md:1: notes.en.md is not a file"]


def test_text_that_is_not_utf_8_leaves_the_activity_out_when_nothing_stands_in(school, home):
    (home / "activity.toml").write_bytes('# ni\u00f1os\nslug = "paint-a-door"\n'.encode("latin-1"))
    assert found(school) == ["activity.toml:1: activity.toml is not UTF-8 text"]


def test_a_step_of_eighty_words_cannot_be_shown(school, home):
    school.edit("en.toml", "en Answer.", "Say it. " * 40)
    assert found(school) == [
        "activity.toml:1: The activity is left out",
        "en.toml:21: “steps.reflect.wall” has 80 words, which no wall can show",
    ]


@contextmanager
def without_rights():
    """As somebody who is not root: root may read everything."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed():
    """A school whose folders can be reached by everybody, until one is closed."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        school = School(Path(name) / "our-own", SmallKit(Path(name) / "empty-kit").root)
        school.write()
        school.write("paint-a-wall")
        yield school
        for path in (school.folder, *school.folder.rglob("*")):
            path.chmod(0o755)


@pytest.mark.parametrize("part", ["", "activity.toml", "notes.en.md", "exhibits", "exhibits/door.care.en.md"])
def test_what_may_not_be_read_is_named(closed, part):
    (closed.folder / "paint-a-door" / part).chmod(0o000)
    with without_rights():
        messages = found(closed)
    assert any("cannot be read: " in message for message in messages)


def test_a_whole_folder_without_rights_is_named(closed):
    closed.folder.chmod(0o000)
    with without_rights():
        [problem] = closed.problems()
    assert (problem.file, problem.hint) == ("our-own", "Look at the rights of the folder")

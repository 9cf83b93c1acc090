from __future__ import annotations

import pytest
from click.testing import CliRunner

from data import runs
from kit_content import Kit
from kit_content.__main__ import kit
from kit_content.checks import check_kit
from kit_content.loader import read_kit
from pages.ui import lesson


@pytest.fixture
def ours(tmp_path):
    return tmp_path / "our-own"


def new(*arguments):
    return CliRunner().invoke(kit, ["new", *map(str, arguments)], env={"OPEN_ROADS_KIT": None})


def loaded(folder) -> Kit:
    return read_kit(folder).kit


def test_a_new_activity_has_no_problems(ours):
    result = new("hang-a-door", "--folder", ours, "--module", "wellbeing")
    assert result.exit_code == 0, result.output
    assert [each for each in check_kit(ours) if each.file.startswith("our-own")] == []
    activity = loaded(ours).activities["hang-a-door"]
    assert (activity.module, activity.wording("en").title) == ("wellbeing", "Hang a door")


def test_it_has_every_file_and_names_it(ours):
    named = new("hang-a-door", "--folder", ours).stdout.split()
    files = ["activity.toml", "en.toml", "exhibits/example.en.md", "handout.en.md", "notes.en.md"]
    assert named == [str(ours / "hang-a-door" / file) for file in files]
    completeness = loaded(ours).activities["hang-a-door"].completeness("en")
    assert completeness.wording and completeness.notes and completeness.handout and completeness.exhibits


def test_it_can_be_taught_at_once(ours, store, alba, cohort):
    new("hang-a-door", "--folder", ours)
    activity = loaded(ours).activities["hang-a-door"]
    run = runs.start_run(
        store, alba, cohort.id, activity=activity.slug, activity_version=activity.version, items=activity.items
    )
    walked = [activity.steps[run.step].kind]
    while (move := lesson.next_move(run, activity)).kind == "step":
        runs.go_to_step(store, alba, run.id, move.step)
        run = runs.require_run(store, alba, run.id)
        walked.append(activity.steps[run.step].kind)
    assert (move.kind, walked) == ("open", ["talk", "exhibit", "do", "join"])
    runs.open_items(store, alba, run.id, move.step)
    assert [item.id for item in runs.require_run(store, alba, run.id).items] == [item.id for item in activity.items]


def test_what_is_there_stays(ours):
    new("hang-a-door", "--folder", ours)
    (ours / "hang-a-door" / "en.toml").write_text("our work")
    result = new("hang-a-door", "--folder", ours)
    assert (result.exit_code, result.output) == (
        1, "Error: There is an activity “hang-a-door” already. Choose another slug.\n",
    )  # fmt: skip
    assert (ours / "hang-a-door" / "en.toml").read_text() == "our work"


def test_a_slug_of_the_kit_is_taken(ours):
    result = new("where-we-start", "--folder", ours)
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert not ours.exists()


@pytest.mark.parametrize("slug", ["Hang a door", "hang_a_door", "../door", "θύρα", "", "door/"])
def test_a_bad_slug_is_refused_in_one_line(ours, slug):
    result = new(slug, "--folder", ours)
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert "small letters, digits and - only" in result.output
    assert not ours.exists()


def test_an_unknown_module_is_refused_with_a_hint(ours):
    result = new("hang-a-door", "--folder", ours, "--module", "welbeing")
    assert result.output == "Error: There is no module “welbeing”. Did you mean “wellbeing”?\n"


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    result = new("hang-a-door", "--folder", tmp_path / "file")
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)

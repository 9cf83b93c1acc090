from __future__ import annotations

import shutil

import pytest

from kit_content import load_kit
from kit_content.checks import check_kit
from kit_content.loader import KIT_FOLDER


def test_own_activities_come_after_those_of_the_kit_in_their_module(school):
    slugs = [
        slug for slug, activity in load_kit(school.folder).activities.items() if activity.module == "career-literacy"
    ]
    assert slugs[-1] == "paint-a-door"
    assert "advert-under-the-lamp" in slugs


def test_an_own_activity_may_open_an_empty_module(school):
    school.edit("activity.toml", 'module = "career-literacy"', 'module = "mobility-and-transition"')
    assert school.load().modules[-1] == "mobility-and-transition"


def test_an_own_activity_may_not_replace_one_of_the_kit(school):
    school.write("where-we-start")
    kit = load_kit(school.folder)
    assert kit.activities["where-we-start"].wording("en").title != "en Paint a door"
    message = "The kit already has an activity “where-we-start”"
    assert ("our-own/where-we-start/activity.toml", message) in [(each.file, each.message) for each in kit.problems]


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    kit = load_kit(tmp_path / "nowhere")
    assert kit.activities
    assert "This folder does not exist" in [problem.message for problem in kit.problems]


def test_hidden_folders_are_left_alone(school):
    (school.folder / ".git").mkdir()
    assert school.messages() == []


@pytest.mark.parametrize("slug", ["advert-under-the-lamp", "my-support-map"])
def test_a_shipped_activity_may_be_copied_and_changed_under_a_slug_of_its_own(tmp_path, slug):
    ours = tmp_path / "our-own"
    shutil.copytree(KIT_FOLDER / "activities" / slug, ours / f"our-{slug}")
    path = ours / f"our-{slug}" / "activity.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{slug}"', f'"our-{slug}"'), encoding="utf-8")
    assert [each for each in check_kit(ours) if each.file.startswith("our-own")] == []
    assert {slug, f"our-{slug}"} <= load_kit(ours).activities.keys()

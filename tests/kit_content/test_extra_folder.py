from __future__ import annotations

from kit_content import load_kit


def test_own_activities_come_after_those_of_the_kit_in_their_module(school):
    slugs = [slug for slug, activity in school.load().activities.items() if activity.module == "career-literacy"]
    assert slugs[-1] == "paint-a-door"
    assert "advert-under-the-lamp" in slugs


def test_an_own_activity_may_open_an_empty_module(school):
    school.edit("activity.toml", 'module = "career-literacy"', 'module = "mobility-and-transition"')
    assert school.load().modules[-1] == "mobility-and-transition"


def test_an_own_activity_may_not_replace_one_of_the_kit(school):
    school.write("where-we-start")
    kit = school.load()
    assert kit.activities["where-we-start"].wording("en").title != "en Paint a door"
    assert school.messages() == [
        "where-we-start/activity.toml:1: The kit already has an activity “where-we-start”",
    ]


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    kit = load_kit(tmp_path / "nowhere")
    assert kit.activities
    assert "This folder does not exist" in [problem.message for problem in kit.problems]


def test_hidden_folders_are_left_alone(school):
    (school.folder / ".git").mkdir()
    assert school.messages() == []

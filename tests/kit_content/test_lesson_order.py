from __future__ import annotations

STEP = '\n[[steps]]\nid = "{0}"\nkind = "{0}"\nminutes = 5\n'


def test_a_lesson_needs_one_step_to_reveal(school):
    school.edit("activity.toml", 'kind = "reveal"', 'kind = "talk"')
    assert "paint-a-door/activity.toml:18: There are 0 steps of kind “reveal”" in school.messages()


def test_a_lesson_has_only_one_step_to_reflect(school):
    school.edit("activity.toml", 'kind = "join"', 'kind = "reflect"')
    assert "paint-a-door/activity.toml:18: There are 2 steps of kind “reflect”" in school.messages()


def test_the_reveal_comes_after_the_answers(school):
    school.edit("activity.toml", STEP.format("reveal"), "")
    school.edit("activity.toml", STEP.format("join"), STEP.format("reveal") + STEP.format("join"))
    assert "paint-a-door/activity.toml:18: The steps come as reveal, join, reflect" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_the_minutes_of_the_steps_add_up(school):
    school.edit("activity.toml", "minutes = 30", "minutes = 45")
    assert school.messages() == ["paint-a-door/activity.toml:5: The steps take 30 minutes, the activity 45"]


def test_a_timer_is_not_longer_than_its_step(school):
    school.edit("activity.toml", "timer = 240", "timer = 900")
    assert school.messages() == ["paint-a-door/activity.toml:22: The timer of “look” is longer than the step"]

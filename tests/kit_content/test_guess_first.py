"""Items before whose chart the class guesses."""

from __future__ import annotations

import pytest

from kit_content import load_kit
from kit_content.asked import asked_in_school
from kit_content.loader import read_kit

CHOICE = 'options = ["colour", "hinges"]'


def test_the_class_guesses_only_where_the_item_says_so(school):
    school.edit("activity.toml", CHOICE, f"{CHOICE}\nguess = true")
    assert [item.guess for item in school.load().activities["paint-a-door"].items] == [False, True, False, False]
    assert school.messages() == []


def test_a_guess_changes_nothing_of_what_is_asked(school):
    before = [asked.locked for asked in asked_in_school(read_kit(school.folder, school.root))]
    school.edit("activity.toml", CHOICE, f"{CHOICE}\nguess = true")
    assert [asked.locked for asked in asked_in_school(read_kit(school.folder, school.root))] == before


def test_nobody_guesses_at_a_sensitive_item(school):
    school.edit("activity.toml", CHOICE, f"{CHOICE}\nsensitive = true\nguess = true")
    assert "paint-a-door/activity.toml:50: Nobody guesses at a sensitive item" in school.messages()
    assert "paint-a-door" not in school.load().activities


@pytest.mark.parametrize("kind", ["words", "text"])
def test_nobody_guesses_at_what_learners_write(school, kind):
    school.edit("activity.toml", 'kind = "text"\nsensitive = true', f'kind = "{kind}"\nguess = true')
    assert f"paint-a-door/activity.toml:54: Nobody can guess at {kind}" in school.messages()


def test_guess_is_true_or_false(school):
    school.edit("activity.toml", CHOICE, f'{CHOICE}\nguess = "often"')
    assert "paint-a-door/activity.toml:49: “guess” must be true or false" in school.messages()


def test_the_kit_lets_the_class_guess_in_many_activities_once_and_never_at_the_class_check():
    guesses = [[item for item in each.items if item.guess] for each in load_kit().activities.values()]
    assert max(map(len, guesses)) == 1 and 10 <= sum(map(len, guesses)) <= 14
    assert not [item for items in guesses for item in items if item.is_class_check or item.sensitive]

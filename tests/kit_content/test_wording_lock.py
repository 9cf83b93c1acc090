from __future__ import annotations

import pytest

from kit_content.locks import LOCK_FILE
from kit_content.sources import Refused

ITEMS = "paint-a-door/activity.toml"
CHANGES = [
    ("en.toml", "en I know kinds of doors.", "en I know doors.", "kinds_known"),
    ("en.toml", "en Before", "en Earlier", "kinds_known"),
    ("en.toml", "en The hinges", "en The lock", "surprised_by"),
    ("en.toml", 'hinges = "en The hinges"', 'hinges = "en The hinges"\nnone_of_these = "Nothing"', "surprised_by"),
]
MEANINGS = [
    ('kind = "then_now"', 'kind = "scale"', "kinds_known", 1),
    ('scale = "not_yet_yes_clearly"', 'scale = "ease"', "kinds_known", 1),
    ('["colour", "hinges"]', '["hinges", "colour"]', "surprised_by", 2),
    ("sensitive = true", "sensitive = false", "one_wish", 1),
]


@pytest.mark.parametrize(("file", "old", "new", "item"), CHANGES)
def test_changed_words_need_a_new_version(small_kit, file, old, new, item):
    small_kit.edit(file, old, new)
    assert any(f"The words of “{item}” have changed, its version" in message for message in small_kit.messages())


@pytest.mark.parametrize(("file", "old", "new"), [
    ("en.toml", "en What surprised us", "en Surprises"),
    ("en.toml", "en More", "en Many more"),
    ("en.toml", "en One wish", "en  One   wish"),
    ("es.toml", "es One wish", "es Wish"),
])  # fmt: skip
def test_what_is_not_asked_may_change(small_kit, file, old, new):
    small_kit.edit(file, old, new)
    assert small_kit.messages() == []


@pytest.mark.parametrize(("old", "new", "item", "version"), MEANINGS)
def test_an_item_with_another_meaning_leaves_its_activity_out(small_kit, old, new, item, version):
    small_kit.edit("activity.toml", old, new)
    messages = [message.partition(": ")[2] for message in small_kit.messages()]
    assert f"“{item}” version {version} asked something else before" in messages
    assert "paint-a-door" not in small_kit.load().activities


def test_a_new_version_may_ask_anything_once_it_is_locked(small_kit):
    small_kit.edit("activity.toml", '["colour", "hinges"]\nversion = 2', '["hinges", "colour"]\nversion = 3')
    assert small_kit.messages() == [f"activities/{ITEMS}:49: “surprised_by” version 3 is not in small-kit/{LOCK_FILE}"]
    small_kit.lock()
    assert small_kit.messages() == []


def test_a_version_may_not_fall(small_kit):
    small_kit.edit("activity.toml", "version = 2", "version = 1")
    assert small_kit.messages() == [f"activities/{ITEMS}:49: The version of “surprised_by” has fallen from 2 to 1"]


def test_the_command_adds_lines_and_never_changes_one(small_kit):
    before = (small_kit.root / LOCK_FILE).read_text().splitlines()
    small_kit.edit("en.toml", "en One wish", "en Another wish")
    small_kit.edit("en.toml", "en The hinges", "en The lock")
    small_kit.edit("activity.toml", "version = 2", "version = 3")
    small_kit.lock()
    after = (small_kit.root / LOCK_FILE).read_text().splitlines()
    assert set(before) < set(after) and len(after) == len(before) + 1
    assert any("The words of “one_wish” have changed" in message for message in small_kit.messages())


def test_shared_items_are_locked_too(small_kit):
    path = small_kit.root / "shared" / "en.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Good for me", "Great"), encoding="utf-8")
    [message] = small_kit.messages()
    assert message.startswith("shared/en.toml:") and "The words of “how_was_this” have changed" in message


def test_a_kit_without_a_lock_is_told_how_to_get_one(small_kit):
    (small_kit.root / LOCK_FILE).unlink()
    assert small_kit.messages() == [f"{LOCK_FILE}:1: {LOCK_FILE} is missing"]


def test_a_school_needs_no_lock_but_may_have_one(school):
    assert school.messages() == []
    school.lock()
    assert school.messages() == []
    school.edit("en.toml", "en One wish", "en Another wish")
    assert school.messages() == ["paint-a-door/en.toml:43: The words of “one_wish” have changed, its version 1 has not"]


@pytest.mark.parametrize("damage", ["not = toml = at all", "[paint-a-door]\none_wish.1 = 5\n"])
def test_a_damaged_lock_is_named_and_not_written_over(school, damage):
    path = school.folder / LOCK_FILE
    path.write_text(damage)
    assert any(message.startswith(f"{LOCK_FILE}:") for message in school.messages())
    with pytest.raises(Refused):
        school.lock()
    assert path.read_text() == damage

from __future__ import annotations

from kit_content import load_kit


def test_a_multiple_choice_always_ends_with_none_of_these(school):
    assert school.load().activities["paint-a-door"].items[1].options == ("colour", "hinges", "none_of_these")
    school.edit("activity.toml", '["colour", "hinges"]', '["none_of_these", "colour", "hinges"]')
    assert school.load().activities["paint-a-door"].items[1].options == ("colour", "hinges", "none_of_these")


def test_none_of_these_may_have_words_of_its_own(school):
    school.edit("en.toml", 'hinges = "en The hinges"', 'hinges = "en The hinges"\nnone_of_these = "en Nothing"')
    items = school.load().activities["paint-a-door"].wording("en").items
    assert items["surprised_by"].points["none_of_these"] == "en Nothing"


def test_rather_not_say_may_not_be_an_option(school):
    school.edit("activity.toml", '"hinges"]', '"hinges", "rather_not_say"]')
    assert "paint-a-door/activity.toml:48: “rather_not_say” may not be an option" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_every_option_needs_words(school):
    school.edit("en.toml", 'hinges = "en The hinges"\n', "")
    assert "paint-a-door/en.toml:38: “items.surprised_by.options.hinges” is missing" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_then_now_needs_words_for_the_result(school):
    school.edit("en.toml", 'higher = "en More"\n', "")
    assert "paint-a-door/en.toml:26: “items.kinds_known.higher” is missing" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_an_item_may_not_be_named_like_a_field_of_another(school):
    school.edit("activity.toml", 'id = "one_wish"', 'id = "kinds_known_now"')
    assert "paint-a-door/activity.toml:52: “kinds_known_now” is too much like “kinds_known”" in school.messages()


def test_an_item_may_not_take_the_name_of_a_shared_one(school):
    school.edit("activity.toml", 'id = "one_wish"', 'id = "compass_help"')
    assert "paint-a-door/activity.toml:52: “compass_help” is the name of a shared item" in school.messages()


def test_an_activity_has_two_to_five_items_of_its_own(school):
    school.edit(
        "activity.toml",
        'id = "surprised_by"\nkind = "multiple_choice"\noptions = ["colour", "hinges"]\nversion = 2',
        'use = "compass"',
    )
    school.edit("activity.toml", 'id = "one_wish"\nkind = "text"\nsensitive = true', 'use = "how_was_this"')
    assert "paint-a-door/activity.toml:40: The activity has 1 items of its own" in school.messages()


def test_the_last_item_asks_how_the_activity_was(school):
    school.edit("activity.toml", '[[items]]\nuse = "how_was_this"\n', "")
    assert school.messages() == ["paint-a-door/activity.toml:40: The last item does not ask how the activity was"]


def test_the_compass_has_nine_items_of_which_two_are_sensitive():
    items = [item for item in load_kit().activities["where-we-start"].items if item.id.startswith("compass_")]
    assert len(items) == 9
    assert [item.id for item in items if item.sensitive] == ["compass_recover", "compass_turn_to"]
    assert {item.scale.id for item in items} == {"not_yet_yes_clearly"}

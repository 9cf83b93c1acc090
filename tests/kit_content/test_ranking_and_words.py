from __future__ import annotations

import pytest

CHOICE = 'kind = "multiple_choice"\noptions = ["colour", "hinges"]'
TEXT = 'kind = "text"\nsensitive = true'


def rank(school, *options):
    named = ", ".join(f'"{option}"' for option in options)
    school.edit("activity.toml", CHOICE, f'kind = "ranking"\noptions = [{named}]')
    words = "\n".join(f'{option} = "The {option}"' for option in options)
    school.edit("en.toml", 'colour = "en The colour"\nhinges = "en The hinges"', words)


def test_a_ranking_has_words_for_each_option_and_no_way_out(school):
    rank(school, "colour", "hinges", "lock")
    activity = school.load().activities["paint-a-door"]
    assert (activity.items[1].kind, activity.items[1].options) == ("ranking", ("colour", "hinges", "lock"))
    assert activity.wording("en").items["surprised_by"].points["lock"] == "The lock"
    assert school.messages() == []


@pytest.mark.parametrize("count", [2, 6])
def test_a_ranking_has_three_to_five_options(school, count):
    rank(school, *("colour", "hinges", "lock", "handle", "frame", "paint")[:count])
    assert f"paint-a-door/activity.toml:48: A ranking of {count} options" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_none_of_these_cannot_be_ranked(school):
    rank(school, "colour", "hinges", "none_of_these")
    assert "paint-a-door/activity.toml:48: “none_of_these” cannot be ranked" in school.messages()


def test_words_need_a_statement_only(school):
    school.edit("activity.toml", TEXT, 'kind = "words"')
    activity = school.load().activities["paint-a-door"]
    assert (activity.items[2].kind, activity.items[2].points) == ("words", ())
    assert activity.wording("es").items["one_wish"].statement == "es One wish"
    assert school.messages() == []


def test_words_may_not_be_sensitive(school):
    school.edit("activity.toml", TEXT, 'kind = "words"\nsensitive = true')
    [problem] = [problem for problem in school.problems() if "sensitive" in problem.message]
    assert (problem.line, problem.message) == (54, "Words may not be sensitive")
    assert problem.hint == "They would be read; ask with a scale or with choices"


@pytest.mark.parametrize("extra", ['options = ["a", "b"]', 'scale = "agree"'])
def test_words_have_neither_options_nor_a_scale(school, extra):
    school.edit("activity.toml", TEXT, f'kind = "words"\n{extra}')
    assert any("A words has no" in message for message in school.messages())

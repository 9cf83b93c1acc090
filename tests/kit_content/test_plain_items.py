from __future__ import annotations

import pytest

SIGNS = [
    ("a *good* door", "the sign “*”"),
    ("a _good_ door", "the sign “_”"),
    ("a [good] door", "the sign “[”"),
    (":red[good] door", "the sign “[”"),
    ("a `good` door", "the sign “`”"),
    ("a ~~good~~ door", "the sign “~”"),
    ("5 < 6", "the sign “<”"),
    ("a > b", "the sign “>”"),
    ("5 $ or 6 $", "the sign “$”"),
    ("# A door", "the sign “#” at the start"),
    ("- a door", "the start of a list"),
    ("1. a door", "the start of a list"),
    ("a :door: here", "“:door:”, which becomes a picture"),
    (":material/door_open: here", "“:material/door_open:”, which becomes a picture"),
    ("a &lt; b", "“&lt;”, which becomes another sign"),
    ("see www.example.org", "a web address"),
]
PLAIN = ["No. 1 of 2", "Ask: who, when?", "A & B", "It's fine – really!", "10:30 or later", "C# and more", "50 %"]
PLACES = [
    ("en One wish", "items.one_wish.statement"),
    ("en The colour", "items.surprised_by.options.colour"),
    ("en Before", "items.kinds_known.then"),
    ("en Fewer", "items.kinds_known.lower"),
    ("en What surprised us", "items.surprised_by.finding"),
]


@pytest.mark.parametrize(("text", "what"), SIGNS)
def test_a_sign_in_an_item_is_refused_with_a_hint(school, text, what):
    school.edit("en.toml", "en One wish", text)
    [problem] = [problem for problem in school.problems() if problem.line == 43]
    assert problem.message == f"“items.one_wish.statement” holds {what}"
    assert problem.hint


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_are_accepted(school, text):
    school.edit("en.toml", "en One wish", text)
    assert school.messages() == []


@pytest.mark.parametrize(("text", "path"), PLACES)
def test_every_word_of_an_item_is_plain(school, text, path):
    school.edit("en.toml", text, "**bold**")
    assert any(f"“{path}” holds the sign “*”" in message for message in school.messages())


def test_a_line_break_in_an_item_is_refused(school):
    school.edit("en.toml", '"en One wish"', '"""One\nwish"""')
    assert "paint-a-door/en.toml:43: “items.one_wish.statement” holds a line break" in school.messages()


def test_such_an_activity_is_left_out_and_in_a_translation_english_stands_in(school):
    school.write("paint-a-wall")
    school.edit("es.toml", "es One wish", "*es*", "paint-a-wall")
    school.edit("en.toml", "en One wish", "*en*")
    activities = school.load().activities
    assert list(activities) == ["paint-a-wall"]
    assert activities["paint-a-wall"].wording("es").items["one_wish"].statement == "en One wish"


@pytest.mark.parametrize(("file", "old"), [("scales/en.toml", '"Not yet"'), ("shared/en.toml", '"Good for me"')])
def test_labels_of_scales_and_shared_items_are_plain(small_kit, file, old):
    path = small_kit.root / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, '"**Oh**"'), encoding="utf-8")
    assert any(f"{file}:" in message and "holds the sign “*”" in message for message in small_kit.messages())

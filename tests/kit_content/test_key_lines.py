from __future__ import annotations

from kit_content.sources import Source

TEXT = '''\
title = "A"
script = """
fake = "inside a text"
[fake]
"""
list = [
  "x = 1",
]

[steps.join] # a comment
wall = "B"

[[items]]
id = "one"

[[items]]
id = "two"
options.first = "C"
"quoted key" = 1
'''


def line(*path: str | int) -> int:
    return Source("file.toml", TEXT, {}).line(*path)


def test_keys_tables_and_lists_have_their_line():
    assert (line("title"), line("list"), line("steps", "join", "wall")) == (1, 6, 11)
    assert (line("items"), line("items", 0, "id"), line("items", 1), line("items", 1, "id")) == (13, 14, 16, 17)
    assert (line("items", 1, "options", "first"), line("items", 1, "quoted key")) == (18, 19)


def test_a_missing_key_has_the_line_of_its_table():
    assert line("steps", "join", "script") == 10
    assert line("items", 1, "kind") == 16
    assert line("nothing") == 1


def test_text_inside_a_long_string_is_no_key():
    assert line("fake") == 1

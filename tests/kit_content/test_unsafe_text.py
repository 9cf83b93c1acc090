from __future__ import annotations

import pytest


@pytest.mark.parametrize("unsafe", ["<b>door</b>", "<img src=x onerror=y>", "<!-- door -->", "</p>", "<script"])
def test_html_in_a_wording_is_refused(school, unsafe):
    school.edit("en.toml", 'title = "en Paint a door"', f'title = "{unsafe}"')
    assert "paint-a-door/en.toml:2: “title” holds an HTML tag" in school.messages()
    assert "paint-a-door" not in school.load().activities


@pytest.mark.parametrize("image", ["![door](https://example.org/door.png)", "![a [big] door](x)", "![door]"])
def test_images_in_the_notes_are_refused(school, image):
    school.edit("notes.en.md", "# Notes", f"# Notes\n\n{image}")
    assert "paint-a-door/notes.en.md:3: The text holds a Markdown image" in school.messages()


def test_an_unsafe_translation_gives_way_to_english(school):
    school.edit("es.toml", "es Paint it well.", "![door]")
    assert school.messages() == ["paint-a-door/es.toml:3: “aim” holds a Markdown image"]
    assert school.load().activities["paint-a-door"].wording("es").aim == "en Paint it well."


@pytest.mark.parametrize(
    "unsafe", ["[door](javascript:alert)", "[door](java&#115;cript:alert)", "[door]: data:text/html,door"]
)
def test_links_that_run_something_are_refused(school, unsafe):
    school.edit("notes.en.md", "# Notes", f"# Notes\n\n{unsafe}")
    assert "paint-a-door/notes.en.md:3: The text holds an unsafe link" in school.messages()


@pytest.mark.parametrize("safe", ["5 < 6", "a <3 heart", "[ANAR](https://anar.org)", "Wait!", "x -> y", "1. one"])
def test_plain_markdown_is_accepted(school, safe):
    school.edit("notes.en.md", "# Notes", f"# Notes\n\n{safe}")
    assert school.messages() == []


def test_html_in_the_notes_is_named_with_its_line(school):
    school.edit("notes.es.md", "## No participar", "## No participar\n<br>")
    assert school.messages() == ["paint-a-door/notes.es.md:6: The text holds an HTML tag"]


def test_a_file_larger_than_one_megabyte_is_refused_by_name(school):
    (school.folder / "paint-a-door" / "notes.en.md").write_text("# long\n" * 200_000)
    assert school.messages() == ["paint-a-door/notes.en.md:1: notes.en.md is larger than 1 MB"]


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(school):
    (school.folder / "paint-a-door" / "handout.es.md").write_bytes("# Hoja\n\nni\u00f1os\n".encode("latin-1"))
    assert school.messages() == ["paint-a-door/handout.es.md:3: handout.es.md is not UTF-8 text"]

from __future__ import annotations

import pytest

BREAKS = [
    ('kind = "join"', 'kind = "joyn"', "activity.toml:27: There is no kind “joyn”"),
    ("minutes = 30", 'minutes = "thirty"', "activity.toml:5: “minutes” must be a whole number from 1 to 240"),
    ("sensitive = true", "sensitve = true", "activity.toml:54: “sensitve” is not known here"),
    ('id = "join"', 'id = "Join us"', "activity.toml:26: “Join us” is not a valid id"),
    ('id = "one_wish"', 'id = "kinds_known"', "activity.toml:52: The id “kinds_known” stands twice"),
    ('scale = "not_yet_yes_clearly"', 'scale = "smileys"', "activity.toml:43: There is no scale “smileys”"),
    ('"L2"', '"X9"', "activity.toml:12: There is no lifecomp code “X9”"),
    ('module = "career-literacy"', 'module = "sports"', "activity.toml:3: There is no module “sports”"),
    ('licence = "CC-BY-4.0"', "", "activity.toml:1: “licence” is missing"),
    ('slug = "paint-a-door"', 'slug = "paint"', "activity.toml:1: The slug “paint” must be the name of the folder"),
]


@pytest.mark.parametrize(("old", "new", "message"), BREAKS)
def test_a_broken_activity_is_left_out_with_file_and_line(school, old, new, message):
    school.write("paint-a-wall")
    school.edit("activity.toml", old, new)
    kit = school.load()
    assert any(found.startswith(f"paint-a-door/{message}") for found in school.messages()), school.messages()
    assert "paint-a-door" not in kit.activities
    assert "paint-a-wall" in kit.activities


def test_all_problems_are_listed_at_once(school):
    school.edit("activity.toml", 'kind = "text"', 'kind = "essay"')
    school.edit("activity.toml", "sensitivity = 1", "sensitivity = 7")
    school.edit("en.toml", 'title = "en Paint a door"', "")
    assert school.messages() == [
        "paint-a-door/activity.toml:1: The activity is left out",
        "paint-a-door/activity.toml:7: “sensitivity” must be a whole number from 0 to 2",
        "paint-a-door/activity.toml:53: There is no kind “essay”",
        "paint-a-door/en.toml:1: “title” is missing",
    ]


def test_a_syntax_error_names_its_line(school):
    school.edit("activity.toml", 'age = "15+"', 'age = "15+')
    [problem] = school.problems()
    assert (problem.file, problem.line) == ("our-own/paint-a-door/activity.toml", 6)
    assert "not valid TOML" in problem.message


def test_an_activity_without_any_wording_is_left_out(school):
    for language in ("en", "es", "el"):
        (school.folder / "paint-a-door" / f"{language}.toml").unlink()
    assert "paint-a-door" not in school.load().activities


def test_a_misspelt_word_gets_a_hint(school):
    school.edit("activity.toml", 'kind = "reflect"', 'kind = "relfect"')
    assert "Did you mean “reflect”?" in [problem.hint for problem in school.problems()]


@pytest.mark.parametrize("file", ["activity.toml", "en.toml"])
def test_whichever_line_is_lost_nothing_raises(school, file):
    path = school.folder / "paint-a-door" / file
    lines = path.read_text(encoding="utf-8").splitlines()
    for lost in range(0, len(lines), 2):
        path.write_text("\n".join(lines[:lost] + lines[lost + 1 :]), encoding="utf-8")
        assert school.load().names

from __future__ import annotations


def test_the_wall_shows_at_most_25_words(school):
    school.edit("el.toml", "el Answer.", " ".join(["Μία λέξη."] * 13))
    assert school.messages() == ["paint-a-door/el.toml:21: The wall shows 26 words in “reflect”"]


def test_notes_of_a_sensitive_activity_say_whom_to_tell_and_how_to_sit_out(school):
    school.edit("notes.es.md", "## A quién avisar antes", "## Antes")
    school.edit("notes.en.md", "## Sitting out", "## Seats")
    assert school.messages() == [
        "paint-a-door/notes.en.md:1: The notes in English have no section “Sitting out without questions”",
        "paint-a-door/notes.es.md:1: The notes in Español have no section “A quién avisar antes”",
    ]


def test_an_activity_that_is_not_sensitive_needs_no_such_sections(school):
    school.edit("activity.toml", "sensitivity = 1", "sensitivity = 0")
    school.edit("notes.en.md", "## Sitting out", "## Seats")
    assert school.messages() == []


def test_a_handout_ends_with_its_licence(school):
    school.edit("handout.es.md", "Open Roads kit, CC BY 4.0", "Fin")
    assert school.messages() == ["paint-a-door/handout.es.md:3: The handout does not end with its licence"]


def test_a_missing_handout_is_named(school):
    (school.folder / "paint-a-door" / "handout.en.md").unlink()
    assert school.messages() == ["paint-a-door/handout.en.md:1: handout.en.md is missing"]

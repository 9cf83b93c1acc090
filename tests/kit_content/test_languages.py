from __future__ import annotations


def test_english_stands_in_for_a_missing_language(school):
    (school.folder / "paint-a-door" / "es.toml").unlink()
    wording = school.load().activities["paint-a-door"].wording("es")
    assert (wording.language, wording.fallback, wording.title) == ("en", True, "en Paint a door")


def test_english_stands_in_for_a_single_missing_text(school):
    school.edit("el.toml", 'wall = "el Answer."\n', "")
    wording = school.load().activities["paint-a-door"].wording("el")
    assert (wording.language, wording.fallback, wording.title) == ("el", True, "el Paint a door")
    assert wording.steps["reflect"].wall == "en Answer."


def test_a_language_the_kit_does_not_speak_gets_english(school):
    wording = school.load().activities["paint-a-door"].wording("fr")
    assert (wording.language, wording.fallback) == ("en", True)


def test_a_school_may_write_in_its_own_language_only(school):
    for language in ("en", "es"):
        (school.folder / "paint-a-door" / f"{language}.toml").unlink()
    wording = school.load().activities["paint-a-door"].wording("en")
    assert (wording.language, wording.fallback, wording.title) == ("el", True, "el Paint a door")


def test_english_notes_stand_in_where_learners_see_nothing_of_it(school):
    (school.folder / "paint-a-door" / "notes.es.md").unlink()
    activity = school.load().activities["paint-a-door"]
    assert activity.notes("es") == activity.notes("en")
    assert not activity.wording("es").fallback


def test_a_text_nobody_uses_is_named(school):
    school.edit("es.toml", "[items.one_wish]", "[items.one_wsh]")
    assert "paint-a-door/es.toml:43: “items.one_wsh.statement” is not used" in school.messages()


def test_reviewed_is_yes_or_no(school):
    school.edit("en.toml", "reviewed = false", 'reviewed = "no"')
    assert school.messages() == ["paint-a-door/en.toml:1: “reviewed” must be true or false"]

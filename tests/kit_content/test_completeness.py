from __future__ import annotations

import pytest

from kit_content import Completeness

ALL = Completeness(wording=True, reviewed=False, notes=True, handout=True, exhibits=True)

FILES = [
    ("notes.es.md", "notes"),
    ("handout.es.md", "handout"),
    ("exhibits/door.care.es.md", "exhibits"),
    ("es.toml", "wording"),
]
TEXTS = ['follow_up = "es a second coat"\n', 'lower = "es Fewer"\n', 'materials = ["es a door", "es paint"]\n']


def of(school, language="es"):
    return school.load().activities["paint-a-door"].completeness(language)


def test_everything_is_written(school):
    assert [of(school, language) for language in ("en", "es", "el")] == [ALL] * 3


def test_a_person_has_read_it(school):
    school.edit("es.toml", "reviewed = false", "reviewed = true")
    assert of(school).reviewed and not of(school, "el").reviewed


def test_nothing_is_written_in_a_language_without_files(school):
    school.forget("es")
    assert of(school) == Completeness()
    assert of(school, "fr") == Completeness()


@pytest.mark.parametrize(("file", "part"), FILES)
def test_a_missing_file_is_seen(school, file, part):
    (school.folder / "paint-a-door" / file).unlink()
    assert not getattr(of(school), part)
    assert getattr(of(school, "el"), part)


@pytest.mark.parametrize("lost", TEXTS)
def test_a_single_missing_text_is_seen(school, lost):
    school.edit("es.toml", lost, "")
    assert not of(school).wording


def test_a_label_that_the_kit_lacks_is_seen(school):
    path = school.root / "scales" / "es.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('not_yet = "Todavía no"\n', ""), encoding="utf-8")
    assert not of(school).wording and of(school, "el").wording


def test_english_left_in_a_translation_is_not_written(school):
    school.edit("es.toml", "es I know kinds of doors.", "en I know kinds of doors.")
    assert not of(school).wording


def test_a_copied_paper_is_not_written(school):
    home = school.folder / "paint-a-door"
    for file in ("notes.{}.md", "handout.{}.md", "exhibits/door.care.{}.md"):
        (home / file.format("es")).write_text((home / file.format("en")).read_text(encoding="utf-8"))
    assert (of(school).notes, of(school).handout, of(school).exhibits) == (False, False, False)


def test_short_words_may_be_the_same(school):
    school.edit("es.toml", "es Paint a door", "en Paint a door")
    assert of(school).wording

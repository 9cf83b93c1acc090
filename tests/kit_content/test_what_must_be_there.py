"""The kit speaks all its languages where learners look; a school begins with one."""

from __future__ import annotations

import pytest

HOME = "activities/paint-a-door"
SHORT = ("short_path = false", "short_path = true")


@pytest.mark.parametrize("file", ["es.toml", "exhibits/door.care.es.md"])
def test_the_kit_shows_everything_in_every_language(small_kit, file):
    (small_kit.folder / "paint-a-door" / file).unlink()
    assert small_kit.messages() == [f"{HOME}/{file}:1: {file.rpartition('/')[2]} is missing"]


def test_a_single_missing_translation_is_named_by_line(small_kit):
    small_kit.edit("el.toml", 'wall = "el Answer."\n', "")
    assert small_kit.messages() == [f"{HOME}/el.toml:20: “steps.reflect.wall” is missing"]


@pytest.mark.parametrize("file", ["notes.es.md", "handout.es.md"])
def test_paper_is_translated_for_the_short_path_only(small_kit, file):
    (small_kit.folder / "paint-a-door" / file).unlink()
    assert small_kit.messages() == []
    small_kit.edit("activity.toml", *SHORT)
    assert small_kit.messages() == [f"{HOME}/{file}:1: {file} is missing"]


@pytest.mark.parametrize("file", ["notes.en.md", "handout.en.md"])
def test_paper_is_always_there_in_english(small_kit, file):
    (small_kit.folder / "paint-a-door" / file).unlink()
    assert small_kit.messages() == [f"{HOME}/{file}:1: {file} is missing"]


def test_a_school_needs_one_language_only(school):
    school.forget("es")
    school.forget("el")
    assert school.messages() == []
    assert "paint-a-door" in school.load().activities


def test_that_language_need_not_be_english(school):
    school.forget("en")
    school.forget("es")
    assert school.messages() == []
    (school.folder / "paint-a-door" / "notes.el.md").unlink()
    assert school.messages() == ["paint-a-door/notes.el.md:1: notes.el.md is missing"]


def test_what_a_school_has_begun_in_another_language_may_wait(school):
    school.edit("es.toml", 'wall = "es Answer."\n', "")
    assert school.messages() == []


def test_but_what_is_wrong_in_it_is_named(school):
    school.edit("es.toml", "es Answer.", "<b>es</b>")
    assert school.messages() == ["paint-a-door/es.toml:21: “steps.reflect.wall” holds an HTML tag"]

from __future__ import annotations

import pytest

from kit_content import Scale


@pytest.fixture
def activity(school):
    return school.load().activities["paint-a-door"]


def test_a_complete_activity_has_no_problems(school):
    assert school.messages() == []


def test_the_structure_is_read(activity):
    assert (activity.module, activity.minutes, activity.sensitivity, activity.short_path) == (
        "career-literacy",
        30,
        1,
        False,
    )
    assert activity.lifecomp == ("L2", "S3")
    assert activity.trades == ("metal", "care")
    assert [step.kind for step in activity.steps] == ["exhibit", "join", "reflect", "reveal"]
    assert (activity.steps[0].timer, activity.steps[0].exhibit) == (240, "door")


def test_items_take_scale_version_and_sensitivity(activity):
    kinds_known, surprised_by, one_wish, how_was_this = activity.items
    assert kinds_known.scale == Scale("not_yet_yes_clearly", kinds_known.points, "one_way")
    assert kinds_known.points == ("not_yet", "a_little", "partly", "mostly", "yes_clearly")
    assert (kinds_known.version, surprised_by.version) == (1, 2)
    assert (one_wish.sensitive, one_wish.points) == (True, ())
    assert (how_was_this.kind, how_was_this.sensitive) == ("single_choice", True)


def test_texts_come_in_each_language(activity):
    for language in ("en", "es", "el"):
        wording = activity.wording(language)
        assert (wording.language, wording.fallback, wording.title) == (language, False, f"{language} Paint a door")
        assert wording.steps["reflect"].script == f"{language} Say: answer.\nAvoid: looking over shoulders."
        assert activity.notes(language).startswith("# ")
        assert "CC BY 4.0" in activity.handout(language)


def test_an_item_has_words_for_every_point(activity):
    items = activity.wording("es").items
    assert items["kinds_known"].points["yes_clearly"] == "Sí, claramente"
    assert (items["kinds_known"].then_label, items["kinds_known"].higher) == ("es Before", "es More")
    assert items["surprised_by"].points == {
        "colour": "es The colour",
        "hinges": "es The hinges",
        "none_of_these": "Ninguna de estas opciones",
    }
    assert items["surprised_by"].finding == "es What surprised us"
    assert items["how_was_this"].points["too_much"] == "Demasiado para mí"
    assert (items["one_wish"].points, items["one_wish"].finding) == ({}, None)


def test_nothing_is_kept_between_two_loads(school):
    school.load()
    school.edit("en.toml", "Paint a door", "Paint a gate")
    assert school.load().activities["paint-a-door"].wording("en").title == "en Paint a gate"


def test_windows_line_ends_and_a_byte_order_mark_are_accepted(school):
    path = school.folder / "paint-a-door" / "en.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert school.messages() == []

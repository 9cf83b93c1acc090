from __future__ import annotations

import pytest

ACTIVE = [
    "<script>x</script>",
    '<g onload="x()"/>',
    "<g/onload=x>",
    '<use href="http://example.org/d.svg#a"/>',
    '<rect fill="url(http://example.org/d.svg#a)"/>',
]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text>{0}</text></svg>\n'


@pytest.fixture
def exhibits(school):
    return school.folder / "paint-a-door" / "exhibits"


def test_each_trade_sees_its_own_exhibit(school):
    activity = school.load().activities["paint-a-door"]
    shown = activity.exhibit("door", "care", "es")
    assert (shown.text, shown.svg, shown.alt) == ("# es door for care\n", None, "es A wide door")


def test_without_a_trade_the_first_one_is_shown(school):
    activity = school.load().activities["paint-a-door"]
    assert activity.exhibit("door", None, "en").text == "# en door for metal\n"
    assert activity.exhibit("door", "hair", "en").text == "# en door for metal\n"


def test_an_exhibit_that_no_step_shows_is_unknown(school):
    with pytest.raises(KeyError):
        school.load().activities["paint-a-door"].exhibit("window", None, "en")


def test_english_stands_in_for_a_missing_exhibit(school, exhibits):
    (exhibits / "door.metal.el.md").unlink()
    activity = school.load().activities["paint-a-door"]
    assert activity.exhibit("door", "metal", "el").text == "# en door for metal\n"
    assert activity.wording("el").fallback


def test_an_exhibit_missing_for_a_whole_trade_leaves_the_activity_out(school, exhibits):
    for path in exhibits.glob("door.care.*"):
        path.unlink()
    assert "paint-a-door" not in school.load().activities


def test_one_exhibit_may_serve_every_trade(school, exhibits):
    for path in list(exhibits.glob("door.metal.*")):
        path.rename(exhibits / path.name.replace(".metal", ""))
    for language in ("en", "es", "el"):
        school.edit(f"{language}.toml", "[exhibits.door.metal]", "[exhibits.door]")
    activity = school.load().activities["paint-a-door"]
    assert school.messages() == []
    assert activity.exhibit("door", "metal", "es").text == "# es door for metal\n"
    assert activity.exhibit("door", "care", "es").text == "# es door for care\n"


def test_an_exhibit_may_be_a_drawing(school, exhibits):
    (exhibits / "door.metal.en.md").unlink()
    (exhibits / "door.metal.en.svg").write_text(DRAWING.format('<use href="#a"/>'))
    shown = school.load().activities["paint-a-door"].exhibit("door", "metal", "en")
    assert (shown.text, shown.svg, shown.alt) == (None, exhibits / "door.metal.en.svg", "en A steel door")


@pytest.mark.parametrize(
    "active", ["<script>x</script>", '<g onload="x()"/>', '<image href="http://example.org/d.png"/>']
)
def test_a_drawing_that_runs_or_loads_something_is_refused(school, exhibits, active):
    (exhibits / "door.metal.en.md").unlink()
    (exhibits / "door.metal.en.svg").write_text(DRAWING.format(active))
    [message] = school.messages()
    assert message.startswith("paint-a-door/exhibits/door.metal.en.svg:1: The drawing holds")


def test_every_exhibit_needs_an_alt_text(school):
    school.edit("en.toml", 'alt = "en A steel door"\n', "")
    assert "paint-a-door/en.toml:45: “exhibits.door.metal.alt” is missing" in school.messages()
    assert "paint-a-door" not in school.load().activities


def test_an_exhibit_begins_with_a_title(school, exhibits):
    (exhibits / "door.care.en.md").write_text("A door\n")
    assert school.messages() == ["paint-a-door/exhibits/door.care.en.md:1: The exhibit has no title"]


def test_files_that_no_step_shows_are_named(school, exhibits):
    (exhibits / "window.en.md").write_text("# Window\n")
    (exhibits / "Door final.md").write_text("# Door\n")
    assert school.messages() == [
        "paint-a-door/exhibits/Door final.md:1: “Door final.md” is not the name of an exhibit",
        "paint-a-door/exhibits/window.en.md:1: No step shows this exhibit",
    ]

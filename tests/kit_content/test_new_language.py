from __future__ import annotations

import shutil

import pytest
from babel import Locale

from kit_content import LANGUAGES, new_languages
from kit_content.checks import check_kit
from kit_content.loader import KIT_FOLDER, read_kit
from kit_content.sources import Refused


@pytest.fixture
def copy(tmp_path):
    """The real kit, to write into."""
    root = tmp_path / "kit_content"
    shutil.copytree(KIT_FOLDER, root, ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.mo", "fonts"))
    return root


def problems(root):
    return [str(problem) for problem in check_kit(root=root)]


def test_norwegian_has_every_file_and_brings_no_problem(copy, monkeypatch):
    before = problems(copy)
    written = {path.relative_to(copy).as_posix() for path in new_languages.write(new_languages.known("no"), copy)}
    for file in ("modules.no.toml", "scales/no.toml", "shared/no.toml", "shared/headings.toml",
                 "activities/where-we-start/no.toml", "activities/where-we-start/notes.no.md",
                 "activities/where-we-start/handout.no.md", "activities/where-we-start/exhibits/rules.no.md",
                 "activities/advert-under-the-lamp/exhibits/advert.metal.no.md",
                 "locales/no/LC_MESSAGES/open_roads.po"):  # fmt: skip
        assert file in written
    monkeypatch.setitem(LANGUAGES, "no", "Norsk")
    assert problems(copy) == before


def test_no_is_a_language_and_never_a_false(copy, monkeypatch):
    new_languages.write(new_languages.known("no"), copy)
    monkeypatch.setitem(LANGUAGES, "no", "Norsk")
    path = copy / "activities" / "where-we-start" / "no.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('title = "', 'title = "Hei: ', 1), encoding="utf-8")
    kit = read_kit(root=copy).kit
    wording = kit.activities["where-we-start"].wording("no")
    assert (wording.language, wording.title[:4], wording.fallback, wording.reviewed) == ("no", "Hei:", True, False)
    assert kit.module_title("wellbeing", "no") == "Wellbeing"


def test_english_in_its_place_is_labelled_and_does_not_count_as_written(copy, monkeypatch):
    new_languages.write(new_languages.known("no"), copy)
    monkeypatch.setitem(LANGUAGES, "no", "Norsk")
    done = read_kit(root=copy).kit.activities["where-we-start"].completeness("no")
    assert not (done.wording or done.reviewed or done.notes or done.handout or done.exhibits)


def test_every_sentence_of_the_interface_is_still_to_translate(copy):
    new_languages.write(new_languages.known("no"), copy)
    text = (copy / "locales" / "no" / "LC_MESSAGES" / "open_roads.po").read_text(encoding="utf-8")
    assert "Language: no" in text and 'msgid "Rather not say"\nmsgstr ""\n' in text


def test_a_second_time_nothing_is_written_over(copy):
    new_languages.write(new_languages.known("no"), copy)
    path = copy / "shared" / "no.toml"
    path.write_text("# our work\n")
    assert new_languages.write(new_languages.known("no"), copy) == []
    assert path.read_text() == "# our work\n"


def test_what_was_lost_of_a_language_comes_back(copy):
    lost = copy / "activities" / "where-we-start" / "notes.es.md"
    lost.unlink()
    assert lost in new_languages.write(new_languages.known("es"), copy)


@pytest.mark.parametrize("code", ["xx", "NO", "norsk", "n", "../no", "", "en", "no_NO"])
def test_what_is_no_new_language_is_refused(code):
    with pytest.raises(Refused):
        new_languages.known(code)


def test_what_remains_is_said():
    steps = " ".join(new_languages.what_remains(Locale("no")))
    assert 'schema.py: add "no": "Norsk" to LANGUAGES' in steps and "headings.toml" in steps
    assert "_RIGHT_TO_LEFT" not in steps
    assert "_RIGHT_TO_LEFT" in " ".join(new_languages.what_remains(Locale("ar")))
    assert "LANGUAGES" not in " ".join(new_languages.what_remains(Locale("es")))

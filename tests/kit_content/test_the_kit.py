"""The kit that is shipped: every activity in every language, and the scales, names and headings they share."""

from __future__ import annotations

import tomllib

import pytest
from markdown_it import MarkdownIt

from kit_content import LANGUAGES, load_kit
from kit_content.checks import MOST_WORDS_OF_A_HANDOUT, MOST_WORDS_ON_THE_WALL, check_kit
from kit_content.loader import KIT_FOLDER
from kit_content.locks import LOCK_FILE, Locked, asks_of, hash_of, read_lock
from kit_content.schema import CDI, CMS, FIRST_LANGUAGE, LIFECOMP
from kit_content.sources import Findings

SLUGS = sorted(path.parent.name for path in (KIT_FOLDER / "activities").glob("*/activity.toml"))
SHORT_PATH = {
    "where-we-start", "advert-under-the-lamp", "three-roads-from-here", "says-who", "first-week-new-crew",
    "my-support-map", "how-far-we-came",
}  # fmt: skip
# As the pages render it.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")

every_activity = pytest.mark.parametrize("slug", SLUGS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def kit():
    return load_kit()


@pytest.fixture
def activity(kit, slug):
    return kit.activities[slug]


def test_the_kit_has_no_problems():
    assert [str(problem) for problem in check_kit()] == []


def test_nineteen_activities_can_be_taught(kit):
    assert len(kit.activities) == len(SLUGS) == 19


def test_the_short_path_has_seven_sessions_and_begins_where_we_start(kit):
    short = [activity.slug for activity in kit.activities.values() if activity.short_path]
    assert (short[0], set(short)) == ("where-we-start", SHORT_PATH)


@every_activity
@every_language
def test_an_activity_is_written_in_every_language(activity, language):
    done = activity.completeness(language)
    assert done.wording and done.exhibits
    assert not activity.wording(language).fallback
    if activity.short_path or language == FIRST_LANGUAGE:
        assert done.notes and done.handout


@every_activity
@every_language
def test_every_item_has_words_of_its_own(activity, language):
    for item in activity.items:
        wording = activity.wording(language).items[item.id]
        labels = list(wording.points.values())
        assert wording.statement and all(labels) and len(set(labels)) == len(item.points)
        assert (None not in (wording.then_label, wording.lower, wording.higher)) == (item.kind == "then_now")


@every_activity
@every_language
def test_a_wall_shows_few_words(activity, language):
    walls = [step.wall.split() for step in activity.wording(language).steps.values()]
    assert len(walls) == len(activity.steps)
    assert all(0 < len(words) <= MOST_WORDS_ON_THE_WALL for words in walls)


@every_activity
@every_language
def test_a_handout_renders_to_one_page(activity, language):
    page = MARKDOWN.render(activity.handout(language))
    assert page.startswith("<h1>") and "CC BY 4.0" in page.splitlines()[-1]
    assert "|--" not in page and "&lt;" not in page
    assert len(activity.handout(language).replace("|", " ").split()) <= MOST_WORDS_OF_A_HANDOUT


@every_activity
@every_language
def test_every_exhibit_can_be_shown_for_every_trade(activity, language):
    for step in activity.steps:
        for trade in (None, *activity.trades) if step.exhibit else ():
            shown = activity.exhibit(step.exhibit, trade, language)
            assert shown.alt and (shown.svg or MARKDOWN.render(shown.text or "").startswith("<h1>"))


@every_activity
def test_minutes_add_up_and_codes_are_real(activity):
    assert sum(step.minutes for step in activity.steps) == activity.minutes
    assert set(activity.lifecomp) <= set(LIFECOMP) and activity.lifecomp
    assert set(activity.cms) <= set(CMS) and set(activity.cdi) <= set(CDI)
    assert activity.licence == "CC-BY-4.0"


@every_activity
def test_an_exhibit_per_trade_has_the_four_trades_at_least(activity):
    assert not activity.trades or set(activity.trades) >= {"metal", "care", "food", "it"}


@every_activity
def test_every_version_of_an_item_stands_in_the_lock(activity):
    lock = read_lock(KIT_FOLDER, "kit_content", Findings())
    assert lock is not None, f"python -m kit_content lock writes {LOCK_FILE}"
    for item in activity.items:
        place = activity.slug if item.id in lock.get(activity.slug, {}) else "_shared"
        now = Locked(asks_of(item), hash_of(item, activity.wording(FIRST_LANGUAGE).items[item.id]))
        assert lock[place][item.id][item.version] == now


@every_language
def test_modules_and_competences_have_names(kit, language):
    assert all(kit.module_title(module, language) != module for module in kit.modules)
    assert all(kit.lifecomp_name(code, language) != code for code in LIFECOMP)
    assert all(kit.cms_name(code, language) != code for code in CMS)
    assert all(kit.cdi_name(code, language) != code for code in CDI)


def test_names_in_an_unknown_language_are_english(kit):
    assert kit.module_title("wellbeing", "fr") == "Wellbeing"


@pytest.mark.parametrize("file", ["shared/{}.toml", "scales/{}.toml", "modules.{}.toml"])
def test_common_texts_are_translated(file):
    texts = [(KIT_FOLDER / file.format(language)).read_text(encoding="utf-8") for language in LANGUAGES]
    assert len({tuple(sorted(tomllib.loads(text))) for text in texts}) == 1
    assert len(set(texts)) == len(LANGUAGES)

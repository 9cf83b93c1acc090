"""Words that worry, in a real browser: the writer's own page says again who can help, and nobody else learns of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from kit_content import LANGUAGES
from pages.ui.worrying import url
from tests.browser.conftest import LAPTOP, PHONE, Room, keyed, press, wait_until
from tests.conftest import serving
from tests.kit import shipped_kit

SENTENCES = Path(__file__).parent / "worrying"
LINE = "Are things hard for you, or for a friend? You can talk to Nina, 12, 9–10. Or call 116 111."
FIND = """async ([words, texts]) => {
    const { reader } = await import("/assets/seat_support.js");
    const worries = reader(await (await fetch(words)).json());
    return texts.filter((text) => worries(text));
}"""


@pytest.fixture(scope="module")
def reading(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of the server, without a lesson, to read sentences with."""
    with serving(tmp_path_factory.mktemp("empty")) as server:
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"{server.url}/healthz")
        yield page
        context.close()


def sentences(language: str, kind: str) -> list[str]:
    return tomllib.loads((SENTENCES / f"{language}.toml").read_text(encoding="utf-8"))[kind]


def found(page: Page, texts: list[str]) -> list[str]:
    result: list[str] = page.evaluate(FIND, ["/kit/static/worrying.json", texts])
    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_worry_are_recognised(reading: Page, language: str) -> None:
    texts = sentences(language, "worrying")
    assert len(texts) >= 25 and found(reading, texts) == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_work_and_figures_of_speech_are_left_alone(reading: Page, language: str) -> None:
    texts = sentences(language, "harmless")
    assert len(texts) >= 25 and found(reading, texts) == []


def test_what_learners_read_in_the_kit_does_not_worry(reading: Page) -> None:
    activities = shipped_kit().activities.values()
    exhibits = [each.text or "" for activity in activities for each in activity.texts.exhibits.values()]
    handouts = [each for activity in activities for each in activity.texts.handouts.values()]
    lines = sorted({line for text in (*exhibits, *handouts) for line in text.splitlines() if line.strip()})
    assert len(lines) > 1000 and found(reading, lines) == []


def test_browsers_keep_the_words_by_their_address(reading: Page) -> None:
    kept = "async (url) => (await fetch(url)).headers.get('cache-control')"
    assert "immutable" in reading.evaluate(kept, url()) and "no-cache" in reading.evaluate(kept, url().split("?")[0])


def test_nothing_reaches_over_the_end_of_a_sentence(reading: Page) -> None:
    assert found(reading, ["My boss. Hits me", "My boss hits me"]) == ["My boss hits me"]


def writer(room: Room, size: dict[str, int] = LAPTOP) -> Page:
    """A learner in a lesson that is open and asks for a text."""
    run_id = room.start_lesson()
    room.open_items(run_id)
    return room.learner(size)


def box(page: Page) -> Locator:
    return page.locator("textarea")


def line(page: Page) -> Locator:
    return page.locator(".roads-strip [role=status]")


def write(page: Page, text: str) -> None:
    box(page).click()
    page.keyboard.type(text)


def draw_in_spanish(page: Page) -> None:
    """Change the language, at which the page looks at the text at once, and not when the hands rest."""
    page.locator(".roads-languages a[lang=es]").click()
    page.locator("html[lang=es]").wait_for(state="attached")
    page.evaluate("async () => { for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame); }")


def test_the_line_appears_in_the_strip_and_goes_when_the_text_is_gone(room: Room) -> None:
    learner = writer(room)
    write(learner, "my dad hits me")
    line(learner).get_by_text(LINE).wait_for()
    assert learner.get_by_text("If you need help, tell Nina").last.is_hidden()
    box(learner).fill("")
    wait_until(learner, lambda: line(learner).text_content() == "")


def test_once_shown_it_stays_while_there_is_text_in_another_language_too(room: Room) -> None:
    learner = writer(room)
    write(learner, "My dad hits me")
    line(learner).get_by_text(LINE).wait_for()
    for _ in " hits me":
        learner.keyboard.press("Backspace")
    draw_in_spanish(learner)
    assert box(learner).input_value() == "My dad" and "116\N{NO-BREAK SPACE}111" in (line(learner).text_content() or "")


def test_on_other_words_nothing_appears(room: Room) -> None:
    learner = writer(room)
    write(learner, "Hitting metal is killing my back")
    draw_in_spanish(learner)
    assert line(learner).text_content() == ""


def test_nothing_moves_on_a_phone(room: Room) -> None:
    learner = writer(room, PHONE)
    while not box(learner).is_visible():
        learner.locator(".roads-next").click()
    box(learner).click()
    before = box(learner).bounding_box()
    learner.keyboard.type("i want to die")
    line(learner).get_by_text(LINE).wait_for()
    assert box(learner).bounding_box() == before


def test_no_request_and_no_message_follows_from_what_is_written(room: Room) -> None:
    learner = writer(room)
    box(learner).wait_for()
    wait_until(learner, lambda: any("worrying.json" in address for address in room.requests))
    sent: list[str] = []
    learner.on("request", lambda request: sent.append(request.url))
    learner.on("websocket", lambda socket: sent.append(socket.url))
    write(learner, "no quiero vivir")
    line(learner).get_by_text(LINE).wait_for()
    assert [address for address in sent if "/_stcore/" not in address] == []


def test_after_a_reload_the_line_stands_again_and_after_sending_nothing_of_it_is_kept(room: Room) -> None:
    learner = writer(room)
    write(learner, "8elw na pe8anw")
    line(learner).get_by_text(LINE).wait_for()
    learner.reload()
    line(learner).get_by_text(LINE).wait_for()
    press(learner, "reflect_skip_all")
    keyed(learner, "reflect_done").wait_for()
    assert learner.locator(".roads-strip").count() == 0
    kept = learner.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }])")
    assert "heavy" not in kept and "pe8anw" not in kept

"""A whole lesson with the keyboard alone, by a learner and by a teacher; the focus is always seen, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from data import runs, texts
from data.runs import Run
from tests.browser.conftest import LAPTOP, PHONE, WALL, keyed, saved, wait_for_items, wait_until
from tests.browser.made_up_school import SCALE_AND_RANKING, WORDS_AND_TEXT, MadeUpSchool, made_up_school, settled

# More stops than any page of ours has: who presses Tab so often goes round in circles.
MOST_STOPS = 150
# Pixels around a widget in which its ring lies; a ring may be cut off or covered in a few places.
ROOM = 8
MOSTLY = 0.8
# Where the focus is: the widget's key, what it is, and where its box stands in the page, not on the screen.
_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const named = (one) => [...one.classList].filter((name) => name.startsWith("st-key-")).map((name) => name.slice(7));
  const keys = [];
  for (let one = at; one; one = one.parentElement) keys.push(...named(one));
  const box = (at.closest("label") ?? at).getBoundingClientRect();
  const main = document.querySelector("[data-testid=stMain]");
  const { visibility, opacity } = getComputedStyle(at.closest("label") ?? at);
  return {
    keys, tag: at.tagName.toLowerCase(), type: at.type ?? "", role: at.getAttribute("role") ?? "",
    said: (at.getAttribute("aria-label") || at.textContent || at.value || "").trim().slice(0, 40),
    x: box.left, y: box.top, width: box.width, height: box.height, scrolled: main?.scrollTop ?? 0,
    isSeen: visibility === "visible" && Number(opacity) > 0.1 && box.right > 0 && box.left < innerWidth,
  };
}"""

# What a teacher presses after the items are open, and what stands there then.
LESSON = (
    ("console_open", "console_close"),
    ("console_close", "console_keep_open"),
    ("console_keep_open", "console_close"),
    ("console_close", "console_keep_open"),
    ("console_close", "console_reveal"),
)

Focus = dict[str, object]


@pytest.fixture(scope="module")
def school(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUpSchool]:
    with made_up_school(chromium, tmp_path_factory.mktemp("keys") / "data") as school:
        yield school


def focus(page: Page) -> Focus | None:
    """What has the focus; None for nothing, which is where it was lost."""
    found: Focus | None = page.evaluate(_FOCUS)
    return found


def has_focus(page: Page, key: str) -> bool:
    at = focus(page)
    return at is not None and key in at["keys"]  # type: ignore[operator]


def tab_to(page: Page, key: str) -> None:
    """Press Tab until the focus is in the widget with this key."""
    passed = []
    for _ in range(MOST_STOPS):
        if has_focus(page, key):
            return
        page.keyboard.press("Tab")
        passed.append((focus(page) or {}).get("said"))
    raise AssertionError(f"Tab does not lead to {key}, only through {passed}")


def enter(page: Page, key: str) -> None:
    tab_to(page, key)
    page.keyboard.press("Enter")


def stops(page: Page) -> Iterator[Focus]:
    """Where Tab leads from the beginning of the page, until it leaves it."""
    page.evaluate("document.activeElement?.blur(); document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)")
    first = None
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = focus(page)
        if at is None or (at["said"], at["keys"], at["tag"]) == first:
            return
        first = first or (at["said"], at["keys"], at["tag"])
        yield at
    raise AssertionError("Tab never leaves the page")


def answer_what_has_the_focus(page: Page, at: Focus, places: Iterator[int]) -> None:
    """Answer one widget, as somebody would who cannot point."""
    keys = at["keys"]
    if at["type"] == "radio" and any(key.rpartition("_")[2].isdigit() for key in keys):  # type: ignore[union-attr, attr-defined]
        for _ in range(next(places)):
            page.keyboard.press("ArrowRight")
    elif at["type"] == "radio" or "item_" in " ".join(keys) and at["tag"] == "button":  # type: ignore[arg-type]
        page.keyboard.press("Space")
    elif at["type"] == "text" or at["tag"] == "textarea":
        page.keyboard.type("team")
    elif at["type"] == "checkbox" and any(key.startswith("share_") for key in keys):  # type: ignore[union-attr, attr-defined]
        page.keyboard.press("Space")


def answer_all_by_keys(page: Page) -> None:
    """From the first item to Send, the Tab key between them."""
    places = iter(range(1, 20))
    tab_to_first_item(page)
    for _ in range(MOST_STOPS):
        if has_focus(page, "reflect_send"):
            return
        at = focus(page)
        assert at is not None
        if any(key.startswith(("item_", "share_")) for key in at["keys"]):  # type: ignore[attr-defined]
            answer_what_has_the_focus(page, at, places)
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not lead to Send")


def tab_to_first_item(page: Page) -> None:
    for _ in range(MOST_STOPS):
        at = focus(page)
        if at is not None and any(key.startswith("item_") for key in at["keys"]):  # type: ignore[attr-defined]
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not lead to an item")


@pytest.mark.parametrize("name, slug", [("IT 2", WORDS_AND_TEXT), ("Food 1", SCALE_AND_RANKING)])
def test_a_learner_does_a_lesson_without_pointing(school: MadeUpSchool, name: str, slug: str) -> None:
    run = school.start(name, slug)
    page = school.person(LAPTOP)
    page.goto("/")
    page.locator(".roads-seat").wait_for(state="attached")
    tab_to(settled(page), "reflect_code")
    page.keyboard.type(run.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**seat=**")
    wait_until(page, lambda: says_where(page))
    page.evaluate("document.activeElement.blur()")  # so that only the next screen's heading is waited for
    school.open_items(run)
    wait_for_items(page)
    wait_until(page, lambda: says_where(page))
    answer_all_by_keys(page)
    page.keyboard.press("Enter")
    saved(page).or_(page.locator(".roads-open")).first.wait_for()
    assert page.locator(".roads-open").all_inner_texts() == []
    wait_until(page, lambda: focus(page) is not None)
    enter(page, "reflect_done")
    keyed(page, "reflect_code").wait_for()
    wait_until(page, lambda: says_where(page))


def says_where(page: Page) -> bool:
    """The focus stands on the heading of the screen, from which it is read."""
    return bool(page.evaluate("document.activeElement.matches('h1.roads-title')"))


def test_a_phone_with_a_keyboard_goes_from_item_to_item(school: MadeUpSchool) -> None:
    run = school.start("IT 2", SCALE_AND_RANKING)
    school.open_items(run)
    page = school.person(PHONE)
    page.goto(f"/j/{run.code}")
    keyed(page, "reflect_join").wait_for()
    enter(page, "reflect_join")
    page.locator(".roads-next").wait_for()
    wait_until(page, lambda: says_where(page))
    for item in run.items:
        tab_to_step(page, "roads-next")
        page.keyboard.press("Enter")
        wait_until(page, lambda item=item: f"{item.id}" in str(focus(page)))
    tab_to_step(page, "roads-back")
    page.keyboard.press("Enter")
    wait_until(page, lambda: run.items[-2].id in str(focus(page)))


def tab_to_step(page: Page, name: str) -> None:
    for _ in range(MOST_STOPS):
        if page.evaluate(f"document.activeElement.classList.contains('{name}')"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


def test_what_is_still_open_has_the_focus_after_send(school: MadeUpSchool) -> None:
    run = school.start("IT 2", WORDS_AND_TEXT)
    school.open_items(run)
    page = school.person(LAPTOP)
    page.goto(f"/j/{run.code}")
    keyed(page, "reflect_join").wait_for()
    enter(page, "reflect_join")
    keyed(page, "reflect_send").wait_for()
    enter(page, "reflect_send")
    page.locator(".roads-open").first.wait_for()
    wait_until(page, lambda: run.items[0].id in str(focus(page)))


def test_a_teacher_leads_a_lesson_without_pointing(school: MadeUpSchool) -> None:
    page = school.person(LAPTOP, signed_in=True)
    page.goto(f"/library?activity={WORDS_AND_TEXT}&class={school.cohort('Metal 1').id}")
    keyed(page, "library_start").wait_for()
    settled(page)
    enter(page, "library_start")
    page.wait_for_url("**/console**")
    keyed(page, "projector_off").wait_for()
    run = runs.current_run(school.store, school.cohort("Metal 1").code)
    assert run is not None
    enter(settled(page), "projector_off")
    keyed(page, "console_hide_private").wait_for()
    for key, seen in LESSON:
        # A second press right after the first is taken for a slip.
        page.wait_for_timeout(750)
        enter(settled(page), key)
        keyed(page, seen).wait_for()
        if key == "console_open":
            school.send(run)
    (text, *_) = texts.waiting_texts(school.store, school.teacher, run.id)
    enter(settled(page), f"console_approve_{text.id}")
    wait_until(page, lambda: approved(school, run.id))
    enter(settled(page), "console_reveal")
    # Where the activity lets the class guess first, that is what the first press does.
    wait_until(page, lambda: run_now(school, run.id).guessing or run_now(school, run.id).revealed == 1)


def run_now(school: MadeUpSchool, run_id: str) -> Run:
    return runs.require_run(school.store, school.teacher, run_id)


def approved(school: MadeUpSchool, run_id: str) -> bool:
    return any(text.state == "approved" for text in texts.texts_of_run(school.store, school.teacher, run_id))


def test_the_walls_buttons_are_reached_without_pointing(school: MadeUpSchool) -> None:
    run = school.start("Metal 1", WORDS_AND_TEXT)
    wall = school.person(WALL, signed_in=True)
    wall.goto(f"/wall?code={run.code}")
    wall.locator("[data-scene]").first.wait_for()
    for _ in range(MOST_STOPS):
        wall.keyboard.press("Tab")
        if (focus(wall) or {}).get("said") == "Next":
            break
    assert wall.locator(".or-panel").evaluate("panel => Number(getComputedStyle(panel).opacity)") > 0.9
    wall.keyboard.press("Enter")
    wait_until(wall, lambda: run_now(school, run.id).step == 1)


def learner_at_items(school: MadeUpSchool, slug: str, size: dict[str, int], scheme: str) -> Page:
    run = school.start("Food 1", slug)
    school.open_items(run)
    page = school.person(size, color_scheme=scheme)
    page.goto(f"/j/{run.code}")
    keyed(page, "reflect_join").get_by_role("button").click()
    page.locator("[class*=st-key-item_how_was_this] input").last.wait_for(state="attached")
    return settled(page)


def pages_to_walk(school: MadeUpSchool, scheme: str) -> Iterator[tuple[str, Page]]:
    anybody = school.person(LAPTOP, color_scheme=scheme)
    teacher = school.person(LAPTOP, color_scheme=scheme, signed_in=True)
    on_phone = school.person(PHONE, color_scheme=scheme, signed_in=True)
    run = school.start("Metal 1", WORDS_AND_TEXT)
    for page, path in ((anybody, "/"), (anybody, "/sign-in"), (anybody, "/accessibility"), (on_phone, "/library")):
        page.goto(path)
        page.locator(".st-key-footer, .roads-links").first.wait_for()
        yield path, settled(page)
    teacher.goto(f"/console?run={run.id}")
    keyed(teacher, "projector_off").wait_for()
    yield "/console", settled(teacher)
    for slug in (WORDS_AND_TEXT, SCALE_AND_RANKING):
        yield slug, learner_at_items(school, slug, LAPTOP, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_is(school: MadeUpSchool, scheme: str) -> None:
    unseen = []
    for name, page in pages_to_walk(school, scheme):
        unseen += [f"{name}: {at['said']} ({at['tag']})" for at in stops(page) if not is_ringed(page, at)]
    assert not unseen, "\n".join(unseen)


@pytest.mark.parametrize("slug", [WORDS_AND_TEXT, SCALE_AND_RANKING])
def test_the_focus_goes_down_the_page_as_it_is_read(school: MadeUpSchool, slug: str) -> None:
    page = learner_at_items(school, slug, LAPTOP, "light")
    # The choice of languages stands in the bar at the top, before everything else.
    heights = [at["y"] + at["scrolled"] for at in stops(page) if any("item_" in key for key in at["keys"])]  # type: ignore[operator, attr-defined]
    assert len(heights) > 3 and heights == sorted(heights)


def is_ringed(page: Page, at: Focus) -> bool:
    """Is it on the screen, and do enough points around it look different enough without the focus?

    Enough points are a line of two pixels around it; different enough is a contrast of three to one (WCAG 2.4.13).
    """
    if not at["isSeen"]:
        return False
    width, height = page.viewport_size["width"], page.viewport_size["height"]  # type: ignore[index]
    left, top = max(at["x"] - ROOM, 0), max(at["y"] - ROOM, 0)  # type: ignore[operator]
    right, bottom = min(at["x"] + at["width"] + ROOM, width), min(at["y"] + at["height"] + ROOM, height)  # type: ignore[operator]
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    focused = luminance(page.screenshot(clip=clip, caret="hide"))
    page.evaluate("window.left = document.activeElement; window.left.blur()")
    unfocused = luminance(page.screenshot(clip=clip, caret="hide"))
    page.evaluate("window.left.focus({ preventScroll: true, focusVisible: true })")
    # The bars above and below lie over the ring of what fills the screen.
    enough = MOSTLY / 2 if at["tag"] == "main" else MOSTLY
    lighter, darker = np.maximum(focused, unfocused), np.minimum(focused, unfocused)
    differing = int(((lighter + 0.05) / (darker + 0.05) >= 3).sum())
    return differing >= 2 * 2 * (clip["width"] - 2 * ROOM + clip["height"] - 2 * ROOM) * enough


def luminance(picture: bytes) -> np.ndarray:
    """Of every point, as WCAG computes it."""
    colours = np.asarray(Image.open(BytesIO(picture)).convert("RGB"), dtype=float) / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])

"""Large text, wide spacing, narrow screens, other colours and less motion: everything stays readable and in reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from data import clock, runs
from tests.browser.conftest import LAPTOP, PHONE, WALL, answer_all, keyed, press, saved, wait_until
from tests.browser.made_up_school import SCALE_AND_RANKING, WORDS_AND_TEXT, MadeUpSchool, made_up_school, settled

# A laptop's page at 200 %, and WCAG's narrowest: 1280 pixels at 400 %.
TWICE_AS_LARGE = {"width": 683, "height": 384}
NARROW = {"width": 320, "height": 640}
# The distances of WCAG 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Words that are cut off or stand over other words; and a page that must be moved sideways to be read.
_FAULTS = """() => {
  const found = new Set(), page = document.querySelector("[data-testid=stMain]") ?? document.documentElement;
  if (page.scrollWidth > innerWidth + 1) found.add(`the page is ${page.scrollWidth} wide`);
  const NOT_READ = "svg, style, script, [aria-hidden=true], [data-testid=stSkipToContent]";
  const own = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const isShown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const words = [...document.querySelectorAll("[data-testid=stApp] *")].filter(
    (one) => own(one) && isShown(one) && !one.closest(NOT_READ));
  const lines = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()].filter((line) => line.width > 3 && line.height > 3);
  };
  const said = (one) => one.textContent.trim().slice(0, 40);
  const isFixed = (one) => {
    for (let at = one; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
    return false;
  };
  const boxes = words.map((one) => ({ one, lines: lines(one), fixed: isFixed(one) }));
  for (const { one, lines } of boxes) for (const line of lines) {
    for (let at = one; at && !at.matches("[data-testid=stMain]"); at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at), box = at.getBoundingClientRect();
      if (/auto|scroll/.test(overflowX + overflowY)) break;
      const isBeside = line.right > box.right + 2 || line.left < box.left - 2;
      const isAbove = line.bottom > box.bottom + 4 || line.top < box.top - 4;
      if ((overflowX !== "visible" && isBeside) || (overflowY !== "visible" && isAbove)) found.add(`cut: ${said(one)}`);
    }
    if (line.right > innerWidth + 2 && !one.closest("table, pre")) found.add(`beside the screen: ${said(one)}`);
  }
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
    if (a.fixed !== b.fixed || a.one.contains(b.one) || b.one.contains(a.one)) return;
    const meet = (x, y) => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 3
      && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 5;
    const isCovered = a.lines.some((x) => b.lines.some((y) => meet(x, y)));
    if (isCovered) found.add(`over each other: ${said(a.one)} / ${said(b.one)}`);
  }));
  return [...found];
}"""
# What can be pressed and is smaller than 44 pixels; a link inside a sentence is as high as its line.
_SMALL = """() => [...document.querySelectorAll("button, a[href], summary, label, input, textarea")].filter((one) => {
  if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (one.matches("label") ? !one.querySelector("input") : one.closest("label")) return false;
  const beside = [...one.parentElement.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  if (one.matches("a") && beside.some((node) => node.textContent.trim())) return false;
  const box = (one.closest("[data-testid=stTextInputRootElement]") ?? one).getBoundingClientRect();
  return box.width > 0 && (box.width < 43.5 || box.height < 43.5);
}).map((one) => `${one.tagName} ${one.textContent.trim() || one.ariaLabel}`)"""


@pytest.fixture(scope="module")
def school(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUpSchool]:
    with made_up_school(chromium, tmp_path_factory.mktemp("large") / "data") as school:
        yield school


def learner_screens(school: MadeUpSchool, slug: str) -> Iterator[tuple[str, Page]]:
    run = school.start("IT 2", slug)
    page = school.person(LAPTOP)
    page.goto("/")
    keyed(page, "reflect_join").wait_for()
    yield "welcome", page
    page.goto(f"/j/{run.code}")
    keyed(page, "reflect_join").wait_for()
    yield "joining", page
    press(page, "reflect_join")
    page.wait_for_url("**seat=**")
    yield "waiting", page
    school.open_items(run)
    keyed(page, "reflect_skip_all").wait_for()
    page.set_viewport_size(PHONE)
    for number in range(len(run.items) + 1):
        yield f"step {number} on a phone", page
        page.set_viewport_size(PHONE)
        if number < len(run.items):
            page.locator(".roads-next").click()
    page.set_viewport_size(LAPTOP)
    runs.start_last_call(school.store, school.teacher, run.id)
    page.locator(".roads-countdown").wait_for()
    press(page, "reflect_send")
    page.locator(".roads-open").first.wait_for()
    yield "open items pointed out, last call", page
    press(page, "reflect_skip_all")
    saved(page).wait_for()
    yield "saved", page


def staff_pages(school: MadeUpSchool) -> Iterator[tuple[str, Page]]:
    page = school.person(LAPTOP, signed_in=True)
    cohort = school.cohort("Metal 1")
    for path in ("/library", f"/library?activity={WORDS_AND_TEXT}", f"/progress?class={cohort.id}", "/accessibility"):
        page.goto(path)
        keyed(page, "footer").wait_for()
        yield path, page
    run = school.start("Metal 1", WORDS_AND_TEXT)
    page.goto(f"/console?run={run.id}")
    press(page, "projector_off")
    keyed(page, "console_hide_private").wait_for()
    yield "teaching", page
    school.open_items(run)
    school.send(run)
    runs.start_last_call(school.store, school.teacher, run.id)
    keyed(page, "console_keep_open").wait_for()
    yield "last call", page
    school.close(run)
    page.locator("[class*=st-key-console_approve_]").first.wait_for()
    yield "texts to approve", page


def sized(page: Page, size: dict[str, int]) -> Page:
    """The page on a screen of this size, its charts drawn anew."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.wait_for_function(
        "() => [...document.querySelectorAll('.vega-embed svg')].every((one) => one.clientWidth < innerWidth)"
    )
    return settled(page)


def faults(name: str, page: Page) -> Iterator[str]:
    """What is cut off or covered at twice the size, on a narrow screen and with more room between letters and lines."""
    size = page.viewport_size
    assert size is not None
    for other in (TWICE_AS_LARGE, NARROW):
        yield from (f"{name}, {other['width']}: {fault}" for fault in sized(page, other).evaluate(_FAULTS))
    for other in (size, PHONE):
        style = sized(page, other).add_style_tag(content=SPACING)
        yield from (f"{name}, spaced, {other['width']}: {fault}" for fault in settled(page).evaluate(_FAULTS))
        style.evaluate("style => style.remove()")
    page.set_viewport_size(size)


@pytest.mark.parametrize("slug", [WORDS_AND_TEXT, SCALE_AND_RANKING])
def test_learners_can_read_everything_larger_wider_and_narrower(school: MadeUpSchool, slug: str) -> None:
    found = [fault for name, page in learner_screens(school, slug) for fault in faults(name, page)]
    assert not found, "\n".join(found)


def test_staff_can_read_everything_larger_wider_and_narrower(school: MadeUpSchool) -> None:
    found = [fault for name, page in staff_pages(school) for fault in faults(name, page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("slug", [WORDS_AND_TEXT, SCALE_AND_RANKING])
def test_what_a_learner_presses_is_large_enough(school: MadeUpSchool, slug: str) -> None:
    small = [
        f"{name}: {one}"
        for name, page in learner_screens(school, slug)
        for one in settled(page).evaluate(_SMALL)
    ]  # fmt: skip
    assert not small, "\n".join(small)


def test_a_last_call_that_is_over_locks_nobody_out(school: MadeUpSchool) -> None:
    run = school.start("Food 1", WORDS_AND_TEXT)
    school.open_items(run)
    learner = school.person(LAPTOP)
    learner.goto(f"/j/{run.code}")
    press(learner, "reflect_join")
    keyed(learner, "reflect_send").wait_for()
    runs.start_last_call(school.store, school.teacher, run.id, seconds=1)
    learner.locator(".roads-countdown").wait_for()
    wait_until(learner, lambda: clock.is_past(last_call_of(school, run.id)))
    press(learner, "reflect_skip_all")
    saved(learner).wait_for()
    assert runs.require_run(school.store, school.teacher, run.id).state == "reflecting"


def last_call_of(school: MadeUpSchool, run_id: str) -> str:
    return str(runs.require_run(school.store, school.teacher, run_id).last_call_ends_at)


@pytest.mark.parametrize("slug", [WORDS_AND_TEXT, SCALE_AND_RANKING])
def test_what_is_chosen_is_seen_in_the_colours_of_windows(school: MadeUpSchool, slug: str) -> None:
    run = school.start("Food 1", slug)
    school.open_items(run)
    page = school.person({"width": 1366, "height": 2600}, forced_colors="active")
    page.goto(f"/j/{run.code}")
    press(page, "reflect_join")
    keyed(page, "reflect_skip_all").wait_for()
    answer_all(page)
    page.mouse.move(1, 1)
    assert colours_of(page, CHOSEN) == {"Highlight"} and "Highlight" not in colours_of(page, OTHERS)


CHOSEN = "label:has(input:checked), [role=toolbar] [aria-pressed=true]"
OTHERS = "label:not(:has(input:checked)), [role=toolbar] [aria-pressed=false]"


def colours_of(page: Page, selector: str) -> set[str]:
    """The grounds of these widgets of the items, with the one that Windows gives to what is chosen by its name."""
    chosen = page.evaluate(
        "() => { const one = document.body.appendChild(document.createElement('i')); one.style.cssText = "
        "'forced-color-adjust: none; background: Highlight'; return getComputedStyle(one).backgroundColor; }"
    )
    widgets = page.locator('[class*="st-key-item_"]').locator(selector)
    found = widgets.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    return {"Highlight" if colour == chosen else colour for colour in found}


def test_the_walls_charts_keep_their_bars_in_the_colours_of_windows(school: MadeUpSchool) -> None:
    run = school.start("Food 1", SCALE_AND_RANKING)
    school.open_items(run)
    school.send(run)
    school.close(run)
    wall = school.person(WALL, forced_colors="active")
    wall.goto(f"/wall?code={run.code}")
    wall.locator("[data-scene]").first.wait_for()
    for number, parts in enumerate((".or-dot:not(.or-empty)", ".or-block.or-on", ".or-dot", ".or-row-bar"), start=1):
        runs.reveal(school.store, school.teacher, run.id, number)
        wall.locator(parts).first.wait_for()
        ground, *others = wall.evaluate(_GROUND_AND_PARTS, parts)
        assert others and ground not in others, parts


_GROUND_AND_PARTS = """(parts) => {
  const colour = (one) => one instanceof SVGElement ? getComputedStyle(one).stroke + getComputedStyle(one).fill
    : getComputedStyle(one).backgroundColor;
  return [getComputedStyle(document.querySelector(".or-wall")).backgroundColor,
    ...[...document.querySelectorAll(parts)].map(colour)];
}"""


def test_whoever_wants_less_motion_gets_none(school: MadeUpSchool) -> None:
    run = school.start("Food 1", SCALE_AND_RANKING)
    school.open_items(run)
    school.send(run)
    page = school.browser.new_context(base_url=school.server.url, reduced_motion="reduce", locale="en").new_page()
    page.goto(f"/j/{run.code}")
    press(page, "reflect_join")
    keyed(page, "reflect_skip_all").wait_for()
    press(page, "reflect_skip_all")
    saved(page).wait_for()
    assert moving(page) == []
    school.close(run)
    page.goto(f"/wall?code={run.code}")
    page.locator("[data-scene]").first.wait_for()
    runs.reveal(school.store, school.teacher, run.id, 1)
    page.locator(".or-chart").wait_for()
    assert moving(page) == []
    page.context.close()


def moving(page: Page) -> list[str]:
    """Our own animations; Streamlit's last no longer than the drawing of a page."""
    ours = "document.getAnimations().map((one) => one.animationName ?? '').filter((name) => /^(roads|or)-/.test(name))"
    found: list[str] = page.evaluate(ours)
    return found

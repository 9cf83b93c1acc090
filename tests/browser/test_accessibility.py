"""axe-core finds no fault: every page and screen, light and dark, on a phone, a laptop and a projector.

Programs find only a part of all faults; the page `/accessibility` says what nobody has tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from data import phones, pools, runs, texts
from data.runs import Run
from pages.ui.names import names_of_parts
from tests.browser.conftest import LAPTOP, PHONE, WALL, answer_all, keyed, press, saved
from tests.browser.made_up_school import SCALE_AND_RANKING, WORDS_AND_TEXT, MadeUpSchool, made_up_school, settled
from tests.conftest import Server
from tests.kit import shipped_kit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Of a page in its other colours only these can differ.
RULES_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_FAULTS = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  const why = ({ failureSummary }) => failureSummary.split("\\n")[1]?.trim();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} (${why(node)})`));
}"""

# The names, in Latin letters, of what can be pressed or is a landmark; names of languages stay as they are, and those
# of people and classes are not translated.
_LATIN_NAMES = """() => {
  const parts = document.querySelectorAll("a, button, input, textarea, nav, section, [role], [title], [placeholder]");
  const names = [...parts].filter((part) => part.checkVisibility({ visibilityProperty: true })).flatMap((part) =>
    [part.getAttribute("aria-label"), part.title, part.placeholder, part.matches("a, button") ? part.innerText : ""]);
  const known = /English|Español|made up|LifeComp|WCAG|Open Roads|PageDown|cookie/;
  return [...new Set(names)].filter((name) => /[A-Za-z]{3}/.test(name ?? "") && !known.test(name));
}"""

Look = Callable[..., None]


@pytest.fixture(scope="module")
def school(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUpSchool]:
    with made_up_school(chromium, tmp_path_factory.mktemp("seen") / "data") as school:
        yield school


@pytest.fixture
def look() -> Iterator[Look]:
    """`look(page, "its name")` lets axe read the page; all that it finds is said at the end of the test."""
    found: list[str] = []

    def read(page: Page, name: str, *sizes: dict[str, int]) -> None:
        for size in sizes or (PHONE, LAPTOP):
            page.set_viewport_size(size)
            for scheme, rules in (("light", RULES), ("dark", RULES_OF_COLOUR)):
                page.emulate_media(color_scheme=scheme)
                settled(page)
                if page.evaluate("typeof axe === 'undefined'"):
                    page.evaluate(AXE)
                found.extend(f"{name}, {scheme}, {size['width']}: {fault}" for fault in page.evaluate(_FAULTS, rules))

    yield read
    assert not found, "\n".join(dict.fromkeys(found))


def opened(page: Page, path: str) -> Page:
    """A page of ours is complete when its foot stands."""
    page.goto(path)
    keyed(page, "footer").wait_for()
    return page


def unfold(page: Page) -> Page:
    """What lies in another tab stays folded."""
    for summary in page.locator("[data-testid=stExpander] summary").all():
        if summary.is_visible():
            summary.dispatch_event("click")  # without waiting for the one before to have glided open
    return settled(page)


def test_axe_finds_a_fault_that_was_put_there(school: MadeUpSchool) -> None:
    page = opened(school.person(LAPTOP), "/support")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=/favicon.png><span style=color:#aaa>pale</span>'")
    page.evaluate(AXE)
    assert {fault.partition(":")[0] for fault in page.evaluate(_FAULTS, RULES)} >= {"image-alt", "color-contrast"}


def test_before_there_is_a_school(chromium: Browser, shared_server: Server, look: Look) -> None:
    context = chromium.new_context(base_url=shared_server.url, locale="en")
    page = context.new_page()
    for path in ("/", "/first-visit?setup=TEST", "/sign-in", "/support", "/privacy", "/accessibility"):
        look(opened(page, path), path)
    opened(page, "/")
    press(page, "first_visit_start")
    page.locator("[data-testid=stAlert]").first.wait_for()
    look(page, "first visit, refused")
    context.close()


def test_pages_for_everybody(school: MadeUpSchool, look: Look) -> None:
    page = school.person(LAPTOP)
    page.goto("/")
    keyed(page, "reflect_code").locator("input").fill("XXXXXX")
    press(page, "reflect_join")
    page.locator("[data-testid=stAlert]").wait_for()
    look(page, "a wrong code")
    for path in ("/privacy", "/support", "/accessibility", "/library", "/wall", "/console", "/network", "/cards"):
        look(opened(page, path), path)
    page.goto("/nowhere")
    look(page, "no page")


def test_signing_in(school: MadeUpSchool, look: Look) -> None:
    page = unfold(opened(school.person(LAPTOP), "/sign-in"))
    keyed(page, "sign_in_name").get_by_role("textbox").fill("Somebody")
    keyed(page, "sign_in_passphrase").locator("input").fill("something wrong")
    press(page, "sign_in_enter")
    page.locator("[data-testid=stAlert]").wait_for()
    look(page, "sign-in, refused")


def test_pages_of_staff(school: MadeUpSchool, look: Look) -> None:
    page = school.person(LAPTOP, signed_in=True)
    for path in ("/classes", f"/library?class={school.cohort('Metal 1').id}", "/overview", "/school", "/sign-in"):
        look(unfold(opened(page, path)), path)
    for path in ("/console", "/network", "/cards"):
        look(opened(page, path), path)


def test_an_activity_in_the_library(school: MadeUpSchool, look: Look) -> None:
    page = opened(school.person(LAPTOP, signed_in=True), f"/library?activity={WORDS_AND_TEXT}")
    for tab in page.get_by_role("tab").all():
        tab.click()
        look(page, f"activity, {tab.inner_text()}")


def test_progress_with_its_charts(school: MadeUpSchool, look: Look) -> None:
    page = opened(school.person(LAPTOP, signed_in=True), f"/progress?class={school.cohort('Metal 1').id}")
    page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
    look(page, "charts of a lesson")
    page.get_by_role("radio", name="Class check").click()
    page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
    look(page, "class check")
    page.get_by_role("radio", name="The year").click()
    keyed(page, "progress_xlsx").wait_for()
    look(unfold(page), "the year")


def test_the_overview_and_the_report(school: MadeUpSchool, look: Look) -> None:
    page = opened(school.person(LAPTOP, signed_in=True), "/overview")
    for part in ("Class check", "Activities"):
        page.get_by_role("radio", name=part).click()
        page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
        look(page, part)
    page.get_by_role("radio", name="Taking part").click()
    page.locator(".roads-heat").wait_for()
    look(page, "who took part")
    page.get_by_role("radio", name="Evidence report").click()
    keyed(page, "report_box_results").wait_for()
    look(unfold(page), "the report of the year")
    (year,) = pools.years(school.store, school.teacher)
    page.goto(f"/print/year-report?year={year}")
    look(page, "the printed report of the year", LAPTOP)
    cohort = school.cohort("Metal 1")
    look(opened(page, f"/report?class={cohort.id}"), "the report")
    page.goto(f"/print/report/{cohort.id}")
    look(page, "the printed report", LAPTOP)


def test_a_phone_is_paired_and_says_that_it_is_in(school: MadeUpSchool, look: Look) -> None:
    run = school.start("Metal 1", WORDS_AND_TEXT)
    page = school.person(PHONE)
    page.goto(f"/pair/{phones.invite(school.store, school.teacher, run.id)}")
    page.get_by_role("button").wait_for()
    look(page, "pairing", PHONE)
    page.goto("/pair/nothing")
    look(page, "an invitation that is over", PHONE)
    page.goto("/in/nothing")
    look(page, "a network check that is over", PHONE)


def test_the_phone_of_a_network_check(school: MadeUpSchool, look: Look) -> None:
    teacher = opened(school.person(LAPTOP, signed_in=True), "/network")
    token = teacher.locator(".roads-network-address").inner_text().rpartition("/in/")[2]
    page = school.person(PHONE)
    page.goto(f"/in/{token}")
    page.get_by_role("heading").wait_for()
    look(page, "the network check's phone", PHONE)


def test_answer_cards_are_keyed_in(school: MadeUpSchool, look: Look) -> None:
    run = school.start("Metal 1", SCALE_AND_RANKING)
    school.open_items(run)
    page = opened(school.person(LAPTOP, signed_in=True), f"/cards?run={run.id}")
    settled(page)
    look(page, "cards")


def test_the_teachers_page_through_a_lesson(school: MadeUpSchool, look: Look) -> None:
    run = school.start("Metal 1", WORDS_AND_TEXT)
    page = school.person(LAPTOP, signed_in=True)
    page.goto(f"/console?run={run.id}")
    keyed(page, "projector_off").wait_for()
    look(page, "before the question")
    press(page, "projector_off")
    keyed(page, "console_hide_private").wait_for()
    look(unfold(page), "teaching")
    school.open_items(run)
    keyed(page, "console_close").wait_for()
    school.send(run)
    look(page, "reflecting")
    press(page, "console_close")
    keyed(page, "console_keep_open").wait_for()
    look(page, "last call")
    school.close(run)
    page.locator("[class*=st-key-console_approve_]").first.wait_for()
    look(page, "closed, with texts to approve")
    press_first(page, "console_worry_")
    page.locator("[class*=st-key-console_handed_over_]").first.wait_for()
    look(page, "a text that worries")
    runs.end_run(school.store, school.teacher, run.id)
    keyed(page, "console_next").wait_for(state="detached")
    look(page, "ended")


def press_first(page: Page, beginning: str) -> None:
    page.locator(f"[class*=st-key-{beginning}] button").first.click()


@pytest.mark.parametrize("name, slug", [("Care 2", WORDS_AND_TEXT), ("Food 1", SCALE_AND_RANKING)])
def test_the_wall_in_its_scenes(school: MadeUpSchool, look: Look, name: str, slug: str) -> None:
    run = school.start(name, slug)
    wall = school.person(WALL)
    wall.goto(f"/wall?code={run.code}")
    for scene, make in scenes(school, run):
        make()
        revision = runs.require_run(school.store, school.teacher, run.id).revision
        wall.locator(f"[data-revision='{revision}']").wait_for()
        for view in range(8):
            look(wall, f"{scene}, view {view}", WALL)
            before = wall.locator(".or-body").inner_text()
            wall.keyboard.press("ArrowRight")
            if wall.locator(".or-body").inner_text() == before:
                break


def scenes(school: MadeUpSchool, run: Run) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a lesson brings about, one after the other; the steps of one kind look alike, so each kind once."""
    owner = (school.store, school.teacher, run.id)
    kinds = [step.kind for step in shipped_kit().activities[run.activity].steps]
    for kind in ("talk", "exhibit", "do", "join"):
        yield kind, lambda kind=kind: runs.go_to_step(*owner, kinds.index(kind))
    yield "reflecting", lambda: (school.open_items(run), school.send(run))
    yield "last call", lambda: runs.start_last_call(*owner)
    yield "before the charts", lambda: school.close(run)
    yield "guessing", lambda: runs.let_guess(*owner)
    for number in range(1, len(run.wall_items)):
        yield f"chart {number}", lambda number=number: runs.reveal(*owner, number)
    yield "texts", lambda: approve_all(school, run)
    yield "blank", lambda: runs.set_blank(*owner, True)


def approve_all(school: MadeUpSchool, run: Run) -> None:
    for text in texts.waiting_texts(school.store, school.teacher, run.id):
        texts.approve(school.store, school.teacher, text.id)
    runs.reveal(school.store, school.teacher, run.id, len(run.wall_items))


@pytest.mark.parametrize("name, slug", [("IT 2", WORDS_AND_TEXT), ("Food 1", SCALE_AND_RANKING)])
def test_the_screens_of_a_learner(school: MadeUpSchool, look: Look, name: str, slug: str) -> None:
    run = school.start(name, slug)
    learner = school.person(PHONE)
    learner.goto(f"/j/{run.code}")
    keyed(learner, "reflect_join").wait_for()
    look(learner, "joining")
    press(learner, "reflect_join")
    learner.wait_for_url("**seat=**")
    look(learner, "waiting")
    other = school.person(LAPTOP)
    other.goto(learner.url)
    keyed(other, "reflect_new_place").wait_for()
    look(other, "is somebody new here?")
    school.open_items(run)
    answering(school, learner, run, look)
    press(learner, "reflect_delete")
    keyed(learner, "reflect_again").wait_for()
    look(learner, "deleted")
    school.close(run)
    keyed(learner, "reflect_again").wait_for(state="detached")
    look(learner, "closed")


def answering(school: MadeUpSchool, learner: Page, run: Run, look: Look) -> None:
    learner.set_viewport_size(PHONE)
    learner.locator(".roads-next").wait_for()
    look(learner, "before the items", PHONE)
    for item in run.items:
        learner.locator(".roads-next").click()
        look(learner, item.kind, PHONE)
    runs.start_last_call(school.store, school.teacher, run.id)
    learner.locator(".roads-countdown").wait_for()
    look(learner, "last call", PHONE)
    runs.cancel_last_call(school.store, school.teacher, run.id)
    learner.locator(".roads-countdown").wait_for(state="detached")
    learner.set_viewport_size(LAPTOP)
    press(learner, "reflect_send")
    learner.locator(".roads-open").first.wait_for()
    look(learner, "open items pointed out")
    learner.set_viewport_size(LAPTOP)
    answer_all(learner)
    for tick in learner.locator('[class*="_skip"] label').all():
        tick.click()
    look(learner, "answered", LAPTOP)
    press(learner, "reflect_send")
    saved(learner).wait_for()
    look(learner, "saved")


def test_a_greek_learner_meets_no_english_name(school: MadeUpSchool) -> None:
    run = school.start("Care 2", SCALE_AND_RANKING)
    learner = school.person(LAPTOP, locale="el-GR")
    heard = []
    for screen in learner_screens(school, learner, run):
        settled(learner)
        heard += [f"{screen}: {name}" for name in learner.evaluate(_LATIN_NAMES)]
    assert not heard, "\n".join(dict.fromkeys(heard))


def learner_screens(school: MadeUpSchool, learner: Page, run: Run) -> Iterator[str]:
    learner.goto(f"/j/{run.code}")
    keyed(learner, "reflect_join").wait_for()
    yield "joining"
    press(learner, "reflect_join")
    learner.wait_for_url("**seat=**")
    yield "waiting"
    school.open_items(run)
    keyed(learner, "reflect_send").wait_for()
    yield "items"
    press(learner, "reflect_skip_all")
    saved(learner).wait_for()
    yield "saved"
    press(learner, "reflect_delete")
    keyed(learner, "reflect_again").wait_for()
    yield "deleted"


def test_on_a_teachers_pages_no_name_of_streamlits_own_is_left(school: MadeUpSchool) -> None:
    page = school.person(PHONE, locale="el-GR", signed_in=True)
    for path in ("/classes", "/library", f"/library?activity={WORDS_AND_TEXT}", "/progress", "/school"):
        unfold(opened(page, path))
        page.wait_for_function("() => !document.querySelector('[aria-label=\"Expand sidebar\"]')")
        named = page.evaluate("[...document.querySelectorAll('[aria-label]')].map((part) => part.ariaLabel)")
        assert not [name for name in named if name in names_of_parts() or name.startswith("Help for ")], path


def test_printed_sheets(school: MadeUpSchool, look: Look) -> None:
    page = school.person(LAPTOP)
    code = school.cohort("Metal 1").code
    sheets = (f"handout/{WORDS_AND_TEXT}", f"notes/{WORDS_AND_TEXT}", f"cards/{SCALE_AND_RANKING}?count=2")
    for path in (*sheets, "exhibits/advert-under-the-lamp?trade=metal", f"class/{code}"):
        page.goto(f"/print/{path}")
        look(page, path, LAPTOP)
    for path in ("network-recipe", "letter-to-it"):
        page.goto(f"/print/{path}")
        look(page, path, LAPTOP)

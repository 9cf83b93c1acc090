"""A made-up school with a year behind it, on one running server, for tests that look at every page and screen.

Two of the kit's activities between them ask in every way there is; each lesson is held in a class of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from data import cohorts, demo, reflections, runs
from data.cohorts import Cohort
from data.runs import ItemSpec, Run
from data.staff import Staff
from data.store import Store
from tests.browser.conftest import staff_cookie
from tests.conftest import Server, serving
from tests.kit import shipped_kit

WORDS_AND_TEXT = "suitcase-of-questions"
SCALE_AND_RANKING = "letter-to-my-first-workday"
# A page holds still once nothing moves on it, so that what is measured is what stays.
_STILL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important; }");
document.adoptedStyleSheets = [sheet];
"""
_SETTLED = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  if (!app) return document.readyState === "complete";
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const [red] = getComputedStyle(app).backgroundColor.match(/\\d+/g) ?? [];
  const isThere = (rule) => !(rule instanceof CSSImportRule) || rule.styleSheet;
  if (![...document.styleSheets].every((sheet) => [...sheet.cssRules].every(isThere))) return false;
  return app.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
    && !document.querySelector("[data-stale=true]") && (Number(red) < 128) === isDark;
}"""


@dataclass
class MadeUpSchool:
    browser: Browser
    server: Server
    store: Store
    teacher: Staff
    contexts: list[BrowserContext] = field(default_factory=list)

    def person(self, size: dict[str, int], *, signed_in: bool = False, **settings: object) -> Page:
        context = self.browser.new_context(
            viewport=size, base_url=self.server.url, reduced_motion="reduce", **{"locale": "en", **settings}
        )
        context.set_default_timeout(20_000)
        context.add_init_script(_STILL)
        if signed_in:
            context.add_cookies([staff_cookie(self.store, self.teacher, self.server.url)])
        self.contexts.append(context)
        return context.new_page()

    def cohort(self, name: str) -> Cohort:
        return next(each for each in cohorts.list_cohorts(self.store, self.teacher) if each.name.startswith(name))

    def start(self, name: str, slug: str, step: int = 0, trade: str | None = None) -> Run:
        activity = shipped_kit().activities[slug]
        return runs.start_run(
            self.store,
            self.teacher,
            self.cohort(name).id,
            activity=slug,
            activity_version=activity.version,
            items=activity.items,
            step=step,
            trade=trade,
        )

    def open_items(self, run: Run) -> None:
        runs.open_items(self.store, self.teacher, run.id, steps_of(run).index("reflect"))

    def send(self, run: Run, count: int = 6) -> None:
        for number in range(count):
            seat = reflections.new_seat()
            reflections.join(self.store, run.code, seat)
            answers = {item.id: _answer(item, number) for item in run.items if item.kind != "text"}
            texts = {item.id: f"How long is the day? {number}" for item in run.items if item.kind == "text"}
            reflections.send(self.store, run.id, seat, answers, texts)

    def close(self, run: Run) -> None:
        runs.close_run(self.store, self.teacher, run.id)
        runs.go_to_step(self.store, self.teacher, run.id, steps_of(run).index("reveal"))


@contextmanager
def made_up_school(browser: Browser, folder: Path) -> Iterator[MadeUpSchool]:
    store = Store(folder)
    activities = shipped_kit().activities.values()
    lessons = {
        each.slug: (each.version, runs.item_specs(each.items), next(iter(each.trades), None)) for each in activities
    }
    teacher = demo.make_demo(store, lessons)
    with serving(folder) as server:
        school = MadeUpSchool(browser, server, store, teacher)
        yield school
        for context in school.contexts:
            context.close()
    store.close()


def steps_of(run: Run) -> list[str]:
    """The kinds of the steps of the run's activity."""
    return [step.kind for step in shipped_kit().activities[run.activity].steps]


def settled(page: Page) -> Page:
    """The page, once the server has drawn it, in the colours that the screen asks for."""
    page.wait_for_function(_SETTLED)
    page.evaluate("new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
    return page


def _answer(item: ItemSpec, number: int) -> object:
    if item.kind == "then_now":
        return (item.points[0], item.points[2])
    if item.kind == "ranking":
        return list(item.points)
    if item.kind == "words":
        return ["help", "where"]
    chosen = item.points[number % len(item.points)]
    return [chosen] if item.kind == "multiple_choice" else chosen

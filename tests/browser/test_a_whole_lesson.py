"""One lesson from the first step to the last, on the class's own devices and with everything that goes wrong there.

A wall, a teacher's page on a phone, six learners and a seventh who takes over a laptop. In the middle the network is
away for half a minute, the server is killed and comes back, fingers are impatient, a page is loaded again. What the
class sees at the end is what a recount in plain Python gives. Pictures of every moment are in pytest's folder of the
test, `screenshots`.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from data import runs
from data.release import ItemTotals, totals_of_run
from data.runs import Run
from tests.browser.cable import Cable, cable_to
from tests.browser.conftest import LAPTOP, PHONE, WALL, Room, keyed, press, radios, saved, wait_until

Answers = Mapping[str, tuple[str, ...]]

CUT_SECONDS = 30
# Two seconds are promised; here eight browsers share the server's computer. A page that was not told asks after five.
FOLLOWS_SECONDS = 5
# What the teacher's page takes for one press, and what the last call takes for haste.
DOUBLE_PRESS_SECONDS, HASTE_SECONDS = 0.8, 1.6
SKIP = "rather_not_say"
TEXT = "one_question"


def answers(now: str, bring: str, missed: str, text: str, feeling: str) -> Answers:
    return {
        "meets_now": (now,),
        "already_bring": tuple(bring.split()),
        "most_missed": (missed,),
        TEXT: (text,),
        "how_was_this": (feeling,),
    }


# What everybody chooses. The text is shared with the class, where there is one.
ANSWERS = {
    "ana": answers("partly", "practice people", "pay", "Who shows me the machines?", "good_for_me"),
    "mikel": answers("mostly", "safety_rules", "pay", "¿Cuánto se cobra?", "all_right"),
    "eleni": answers("a_little", "languages practice", "who_trains_me", "Ποιος με εκπαιδεύει;", "good_for_me"),
    "nikos": answers("not_yet", "none_of_these", SKIP, "Τι ώρα τελειώνω;", "all_right"),
    "sofia": answers("partly", "people languages", "working_hours", "", SKIP),
    "tom": answers("yes_clearly", "trade_training practice", "pay", "Is there a bus?", "good_for_me"),
    "next": answers(SKIP, SKIP, "nothing_missing", "May I see the workshop first?", "not_for_me"),
}


@dataclass
class Lesson:
    """Everybody's pages by name, the cables that some of them hang on, and where the pictures go."""

    room: Room
    run_id: str
    pictures: Path
    pages: dict[str, Page] = field(default_factory=dict)
    taken: int = 0
    pressed: float = 0

    @property
    def run(self) -> Run:
        return runs.require_run(self.room.store, self.room.teacher, self.run_id)

    def __getitem__(self, name: str) -> Page:
        return self.pages[name]

    def picture(self, moment: str, *names: str) -> None:
        self.taken += 1
        for name in names:
            path = self.pictures / f"{self.taken:02} {moment}, {name}.png"
            self[name].screenshot(path=path, animations="disabled")

    def next(self) -> None:
        """The teacher's one key, pressed on the phone; wall and phone then show what it did."""
        before = self.run.revision
        self.press("console_next")
        wait_until(self["console"], lambda: self.run.revision > before)
        self.both_follow()

    def press(self, key: str, after: float = DOUBLE_PRESS_SECONDS) -> None:
        """A button of the teacher's page, and not so soon that two presses would count as one."""
        wait_until(self["console"], lambda: time.monotonic() - self.pressed > after)
        press(self["console"], key)
        self.pressed = time.monotonic()

    def both_follow(self) -> None:
        wall = self["wall"]
        wait_until(wall, lambda: wall.locator(f"[data-revision='{self.run.revision}']").count() > 0)
        self["console"].locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


@pytest.fixture
def cables(room: Room) -> Iterator[tuple[Cable, Cable]]:
    with ExitStack() as stack:
        yield stack.enter_context(cable_to(room.server.port)), stack.enter_context(cable_to(room.server.port))


@pytest.fixture
def lesson(room: Room, cables: tuple[Cable, Cable], tmp_path: Path) -> Lesson:
    """The wall and the teacher's phone are ready, the class sits down."""
    lesson = Lesson(room, room.start_lesson(), tmp_path / "screenshots")
    lesson.pictures.mkdir()
    lesson.pages["wall"] = room.person(WALL)
    lesson["wall"].goto(f"{cables[0].url}/wall?code={room.cohort.code}")
    lesson["wall"].locator("[data-scene]").first.wait_for()
    lesson.pages["console"] = room.sign_in(room.person(PHONE))
    lesson["console"].goto(f"{room.server.url}/console?run={lesson.run_id}")
    keyed(lesson["console"], "console_follow").wait_for(state="attached")
    return lesson


def test_one_whole_lesson_counts_every_answer_once(lesson: Lesson, cables: tuple[Cable, Cable]) -> None:
    teach_until_join(lesson)
    join(lesson, *cables)
    open_items(lesson)
    answer_while_the_network_is_away(lesson, *cables)
    answer_while_the_server_is_away(lesson)
    assert lesson.room.pending() == len(ANSWERS)
    close(lesson)
    assert_recount(lesson)
    reveal(lesson)
    approve_a_text(lesson)
    end(lesson)


def teach_until_join(lesson: Lesson) -> None:
    kinds = [step.kind for step in lesson.room.activity.steps]
    lesson.picture("the lesson begins", "wall", "console")
    while lesson.run.step < kinds.index("join"):
        lesson.next()
        if lesson.run.step == 1:
            lesson.picture("an exhibit with its timer", "wall", "console")
    lesson.picture("joining", "wall", "console")


def join(lesson: Lesson, pulled: Cable, silent: Cable) -> None:
    direct = lesson.room.server.url
    come_in(lesson, "ana", direct, PHONE, locale="en-GB")
    come_in(lesson, "mikel", pulled.url, LAPTOP, locale="es-ES", color_scheme="dark")
    come_in(lesson, "eleni", silent.url, PHONE, locale="el-GR", color_scheme="dark")
    come_in(lesson, "nikos", direct, LAPTOP, locale="el-GR")
    come_in(lesson, "sofia", direct, PHONE, locale="es-ES", color_scheme="dark")
    come_in(lesson, "tom", direct, LAPTOP, locale="en-GB")
    lesson.picture("waiting", *list(ANSWERS)[:-1])


def come_in(lesson: Lesson, name: str, url: str, size: dict[str, int], **settings: object) -> None:
    page = lesson.pages[name] = lesson.room.person(size, **settings)
    page.goto(f"{url}/j/{lesson.room.cohort.code}")
    if name == "ana":
        keyed(page, "reflect_join").get_by_role("button").wait_for()
        lesson.picture("a code scanned", name)
    press(page, "reflect_join")
    keyed(page, "reflect_class").wait_for()


def open_items(lesson: Lesson) -> None:
    lesson.press("console_next")
    wait_until(lesson["console"], lambda: lesson.run.state == "reflecting")
    opened = time.monotonic()
    for name in list(ANSWERS)[:-1]:
        radios(lesson[name]).first.wait_for(state="attached")
    assert time.monotonic() - opened < FOLLOWS_SECONDS
    lesson.both_follow()
    lesson.picture("the items are open", "wall", "console", *list(ANSWERS)[:-1])


def answer_while_the_network_is_away(lesson: Lesson, pulled: Cable, silent: Cable) -> None:
    answer(lesson, "mikel", "meets_now", "already_bring", TEXT)
    answer(lesson, "eleni", "meets_now", "already_bring")
    pulled.pull()
    silent.silence()
    cut = time.monotonic()
    finish(lesson, "ana", presses=2)
    lesson.press("console_places")
    answer(lesson, "nikos", "meets_now", "already_bring", TEXT)
    lesson["nikos"].reload()
    finish(lesson, "nikos", "most_missed", "how_was_this")
    share_a_laptop(lesson)
    lesson["mikel"].locator("#open-roads-connection").wait_for()
    lesson.picture("the network is away", "wall", "mikel", "eleni")
    answer(lesson, "eleni", "most_missed", TEXT, "how_was_this")
    press(lesson["eleni"], "reflect_send")
    wait_until(lesson["wall"], lambda: time.monotonic() - cut > CUT_SECONDS, CUT_SECONDS)
    lesson.picture("half a minute later", "wall", "mikel", "eleni")
    pulled.mend()
    silent.mend()
    saved(lesson["eleni"]).wait_for()
    finish(lesson, "mikel", "most_missed", "how_was_this")
    lesson.both_follow()
    lesson.picture("the network is back", "wall", "mikel", "eleni")


def share_a_laptop(lesson: Lesson) -> None:
    """Tom is done; somebody without a device takes his place."""
    page = lesson.pages["next"] = lesson["tom"]
    finish(lesson, "tom")
    press(page, "reflect_done")
    keyed(page, "reflect_join").wait_for()
    lesson.picture("cleared for the next", "tom")
    keyed(page, "reflect_code").locator("input").fill(lesson.room.cohort.code)
    page.keyboard.press("Enter")
    radios(page).first.wait_for()
    finish(lesson, "next")


def answer_while_the_server_is_away(lesson: Lesson) -> None:
    answer(lesson, "sofia", "meets_now", "already_bring", "most_missed")
    lesson.room.kill_server()
    for name in ("sofia", "console"):
        lesson[name].locator("#open-roads-connection").wait_for()
    wait_until(lesson["wall"], lambda: bool(lesson["wall"].locator(".or-offline").inner_text()))
    lesson.picture("the server is away", "wall", "console", "sofia", "ana")
    lesson.room.start_server_again()
    finish(lesson, "sofia", "how_was_this")


def close(lesson: Lesson) -> None:
    console = lesson["console"]
    lesson.press("console_close")
    keyed(console, "console_keep_open").wait_for()
    lesson.both_follow()
    lesson.picture("last call", "wall", "console", "ana")
    lesson.press("console_close", after=HASTE_SECONDS)
    wait_until(console, lambda: lesson.run.state == "closed")
    lesson.both_follow()
    for name in ("ana", "next"):
        keyed(lesson[name], "reflect_done").wait_for()
        wait_until(lesson[name], lambda name=name: saved(lesson[name]).count() == 0)
    lesson.picture("closed", "wall", "console", "ana", "next")


def reveal(lesson: Lesson) -> None:
    while lesson.run.revealed < len(lesson.run.wall_items):
        lesson.next()
        lesson.picture("a chart", "wall")
    lesson.picture("all charts are shown", "console")


def approve_a_text(lesson: Lesson) -> None:
    console = lesson["console"]
    before = lesson.run.revision
    press(console, "projector_off")
    approve = console.locator('[class*="st-key-console_approve_"]').first
    approve.scroll_into_view_if_needed()
    lesson.picture("texts to read", "console")
    approve.get_by_role("button").click()
    wait_until(console, lambda: lesson.run.revision > before)
    lesson.both_follow()
    lesson.picture("a text is approved", "console", "wall")


def end(lesson: Lesson) -> None:
    console = lesson["console"]
    while lesson.run.step + 1 < len(lesson.room.activity.steps):
        lesson.next()
    lesson.picture("the last step", "wall", "console")
    press(console, "console_end")
    press(console, "console_end_yes")
    wait_until(console, lambda: lesson.run.state == "ended")
    for name in ("ana", "mikel", "next"):
        lesson[name].get_by_role("heading").first.wait_for()
        wait_until(lesson[name], lambda name=name: lesson[name].locator(".roads-sheet").count() == 0)
    lesson["wall"].locator("[data-scene=none]").wait_for()
    lesson.picture("the lesson is over", "wall", "console", "ana", "mikel", "next")
    assert "Traceback" not in lesson.room.server.log.read_text()


# --- How a learner answers --------------------------------------------------------------------------------------------


def answer(lesson: Lesson, name: str, *item_ids: str) -> None:
    page = lesson[name]
    for item in lesson.room.activity.items:
        if item.id in item_ids and ANSWERS[name][item.id] != ("",):
            place = turn_to(page, item.id)
            if item.id == TEXT:
                place.locator("textarea").fill(ANSWERS[name][item.id][0])
                keyed(page, f"share_{item.id}").locator("label").click()
            else:
                choose(place, [*item.points, SKIP], ANSWERS[name][item.id])


def choose(place, options: list[str], chosen: tuple[str, ...]) -> None:
    choices = place.locator("[role=radiogroup] label").or_(place.locator("[data-testid=stButtonGroup] button"))
    for option in chosen:
        choices.nth(options.index(option)).click()


def turn_to(page: Page, item_id: str):
    """The item, which a phone shows alone."""
    place = keyed(page, f"item_{item_id}")
    page.locator(".roads-steps").wait_for(state="attached")
    while not place.is_visible():
        page.locator(".roads-next").click()
    return place


def finish(lesson: Lesson, name: str, *item_ids: str, presses: int = 1) -> None:
    """Answer these items, or all of them, and send."""
    answer(lesson, name, *(item_ids or ANSWERS[name]))
    page = lesson[name]
    while page.locator(".roads-next").is_visible():
        page.locator(".roads-next").click()
    keyed(page, "reflect_send").get_by_role("button").click(click_count=presses)
    saved(page).wait_for()
    lesson.picture("sent", name)


# --- The recount ------------------------------------------------------------------------------------------------------


def assert_recount(lesson: Lesson) -> None:
    found = {totals.item_id: totals for totals in totals_of_run(lesson.room.store, lesson.room.teacher, lesson.run_id)}
    for item in lesson.room.activity.items:
        if item.kind != "text":
            given = [answers[item.id] for answers in ANSWERS.values() if answers[item.id] != (SKIP,)]
            assert_same(found[item.id], list(item.points), given)


def assert_same(totals: ItemTotals, points: list[str], given: list[tuple[str, ...]]) -> None:
    counted = Counter(point for answer in given for point in answer)
    if not totals.sensitive:
        assert totals.respondents == len(given)
        assert dict(totals.counts or {}) == {point: counted[point] for point in points}
        return
    thirds = {point: 3 * counted[point] / len(given) for point in points}
    bands = {point: "few" if third < 1 else "most" if third > 2 else "some" for point, third in thirds.items()}
    assert (totals.respondents, dict(totals.bands or {})) == (len(given) // 5 * 5, bands)

"""Answer cards at the teacher's laptop: keyed in fast, counted once, and forgotten."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from data import runs
from data.release import totals_of_run
from data.runs import Run
from tests.browser.conftest import LAPTOP, PHONE, Room, press, wait_until
from tests.kit import shipped_kit
from tests.pages.visits import open_answers, start_lesson

# A change, several ticks, one tick, a scale: four questions, the longest card of the kit; and one with an order.
PAYSLIP, LETTER = "payslip-detective", "letter-to-my-first-workday"
CARDS = (["1", "1 2", "1", "5"], ["2", "2 3", "1", "4"], ["3", "7", "2", "4"], ["3", "1 2 3", "0", "3"],
         ["3", "0", "2", "1"], ["1", "2", "7", "0"])  # fmt: skip


PATIENCE = 20_000


class Cards:
    """The page in a browser, with two hands on its keyboard."""

    def __init__(self, room: Room, page: Page, run: Run) -> None:
        self.room, self.page, self.run, self.presses = room, page, run, 0

    def open(self) -> Cards:
        self.page.goto(f"{self.room.server.url}/cards?run={self.run.id}")
        press(self.page, "projector_off")
        self.page.locator(".card-choices").wait_for()
        return self

    def hit(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.presses += len(keys)

    def key_in(self, *answers: str) -> None:
        """All but the last Enter of a card."""
        takes = {"multiple_choice": "Enter"}
        items = [item for item in self.run.items if item.id in self.asked()]
        for item, keys in zip(items, answers, strict=True):
            self.hit(*keys.split())
            if item.kind in takes and keys != "0":
                self.hit(takes[item.kind])

    def asked(self) -> set[str]:
        return {item.id for item in shipped_kit().activities[self.run.activity].items if not item.sensitive}

    def pressed(self) -> list[str]:
        """What stands beside each question of the card."""
        return self.page.locator(".card-pressed").all_inner_texts()

    def card(self) -> list[str]:
        """All that shows the card in hand, as HTML."""
        return [self.page.locator(f".card-{part}").inner_html() for part in ("lines", "now", "moves")]

    def says(self, words: str) -> None:
        expect(self.page.locator(".card-said")).to_contain_text(words, timeout=PATIENCE)

    def kept(self) -> None:
        self.says("Kept. Tear the card up.")

    def left(self) -> str:
        """Everything that a browser could still tell of a card."""
        storage = "JSON.stringify([{...sessionStorage}, {...localStorage}, history.state, location.href])"
        return self.page.evaluate(storage) + self.page.content()


@pytest.fixture
def cards(room: Room) -> Cards:
    return begin(room, PAYSLIP)


def begin(room: Room, activity: str, size: dict[str, int] = LAPTOP) -> Cards:
    run = start_lesson(room.store, room.teacher, room.cohort, activity)
    open_answers(room.store, room.teacher, run)
    return Cards(room, room.signed_in(room.person(size)), run).open()


def test_six_cards_are_counted_and_nothing_else_is_left(room: Room, cards: Cards) -> None:
    for card in CARDS:
        cards.key_in(*card)
        cards.hit("Enter")
        cards.kept()
    runs.close_run(room.store, room.teacher, cards.run.id)
    expect(cards.page.get_by_text("The answers are closed.")).to_be_visible(timeout=PATIENCE)
    totals = {total.item_id: total for total in totals_of_run(room.store, room.teacher, cards.run.id)}
    assert set(totals) == cards.asked()
    for at, item in enumerate(item for item in cards.run.items if item.id in totals):
        assert list((totals[item.id].counts or {}).values()) == counted(at, len(item.points), item.kind)
    with room.store.read() as db:
        assert all(not table.count for table in db.tables if table.name.startswith("pending_"))
    # One press for each tick, one to end the question with several, one to keep the card.
    assert cards.presses <= sum(len(keys.split()) for card in CARDS for keys in card) + 2 * len(CARDS)


def counted(at: int, points: int, kind: str) -> list[int]:
    ticks = [tick for card in CARDS for tick in card[at].split()]
    return [ticks.count(str(key)) for key in range(1, (3 if kind == "then_now" else points) + 1)]


def test_nothing_of_a_kept_card_can_be_found_in_the_browser(cards: Cards) -> None:
    sent: list[bytes | str] = []
    cards.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    cards.open()
    history, fresh = cards.page.evaluate("history.length"), cards.card()
    cards.key_in("3", "1 4", "2", "5")
    assert cards.pressed() == ["3", "1 4", "2", "5"]
    cards.hit("Enter")
    cards.kept()
    seat = re.search(rb'"seat":"([\w-]{22})"', b"".join(frame for frame in sent if isinstance(frame, bytes)))
    assert seat and seat[1].decode() not in cards.left() and "open-roads-card" not in cards.left()
    assert cards.card() == fresh and cards.page.evaluate("history.length") == history
    cards.hit("Backspace")
    assert cards.card() == fresh


def test_a_click_on_a_button_goes_wrong_nowhere(cards: Cards) -> None:
    faults: list[str] = []
    cards.page.on("pageerror", lambda fault: faults.append(str(fault)))
    cards.page.locator(".card-choice").first.click()
    expect(cards.page.locator(".card-pressed").first).not_to_be_empty()
    assert not faults


def test_two_presses_of_enter_keep_one_card(room: Room, cards: Cards) -> None:
    cards.key_in(*CARDS[0])
    cards.hit("Enter", "Enter", "Enter")
    cards.kept()
    cards.hit("Enter")
    assert room.pending() == 1 and cards.pressed() == [""] * 4


def test_backspace_takes_one_press_back_and_escape_all(cards: Cards) -> None:
    cards.hit("3", "1", "4", "Enter")
    for left in (["3", "1 4"], ["3", "1"], ["3", ""], ["", ""]):
        cards.hit("Backspace")
        assert cards.pressed()[:2] == left
    cards.key_in(*CARDS[0])
    cards.hit("Escape")
    assert cards.pressed() == [""] * 4


def test_an_order_is_pressed_as_it_is_written_and_no_place_twice(room: Room) -> None:
    cards = begin(room, LETTER)
    cards.hit("2", "1", "Enter", "3", "3")
    cards.says("3 is given already.")
    cards.hit("1", "2", "5", "4", "Enter")
    cards.kept()
    assert room.pending() == 1


def test_it_works_with_a_finger_on_a_phone(room: Room) -> None:
    cards = begin(room, LETTER, PHONE)
    for key in ("2", "1", "4", "Enter", "0", "Enter"):
        cards.page.locator(f'.card-keys button[data-press="{key}"]').last.click()
    cards.kept()
    assert room.pending() == 1
    assert cards.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_screen_reader_hears_each_question_with_its_keys(cards: Cards) -> None:
    spoken = cards.page.locator(".card-spoken[aria-live=polite]")
    expect(spoken).to_contain_text("Question 1 of 4")
    expect(spoken).to_contain_text("0 Rather not say")
    cards.hit("2")
    expect(spoken).to_contain_text("Question 2 of 4")
    cards.hit("1", "4")
    expect(spoken).to_have_text("1. 4.")


def test_a_refused_card_stays_and_counts_when_there_is_a_place(room: Room, cards: Cards) -> None:
    runs.set_doors(room.store, room.teacher, cards.run.id, True)
    expect(cards.page.get_by_text("and so are cards")).to_be_visible(timeout=PATIENCE)
    cards.key_in(*CARDS[0])
    cards.hit("Enter")
    cards.says("Unlock on the teacher's page")
    runs.set_doors(room.store, room.teacher, cards.run.id, False)
    expect(cards.page.get_by_text("and so are cards")).to_be_hidden(timeout=PATIENCE)
    cards.hit("Enter")
    cards.kept()
    assert room.pending() == 1


class Wire:
    """The page's connection: `up` and `down` say what passes; what does not is lost. Another page gets a whole one."""

    def __init__(self, page: Page) -> None:
        self.passing: dict[str, bool] = {}
        self.lost = 0  # messages on their way up
        page.route_web_socket(re.compile("/_stcore/stream"), self._connect)

    def _connect(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        passing = self.passing = {"up": True, "down": True}
        browser.on_message(lambda message: server.send(message) if passing["up"] else self._count())
        server.on_message(lambda message: browser.send(message) if passing["down"] else None)

    def _count(self) -> None:
        self.lost += 1

    def lose(self, way: str) -> None:
        self.passing[way] = False

    def mend(self) -> None:
        self.passing.update(up=True, down=True)


@pytest.fixture
def wire(cards: Cards) -> Wire:
    wire = Wire(cards.page)
    cards.open()
    return wire


def test_a_card_whose_answer_was_lost_is_pressed_again_and_counts_once(room: Room, cards: Cards, wire: Wire) -> None:
    cards.key_in(*CARDS[0])
    wire.lose("down")
    cards.hit("Enter")
    cards.says("the card counts only once")
    wire.mend()
    cards.hit("Enter")
    cards.kept()
    assert room.pending() == 1


def test_a_card_that_never_arrived_is_sent_again_without_another_press(room: Room, cards: Cards, wire: Wire) -> None:
    cards.key_in(*CARDS[0])
    wire.lose("up")
    cards.hit("Enter")
    cards.says("One moment")
    wait_until(cards.page, lambda: wire.lost > 0)
    wire.mend()
    cards.kept()
    assert room.pending() == 1


def test_after_a_reload_the_page_says_that_the_card_was_kept(room: Room, cards: Cards, wire: Wire) -> None:
    cards.key_in(*CARDS[0])
    wire.lose("down")
    cards.hit("Enter")
    wait_until(cards.page, lambda: room.pending() == 1)
    cards.open()
    cards.says("The last card was kept.")
    assert "open-roads-card" not in cards.left() and room.pending() == 1


def test_after_a_reload_the_page_says_that_the_card_was_not_kept(room: Room, cards: Cards, wire: Wire) -> None:
    cards.key_in(*CARDS[0])
    wire.lose("up")
    cards.hit("Enter")
    cards.says("One moment")
    cards.open()
    cards.says("The last card was not kept.")
    cards.key_in(*CARDS[0])
    cards.hit("Enter")
    cards.kept()
    assert room.pending() == 1

"""What only a browser shows of the staff's pages: double clicks, keys alone, and following the wall."""

from __future__ import annotations

from playwright.sync_api import Page

from data import phones, runs, timers
from data.runs import Run
from tests.browser.conftest import LAPTOP, PHONE, Room, keyed, press, wait_until
from tests.conftest import PASSPHRASE


def run_of(room: Room, run_id: str) -> Run:
    return runs.require_run(room.store, room.teacher, run_id)


def console(room: Room, run_id: str, size: dict[str, int] = PHONE) -> Page:
    page = room.signed_in(room.person(size))
    page.goto(f"{room.server.url}/console?run={run_id}")
    keyed(page, "console_next").wait_for()
    keyed(page, "console_follow").wait_for(state="attached")
    return page


def test_a_double_click_on_next_is_one_step(room: Room) -> None:
    run_id = room.start_lesson()
    page = console(room, run_id)
    page.wait_for_load_state("networkidle")
    keyed(page, "console_next").get_by_role("button").dblclick()
    wait_until(page, lambda: run_of(room, run_id).step == 1)
    keyed(page, "console_wall_now").get_by_text("Step 2 of").wait_for()
    assert run_of(room, run_id).step == 1


def test_a_double_click_on_close_asks_and_closes_nothing(room: Room) -> None:
    run_id = room.start_lesson()
    room.open_items(run_id)
    page = console(room, run_id)
    page.wait_for_load_state("networkidle")
    keyed(page, "console_close").get_by_role("button").dblclick()
    keyed(page, "console_keep_open").wait_for()
    assert run_of(room, run_id).state == "reflecting"
    assert run_of(room, run_id).last_call_ends_at is not None


def test_the_page_follows_what_is_done_elsewhere(room: Room) -> None:
    run_id = room.start_lesson()
    page = console(room, run_id)
    runs.go_to_step(room.store, room.teacher, run_id, 2)
    keyed(page, "console_wall_now").get_by_text("Step 3 of").wait_for()
    room.open_items(run_id)
    keyed(page, "console_close").wait_for()


def paired(room: Room, run_id: str) -> Page:
    """The teacher's phone, after it has scanned the square and pressed the button."""
    page = room.person(PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{room.server.url}/pair/{phones.invite(room.store, room.teacher, run_id)}")
    assert not page.context.cookies()
    page.get_by_role("button").tap()
    page.wait_for_url("**/console?run=**")
    keyed(page, "console_next").wait_for()
    keyed(page, "console_follow").wait_for(state="attached")
    return page


def test_a_paired_phone_and_the_laptop_steer_one_lesson(room: Room) -> None:
    run_id = room.start_lesson()
    laptop = console(room, run_id, LAPTOP)
    phone = paired(room, run_id)
    keyed(laptop, "console_unpair").wait_for()
    press(phone, "console_next")
    keyed(laptop, "console_wall_now").get_by_text("Step 2 of").wait_for()
    press(laptop, "console_next")
    keyed(phone, "console_wall_now").get_by_text("Step 3 of").wait_for()
    keyed(phone, "console_script").get_by_text("M is a must-have").wait_for()
    press(laptop, "console_unpair")
    phone.get_by_text("This phone holds no lesson any more").wait_for()
    assert keyed(phone, "console_script").count() == 0


def test_a_paired_phone_is_nobody_on_other_pages_and_after_the_lesson(room: Room) -> None:
    run_id = room.start_lesson()
    phone = paired(room, run_id)
    (cookie,) = phone.context.cookies()
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    phone.goto(f"{room.server.url}/classes")
    phone.get_by_text("Please sign in").wait_for()
    phone.goto(f"{room.server.url}/console?run={run_id}")
    keyed(phone, "console_script").wait_for()
    runs.end_run(room.store, room.teacher, run_id)
    phone.get_by_text("This phone holds no lesson any more").wait_for()


def test_on_a_phone_nothing_is_cut_off_and_every_button_can_be_hit(room: Room) -> None:
    phone = paired(room, room.start_lesson())
    keyed(phone, "console_script").wait_for()
    keyed(phone, "console_next").get_by_role("button").wait_for()
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
    sizes = phone.locator("[class*=st-key-console_] :is(button, summary)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert sizes and min(sizes) >= 44


def test_on_a_laptop_the_script_stands_beside_the_step_once_the_projector_is_off(room: Room) -> None:
    page = console(room, room.start_lesson(), LAPTOP)
    press(page, "projector_off")
    keyed(page, "console_script").wait_for()
    script, step = keyed(page, "console_script").bounding_box(), keyed(page, "console_wall_now").bounding_box()
    assert script is not None and step is not None
    assert script["x"] >= step["x"] + step["width"] and script["y"] < step["y"] + step["height"]
    assert script["y"] + script["height"] < LAPTOP["height"]


def test_the_clock_stands_while_it_is_paused_and_goes_on(room: Room) -> None:
    run_id = room.start_lesson()
    laptop, phone = console(room, run_id, LAPTOP), paired(room, run_id)
    timers.set_timer(room.store, room.teacher, run_id, 300)
    clock = keyed(laptop, "console_follow").get_by_role("timer")
    clock.get_by_text("4:5").wait_for()
    press(phone, "console_timer_hold")
    wait_until(laptop, lambda: clock.get_attribute("data-paused") == "Paused")
    standing = clock.inner_text()
    press(phone, "console_timer_more")
    wait_until(laptop, lambda: clock.inner_text() != standing)
    press(phone, "console_timer_hold")
    wait_until(laptop, lambda: clock.get_attribute("data-paused") is None)
    assert run_of(room, run_id).timer_ends_at is not None


def test_when_the_time_is_up_the_buttons_say_so_without_being_touched(room: Room) -> None:
    run_id = room.start_lesson()
    page = console(room, run_id)
    timers.set_timer(room.store, room.teacher, run_id, 2)
    keyed(page, "console_timer_hold").wait_for()
    keyed(page, "console_timer_hold").wait_for(state="detached")
    keyed(page, "console_follow").get_by_text("Time is up").wait_for()


def test_next_stays_under_the_thumb_on_a_phone(room: Room) -> None:
    page = console(room, room.start_lesson())
    box = keyed(page, "console_next").get_by_role("button").bounding_box()
    assert box is not None and box["height"] >= 44 and box["y"] + box["height"] <= PHONE["height"]
    page.mouse.wheel(0, 2000)
    assert keyed(page, "console_next").get_by_role("button").is_visible()


def test_a_passphrase_typed_by_keyboard_alone_lets_in(room: Room) -> None:
    page = room.person(LAPTOP)
    page.goto(f"{room.server.url}/sign-in")
    keyed(page, "sign_in_name").get_by_role("textbox").focus()
    page.keyboard.type(room.teacher.name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/classes")


def test_enter_in_the_passphrase_lets_in_and_a_reload_keeps_it(room: Room) -> None:
    page = room.person(LAPTOP)
    page.goto(f"{room.server.url}/sign-in")
    keyed(page, "sign_in_name").get_by_role("textbox").fill(room.teacher.name)
    keyed(page, "sign_in_passphrase").locator("input").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/classes")
    wait_until(page, lambda: bool(page.context.cookies()))
    page.reload()
    page.get_by_text(room.cohort.name).first.wait_for()
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"


def test_a_typed_passphrase_can_be_looked_at_without_losing_it(room: Room) -> None:
    page = room.person(LAPTOP)
    page.goto(f"{room.server.url}/sign-in")
    keyed(page, "sign_in_first").locator("summary").click()
    field = keyed(page, "sign_in_new_passphrase").locator("input")
    field.fill(PASSPHRASE)
    keyed(page, "sign_in_new_passphrase_shown").get_by_text("Show what I type").click()
    page.locator('.st-key-sign_in_new_passphrase input[type="text"]').wait_for()
    assert field.input_value() == PASSPHRASE

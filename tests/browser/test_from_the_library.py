"""From the library to a lesson, as a teacher clicks it."""

from __future__ import annotations

from tests.browser.conftest import LAPTOP, Room, keyed, press


def test_an_activity_opened_from_the_library_can_be_started(room: Room) -> None:
    teacher = room.signed_in(room.person(LAPTOP))
    teacher.goto(f"{room.server.url}/library?class={room.cohort.id}")
    teacher.get_by_role("link", name=room.activity.wording("en").title).click()
    keyed(teacher, "library_start").wait_for()
    teacher.wait_for_url("**activity=**")
    press(teacher, "library_start")
    teacher.wait_for_url("**/console**")
    keyed(teacher, "console_next").wait_for()

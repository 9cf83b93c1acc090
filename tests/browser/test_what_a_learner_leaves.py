"""A learner's browser: nothing is asked of anybody outside, no cookie is kept, and the next person finds nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.browser.conftest import PHONE, Room, answer_all, chosen, keyed, press, saved


def test_no_request_leaves_the_machine_and_a_learner_keeps_no_cookie(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner()
    room.open_items(run_id)
    answer_all(learner)
    press(learner, "reflect_send")
    saved(learner).wait_for()
    hosts = {urlsplit(address).netloc for address in room.requests if not address.startswith(("blob:", "data:"))}
    assert hosts == {room.server.host}
    assert learner.context.cookies() == []
    assert learner.evaluate("document.cookie") == ""


def test_after_done_back_and_reload_show_nothing(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner()
    room.open_items(run_id)
    answer_all(learner)
    press(learner, "reflect_send")
    saved(learner).wait_for()
    seat = learner.url
    press(learner, "reflect_done")
    keyed(learner, "reflect_join").wait_for()
    for move in (learner.go_back, learner.reload, lambda: learner.goto(seat)):
        move()
        keyed(learner, "reflect_join").wait_for()
        assert learner.evaluate("sessionStorage.getItem('open-roads-seat')") is None
        assert learner.evaluate("Object.keys(localStorage).filter(key => key.includes('open-roads')).length") == 0
    assert room.pending() == 1


def test_a_copied_seat_asks_whether_somebody_is_new(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner()
    room.open_items(run_id)
    answer_all(learner)
    other = room.person(PHONE)
    other.goto(learner.url)
    keyed(other, "reflect_new_place").wait_for()
    assert chosen(other) == []
    press(other, "reflect_new_place")
    keyed(other, "reflect_join").wait_for()
    assert "seat=" not in other.url

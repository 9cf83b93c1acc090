"""The reference lesson: one mirrored laptop, PageDown alone, six learners, and the class sees its chart."""

from __future__ import annotations

from data.release import totals_of_run
from tests.browser.conftest import PHONE, WALL, Room, answer_all, press, saved, wait_until


def test_page_down_alone_walks_the_whole_lesson(room: Room) -> None:
    run_id = room.start_lesson()
    wall = room.sign_in(room.person(WALL))
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator("[data-scene]").first.wait_for()
    learners = [room.learner() for _ in range(6)]
    walk_until(room, wall, run_id, "reflecting")
    for learner in learners:
        answer_all(learner)
        press(learner, "reflect_send")
        saved(learner).wait_for()
    walk_until(room, wall, run_id, "closed")
    totals = totals_of_run(room.store, room.teacher, run_id)
    assert totals and all(total.respondents == (5 if total.sensitive else 6) for total in totals)
    shown = len(state(room, run_id).wall_items)
    scenes = []
    while state(room, run_id).revealed < shown:
        step_on(room, wall, run_id)
        scenes.append(wall.locator("[data-scene]").get_attribute("data-scene"))
    assert scenes == ["reveal", "reveal", "guess", "reveal"]
    wall.get_by_text("n = 6").first.or_(wall.get_by_text("6", exact=True).first).wait_for()


def state(room: Room, run_id: str):
    from data import runs

    return runs.require_run(room.store, room.teacher, run_id)


def step_on(room: Room, wall, run_id: str) -> None:
    """One press, seen to have an effect. The wall ignores one that follows a last call or a guess too quickly."""
    before = state(room, run_id).revision
    if state(room, run_id).last_call_ends_at or state(room, run_id).guessing:
        wall.wait_for_timeout(1600)
    wall.keyboard.press("PageDown")
    wait_until(wall, lambda: state(room, run_id).revision > before)
    wait_until(wall, lambda: wall.locator(f"[data-revision='{state(room, run_id).revision}']").count() > 0)


def walk_until(room: Room, wall, run_id: str, wanted: str) -> None:
    for _ in range(20):
        if state(room, run_id).state == wanted:
            return
        step_on(room, wall, run_id)
    raise AssertionError(f"PageDown did not lead to {wanted}")


def test_from_the_wall_one_press_leads_to_the_teachers_page_and_never_shows_it_unasked(room: Room) -> None:
    room.start_lesson()
    wall = room.signed_in(room.person(WALL))
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator(".or-ready").wait_for()
    wall.mouse.move(300, 300)
    wall.get_by_role("button", name="Teacher's page").click()
    wall.wait_for_url("**/console?run=*")
    wall.get_by_text("Is the projector off or frozen?").wait_for()


def test_a_stranger_at_the_wall_steers_nothing(room: Room) -> None:
    run_id = room.start_lesson()
    wall = room.person(WALL)
    wall.goto(f"{room.server.url}/wall?code={room.cohort.code}")
    wall.locator("[data-scene]").first.wait_for()
    before = state(room, run_id)
    for key in ("PageDown", "PageDown", "PageUp", "b"):
        wall.keyboard.press(key)
    room.learner(PHONE)
    assert state(room, run_id) == before


def test_waiting_learners_and_walls_follow_without_being_touched(room: Room) -> None:
    run_id = room.start_lesson()
    learner = room.learner(PHONE)
    room.open_items(run_id)
    learner.locator('[class*="st-key-item_"]').first.wait_for(state="attached")

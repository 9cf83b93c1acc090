"""Visits to pages through the router, as a browser makes them, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from data import reflections, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from tests.conftest import ROOT
from tests.kit import shipped_kit

SignIn = Callable[[Any, Staff], None]
ADVERT = "advert-under-the-lamp"
SUPPORT_MAP = "my-support-map"


def visit(script: str, sign_in: SignIn | None = None, person: Staff | None = None, **query: str) -> AppTest:
    """The page below `pages/`, opened by this person (nobody: a stranger) with this query."""
    at = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=30)
    if sign_in is not None and person is not None:
        sign_in(at, person)
    at.run().switch_page(script)
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()


def words(at: AppTest) -> str:
    """Everything that the page says in running text, one piece per line."""
    pieces = [*at.title, *at.header, *at.subheader, *at.markdown, *at.text, *at.warning, *at.info, *at.error]
    return "\n".join(str(piece.value) for piece in pieces)


def keys(at: AppTest) -> set[str]:
    return {str(button.key) for button in at.button}


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def start_lesson(store: Store, teacher: Staff, cohort: Cohort, slug: str = ADVERT, **more: Any) -> Run:
    activity = shipped_kit().activities[slug]
    return runs.start_run(
        store, teacher, cohort.id, activity=slug, activity_version=activity.version, items=activity.items, **more
    )


def open_answers(store: Store, teacher: Staff, run: Run) -> None:
    kinds = [step.kind for step in shipped_kit().activities[run.activity].steps]
    runs.open_items(store, teacher, run.id, kinds.index("reflect"))


def learners_send(store: Store, run: Run, count: int, text: str = "", skip: str = "") -> None:
    """That many learners join and send the same answers, none to the item `skip`; each ticks the text for the class."""
    for number in range(count):
        seat = reflections.new_seat()
        reflections.join(store, run.code, seat)
        answers = {item.id: _any_answer(item.kind, item.points) for item in run.items if item.kind != "text"}
        answers |= {skip: reflections.RATHER_NOT_SAY} if skip else {}
        texts = {item.id: f"{text} {number}" for item in run.items if item.kind == "text" and text}
        reflections.send(store, run.id, seat, answers, texts)


def _any_answer(kind: str, points: tuple[str, ...]) -> Any:
    if kind == "then_now":
        return (points[0], points[1])
    if kind == "ranking":
        return list(points)
    if kind == "words":
        return ["team"]
    return [points[0]] if kind == "multiple_choice" else points[0]

"""Who you are decides which pages you see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from data import school
from data.staff import Staff
from data.store import Store
from pages import sitemap
from tests.conftest import PASSPHRASE, ROOT

ROUTER = str(ROOT / "pages" / "router.py")


def opened() -> AppTest:
    return AppTest.from_file(ROUTER, default_timeout=30)


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        (set(), []),
        ({"teacher"}, ["classes", "library", "progress", "sign-in"]),
        ({"coordinator"}, ["overview", "school", "sign-in"]),
        ({"teacher", "coordinator"}, ["classes", "library", "progress", "overview", "school", "sign-in"]),
    ],
)
def test_the_menu_shows_each_role_its_pages(roles: set[str], shown: list[str]) -> None:
    assert [place.path for place in sitemap.PLACES if place.is_in_menu_of(roles)] == shown


def test_every_page_has_its_script_and_its_own_address() -> None:
    assert all((ROOT / "pages" / place.script).is_file() for place in sitemap.PLACES)
    assert len({place.path for place in sitemap.PLACES}) == len(sitemap.PLACES)


def test_before_there_is_a_school_the_start_is_the_first_visit(store: Store) -> None:
    assert sitemap.start(None) is sitemap.FIRST_VISIT
    at = opened().run()
    assert not at.exception and at.title[0].value == "Welcome to Open Roads"


def test_once_there_is_a_school_the_start_is_for_learners(store: Store) -> None:
    school.set_up(store, school="S", country="GR", coordinator="Chara", passphrase=PASSPHRASE)
    assert sitemap.start(school.get_school(store)) is sitemap.START
    assert opened().run().button("reflect_join").label == "Join"


def test_a_made_up_school_makes_the_start_one_for_learners_too(store: Store) -> None:
    with store.write() as db:
        school.make_school(db, name="Made up", country="GR", is_demo=True)
    assert sitemap.start(school.get_school(store)) is sitemap.START


@pytest.mark.parametrize("place", sitemap.PLACES, ids=lambda place: place.path or "start")
def test_every_page_opens_for_a_stranger(store: Store, alba: Staff, place: sitemap.Place) -> None:
    at = opened().run().switch_page(place.script).run()
    assert not at.exception


@pytest.mark.parametrize("place", sitemap.PLACES, ids=lambda place: place.path or "start")
def test_every_page_opens_for_staff(store: Store, alba: Staff, chara: Staff, sign_in, place: sitemap.Place) -> None:
    at = opened()
    sign_in(at, chara if place.is_in_menu_of({"coordinator"}) else alba)
    assert not at.run().switch_page(place.script).run().exception


@pytest.mark.parametrize("address", ["http://192.168.1.5:8501", "http://192.168.1.5:8501/?code=K7QM4T"])
def test_a_learner_gets_the_one_page_without_a_navigation(
    store: Store, chara: Staff, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.delattr("streamlit.navigation")
    at = opened()
    at.context = {"url": address}
    assert at.run().button("reflect_join").label == "Join"


def test_everybody_else_may_go_to_every_page(store: Store, alba: Staff) -> None:
    ours = school.get_school(store)
    assert ours is not None
    made_up = replace(ours, is_demo=True)
    root, privacy = "http://localhost:8501/", "http://localhost:8501/privacy"
    cases = [(None, None, root), (made_up, None, root), (ours, alba, root), (ours, None, privacy), (ours, None, None)]
    assert not any(sitemap.is_for_learners_alone(*case) for case in cases)
    assert sitemap.is_for_learners_alone(ours, None, root)

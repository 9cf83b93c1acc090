"""A paired phone holds one lesson's console without the question about the projector, and is nobody anywhere else."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import cohorts, phones, runs
from data.cohorts import Cohort
from data.runs import Run
from data.staff import Staff
from data.store import Store
from pages import sitemap
from pages.ui import access, joining
from tests.kit import shipped_kit
from tests.pages.visits import ADVERT, SignIn, keys, press, start_lesson, visit, words

PAGE = "teacher/console.py"
GONE = "This phone holds no lesson any more"


@pytest.fixture
def run(store: Store, alba: Staff, cohort: Cohort) -> Run:
    return start_lesson(store, alba, cohort)


@pytest.fixture
def phone(store: Store, alba: Staff, run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """From here on, every browser is the phone that has just been paired."""
    paired = phones.pair(store, phones.invite(store, alba, run.id))
    assert paired is not None
    monkeypatch.setattr(access, "phone_cookie", lambda: paired[0])
    return paired[0]


@pytest.fixture
def console(phone: str, run: Run) -> AppTest:
    return visit(PAGE, run=run.id)


@pytest.fixture
def laptop(sign_in: SignIn, alba: Staff, run: Run) -> AppTest:
    return press(visit(PAGE, sign_in, alba, run=run.id), "projector_off")


def script(step: str) -> str:
    return shipped_kit().activities[ADVERT].wording("en").steps[step].script.strip().splitlines()[-1].partition(": ")[2]


def test_a_phone_shows_the_script_at_once(console: AppTest) -> None:
    assert script("open") in words(console)
    assert "projector_off" not in keys(console) and "console_hide_private" not in keys(console)


def test_a_phone_steers_its_lesson(store: Store, alba: Staff, run: Run, console: AppTest) -> None:
    press(console, "console_next")
    assert runs.require_run(store, alba, run.id).step == 1
    assert script("first_look") in words(console)


def test_a_phone_sees_no_way_to_other_pages_of_staff(console: AppTest) -> None:
    linked = {link.proto.page for link in console.get("page_link")}
    assert not linked & {place.path for place in sitemap.PLACES if place.menu}
    assert not console.get("link_button") and "console_pair" not in keys(console)


@pytest.mark.parametrize("place", [place for place in sitemap.PLACES if place.script != PAGE], ids=lambda it: it.path)
def test_every_other_page_takes_a_phone_for_nobody(place: sitemap.Place, phone: str, run: Run) -> None:
    """What the page shows to the phone is what it shows to a stranger."""
    at_phone = visit(place.script, run=run.id, **{"class": run.cohort_id})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "phone_cookie", lambda: None)
        stranger = visit(place.script, run=run.id, **{"class": run.cohort_id})
    assert (words(at_phone), keys(at_phone)) == (words(stranger), keys(stranger))
    assert not at_phone.exception


def test_a_phone_holds_its_own_lesson_whatever_its_address_says(
    store: Store, alba: Staff, bruno: Staff, phone: str
) -> None:
    for number, teacher in enumerate((alba, bruno)):
        cohort = cohorts.make_cohort(store, teacher, name=f"Care {number}", size=8)
        other = start_lesson(store, teacher, cohort)
        at = visit(PAGE, run=other.id)
        assert "Metal 1" in words(at) and cohort.name not in words(at)


def end(store: Store, alba: Staff, run_id: str) -> None:
    runs.end_run(store, alba, run_id)


def discard(store: Store, alba: Staff, run_id: str) -> None:
    runs.discard_run(store, alba, run_id)


def unpair(store: Store, alba: Staff, run_id: str) -> None:
    phones.unpair(store, alba, run_id)


@pytest.mark.parametrize("event", [end, discard, unpair], ids=lambda it: it.__name__)
def test_a_phone_is_out_at_once_and_its_next_press_does_nothing(
    store: Store, alba: Staff, run: Run, console: AppTest, event: Callable[[Store, Staff, str], None]
) -> None:
    event(store, alba, run.id)
    press(console, "console_next")
    assert GONE in words(console) and not [key for key in keys(console) if key.startswith("console_")]
    left = runs.get_run(store, alba, run.id)
    assert left is None or left.step == 0


def test_a_press_of_somebody_who_signed_out_is_not_made_by_the_phone_they_hold_as_well(
    store: Store, sign_in: SignIn, alba: Staff, bruno: Staff, phone: str
) -> None:
    theirs = start_lesson(store, bruno, cohorts.make_cohort(store, bruno, name="Care 1", size=8))
    at = visit(PAGE, sign_in, bruno, run=theirs.id)
    del at.session_state["staff_pass"]
    press(at, "console_next")
    assert runs.require_run(store, bruno, theirs.id).step == 0


@pytest.mark.parametrize("key", ["console_end", "console_discard"])
def test_a_phone_may_end_its_lesson_and_is_out_with_it(
    store: Store, alba: Staff, run: Run, console: AppTest, key: str
) -> None:
    press(press(console, key), f"{key}_yes")
    assert GONE in words(console)
    assert not runs.current_runs(store, alba)


def test_the_code_to_pair_appears_only_when_the_projector_is_off(sign_in: SignIn, alba: Staff, run: Run) -> None:
    at = visit(PAGE, sign_in, alba, run=run.id)
    assert "console_pair" not in keys(at)
    assert "console_pair" in keys(press(at, "projector_off"))


def shown(at: AppTest) -> str:
    """The invitation of the one square on the page, which holds it and nothing else."""
    (drawn,) = [html.proto.body for html in at.get("html") if "data:image/svg+xml" in html.proto.body]
    invitation = str(at.session_state["console_phone_code"].invitation)
    square = joining.qr(f"http://192.168.7.20/pair/{invitation}?lang=en")
    assert square["path"] in b64decode(drawn.rpartition("base64,")[2].partition('"')[0]).decode()
    return invitation


def test_each_press_makes_a_new_code_and_hiding_takes_it_back(
    store: Store, laptop: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPEN_ROADS_ADDRESS", "192.168.7.20")
    first, second = (shown(press(laptop, "console_pair")) for _ in range(2))
    assert not phones.is_good(store, first) and phones.is_good(store, second)
    press(laptop, "console_hide_private")
    assert not phones.is_good(store, second)


def test_a_code_that_no_phone_could_reach_is_not_shown(laptop: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEN_ROADS_ADDRESS", "localhost")
    press(laptop, "console_pair")
    assert "No phone can reach this computer" in words(laptop)
    assert not [html for html in laptop.get("html") if "data:image" in html.proto.body]


def test_the_laptop_says_that_a_phone_is_paired_and_ends_it(
    store: Store, alba: Staff, run: Run, laptop: AppTest
) -> None:
    paired = phones.pair(store, phones.invite(store, alba, run.id))
    assert paired is not None
    laptop.run()
    assert "A phone is paired" in words(laptop) and "console_pair" not in keys(laptop)
    press(laptop, "console_unpair")
    assert phones.holder_of(store, paired[0]) is None
    assert "A phone is paired" not in words(laptop) and "console_pair" in keys(laptop)


def test_the_class_may_see_that_a_phone_is_paired(store: Store, sign_in: SignIn, alba: Staff, run: Run) -> None:
    phones.pair(store, phones.invite(store, alba, run.id))
    at = visit(PAGE, sign_in, alba, run=run.id)
    assert "console_unpair" in keys(at) and "projector_off" in keys(at)

"""Signing in: a right passphrase is never refused, a wrong one waits longer and longer, passes end."""

from __future__ import annotations

import pytest

from data import staff
from data.school import NotAllowed
from data.staff import NameTaken, Staff, WeakPassphrase, WrongPassphrase
from data.store import Store

PASSPHRASE = "a long passphrase"


def test_the_right_passphrase_signs_in(store: Store, alba: Staff) -> None:
    assert staff.sign_in(store, " Alba ", PASSPHRASE) == alba


@pytest.mark.parametrize(("name", "passphrase"), [("Alba", "wrong"), ("Nobody", PASSPHRASE), ("Alba", ""), ("", "")])
def test_anything_else_does_not(store: Store, alba: Staff, name: str, passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        staff.sign_in(store, name, passphrase)


def test_wrong_tries_wait_longer_and_the_right_one_never_waits(store: Store, alba: Staff) -> None:
    waited = []
    for _ in range(4):
        with pytest.raises(WrongPassphrase) as wrong:
            staff.sign_in(store, "Alba", "wrong")
        waited.append(wrong.value.wait_seconds)
    assert waited == [0, 0, 0, 1]
    assert staff.sign_in(store, "Alba", PASSPHRASE) == alba


def test_a_one_time_code_works_once(store: Store, chara: Staff) -> None:
    _, code = staff.add_staff(store, chara, "Dora", {"teacher"})
    with pytest.raises(WrongPassphrase):
        staff.use_one_time_code(store, "Dora", "abcd-abcd-abcd", PASSPHRASE)
    staff.use_one_time_code(store, "Dora", code.upper(), PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        staff.use_one_time_code(store, "Dora", code, PASSPHRASE)


def test_a_short_passphrase_is_refused(store: Store, alba: Staff) -> None:
    with pytest.raises(WeakPassphrase):
        staff.set_passphrase(store, "Alba", "short")


def test_a_ticket_gives_one_cookie(store: Store, alba: Staff) -> None:
    ticket = staff.make_ticket(store, alba)
    cookie = staff.cookie_for_ticket(store, ticket)
    assert cookie is not None
    assert staff.staff_for_cookie(store, cookie) == alba
    assert staff.cookie_for_ticket(store, ticket) is None
    assert staff.staff_for_cookie(store, ticket) is None


@pytest.mark.parametrize(
    "end", [lambda s, cookie: staff.sign_out(s, cookie), lambda s, _: staff.set_passphrase(s, "Alba", PASSPHRASE)]
)
def test_signing_out_and_a_new_passphrase_end_the_cookie(store: Store, alba: Staff, end) -> None:
    cookie = staff.cookie_for_ticket(store, staff.make_ticket(store, alba)) or ""
    assert staff.staff_for_cookie(store, cookie) == alba
    end(store, cookie)
    assert staff.staff_for_cookie(store, cookie) is None


def test_no_passphrase_and_no_pass_is_stored_readable(store: Store, alba: Staff) -> None:
    ticket = staff.make_ticket(store, alba)
    stored = b"".join(path.read_bytes() for path in store.folder.iterdir())
    assert PASSPHRASE.encode() not in stored and ticket.encode() not in stored


def test_only_a_coordinator_adds_and_removes_people(store: Store, alba: Staff, chara: Staff) -> None:
    with pytest.raises(NotAllowed):
        staff.add_staff(store, alba, "Dora", {"teacher"})
    with pytest.raises(NotAllowed):
        staff.remove_staff(store, chara, chara.id)
    staff.remove_staff(store, chara, alba.id)
    assert staff.get_staff(store, alba.id) is None


def test_two_people_cannot_share_a_name(store: Store, alba: Staff, chara: Staff) -> None:
    with pytest.raises(NameTaken):
        staff.add_staff(store, chara, "Alba", {"teacher"})

"""Every fault has a plain sentence of its own."""

from __future__ import annotations

import inspect
import re

import pytest

from data import reflections, school, staff
from data.reflections import Refusal
from data.runs import ContactMissing, WrongState
from pages.ui.sentences import sentence

REASONS = sorted(set(re.findall(r'Refusal\("(\w+)"', inspect.getsource(reflections))))


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_for_a_refusal_has_a_sentence(reason: str) -> None:
    assert sentence(Refusal(reason)) != sentence(ValueError())


def test_no_two_reasons_share_a_sentence() -> None:
    assert len(REASONS) >= 10 and len({sentence(Refusal(reason)) for reason in REASONS}) == len(REASONS)


@pytest.mark.parametrize(
    "fault",
    [
        school.NotAllowed(),
        school.AlreadySetUp(),
        staff.NameTaken(),
        staff.WeakPassphrase(),
        staff.WrongPassphrase(1.0),
        WrongState(),
        ContactMissing(),
    ],
)
def test_every_fault_that_staff_can_meet_has_a_sentence(fault: Exception) -> None:
    assert sentence(fault) != sentence(ValueError())


def test_an_unknown_fault_says_that_nothing_was_changed() -> None:
    assert "Nothing was changed" in sentence(ValueError("secret words")) and "secret" not in sentence(
        ValueError("secret")
    )

"""The way in: an address that leads somewhere from a learner's device, and a square that holds it."""

from __future__ import annotations

import re

import segno

from pages.ui.joining import join_url, next_host, qr, short_address, spaced

OWN = ("192.168.1.20", "10.0.0.7")


def test_a_wall_opened_by_the_schools_name_shows_that_name() -> None:
    assert (
        join_url("K7QM4T", page="https://roads.example/wall?code=K7QM4T", own=OWN) == "https://roads.example/j/K7QM4T"
    )


def test_localhost_leads_nobody_anywhere_so_the_network_address_is_shown() -> None:
    for page in ("http://localhost:8501/wall", "http://127.0.0.1:8501/wall", "http://[::1]:8501/wall"):
        assert join_url("K7QM4T", page=page, own=OWN) == "http://192.168.1.20:8501/j/K7QM4T"


def test_without_any_network_it_is_still_this_computer() -> None:
    assert join_url("K7QM4T", page="http://localhost:8501/wall", own=()) == "http://localhost:8501/j/K7QM4T"


def test_the_address_the_school_gave_comes_before_the_one_in_the_browser() -> None:
    assert (
        join_url("A", page="http://10.0.0.7:8501/wall", own=OWN, given="roads.local") == "http://roads.local:8501/j/A"
    )


def test_the_address_the_teacher_chose_comes_first_if_it_is_this_computers() -> None:
    assert "10.0.0.7" in join_url("A", page="http://localhost:8501/", own=OWN, chosen="10.0.0.7")
    assert "evil" not in join_url("A", page="http://localhost:8501/", own=OWN, chosen="evil.example")


def test_the_other_addresses_come_in_turn() -> None:
    first = join_url("A", page="http://localhost:8501/", own=OWN)
    second = next_host(first, OWN)
    assert second == "10.0.0.7"
    assert next_host(join_url("A", page="http://localhost:8501/", own=OWN, chosen=second), OWN) == "192.168.1.20"


def test_people_type_no_scheme_and_read_the_code_in_two_groups() -> None:
    assert short_address("http://192.168.1.20:8501/j/K7QM4T") == "192.168.1.20:8501"
    assert spaced("K7QM4T") == "K7Q M4T"


def test_the_path_of_the_square_draws_exactly_its_dark_modules() -> None:
    drawn = {
        (int(x) + step, int(y))
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", qr("http://a.example/j/K7QM4T")["path"])
        for step in range(int(length))
    }
    matrix = segno.make_qr("http://a.example/j/K7QM4T", error="m").matrix
    assert drawn == {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}

"""Each fault of the data folder gives one clear line, and nothing is changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data.start_up import DATABASE_NAME
from data.store import Store, StoreFault


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder that has held data."""
    Store(tmp_path).close()
    return tmp_path


def fault_of(folder: Path, *, as_server: bool = False) -> str:
    with pytest.raises(StoreFault) as fault:
        Store(folder, as_server=as_server)
    message = str(fault.value)
    assert "\n" not in message
    return message


def test_an_empty_file_where_data_was_is_refused(used: Path) -> None:
    (used / DATABASE_NAME).write_bytes(b"")
    assert "missing or empty" in fault_of(used)


def test_a_missing_file_where_data_was_is_refused(used: Path) -> None:
    (used / DATABASE_NAME).unlink()
    assert "missing or empty" in fault_of(used)


def test_a_file_that_is_no_database_is_refused_and_untouched(used: Path) -> None:
    (used / DATABASE_NAME).write_bytes(b"PK\x03\x04" + b"zip" * 2000)
    before = (used / DATABASE_NAME).read_bytes()
    assert "damaged" in fault_of(used)
    assert (used / DATABASE_NAME).read_bytes() == before


def test_a_damaged_page_is_refused(used: Path) -> None:
    path = used / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 600] = b"\xff" * 600
    path.write_bytes(content)
    assert "damaged" in fault_of(used)


def test_a_newer_schema_is_refused(used: Path) -> None:
    connection = sqlite3.connect(used / DATABASE_NAME)
    connection.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('open_roads', 'm999_later')")
    connection.commit()
    connection.close()
    assert "newer Open Roads" in fault_of(used)


def test_a_second_server_is_refused_and_the_command_line_is_not(tmp_path: Path) -> None:
    server = Store(tmp_path, as_server=True)
    assert "already running" in fault_of(tmp_path, as_server=True)
    Store(tmp_path).close()
    server.close()
    Store(tmp_path, as_server=True).close()


@pytest.mark.parametrize("name", ["OneDrive - School", "Dropbox", "Google Drive", "Nextcloud"])
def test_a_synced_folder_is_refused_with_another_place_named(tmp_path: Path, name: str) -> None:
    message = fault_of(tmp_path / name / "data")
    assert name in message and "OPEN_ROADS_DATA" in message
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "cannot be written to" in fault_of(tmp_path / "file" / "data")


def test_a_network_drive_is_known_by_its_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from data import start_up

    monkeypatch.setattr(start_up, "_mounts", lambda: [("/", "ext4"), (str(tmp_path), "cifs")])
    assert "network drive" in fault_of(tmp_path)


def test_the_pepper_is_for_its_owner_alone_and_made_once(tmp_path: Path) -> None:
    first = Store(tmp_path)
    pepper = first.pepper
    first.close()
    again = Store(tmp_path)
    assert again.pepper == pepper
    assert (tmp_path / "pepper").stat().st_mode & 0o077 == 0
    again.close()


def test_a_given_pepper_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPEN_ROADS_PEPPER", "the same on every server")
    Store(tmp_path).close()
    assert not (tmp_path / "pepper").exists()

"""Backups hold no answer, and come back with lessons that were open ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.backups import restore_backup, write_backup
from data.release import totals_of_run
from data.start_up import StoreFault
from data.store import close_stores, the_store
from tests.data.lessons import Lesson, start_lesson

CANARY = "canary-backup-quetzal"


def test_a_backup_of_an_open_lesson_holds_no_answer(lesson: Lesson, tmp_path: Path) -> None:
    lesson.learners_send(6, text=CANARY)
    with lesson.store.read() as db:
        names = [row["id"] for row in db["pending_reflections"].rows]
    write_backup(lesson.store.path, tmp_path / "copy.db")
    content = (tmp_path / "copy.db").read_bytes()
    assert CANARY.encode() not in content
    assert not any(name.encode() in content for name in names)
    assert not list(tmp_path.glob("*.part")) and not list(tmp_path.glob(".*.part"))


def test_a_text_that_is_not_approved_stays_out(lesson: Lesson, tmp_path: Path) -> None:
    lesson.learners_send(6, text=CANARY)
    lesson.close()
    write_backup(lesson.store.path, tmp_path / "copy.db")
    assert CANARY.encode() not in (tmp_path / "copy.db").read_bytes()


def test_totals_come_back_and_open_lessons_are_ended(lesson: Lesson, tmp_path: Path) -> None:
    lesson.learners_send(6)
    lesson.close()
    former = totals_of_run(lesson.store, lesson.teacher, lesson.run_id)
    second = start_lesson(lesson.store, lesson.teacher, lesson.cohort)
    second.learners_send(6)
    folder = lesson.store.folder
    write_backup(lesson.store.path, tmp_path / "copy.db")
    close_stores()
    restore_backup(tmp_path / "copy.db", folder)
    lesson.store = second.store = the_store()
    assert totals_of_run(lesson.store, lesson.teacher, lesson.run_id) == former
    assert second.run.state == "ended"
    assert totals_of_run(lesson.store, lesson.teacher, second.run_id) == []


def test_a_backup_is_not_restored_under_a_running_server(lesson: Lesson, tmp_path: Path) -> None:
    write_backup(lesson.store.path, tmp_path / "copy.db")
    folder = lesson.store.folder
    close_stores()
    the_store(as_server=True)
    with pytest.raises(StoreFault, match="already running"):
        restore_backup(tmp_path / "copy.db", folder)


@pytest.mark.parametrize("content", [b"", b"PK zip", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_anything_else_is_not_restored(lesson: Lesson, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(StoreFault, match="not a backup|damaged"):
        restore_backup(tmp_path / "other.db", lesson.store.folder)
    assert lesson.run.state == "reflecting"

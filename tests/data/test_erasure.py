"""After the close no answer is left to find: not in a table, not in the freed pages, not in the log file."""

from __future__ import annotations

import re
from pathlib import Path

import data
from data.backups import restore_backup, write_backup
from data.staff import Staff, remove_staff
from data.start_up import DATABASE_NAME
from data.store import Store, clean_up_later, close_stores
from tests.data.lessons import Lesson

CANARY = "canary-7f3a-quetzal"


def bytes_on_disk(store: Store) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(store.folder.iterdir()) if path.is_file())


def test_a_text_under_the_floor_leaves_no_byte(lesson: Lesson) -> None:
    lesson.learners_send(4, text=CANARY)
    assert CANARY.encode() in bytes_on_disk(lesson.store)
    lesson.close()
    assert CANARY.encode() not in bytes_on_disk(lesson.store)


def test_a_replaced_and_a_deleted_text_leave_no_byte(lesson: Lesson) -> None:
    from data.reflections import delete_answer

    lesson.learners_send(2, text=CANARY)
    lesson.send(lesson.seats[0], text="something else")
    delete_answer(lesson.store, lesson.run_id, lesson.seats[1])
    lesson.close()
    assert CANARY.encode() not in bytes_on_disk(lesson.store)


def test_no_seat_and_no_name_of_a_row_is_left(lesson: Lesson) -> None:
    lesson.learners_send(6)
    with lesson.store.read() as db:
        row_names = [row["id"] for row in db["pending_reflections"].rows]
    lesson.close()
    left = bytes_on_disk(lesson.store)
    assert not any(name.encode() in left for name in [*row_names, *lesson.seats])


def test_the_log_file_is_empty_after_a_close(lesson: Lesson) -> None:
    lesson.learners_send(6)
    lesson.close()
    with lesson.store.read() as db:
        assert db["cleanups"].count == 0
    log = lesson.store.path.with_name(lesson.store.path.name + "-wal")
    assert lesson.seats[0].encode() not in log.read_bytes()


def test_a_clean_up_that_found_a_reader_in_the_way_is_done_later(lesson: Lesson) -> None:
    lesson.learners_send(6)
    with lesson.store.read() as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM runs").fetchone()
        with lesson.store.write() as db:
            clean_up_later(db)
        assert not lesson.store.clean_up(patience=0)
        reader.execute("COMMIT")
    assert lesson.store.clean_up()
    with lesson.store.read() as db:
        assert db["cleanups"].count == 0


def test_removing_a_teacher_in_an_open_lesson_leaves_no_byte(lesson: Lesson, chara: Staff) -> None:
    lesson.learners_send(3, text=CANARY)
    remove_staff(lesson.store, chara, lesson.teacher.id)
    assert CANARY.encode() not in bytes_on_disk(lesson.store)


def test_a_damaged_file_is_not_kept_when_a_backup_comes_back(lesson: Lesson, tmp_path: Path) -> None:
    lesson.learners_send(3, text=CANARY)
    folder = lesson.store.folder
    write_backup(lesson.store.path, tmp_path / "copy.db")
    close_stores()
    content = bytearray((folder / DATABASE_NAME).read_bytes())
    content[:600] = b"\xff" * 600
    (folder / DATABASE_NAME).write_bytes(content)
    assert restore_backup(tmp_path / "copy.db", folder) is None
    assert CANARY.encode() not in bytes_on_disk(lesson.store)


def test_every_erasure_is_followed_by_a_clean_up() -> None:
    """A DELETE of what holds answers, texts or people stands in a module that also notes the clean-up."""
    erases = re.compile(r"DELETE FROM (staff|cohorts|runs|schools|released_texts|pending_\w+) ")
    modules = [path for path in Path(data.__file__).parent.glob("*.py") if erases.search(path.read_text())]
    without = {path.name for path in modules if "clean_up_later(db)" not in path.read_text()}
    # A deleted or replaced answer is cleaned at its run's close; a backup is cleaned in memory before it is written.
    assert without <= {"reflections.py", "backups.py"}

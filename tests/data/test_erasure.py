"""After the close no answer is left to find: not in a table, not in the freed pages, not in the log file."""

from __future__ import annotations

from data.store import Store
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
            db.execute("INSERT INTO cleanups (run_id) VALUES ('x')")
        assert not lesson.store.clean_up(patience=0)
        reader.execute("COMMIT")
    assert lesson.store.clean_up()
    with lesson.store.read() as db:
        assert db["cleanups"].count == 0

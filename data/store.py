"""The one door to the database: open it, read from it, write to it, and leave nothing behind after a lesson.

One writer connection per process behind a lock, `BEGIN IMMEDIATE`, write-ahead log, `synchronous=FULL`:
a write that returned is on disk. Every reader has a connection to itself that cannot write.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sqlite_utils import Database

from data.migrations import migrations
from data.start_up import (
    DATABASE_NAME,
    MARKER_NAME,
    StoreFault,
    check_file,
    check_folder,
    lock_for_server,
)

__all__ = ["Store", "StoreFault", "close_stores", "data_folder", "new_id", "the_store"]

_PATIENCE_SECONDS = 10
_PEPPER_BYTES = 32
_MOST_IDLE_READERS = 8


class Store:
    """An open data folder.

    Raises StoreFault, with one clear sentence, when the folder or the database cannot be used.
    """

    def __init__(self, folder: Path, *, as_server: bool = False) -> None:
        self.folder = folder.absolute()
        self.path = self.folder / DATABASE_NAME
        check_folder(self.folder)
        self._server_lock: IO[str] | None = lock_for_server(self.folder) if as_server else None
        try:
            check_file(self.folder)
            self._write_lock = threading.Lock()
            self._idle_readers: deque[Database] = deque()  # its pop and append are safe between threads
            self._writer = self._connect()
            self._migrate()
            self.pepper = _pepper(self.folder)
            (self.folder / MARKER_NAME).touch()
        except BaseException:
            self._release_server_lock()
            raise

    def _connect(self) -> Database:
        # For this account alone, as are the log files that SQLite makes beside it.
        os.close(os.open(self.path, os.O_CREAT, 0o600))
        os.chmod(self.path, 0o600)
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in (
                "journal_mode=WAL",
                "synchronous=FULL",
                "foreign_keys=ON",
                "secure_delete=ON",
                "trusted_schema=OFF",
                "mmap_size=0",
                "temp_store=MEMORY",  # VACUUM would otherwise write a copy of the database to the temporary folder
            ):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as fault:
            connection.close()
            raise StoreFault(f"The database {self.path} cannot be written to: {fault}. Nothing was changed.") from fault
        return Database(connection, execute_plugins=False)

    def _migrate(self) -> None:
        known = {migration.name for migration in migrations._migrations}
        with self.write() as db:
            newer = [applied.name for applied in migrations.applied(db) if applied.name not in known]
            if newer:
                raise StoreFault(
                    f"The database {self.path} was made by a newer Open Roads. Nothing was changed. "
                    "Start that version, or choose another folder with OPEN_ROADS_DATA."
                )
            if migrations.applied(db) and migrations.pending(db):
                self._copy_before_migration()
            migrations.apply(db)

    def _copy_before_migration(self) -> None:
        from data.backups import write_backup

        write_backup(self.path, self.folder / f"before-update-{secrets.token_hex(4)}.db")

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction, alone; committed to disk when the block ends, undone when it raises."""
        with self._write_lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            # A COMMIT that fails (disk full) leaves the transaction open: undo it, so that the next write can begin.
            try:
                self._writer.execute("COMMIT")
            except sqlite3.Error:
                if self._writer.conn.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Iterator[Database]:
        """A connection of its own that cannot write, held by nobody else until the block ends."""
        # Idle readers are kept: a new connection reads the whole schema first, which costs more than the query.
        try:
            db = self._idle_readers.pop()
        except IndexError:
            db = self._connect_reader()
        try:
            yield db
        finally:
            if len(self._idle_readers) < _MOST_IDLE_READERS and not db.conn.in_transaction:
                self._idle_readers.append(db)
            else:
                db.conn.close()

    def _connect_reader(self) -> Database:
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only=ON")
        return Database(connection, execute_plugins=False)

    def _close_idle_readers(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle_readers.pop().conn.close()

    def mark(self, *parts: str) -> str:
        """A stable name for these parts that nobody can compute without this installation's pepper."""
        message = "\x1f".join(parts).encode()
        return hmac.new(self.pepper, message, hashlib.sha256).hexdigest()

    def clean_up(self, patience: float = 5.0) -> bool:
        """Overwrite what closes have freed and empty the log file. True when nothing is left to clean.

        VACUUM comes first: the other order leaves the order of rows, and texts, readable in the file.
        """
        with self.read() as db:
            waiting = [row["id"] for row in db.query("SELECT id FROM cleanups")]
        if not waiting:
            return True
        if not self._vacuum_and_empty_log(patience):
            return False
        with self.write() as db:
            for note in waiting:
                db.execute("DELETE FROM cleanups WHERE id = ?", [note])
        return True

    def _vacuum_and_empty_log(self, patience: float) -> bool:
        deadline = time.monotonic() + patience
        while True:
            if self._try_to_vacuum():
                return True
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)

    def _try_to_vacuum(self) -> bool:
        connection = self._writer.conn
        self._close_idle_readers()
        with self._write_lock:
            # Learners of another class wait behind this lock: give way at once when a reader is in the way.
            connection.execute("PRAGMA busy_timeout=100")
            try:
                connection.execute("VACUUM")
                busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError:  # another process holds the file
                busy = 1
            finally:
                connection.execute(f"PRAGMA busy_timeout={_PATIENCE_SECONDS * 1000}")
        return not busy

    def close(self) -> None:
        self._close_idle_readers()
        self._writer.conn.close()
        self._release_server_lock()

    def _release_server_lock(self) -> None:
        if self._server_lock is not None:
            self._server_lock.close()
            self._server_lock = None


def _pepper(folder: Path) -> bytes:
    """The installation's one secret: from OPEN_ROADS_PEPPER, else from a file that only its owner may read."""
    given = os.environ.get("OPEN_ROADS_PEPPER")
    if given:
        return hashlib.sha256(given.encode()).digest()
    path = folder / "pepper"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_pepper(path)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_PEPPER_BYTES))
    return _read_pepper(path)


def _read_pepper(path: Path) -> bytes:
    deadline = time.monotonic() + 1
    while len(pepper := path.read_bytes()) < _PEPPER_BYTES:  # another process is writing it at this moment
        if time.monotonic() > deadline:
            raise StoreFault(f"The file {path} is damaged. Delete it while no lesson is open and start again.")
        time.sleep(0.01)
    return pepper


def data_folder() -> Path:
    """Where the data lies: OPEN_ROADS_DATA, else `data/var` beside this file."""
    given = os.environ.get("OPEN_ROADS_DATA")
    return Path(given) if given else Path(__file__).parent / "var"


_stores: dict[Path, Store] = {}
_opening = threading.Lock()


def the_store(*, as_server: bool = False) -> Store:
    """The one open store of this process for the current data folder."""
    folder = data_folder().absolute()
    store = _stores.get(folder)
    if store is None:
        with _opening:
            store = _stores.get(folder) or Store(folder, as_server=as_server)
            _stores[folder] = store
    return store


def close_stores() -> None:
    """Close every store of this process (the server at its end, tests after each case)."""
    with _opening:
        while _stores:
            _stores.popitem()[1].close()


def new_id() -> str:
    """128 random bits as text: a key that tells nothing about order."""
    return secrets.token_hex(16)


def clean_up_later(db: Database) -> None:
    """Note, in the transaction that erases something, that `Store.clean_up` has to follow."""
    # A name of its own for each note: a clean-up that is under way must not take a later one for its own.
    db.execute("INSERT INTO cleanups (id) VALUES (?)", [new_id()])


def one(db: Database, sql: str, parameters: list[Any]) -> dict[str, Any] | None:
    """The first row of a query as a dict, or None."""
    # Not db.query, which parses every statement first: this runs several times for each learner's page.
    cursor = db.execute(sql, parameters)
    row = cursor.fetchone()
    return None if row is None else dict(zip((column[0] for column in cursor.description), row, strict=True))

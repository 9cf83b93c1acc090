"""The schema, one migration after another. Plain SQL in the subset that SQLite and PostgreSQL share.

Tables named `pending_…` hold what is not released; all of them are empty between lessons.
Every key is random and every table `WITHOUT ROWID`, so that no table tells the order in which rows came.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("open_roads")

_SCHOOLS = (
    """
    CREATE TABLE schools (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        country TEXT NOT NULL CHECK (length(country) = 2),
        floor INTEGER NOT NULL DEFAULT 5 CHECK (floor >= 5),
        floor_sensitive INTEGER NOT NULL DEFAULT 5 CHECK (floor_sensitive >= 5),
        floor_texts INTEGER NOT NULL DEFAULT 5 CHECK (floor_texts >= 5),
        is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE contacts (
        school_id TEXT PRIMARY KEY REFERENCES schools (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        room TEXT NOT NULL,
        hours TEXT NOT NULL,
        agreed_on TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_STAFF = (
    """
    CREATE TABLE staff (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        passphrase_hash TEXT,
        one_time_hash TEXT,
        one_time_until TEXT,
        wrong_tries INTEGER NOT NULL DEFAULT 0,
        is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
        PRIMARY KEY (school_id, id),
        UNIQUE (school_id, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE staff_roles (
        staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('teacher', 'coordinator')),
        PRIMARY KEY (staff_id, role)
    ) STRICT, WITHOUT ROWID
    """,
    # A pass is a one-time ticket (seconds) or a signed-in cookie (hours); both are stored hashed.
    """
    CREATE TABLE staff_passes (
        hash TEXT PRIMARY KEY,
        staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('ticket', 'cookie')),
        ends_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_COHORTS = (
    """
    CREATE TABLE cohorts (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        code TEXT NOT NULL UNIQUE CHECK (length(code) = 6),
        size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 500),
        teacher_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        programme TEXT NOT NULL DEFAULT '',
        school_year TEXT NOT NULL,
        shares_name INTEGER NOT NULL DEFAULT 0 CHECK (shares_name IN (0, 1)),
        is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
        PRIMARY KEY (school_id, id)
    ) STRICT, WITHOUT ROWID
    """,
)

_RUNS = (
    """
    CREATE TABLE runs (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        cohort_id TEXT NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
        activity TEXT NOT NULL,
        activity_version INTEGER NOT NULL,
        trade TEXT,
        language TEXT NOT NULL,
        items TEXT NOT NULL,
        floor INTEGER NOT NULL CHECK (floor >= 5),
        floor_sensitive INTEGER NOT NULL CHECK (floor_sensitive >= 5),
        floor_texts INTEGER NOT NULL CHECK (floor_texts >= 5),
        state TEXT NOT NULL CHECK (state IN ('teaching', 'reflecting', 'closed', 'ended')),
        is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
        is_rehearsal INTEGER NOT NULL DEFAULT 0 CHECK (is_rehearsal IN (0, 1)),
        step INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0),
        places INTEGER NOT NULL CHECK (places >= 1),
        doors_locked INTEGER NOT NULL DEFAULT 0 CHECK (doors_locked IN (0, 1)),
        sent_at_lock INTEGER,
        sent_band INTEGER NOT NULL DEFAULT 0 CHECK (sent_band % 5 = 0),
        revealed INTEGER NOT NULL DEFAULT 0 CHECK (revealed >= 0),
        blank INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1)),
        timer_ends_at TEXT,
        last_call_ends_at TEXT,
        closes_at TEXT,
        started_on TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        learner_revision INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (school_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX one_current_run ON runs (school_id, cohort_id) WHERE is_current = 1",
    "CREATE INDEX runs_of_cohort ON runs (cohort_id, started_on)",
)

_PENDING = (
    """
    CREATE TABLE pending_seats (
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
        PRIMARY KEY (run_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pending_reflections (
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        answers TEXT NOT NULL,
        PRIMARY KEY (run_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pending_texts (
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        item_id TEXT NOT NULL,
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
        PRIMARY KEY (run_id, id)
    ) STRICT, WITHOUT ROWID
    """,
)

_RELEASED = (
    # `sent_band` is the number who sent, rounded down to a multiple of five.
    """
    CREATE TABLE releases (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
        released_on TEXT NOT NULL,
        sent_band INTEGER NOT NULL CHECK (sent_band % 5 = 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE item_totals (
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        item_version INTEGER NOT NULL,
        kind TEXT NOT NULL,
        sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
        respondents INTEGER NOT NULL CHECK (respondents >= 5),
        PRIMARY KEY (run_id, item_id),
        CHECK (sensitive = 0 OR respondents % 5 = 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE totals (
        run_id TEXT NOT NULL,
        item_id TEXT NOT NULL,
        value TEXT NOT NULL,
        n INTEGER CHECK (n >= 0),
        amount TEXT CHECK (amount IN ('few', 'some', 'most')),
        PRIMARY KEY (run_id, item_id, value),
        FOREIGN KEY (run_id, item_id) REFERENCES item_totals (run_id, item_id) ON DELETE CASCADE,
        CHECK ((n IS NULL) <> (amount IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE released_texts (
        id TEXT PRIMARY KEY,
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'hidden', 'worrying'))
    ) STRICT, WITHOUT ROWID
    """,
    # One row from a close or an erasure until the freed pages are overwritten and the log file is emptied.
    "CREATE TABLE cleanups (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)

_WORDS = (
    # How many seats wrote a released word; NULL for a text. No word of a single seat can be stored.
    "ALTER TABLE released_texts ADD COLUMN writers INTEGER CHECK (writers >= 2)",
)

_RUNS_OF_THE_FIRST_DAYS = {
    "sent_band": "INTEGER NOT NULL DEFAULT 0 CHECK (sent_band % 5 = 0)",
    "learner_revision": "INTEGER NOT NULL DEFAULT 1",
}

_LIVE_LESSON = (
    # The seconds that a paused countdown still has; NULL while it runs or none is set.
    "ALTER TABLE runs ADD COLUMN timer_left INTEGER CHECK (timer_left > 0)",
    # Whether the class guesses before the next chart.
    "ALTER TABLE runs ADD COLUMN guessing INTEGER NOT NULL DEFAULT 0 CHECK (guessing IN (0, 1))",
    # A phone that holds one lesson: first an invitation in a square code, good once, then the phone's own cookie.
    """
    CREATE TABLE phone_passes (
        hash TEXT PRIMARY KEY,
        run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('invitation', 'phone')),
        ends_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_YEAR = (
    # What the teacher writes on the time line of a class ("placement began"); never about one person.
    """
    CREATE TABLE class_notes (
        cohort_id TEXT NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        noted_on TEXT NOT NULL,
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
        PRIMARY KEY (cohort_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    # The teacher's own sentences of the evidence report, one box each; a box that is not here is still as proposed.
    """
    CREATE TABLE report_sentences (
        cohort_id TEXT NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
        box TEXT NOT NULL,
        text TEXT NOT NULL CHECK (length(text) <= 4000),
        PRIMARY KEY (cohort_id, box)
    ) STRICT, WITHOUT ROWID
    """,
    # What a coordinator may see summed: always the lessons of three classes together (`data.lots`).
    """
    CREATE TABLE lots (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        school_year TEXT NOT NULL,
        activity TEXT NOT NULL,
        id TEXT NOT NULL UNIQUE,
        programme TEXT NOT NULL,
        PRIMARY KEY (school_id, school_year, activity, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE lot_runs (
        lot_id TEXT NOT NULL REFERENCES lots (id) ON DELETE CASCADE,
        run_id TEXT NOT NULL UNIQUE REFERENCES runs (id) ON DELETE CASCADE,
        cohort_id TEXT NOT NULL REFERENCES cohorts (id) ON DELETE CASCADE,
        sent_band INTEGER NOT NULL CHECK (sent_band % 5 = 0),
        PRIMARY KEY (lot_id, run_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX runs_of_activity ON runs (school_id, activity, started_on)",
)


@migrations()
def m001_first_schema(db: Database) -> None:
    for statement in (*_SCHOOLS, *_STAFF, *_COHORTS, *_RUNS, *_PENDING, *_RELEASED):
        db.execute(statement)


@migrations()
def m002_words(db: Database) -> None:
    for statement in _WORDS:
        db.execute(statement)


@migrations()
def m003_revisions_and_bands(db: Database) -> None:
    """Databases of the first days lack two columns of `runs` and call the key of `cleanups` after the run."""
    runs = {column.name for column in db["runs"].columns}
    for name, declaration in _RUNS_OF_THE_FIRST_DAYS.items():
        if name not in runs:
            db.execute(f"ALTER TABLE runs ADD COLUMN {name} {declaration}")
    if "run_id" in {column.name for column in db["cleanups"].columns}:
        db.execute("ALTER TABLE cleanups RENAME COLUMN run_id TO id")


@migrations()
def m004_live_lesson(db: Database) -> None:
    for statement in _LIVE_LESSON:
        db.execute(statement)


@migrations()
def m005_school_year(db: Database) -> None:
    for statement in _YEAR:
        db.execute(statement)

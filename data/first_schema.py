"""The tables of the first version, as `data.migrations` makes them before everything that came later."""

from __future__ import annotations

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

TABLES = (*_SCHOOLS, *_STAFF, *_COHORTS, *_RUNS, *_PENDING, *_RELEASED)

"""The schema, one migration after another. Plain SQL in the subset that SQLite and PostgreSQL share.

Tables named `pending_…` hold what is not released; all of them are empty between lessons.
Every key is random and every table `WITHOUT ROWID`, so that no table tells the order in which rows came.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from data import first_schema

migrations = Migrations("open_roads")

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

# The sums over lots that count, kept ready (`data.sums`); `lots` is how many are in a row's numbers.
_OF_A_PROGRAMME = """
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        school_year TEXT NOT NULL,
        activity TEXT NOT NULL,
        programme TEXT NOT NULL,
        lots INTEGER NOT NULL,
"""
_OF_AN_ITEM = """
        item_id TEXT NOT NULL,
        item_version INTEGER NOT NULL,
        kind TEXT NOT NULL,
"""
_SUMS = (
    f"""
    CREATE TABLE summed_lessons ({_OF_A_PROGRAMME}
        sent_band INTEGER NOT NULL,
        places INTEGER NOT NULL,
        PRIMARY KEY (school_id, school_year, activity, programme)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE summed_items ({_OF_A_PROGRAMME}{_OF_AN_ITEM}
        respondents INTEGER NOT NULL,
        PRIMARY KEY (school_id, school_year, activity, programme, item_id, item_version, kind)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE summed_values ({_OF_A_PROGRAMME}{_OF_AN_ITEM}
        value TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (school_id, school_year, activity, programme, item_id, item_version, kind, value)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX lot_runs_of_class ON lot_runs (cohort_id)",
    "CREATE INDEX released_texts_of_run ON released_texts (run_id)",
    # Lessons that a coordinator may see under their class's name: such a lesson is never in a lot, nor the other way.
    """
    CREATE TABLE named_runs (
        run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # The coordinator's own sentences of the evidence report of a school year; see `report_sentences`.
    """
    CREATE TABLE year_sentences (
        school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
        school_year TEXT NOT NULL,
        box TEXT NOT NULL,
        text TEXT NOT NULL CHECK (length(text) <= 4000),
        PRIMARY KEY (school_id, school_year, box)
    ) STRICT, WITHOUT ROWID
    """,
)

# What a coordinator teaches was once summed with the classes of others.
_OWN_CLASSES_LEAVE_MIXED_LOTS = """
    DELETE FROM lot_runs WHERE run_id IN (
        SELECT own.run_id FROM lot_runs AS own
            JOIN cohorts AS own_class ON own_class.id = own.cohort_id
            JOIN staff_roles ON staff_roles.staff_id = own_class.teacher_id AND staff_roles.role = 'coordinator'
            JOIN lot_runs AS other ON other.lot_id = own.lot_id
            JOIN cohorts AS other_class ON other_class.id = other.cohort_id
        WHERE other_class.teacher_id <> own_class.teacher_id
    )
"""


@migrations()
def m001_first_schema(db: Database) -> None:
    for statement in first_schema.TABLES:
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


@migrations()
def m006_sums(db: Database) -> None:
    from data import lots, sums

    for statement in _SUMS:
        db.execute(statement)
    # The two others of such a lot are in no sum any more, for their sum has been seen together with the third.
    db.execute(_OWN_CLASSES_LEAVE_MIXED_LOTS)
    for row in list(db.query("SELECT id FROM cohorts WHERE shares_name = 1")):
        db.execute("DELETE FROM lot_runs WHERE cohort_id = ?", [row["id"]])
        lots.show_by_name(db, row["id"])
    sums.put_in(db, [row["id"] for row in db.query("SELECT id FROM lots")])

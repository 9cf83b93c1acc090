"""Time as the tables keep it: UTC ISO-8601 text for moments, the school's own calendar date for days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def now() -> datetime:
    return datetime.now(UTC)


def as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def in_seconds(seconds: float) -> str:
    """The moment that many seconds from now, as text."""
    return as_text(now() + timedelta(seconds=seconds))


def is_past(moment: str | None) -> bool:
    return moment is not None and datetime.fromisoformat(moment) <= now()


def today() -> date:
    """The date on the wall of the classroom, so local time."""
    return datetime.now().astimezone().date()


def school_year(day: date) -> str:
    """`2026/27` for every day from 1 August 2026 to 31 July 2027."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"

"""A lesson whose answers are open, with Alba's class of eight."""

from __future__ import annotations

import pytest

from data.cohorts import Cohort
from data.staff import Staff
from data.store import Store
from tests.data.lessons import Lesson, start_lesson


@pytest.fixture
def lesson(store: Store, alba: Staff, cohort: Cohort) -> Lesson:
    return start_lesson(store, alba, cohort)

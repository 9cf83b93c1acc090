"""The exact interval of a share, as whole numbers of people, against figures from the literature."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.ui.likely import likely_range


@given(st.integers(1, 60), st.data())
@settings(deadline=None)  # the first call loads a large library
def test_the_range_holds_the_figure_and_stays_within_the_class(n: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, n))
    low, high = likely_range(count, n)
    assert 0 <= low <= count <= high <= n


def test_it_is_clopper_and_pearsons_interval() -> None:
    # 10 of 20: 27.2 % to 72.8 %; 0 of 10: 0 % to 30.8 %.
    assert likely_range(10, 20) == (5, 15)
    assert likely_range(0, 10) == (0, 4)
    assert likely_range(10, 10) == (6, 10)


@pytest.mark.parametrize("count, n", [(-1, 5), (6, 5), (0, 0)])
def test_a_figure_that_cannot_be_is_refused(count: int, n: int) -> None:
    with pytest.raises(ValueError, match="count"):
        likely_range(count, n)

"""How far a figure of a small class could lie from this by chance: an exact interval, as whole numbers of people."""

from __future__ import annotations

from math import ceil, floor

CONFIDENCE = 0.95


def likely_range(count: int, n: int) -> tuple[int, int]:
    """The smallest and the largest number of `n` that `count` of `n` goes with, rounded outwards.

    Clopper and Pearson's exact interval for a share, at 95 %. Raises ValueError for a count that n cannot have.
    """
    if not 0 <= count <= n or n == 0:
        raise ValueError("count")
    from scipy.stats import binomtest  # only for who draws a report: it is large

    found = binomtest(count, n).proportion_ci(confidence_level=CONFIDENCE, method="exact")
    # So that 0 and n themselves are not moved by a rounding error.
    return floor(found.low * n + 1e-9), ceil(found.high * n - 1e-9)

"""Ratios against baselines, run by hand on a quiet machine; no test depends on a time."""

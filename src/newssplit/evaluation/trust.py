"""Whether a confidence is true: does it tell right articles from wrong ones, and in as many cases as it says?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

LOOKED_AT = 0.2
"""The share of articles, the least sure, that a person looks at and corrects."""
BINS = 10
Case = tuple[float, bool]
"""What was said of an article, from 0 to 1, and whether it is right."""


class Bin(NamedTuple):
    """The articles of which about the same was said."""

    low: float
    high: float
    articles: int
    said: float
    """What was said of them on average …"""
    right: float
    """… and the share of those that are right."""


class Trust(NamedTuple):
    """How far a confidence is to be trusted."""

    auc: float | None
    """How often a right article has more of it than a wrong one; None where all are right, or none is."""
    ece: float
    """How far what was said is from what is right, over all bins (expected calibration error)."""
    right: float
    """The share of articles that are right, …"""
    right_after_look: float
    """… and when a person has corrected the least sure."""
    bins: tuple[Bin, ...]


def trust(cases: Sequence[Case]) -> Trust | None:
    """The figures of some articles; None where there is none."""
    if not cases:
        return None
    found = reliability(cases)
    ece = sum(b.articles * abs(b.said - b.right) for b in found) / len(cases)
    right = sum(ok for _, ok in cases) / len(cases)
    return Trust(_rounded(auc(cases)), round(ece, 4), round(right, 4), round(after_look(cases), 4), found)


def auc(cases: Sequence[Case]) -> float | None:
    """The area under the curve of Mann and Whitney; equal confidences count half."""
    wrong_below, won, right, wrong = 0, 0.0, 0, 0
    for _, group in groupby(sorted(cases), key=lambda case: case[0]):
        same = [ok for _, ok in group]
        ok = sum(same)
        won += ok * (wrong_below + (len(same) - ok) / 2)
        wrong_below += len(same) - ok
        right, wrong = right + ok, wrong + len(same) - ok
    return won / (right * wrong) if right and wrong else None


def after_look(cases: Sequence[Case]) -> float:
    """The share of articles that are right once the least sure are corrected; of equals, right ones come first."""
    ordered = sorted(cases, key=lambda case: (case[0], not case[1]))
    looked_at = round(LOOKED_AT * len(ordered))
    return (looked_at + sum(ok for _, ok in ordered[looked_at:])) / len(ordered)


def reliability(cases: Sequence[Case]) -> tuple[Bin, ...]:
    """The cases by tenths of what was said; empty bins are left out."""
    bins: list[list[Case]] = [[] for _ in range(BINS)]
    for case in cases:
        bins[min(int(case[0] * BINS), BINS - 1)].append(case)
    return tuple(
        Bin(
            n / BINS,
            (n + 1) / BINS,
            len(found),
            round(sum(said for said, _ in found) / len(found), 4),
            round(sum(ok for _, ok in found) / len(found), 4),
        )
        for n, found in enumerate(bins)
        if found
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

"""Whether the carrier frames every item of a dump: then hardly any begins elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.reading.habits import SAMPLE
from newssplit.rules.sight import Sight

OUTSIDE = -14
"""Decibans that an item begins at no border, where the carrier frames them."""
SURE = 15
"""A border of so many decibans counts."""
FEWEST = 3
SHARE = 0.8
"""Of the items that surely begin, with a headline above a dateline, so many begin at a border."""
HEAD = 5
"""A headline block, with makers, has no more lines."""


def is_framed(sights: Sequence[Sight]) -> bool:
    """Whether nearly all datelines with a headline above them have a border above that."""
    sights = sights[:SAMPLE]
    borders = sum(_border(s) for s in sights)
    if borders < FEWEST:
        return False
    opened = [n for n, s in enumerate(sights) if s.lede is not None and s.prev is not None and s.prev.headlike]
    return len(opened) >= FEWEST and sum(_stands_framed(sights, n) for n in opened) >= SHARE * len(opened)


def _border(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.border >= SURE


def _stands_framed(sights: Sequence[Sight], n: int) -> bool:
    first = max(0, n - HEAD)
    return any(_border(s) for s in sights[first : n + 1]) or first == 0

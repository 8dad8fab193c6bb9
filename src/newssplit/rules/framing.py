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
"""Of the items that surely begin, with a headline above a dateline, so many begin at a border; one such item is enough,
where the dump has borders at all: on real papers found .954 -> .967, on pages of four authors the same."""
ALONE = 5
"""Where no item has a dateline, as in an account's posts, so many borders are enough: with 4 to 6 five annotated dumps
gain articles and one or two lose some, with 3 as many lose as gain."""
HEAD = 5
"""A headline block, with makers, has no more lines."""


def is_framed(sights: Sequence[Sight], borders: Sequence[int]) -> bool:
    """Whether nearly all datelines with a headline above them have a border above that, or there are many borders and no
    such datelines; `borders` are the decibans of each unit's."""
    sights = sights[:SAMPLE]
    sure = sum(border >= SURE for border in borders[:SAMPLE])
    if sure < FEWEST:
        return False
    opened = [n for n, s in enumerate(sights) if s.lede is not None and s.prev is not None and s.prev.headlike]
    if not opened:
        return sure >= ALONE
    return sum(_stands_framed(borders, n) for n in opened) >= SHARE * len(opened)


def _stands_framed(borders: Sequence[int], n: int) -> bool:
    first = max(0, n - HEAD)
    return any(border >= SURE for border in borders[first : n + 1]) or first == 0

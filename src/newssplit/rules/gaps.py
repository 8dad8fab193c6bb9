"""Wide gaps: where a dump has one blank line between paragraphs and more between its items, the wider gap says so.

What such a gap is worth is measured in the dump itself, as for the frames that a tool puts around its records: by what
stands above and below it each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newssplit.reading.carriers.frames import border_weight
from newssplit.reading.habits import SAMPLE
from newssplit.rules.sight import Sight

FEWEST = 3
"""So many gaps of either kind show that they differ."""


def wide_gaps(sights: Sequence[Sight]) -> tuple[int, int]:
    """From how many blank lines on a gap is wide here, and how many decibans it gives for an item that begins below it;
    (0, 0) where gaps are all alike, or wide ones stand elsewhere."""
    gaps = [(a, b) for a, b in pairwise(sights[:SAMPLE]) if b.unit.gap]
    sizes = Counter(b.unit.gap for _, b in gaps)
    if len(sizes) < 2:
        return 0, 0
    usual, times = sizes.most_common(1)[0]
    wide = [(a, b) for a, b in gaps if b.unit.gap > usual]
    if times < FEWEST or len(wide) < FEWEST:
        return 0, 0
    between = sum(_parts_items(a, b) for a, b in wide)
    worth = border_weight(between, len(wide) - between)
    return (usual + 1, worth) if worth > 0 else (0, 0)


def _parts_items(above: Sight, below: Sight) -> bool:
    """Whether an item may well end above a gap and one begin below it."""
    if below.furniture is not None or above.furniture is not None:
        return True
    ends = above.closed or bool(above.line_makers) or above.onward is not None or bool(above.tails)
    return ends and (not below.likely_text or below.lede is not None)

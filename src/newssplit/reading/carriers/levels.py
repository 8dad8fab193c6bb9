"""What headings of each level are in this dump: headlines, crossheads, or names of pages and papers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newssplit.reading.lines import Line


def rank_headings(lines: Sequence[Line]) -> None:
    """Say of each heading what it is, where headings of several levels tell it."""
    levels = sorted({line.mark.heading for line in lines if line.mark is not None and line.mark.heading})
    if len(levels) < 2:
        return
    full = [line for line in lines if not line.blank]
    over_text = dict.fromkeys(levels, 0)
    for line, below in pairwise(full):
        if line.mark is not None and line.mark.heading and not (below.mark is not None and below.mark.heading):
            over_text[line.mark.heading] += 1
    article = next((level for level in levels if over_text[level] >= 2), None)
    article = article or next((level for level in levels if over_text[level]), None)
    if article is None:
        return
    for n, line in enumerate(full):
        mark = line.mark
        if mark is None or not mark.heading:
            continue
        if mark.heading == article:
            mark.rank = "headline"
        elif mark.heading > article:
            marks = [other.mark for other in (*full[max(0, n - 1) : n], *full[n + 1 : n + 2])]
            beside = any(m is not None and m.heading and m.rank != "crosshead" for m in marks)
            mark.rank = "" if beside else "crosshead"

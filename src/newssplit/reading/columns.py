"""Columns of hard-wrapped dumps: how wide the lines are, around each line and over the whole dump."""

from __future__ import annotations

import re
from collections import Counter

from newssplit.reading.lines import width

INNER_RE = re.compile(r"[，。、；,;！？]\S|，\n")
SLACK = 4
"""Columns by which full lines differ: punctuation that may not begin a line, half-width digits."""
AROUND = 6
"""Lines looked at on either side."""
COMMON, USUAL = 5, 0.5
"""So many lines, and this share of the lines of prose that stop in mid-sentence, show a width of the whole dump."""
NARROWEST, WIDEST = 12, 200


def measured(texts: list[str], opens: list[bool]) -> list[int]:
    """Each line's width, in columns or in characters, as the dump was wrapped; empty if it was not.

    Cheap and over the whole dump: most dumps of a paragraph per line are told at once."""
    best, share = list[int](), 2
    for measure in (width, _twice):
        widths = [measure(text) for text in texts]
        counts = Counter(w // 2 for w, o in zip(widths, opens, strict=True) if o and NARROWEST <= w <= WIDEST)
        peak = counts.most_common(1)[0][1] if counts else 0
        if peak > share:
            best, share = widths, peak
    return best


def _twice(text: str) -> int:
    return 2 * len(text)


def columns_of(texts: list[str], widths: list[int], opens: list[bool]) -> list[int]:
    """The width of the column around each line, 0 where there is none."""
    places = [n for n, (w, o) in enumerate(zip(widths, opens, strict=True)) if o and NARROWEST <= w <= WIDEST]
    prose = [(widths[n], INNER_RE.search(texts[n]) is not None) for n in places]
    shown = {texts[n]: w for n, (w, inner) in zip(places, prose, strict=True) if inner}
    usual = _usual(list(shown.values()), widths)
    found = [0] * len(widths)
    column, first, last = usual, 0, 0
    for n, w in enumerate(widths):
        before = first, last
        while first < len(places) and places[first] < n - AROUND:
            first += 1
        while last < len(places) and places[last] <= n + AROUND:
            last += 1
        if (first, last) != before:  # in most dumps such lines are far apart
            column = _column(prose[first:last], usual) or usual
        if column and w <= column + SLACK:
            found[n] = column
    return found


def _usual(prose: list[int], widths: list[int]) -> int:
    """The width of all columns, 0 where they differ: a page of few long paragraphs shows it only as a whole.

    `prose` are the widths of lines that differ: a page header printed again and again is no column."""
    peak, _ = Counter(prose).most_common(1)[0] if prose else (0, 0)
    near = sum(abs(w - peak) <= SLACK // 2 for w in prose)
    wider = sum(w > peak + SLACK for w in widths)
    return peak if near >= max(COMMON, USUAL * len(prose), wider) else 0


def _column(near: list[tuple[int, bool]], usual: int) -> int:
    """The widest width that three lines share, where they are prose: verse has no commas within its lines.

    Where a width is `usual`, three headlines of one length are no column: three lines must be prose."""
    for w, _ in sorted(near, reverse=True) if len(near) >= 3 else ():
        same = [inner for v, inner in near if abs(v - w) <= SLACK // 2]
        prose = sum(same)
        if len(same) >= 3 and (prose >= 3 or (not usual and 3 * prose >= len(same))):
            return w
    return 0

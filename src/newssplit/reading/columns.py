"""Columns of hard-wrapped dumps: how wide the lines are, around each line and over the whole dump."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.lines import widths as in_columns

INNER_RE = re.compile(r"[，。、；,;！？](?:\S|(?<=，)\n)")
"""A stop within a line. That it begins with a set of characters, and not with a choice, makes it a third faster."""
SLACK = 4
"""Columns by which full lines differ: punctuation that may not begin a line, half-width digits."""
AROUND = 6
"""Lines looked at on either side."""
COMMON, USUAL = 5, 0.5
"""So many lines, and this share of the lines of prose that stop in mid-sentence, show a width of the whole dump."""
NARROWEST, WIDEST = 12, 200
SHARED = 3
"""So many lines of one width may be a column."""
FEWEST = 0.2
"""In a wrapped dump at least this share of the lines, and of the text, stands in a column and stops in mid-sentence:
where paragraphs have a line each, headlines and the lines of a table may look like one."""

Measure = Callable[[Sequence[str]], list[int]]
"""How many lines are measured: in columns or in characters."""


class Open(NamedTuple):
    """The lines that stop in mid-sentence and may fill a column, in order."""

    places: list[int]
    widths: list[int]
    prose: list[bool]
    """Whether they have commas within."""


class Columns(NamedTuple):
    widths: list[int]
    """Each line's width, in columns or in characters, as the dump was wrapped."""
    around: list[int]
    """The width of the column around each line, 0 where there is none."""


def find_columns(texts: Sequence[str], opens: Sequence[bool]) -> Columns | None:
    """The columns of a dump; None if it was not wrapped. `opens` are the lines that stop in mid-sentence.

    Those are looked at first: in most dumps of a paragraph per line they are few, and tell enough."""
    open_places = [n for n, o in enumerate(opens) if o]
    measured = _measured([texts[n] for n in open_places])
    if measured is None:
        return None
    measure, open_widths = measured
    widths = dict(zip(open_places, open_widths, strict=True))
    other_places = [n for n, o in enumerate(opens) if not o]
    others = dict(zip(other_places, measure([texts[n] for n in other_places]), strict=True))
    places = [n for n, w in widths.items() if NARROWEST <= w <= WIDEST]
    prose = [INNER_RE.search(texts[n]) is not None for n in places]
    lines = Open(places, [widths[n] for n in places], prose)
    usual = _usual(texts, lines, [*open_widths, *others.values()])
    around = _around(widths, lines, usual)
    within = sum([len(texts[n]) for n in around])
    if len(around) < max(1, FEWEST * len(texts)) or within < FEWEST * sum(map(len, texts)):
        return None
    widths, around = widths | others, around | _around(others, lines, usual)
    return Columns([widths[n] for n in range(len(texts))], [around.get(n, 0) for n in range(len(texts))])


def _measured(texts: Sequence[str]) -> tuple[Measure, list[int]] | None:
    """How lines were measured when they were wrapped, so that most of them have one width, and the width of each;
    None if hardly any have one width."""
    best, share = None, SHARED - 1
    for measure in (in_columns, _in_characters):
        widths = measure(texts)
        counts = Counter([w // 2 for w in widths if NARROWEST <= w <= WIDEST])
        peak = max(counts.values(), default=0)
        if peak > share:
            best, share = (measure, widths), peak
    return best


def _in_characters(texts: Sequence[str]) -> list[int]:
    return [2 * len(text) for text in texts]


def _usual(texts: Sequence[str], lines: Open, widths: Sequence[int]) -> int:
    """The width of all columns, 0 where they differ: a page of few long paragraphs shows it only as a whole.
    `widths` are those of all lines of the dump.

    Lines of one text count once: a page header printed again and again is no column."""
    prose = list({texts[n]: w for n, w, inner in zip(*lines, strict=True) if inner}.values())
    peak, _ = Counter(prose).most_common(1)[0] if prose else (0, 0)
    near = sum([abs(w - peak) <= SLACK // 2 for w in prose])
    if near < max(COMMON, USUAL * len(prose)):
        return 0
    return peak if near >= sum([w > peak + SLACK for w in widths]) else 0


def _around(widths: Mapping[int, int], lines: Open, usual: int) -> dict[int, int]:
    """For those of the lines at these places that stand in a column, its width."""
    found = dict[int, int]()
    places, prose, size = lines.places, lines.prose, len(lines.places)
    # twice the width, and one more for prose: there is one list to go through instead of two at once
    codes = [2 * width + inner for width, inner in zip(lines.widths, prose, strict=True)]
    column, first, last, inner = usual, 0, 0, 0
    for n, w in widths.items():
        before = first, last
        while first < size and places[first] < n - AROUND:
            inner -= prose[first]
            first += 1
        while last < size and places[last] <= n + AROUND:
            inner += prose[last]
            last += 1
        if (first, last) != before:
            column = (_column(codes[first:last], usual) if inner else 0) or usual
        if column and w <= column + SLACK:
            found[n] = column
    return found


def _column(codes: Sequence[int], usual: int) -> int:
    """The widest width that three lines share, where they are prose: verse has no commas within its lines.

    The codes of the lines are twice their widths, and one more for prose."""
    if len(codes) < SHARED:
        return 0
    widest = max(codes) // 2
    least = 2 * (widest - SLACK // 2)
    near = [code & 1 for code in codes if code >= least]
    if sum(near) >= SHARED or _are_column(near, usual):  # as it nearly always is
        return widest
    for wide in sorted([code // 2 for code in codes], reverse=True):
        low, high = 2 * (wide - SLACK // 2), 2 * (wide + SLACK // 2) + 1
        if _are_column([code & 1 for code in codes if low <= code <= high], usual):
            return wide
    return 0


def _are_column(prose: Sequence[int], usual: int) -> bool:
    """Where a width is `usual`, three headlines of one length are no column: three lines must be prose."""
    number = sum(prose)
    return len(prose) >= SHARED and (number >= SHARED or (not usual and 3 * number >= len(prose)))

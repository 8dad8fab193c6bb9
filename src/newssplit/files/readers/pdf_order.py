"""The order in which the stretches of a page are read: cut along white strips into blocks and columns.

A page is cut into bands where white goes all the way across. Bands with a gutter in common belong together and are cut
into columns along it; a heading with nothing beside it begins a new block. Each piece is cut again in the same way.
Where no strip goes through (an article that another one is set into, so that they interlock), the order of the file
is kept, which is often that of the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newssplit.files.readers.pdf_chars import SHIFT, Stretch
from newssplit.limits import MOST_STRETCHES

GUTTER = 0.8
"""A strip between columns is at least so many ems of the body wide."""
NARROWEST = 2.0
"""And so many points."""
NARROW = 6
"""Columns of which none is so many ems wide are those of a table, which is read by rows."""
DEEPEST = 40
HEADING, CLEAR = 1.25, 1.4
"""Type so many times as large as the body is that of a heading, and that of a headline rather than of a crosshead."""
MIXED = 0.3
"""So many stretches stand beside the next one: they are not one column."""

Interval = tuple[float, float]


def blocks(page: Sequence[Stretch], body: float) -> Iterator[list[Stretch]]:
    """The pieces of a page that are one column each, in the order of reading, line by line from above.

    `body` is the size of the body's type."""
    if not page or len(page) > MOST_STRETCHES:
        yield from [list(page)] * bool(page)
        return
    gutter = max(GUTTER * body, NARROWEST)
    waiting = [(list(page), 0)]
    while waiting:
        piece, depth = waiting.pop()
        parts = _parts(piece, body, gutter) if depth < DEEPEST else [piece]
        if len(parts) == 1:
            yield _in_lines(piece)
        else:
            waiting += [(part, depth + 1) for part in reversed(parts)]


def _parts(piece: list[Stretch], body: float, gutter: float) -> list[list[Stretch]]:
    groups = _groups(_bands(piece), body, gutter)
    return groups if len(groups) > 1 else _columns(piece, body, gutter)


def _bands(piece: list[Stretch]) -> list[list[Stretch]]:
    """What stands between two strips that are white from the left to the right."""
    bands, lowest = list[list[Stretch]](), float("inf")
    for stretch in sorted(piece, key=lambda s: -s.top):
        if not bands or stretch.top < lowest:
            bands.append([])
        bands[-1].append(stretch)
        lowest = min(lowest, stretch.bottom) if len(bands[-1]) > 1 else stretch.bottom
    return bands


def _groups(bands: list[list[Stretch]], body: float, gutter: float) -> list[list[Stretch]]:
    """Bands that belong together: with a gutter in common, or none of them with any."""
    groups, covered, headed = list[list[Stretch]](), list[Interval](), False
    for band in bands:
        own = _covered(band, gutter)
        both = _merged([*covered, *own], gutter)
        heading = _is_heading(band, own, body)
        alike = len(both) > 1 or len(covered) == len(own) == 1
        if groups and heading == headed and alike:
            groups[-1] += band
            covered = both
        else:
            groups.append(list(band))
            covered = own
        headed = heading
    return groups


def _is_heading(band: list[Stretch], covered: list[Interval], body: float) -> bool:
    """Whether a band is a headline with nothing beside it."""
    return len(covered) == 1 and all(stretch.size >= CLEAR * body for stretch in band)


def _covered(piece: Sequence[Stretch], gutter: float) -> list[Interval]:
    return _merged([(stretch.left, stretch.right) for stretch in piece], gutter)


def _merged(intervals: list[Interval], gutter: float) -> list[Interval]:
    """Intervals from the left, those that no gutter parts as one."""
    merged = list[Interval]()
    for left, right in sorted(intervals):
        if merged and left < merged[-1][1] + gutter:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _columns(piece: list[Stretch], body: float, gutter: float) -> list[list[Stretch]]:
    """The columns of a piece from the left, or the piece alone where it is one, or a table."""
    edges = [float("-inf"), *(left for left, _ in _covered(piece, gutter)[1:]), float("inf")]
    pairs = list(pairwise(edges))
    columns = [[s for s in piece if left <= s.left < right] for left, right in pairs]
    widths = [max(s.right for s in column) - min(s.left for s in column) for column in columns]
    one_line = len(_lines(piece)) == 1
    return [piece] if one_line or max(widths) < NARROW * body else columns


def _lines(piece: Sequence[Stretch]) -> list[list[Stretch]]:
    """Stretches by the line on which they stand, from above."""
    lines = list[list[Stretch]]()
    for stretch in sorted(piece, key=lambda s: -s.base):
        if lines and lines[-1][0].base - stretch.base < SHIFT * min(stretch.size, lines[-1][0].size):
            lines[-1].append(stretch)
        else:
            lines.append([stretch])
    return lines


def _in_lines(piece: list[Stretch]) -> list[Stretch]:
    """The lines of a column, each one stretch; the order of the file where it is none."""
    lines = _lines(piece)
    if len(lines) > 2 and _is_mixed(piece) and not _is_table(piece):
        return piece
    return [_joined(sorted(line, key=lambda s: s.left)) for line in lines]


def _is_mixed(piece: Sequence[Stretch]) -> bool:
    """Whether many stretches stand beside each other, not below."""
    pairs = list(pairwise(sorted(piece, key=lambda s: -s.base)))
    beside = sum(b.top > a.bottom and (b.left >= a.right or a.left >= b.right) for a, b in pairs)
    return beside > MIXED * len(pairs)


def _is_table(piece: list[Stretch]) -> bool:
    """Whether the stretches stand in rows, all of them short."""
    return max(s.right - s.left for s in piece) < NARROW * max(s.size for s in piece)


def _joined(line: list[Stretch]) -> Stretch:
    text = line[0].text
    for last, stretch in pairwise(line):
        text += ("\u3000" if stretch.left - last.right > stretch.size / 2 else "") + stretch.text
    return line[0]._replace(text=text, right=line[-1].right, size=max(s.size for s in line))

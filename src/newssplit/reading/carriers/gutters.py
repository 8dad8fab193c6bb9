"""Columns that a tool has set side by side, as `pdftotext -layout` does: each is read down to its end.

A gutter is a band of columns of the page that no line writes into. Rows of a table have gutters, too, but their cells
are short: lines of prose fill their column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.lines import Line, shortened, width

GAP_RE = re.compile(r"(?<=\S)[ \t\u3000]{3,}+(?=\S)")
"""Spaces within a line that may be a part of a gutter."""
FEWEST = 5
"""So many lines have text on both sides of a gutter."""
HALF = 0.5
"""So many of all lines beside it have, and so many of the texts on each side fill their column."""
FULL = 0.75
"""A line that is so wide as the widest one of its column, or wider, fills it."""
NARROWEST = 14
"""The widest line of a column is as wide as seven Chinese characters, or wider."""
JITTER = 2
"""Columns by which lines of one column that are not indented begin further right than most: half a character."""
COLUMNS = 12
"""A page has no more columns side by side: a text that is parted more often is no page."""
ENDLESS = 1 << 30


class _Band(NamedTuple):
    """Columns of the page, from `start` up to `end`."""

    start: int
    end: int

    def shared(self, other: _Band) -> _Band:
        return _Band(max(self.start, other.start), min(self.end, other.end))

    @property
    def size(self) -> int:
        return self.end - self.start


class _Row(NamedTuple):
    """A line, and where no text of it stands."""

    line: Line
    free: Sequence[_Band]
    """Before its text, within it and behind it."""
    gaps: Sequence[_Band]
    """Those within it."""

    @property
    def size(self) -> int:
        """The column behind its text."""
        return self.free[-1].start


def read_gutters(lines: list[Line], columns: int = COLUMNS) -> list[Line]:
    """The lines, columns that stand side by side, at most so many, one behind the other."""
    rows = [_row(line) for line in lines]
    if columns < 2 or sum(bool(row.gaps) for row in rows) < FEWEST:
        return lines
    read, at = list[Line](), 0
    while at < len(rows):
        size, gutter = _block(rows, at) if rows[at].gaps else (0, None)
        if gutter is None:  # looked at from its middle again, so that no line is looked at often
            size = max(1, size // 2)
            read += [row.line for row in rows[at : at + size]]
        else:
            left, right = _sides(rows[at : at + size], gutter)
            read += chain(read_gutters(left, columns - 1), read_gutters(right, columns - 1))
        at += size
    return read


def may_have_gutters(source: str) -> bool:
    """Whether any line of a text has a gap as wide as a gutter."""
    return GAP_RE.search(source) is not None


def _row(line: Line) -> _Row:
    text = line.text.rstrip()
    if "   " not in text and "\t" not in text and "\u3000\u3000" not in text:
        return _Row(line, (_Band(width(text), ENDLESS),), ())
    begin = width(text[: len(text) - len(text.lstrip())])
    gaps, at, column = list[_Band](), 0, 0
    for m in GAP_RE.finditer(text):
        column += width(text[at : m.start()])
        gaps.append(_Band(column, column + width(m[0])))
        at, column = m.end(), gaps[-1].end
    return _Row(line, (_Band(0, begin), *gaps, _Band(column + width(text[at:]), ENDLESS)), gaps)


def _block(rows: Sequence[_Row], at: int) -> tuple[int, _Band | None]:
    """How many lines from one with a gap on stand beside a gutter, and the gutter; None where there is none."""
    gutter = max(rows[at].gaps, key=lambda gap: gap.size)
    end, right, ahead = at, at, _Ahead(rows)
    for n in range(at, len(rows)):
        row = rows[n]
        if row.line.blank:
            if n == right:  # what is below the end of the right column, and parted from it, is another item
                end = n
            continue
        shared = max((gutter.shared(band) for band in row.free), key=lambda band: band.size)
        if shared.size < 1:
            break
        beside = row.size > gutter.end
        if not beside and n > right and rows[n - 1].line.blank and not ahead.goes_on(n, shared):
            break
        gutter, end = shared, n + 1
        right = n + 1 if beside else right
    return (end - at, gutter) if _parts_prose(rows[at:end], gutter) else (end - at, None)


class _Ahead:
    """The next line that is as wide as the page."""

    __slots__ = ("_at", "_gutter", "_rows")

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows, self._at, self._gutter = rows, -1, _Band(0, 0)

    def goes_on(self, n: int, gutter: _Band) -> bool:
        """Whether that from line `n` on still leaves the gutter free, with text on both sides."""
        if self._at < n or gutter != self._gutter:  # looked for once, not again from each line before it
            self._gutter = gutter
            self._at = next((k for k in range(n, len(self._rows)) if self._rows[k].size > gutter.end), len(self._rows))
        return self._at < len(self._rows) and _leaves(self._rows[self._at], gutter)


def _leaves(row: _Row, gutter: _Band) -> bool:
    """Whether a line has text on both sides of a gutter, and none in it."""
    return any(gutter.shared(gap).size > 0 for gap in row.gaps)


def _parts_prose(rows: Sequence[_Row], gutter: _Band) -> bool:
    """Whether most lines have text on both sides, which fills its column."""
    both = [row for row in rows if _leaves(row, gutter)]
    if len(both) < max(FEWEST, HALF * sum(not row.line.blank for row in rows)):
        return False
    return all(_fill([width(part.text.strip()) for part in side]) for side in _sides(both, gutter))


def _fill(sizes: Sequence[int]) -> bool:
    widest = max(sizes)
    return widest >= NARROWEST and sum(size >= FULL * widest for size in sizes) >= HALF * len(sizes)


def _sides(rows: Sequence[_Row], gutter: _Band) -> tuple[list[Line], list[Line]]:
    """What stands left of a gutter, and right of it: there each line with its indentation, which is counted from where
    most lines begin."""
    texts = [row.line.text.rstrip() for row in rows]
    places = [_place(text, gutter.end) for text in texts]
    begins = [at + len(text[at:]) - len(text[at:].lstrip()) for text, at in zip(texts, places, strict=True)]
    columns = Counter(width(text[:begin]) for text, begin in zip(texts, begins, strict=True) if begin < len(text))
    usual = columns.most_common(1)[0][0]
    left, right = list[Line](), list[Line]()
    for row, text, place, begin in zip(rows, texts, places, begins, strict=True):
        at = begin if width(text[:begin]) - usual <= JITTER else place
        left.append(shortened(row.line, 0, len(text[:place].rstrip())))
        right.append(shortened(row.line, at, len(text)))
    return left, right


def _place(text: str, column: int) -> int:
    """The first character of a line that stands in a column of the page or behind it."""
    at, columns = 0, 0
    while at < len(text) and columns < column:
        columns += width(text[at])
        at += 1
    return at

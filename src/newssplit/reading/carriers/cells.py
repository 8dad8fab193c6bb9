"""The cells of a line: what a sign parts, or what stands in quotation marks, be it over several lines."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.light import NamedTuple
from newssplit.reading.lines import Line

CELLS = 40
"""What stands behind so many signs is in the last cell."""

Piece = tuple[int, int, int]
"""A line, and where in it what belongs to a cell begins and ends."""


class Row(NamedTuple):
    """A record as cells."""

    line: int
    """Where it begins."""
    cells: tuple[tuple[Piece, ...], ...]
    """The pieces of each cell, quotation marks left out: one between them may go on over several lines."""


def values_of(row: Row, lines: Sequence[Line]) -> list[str]:
    """What stands in the cells of a row, in the first line of each."""
    return [lines[n].text[start:end].strip() for (n, start, end), *_ in row.cells]


def rows_of(lines: Sequence[Line], sign: str, quote: str) -> list[Row]:
    """All rows of cells; what is in no row has no such sign and stands in no quotation marks of one."""
    rows, cells = list[Row](), list[list[Piece]]()
    begun, barred = -1, False
    for n, line in enumerate(lines):
        if begun < 0 and sign not in line.text:
            continue
        if begun < 0:
            begun, cells = n, []
            barred = sign == "|" and _is_open(line.text)
            first = line.text.find(sign) + 1 if barred else 0
            still_open = _read_cells(line.text, sign, quote, n, cells, first) or barred
        elif barred:
            cell = line.text.rstrip().removesuffix(sign)
            still_open = len(cell) == len(line.text.rstrip())
            cells[-1].append((n, 0, len(cell)))
        else:
            end = _quote_end(line.text, 0, quote)
            cells[-1].append((n, 0, end if end >= 0 else len(line.text)))
            at = line.text.find(sign, end) + 1 if end >= 0 else 0
            still_open = end < 0 or (at > 0 and _read_cells(line.text, sign, quote, n, cells, at))
        if not still_open:
            rows.append(Row(begun, tuple(map(tuple, cells))))
            begun = -1
    return [*rows, Row(begun, tuple(map(tuple, cells)))] if begun >= 0 else rows


def _is_open(text: str) -> bool:
    """Whether a row of Markdown goes on below: a tag has broken the lines of its last cell."""
    bare = text.strip()
    return bare.startswith("|") and not bare.endswith("|")


def _read_cells(text: str, sign: str, quote: str, n: int, cells: list[list[Piece]], at: int) -> bool:
    """Add the cells of a line from `at` on; whether the last one is still open at its end."""
    while at <= len(text) and len(cells) < CELLS:
        spaced = at + (quote == "'" and text[at : at + 1] == " ")  # phpMyAdmin sets a space behind each comma
        if quote and text[spaced : spaced + 1] == quote:
            at = spaced
            end = _quote_end(text, at + 1, quote)
            cells.append([(n, at + 1, end if end >= 0 else len(text))])
            if end < 0:
                return True
            at = max(text.find(sign, end), 0) or len(text)
        else:
            end = text.find(sign, at)
            end = len(text) if end < 0 else end
            cells.append([(n, at, end)])
            at = end
        at += 1
    return False


def _quote_end(text: str, at: int, quote: str) -> int:
    while (at := text.find(quote, at)) >= 0 and (text[at + 1 : at + 2] == quote or text[at - 1 : at] == "\\"):
        at += 2 if text[at + 1 : at + 2] == quote else 1
    return at

"""Tables whose rows are records: tabs, bars or commas part the title of an article from its date and its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.fields import Field, kind_of, normal
from newssplit.reading.carriers.printed import STOPS
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line

ROWS = 3
"""So many lines with as many cells each are a table."""
SHARE = 0.8
"""Of all lines so many must be rows, or be within the quotation marks of one."""
SAMPLE = 200
TEXT = 20
"""Cells of a column of texts have more characters, most of them, and end with a stop."""
TITLE = (4, 50)
CELLS = 40
SIGNS_RE = re.compile(r"[：:{}=\[\]]")
WORD_RE = re.compile(r"[^\W\d_]{2}")


class Row(NamedTuple):
    """A line as cells."""

    line: int
    cells: tuple[tuple[int, int], ...]
    """Where each begins and ends, quotation marks left out."""
    more: list[int]
    """The lines that its last cell goes on over."""


class Columns(NamedTuple):
    """How the rows of a table are to be read."""

    sign: str
    """What parts the cells."""
    kinds: Sequence[tuple[str, str]]
    """Name and kind of each column; none in a dump that is no table."""


NO_TABLE = Columns("", ())


def columns_of(lines: Sequence[Line], lexicon: Lexicon) -> Columns:
    """The columns of a dump that is a table, from the row of their names or from what stands in them."""
    sample = [line.text for line in lines[:SAMPLE]]
    signs = "".join(sample).count
    for sign in ("\t", "|", ","):
        if signs(sign) < ROWS or sum([sign in text for text in sample]) < ROWS:
            continue
        if kinds := _columns(_rows(lines, sign), lines, lexicon, sign):
            return Columns(sign, kinds)
    return NO_TABLE


def read_rows(lines: Sequence[Line], columns: Columns) -> dict[int, list[Field]]:
    """The cells of each row as fields; nothing where the dump is not a table."""
    kinds = columns.kinds
    rows = _rows(lines, columns.sign) if kinds else []
    if not rows:
        return {}
    fields = {row.line: _fields(row, kinds) for row in rows if len(row.cells) <= len(kinds)}
    return fields | _behind(rows, kinds, lines)


def _behind(rows: Sequence[Row], kinds: Sequence[tuple[str, str]], lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The lines over which the last cell of a row goes on, up to its quotation mark; and the row of the names."""
    name = next((name for name, kind in kinds if kind == "body"), "")
    found = {
        n: [Field(name, "body", 0, _quote_end(text, 0) if _quote_end(text, 0) >= 0 else len(text))]
        for row in rows
        for n in row.more
        if (text := lines[n].text)
    }
    names = {name for name, _ in kinds}
    if names == {normal(lines[rows[0].line].text[slice(*cell)]) for cell in rows[0].cells}:
        found[rows[0].line] = [Field(kinds[0][0], "other", 0, len(lines[rows[0].line].text))]
    return found


def _rows(lines: Sequence[Line], sign: str) -> list[Row]:
    """All lines with cells; a cell in quotation marks may go on over several lines."""
    rows, within = list[Row](), False
    for n, line in enumerate(lines):
        if within:
            within = line.text.count('"') % 2 == 0
            rows[-1].more.append(n)
            continue
        if sign not in line.text:
            continue
        cells, within = _cells(line.text, sign)
        rows.append(Row(n, tuple(cells), []))
    return rows


def _cells(text: str, sign: str) -> tuple[list[tuple[int, int]], bool]:
    """The cells of a line, and whether the last one is still open at its end."""
    cells: list[tuple[int, int]] = []
    at = 0
    while at <= len(text) and len(cells) < CELLS:
        if text[at : at + 1] == '"':
            end = _quote_end(text, at + 1)
            if end < 0:
                cells.append((at + 1, len(text)))
                return cells, True
            cells.append((at + 1, end))
            at = max(text.find(sign, end), 0) or len(text)
        else:
            end = text.find(sign, at)
            end = len(text) if end < 0 else end
            cells.append((at, end))
            at = end
        at += 1
    return cells, False


def _quote_end(text: str, at: int) -> int:
    while (at := text.find('"', at)) >= 0 and text[at + 1 : at + 2] == '"':
        at += 2
    return at


def _columns(rows: Sequence[Row], lines: Sequence[Line], lexicon: Lexicon, sign: str) -> list[tuple[str, str]]:
    """Name and kind of each column, if these rows are records of articles."""
    full = sum(not line.blank for line in lines)
    sizes = Counter(len(row.cells) for row in rows)
    size, times = sizes.most_common(1)[0] if sizes else (0, 0)
    if size < 2 or times < ROWS or times < SHARE * len(rows):
        return []
    rows = [row for row in rows if len(row.cells) == size]
    names = [lines[rows[0].line].text[slice(*cell)].strip() for cell in rows[0].cells]
    kinds = ["" if SIGNS_RE.search(name) else kind_of(name, lexicon) for name in names]
    headed = sum(map(bool, kinds)) >= 2 and "headline" in kinds
    if not headed:
        if sign == "," or times < SHARE * full:
            return []
        kinds = _kinds(rows[:SAMPLE], lines, lexicon)
        names = [f"column {n}" for n in range(size)]
    if not kinds:
        return []
    return [(normal(name), kind) for name, kind in zip(names, kinds, strict=True)]


def _kinds(rows: Sequence[Row], lines: Sequence[Line], lexicon: Lexicon) -> list[str]:
    """What columns without names hold: one of texts, one of titles, and what can be told of the others."""
    columns = [[lines[row.line].text[slice(*row.cells[n])].strip() for row in rows] for n in range(len(rows[0].cells))]
    from statistics import median  # of no use where nothing stands in rows

    sizes = [median(map(len, cells)) for cells in columns]
    text = max(range(len(columns)), key=lambda n: sizes[n])
    titles = [n for n in range(len(columns)) if TITLE[0] <= sizes[n] <= TITLE[1] and n != text and _differ(columns[n])]
    stopped = sum(cell[-1:] in STOPS for cell in columns[text])
    if sizes[text] < TEXT or 2 * stopped < len(rows) or not titles:
        return []
    kinds = [_kind(cells, lexicon) for cells in columns]
    title = next((n for n in titles if kinds[n] == "other"), None)
    if title is None:
        return []
    kinds[text], kinds[title] = "body", "headline"
    return kinds


def _differ(cells: Sequence[str]) -> bool:
    """Whether most cells of a column are different words."""
    return len({cell for cell in cells if WORD_RE.search(cell)}) > len(cells) / 2


def _kind(cells: Sequence[str], lexicon: Lexicon) -> str:
    said = [read_said(cell, lexicon) for cell in cells[:20]]
    if sum(s.dated and s.left <= 2 for s in said) > len(said) / 2:
        return "date"
    if sum(s.named and s.left <= 2 for s in said) > len(said) / 2:
        return "newspaper"
    if sum(s.paged and s.left <= 2 for s in said) > len(said) / 2:
        return "page"
    return "other"


def _fields(row: Row, kinds: Sequence[tuple[str, str]]) -> list[Field]:
    return [Field(name, kind, *cell, row=True) for (name, kind), cell in zip(kinds, row.cells, strict=False)]

"""Tables whose rows are records: tabs, bars or commas part the title of an article from its date and its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.cells import Row, rows_of, values_of
from newssplit.reading.carriers.fields import BEGUN, ON, Field, kind_of, normal
from newssplit.reading.carriers.inserts import Named
from newssplit.reading.carriers.printed import STOPS
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line

ROWS = 3
"""So many lines with as many cells each are a table."""
SHARE = 0.8
"""Of all lines so many must be rows, or be within the quotation marks of one."""
TITLED = 4
"""So far down the row that names the columns may stand: a sheet's title, and who made it and when, are above it."""
SAMPLE = 200
TEXT = 20
"""Cells of a column of texts have more characters, most of them, and end with a stop."""
TITLE = (4, 50)
SIGNS_RE = re.compile(r"[：:{}=\[\]]")
WORD_RE = re.compile(r"[^\W\d_]{2}")


COMMAS = (",", ";")
"""What parts cells only below a row of their names: sentences have them, too."""
SIGNS = ("\t", "|", *COMMAS)


class Columns(NamedTuple):
    """How the rows of a table are to be read."""

    sign: str
    """What parts the cells."""
    quote: str
    """What stands around a cell that holds such a sign, or goes on over several lines."""
    kinds: Sequence[tuple[str, str]]
    """Name and kind of each column; none in a dump that is no table."""
    dumped: bool = False
    """Whether a database wrote it, with statements between the rows."""


NO_TABLE = Columns("", '"', ())


def columns_of(lines: Sequence[Line], named: Named, lexicon: Lexicon) -> Columns:
    """The columns of a dump that is a table, from the row of their names or from what stands in them."""
    if named.names:
        return _named_columns(lines, named, lexicon)
    sample = [line.text for line in lines[:SAMPLE]]
    signs = "".join(sample).count
    for sign in SIGNS:
        if signs(sign) < ROWS or sum([sign in text for text in sample]) < ROWS:
            continue
        if kinds := _columns(rows_of(lines, sign, '"'), lines, lexicon, sign):
            return Columns(sign, '"', kinds)
    return NO_TABLE


def _named_columns(lines: Sequence[Line], named: Named, lexicon: Lexicon) -> Columns:
    """The columns of a database's dump, whose names stand in it."""
    sign, names = named
    quote = "'" if sign == "," else ""
    rows = [row for row in rows_of(lines, sign, quote) if len(row.cells) == len(names)]
    kinds = _completed([kind_of(name, lexicon) for name in names], rows[:SAMPLE], lines, lexicon) if rows else []
    if "body" not in kinds:
        return NO_TABLE
    return Columns(sign, quote, [(normal(name), kind) for name, kind in zip(names, kinds, strict=True)], dumped=True)


def read_rows(lines: Sequence[Line], columns: Columns) -> dict[int, list[Field]]:
    """The cells of each row as fields, by the line they stand in; nothing where the dump is not a table."""
    kinds, found = columns.kinds, dict[int, list[Field]]()
    rows = rows_of(lines, columns.sign, columns.quote) if kinds else []
    for row in rows:
        if len(row.cells) > len(kinds):
            continue
        if _is_note(row, lines, kinds):
            found[row.line] = [Field(kinds[0][0], "other", 0, len(lines[row.line].text))]
            continue
        for (name, kind), cell in zip(kinds, row.cells, strict=False):
            for n, start, end in cell:
                found.setdefault(n, []).append(Field(name, kind, start, end, row=BEGUN if n == row.line else ON))
    if columns.dumped:
        first = rows[0].line if rows else len(lines)
        outside = [n for n, line in enumerate(lines) if n not in found and (n < first or line.text.isascii())]
        found |= {n: [Field(kinds[0][0], "other", 0, len(lines[n].text))] for n in outside if not lines[n].blank}
    head = rows[_head(rows, lines)] if rows else None
    if head and {name for name, _ in kinds} == {normal(name) for name in values_of(head, lines)}:
        found[head.line] = [Field(kinds[0][0], "other", 0, len(lines[head.line].text))]
    return found


def _is_note(row: Row, lines: Sequence[Line], kinds: Sequence[tuple[str, str]]) -> bool:
    """Whether a row of several cells has words in the first one alone, as a sheet's title or sum has, and no text is
    there."""
    first, *others = values_of(row, lines)
    return len(others) > 1 and bool(first) and not any(others) and kinds[0][1] not in ("body", "headline")


def _head(rows: Sequence[Row], lines: Sequence[Line]) -> int:
    """Which row names the columns, if one does: the first, but for a sheet's title, whose other cells are empty."""
    return next((n for n, row in enumerate(rows[:TITLED]) if any(values_of(row, lines)[1:])), 0)


def _columns(rows: Sequence[Row], lines: Sequence[Line], lexicon: Lexicon, sign: str) -> list[tuple[str, str]]:
    """Name and kind of each column, if these rows are records of articles."""
    full = sum(not line.blank for line in lines)
    sizes = Counter(len(row.cells) for row in rows)
    size, times = sizes.most_common(1)[0] if sizes else (0, 0)
    if size < 2 or times < ROWS or times < SHARE * len(rows):
        return []
    rows = [row for row in rows if len(row.cells) == size]
    rows = rows[_head(rows, lines) :]
    names = values_of(rows[0], lines)
    kinds = ["" if SIGNS_RE.search(name) else kind_of(name, lexicon) for name in names]
    headed = sum(map(bool, kinds)) >= 2 and "headline" in kinds
    if not headed:
        if sign in COMMAS or times < SHARE * full:
            return []
        kinds = _kinds(rows[:SAMPLE], lines, lexicon)
        names = [f"column {n}" for n in range(size)]
    elif "" in kinds or "body" not in kinds:
        kinds = _completed(kinds, rows[1 : SAMPLE + 1], lines, lexicon)
    if not kinds:
        return []
    return [(normal(name), kind) for name, kind in zip(names, kinds, strict=True)]


def _kinds(rows: Sequence[Row], lines: Sequence[Line], lexicon: Lexicon) -> list[str]:
    """What columns without names hold: one of texts, one of titles, and what can be told of the others."""
    columns = list(zip(*[values_of(row, lines) for row in rows], strict=True))
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


def _completed(kinds: Sequence[str], rows: Sequence[Row], lines: Sequence[Line], lexicon: Lexicon) -> list[str]:
    """The kinds of columns, those of unknown names told by what stands in them; texts stand in the longest one."""
    columns = list(zip(*[values_of(row, lines) for row in rows], strict=True))
    told = [kind or _kind(cells, lexicon) for kind, cells in zip(kinds, columns, strict=True)]
    if "body" not in told:
        text = max(
            (n for n, kind in enumerate(kinds) if not kind), key=lambda n: sum(map(len, columns[n])), default=None
        )
        if text is not None and sum(map(len, columns[text])) > TEXT * len(rows):
            told[text] = "body"
    return told


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

"""Dumps of databases: `COPY news (id, title, body) FROM stdin;`, `INSERT INTO news VALUES (7, '标题', '正文');`.

Each row becomes one or more lines of its own, of cells between tabs or commas; the names of the columns stand in the
statement, or in the one that makes the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.lines import Line, shortened

COPY_RE = re.compile(r"^COPY\s\S{1,80}\s?\((?P<names>[^()\n]{1,2000})\)\sFROM\sstdin;\s*$", re.IGNORECASE)
INSERT_RE = re.compile(
    r"^\s*(?:INSERT|REPLACE)\s(?:IGNORE\s)?INTO\s\S{1,80}\s?(?:\((?P<names>[^()\n]{1,2000})\)\s?)?VALUES\s?(?=\(|$)",
    re.IGNORECASE,
)
CREATE_RE = re.compile(r"^CREATE\s(?:TEMPORARY\s)?TABLE\s", re.IGNORECASE)
COLUMN_RE = re.compile(r"^\s*[`\"\[](?P<name>\w{1,60})[`\"\]]\s")
PART_RE = re.compile(r"(?<=[\d'LE])\),\s?(?=\(['\dN])")
"""Where one row ends and the next begins; a row ends with a number, a quotation mark, NULL or TRUE."""
ROW_RE = re.compile(r"^\((?=['\dN])")
ROW_END_RE = re.compile(r"(?<=[\d'LE])\)[,;]\s?$")
"""A row on a line of its own, as phpMyAdmin sets it."""
END_RE = re.compile(r"\);?\s*$")
NAME_RE = re.compile(r"\w{1,60}")
STATEMENTS = ("COPY", "INSE", "REPL", "CREA")
"""How the statements begin."""
SAMPLE = 400
"""Within so many lines the first row of a dump stands."""


class Named(NamedTuple):
    """How a database's dump writes its rows."""

    sign: str
    """What parts the cells."""
    names: Sequence[str]
    """Those of the columns; none in any other dump."""


def names_of(lines: Sequence[Line]) -> Named:
    """What parts the cells of a database's dump, and the names of its columns; nothing for any other dump."""
    columns, within = list[str](), False
    for line in lines[:SAMPLE]:
        text = line.text
        if not within and (text[:1] not in "CIRcir" or text[:4].upper() not in STATEMENTS):
            continue
        if m := COPY_RE.match(text):
            return Named("\t", NAME_RE.findall(m["names"]))
        if m := INSERT_RE.match(text):
            return Named(",", NAME_RE.findall(m["names"]) if m["names"] else columns)
        within = CREATE_RE.match(text) is not None or (within and not text.startswith(")"))
        if within and (m := COLUMN_RE.match(text)):
            columns.append(m["name"])
    return Named("", ())


def read_inserts(lines: list[Line]) -> list[Line]:
    """The lines, each row of a statement that inserts several as a line of its own, without what is around it."""
    read = list[Line]()
    below = False
    for line in lines:
        m, size = INSERT_RE.match(line.text), len(line.text)
        below = m.end() >= size if m else below
        at = min(size, m.end() + 1) if m else int(below and ROW_RE.match(line.text) is not None)
        for part in PART_RE.finditer(line.text, at):
            read.append(shortened(line, at, part.start()))
            at = part.end() + 1
        end = END_RE.search(line.text, max(at, size - 4)) if m or at else _ends_row(line, below=below)
        read.append(shortened(line, at, end.start() if end else size))
    return read


def _ends_row(line: Line, *, below: bool) -> re.Match[str] | None:
    """The end of a statement, on the last line of a text that stands in it; or of a row, where each stands `below` the
    statement on lines of its own."""
    if below and (m := ROW_END_RE.search(line.text, max(0, len(line.text) - 5))):
        return m
    return END_RE.search(line.text, max(0, len(line.text) - 3)) if line.text.endswith(("');", "NULL);")) else None

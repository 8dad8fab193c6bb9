"""CSV by RFC 4180: UTF-8, CRLF, a header line, a row per article.

What is a list in JSON is flattened into one cell:

- `byline`: the people's names, `；` between them, each with the role behind it in brackets where it
  is known: `王丽（reporter）；张三`; `byline_titles`: their titles in the same order, so `本报记者；`
  where the second of two has none;
- `paragraphs`: the paragraphs, a line feed between them; `crossheads`: their numbers, from 0;
- `editors`, `sources`: `；` between them;
- `span` and `lines`: a column for each end: `start`, `end`, `first_line`, `last_line`.

`story` and `sources` are filled where batch conversion tells stories and joins articles across inputs,
`low_confidence`, 1 or 0, where `--min-confidence` is given. `confidence_parts`,
`dateline_parts`, `parts`, `changes` and `joined` are left out. An empty cell is null or empty.

TSV is the same with a TAB between the cells. For Excel (`--excel`) the file begins with a byte order mark,
without which Excel takes it for another encoding, and a cell that Excel would run as a formula gets an
apostrophe in front.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newssplit.output.record import Record

COLUMNS = (
    "id",
    "source",
    "order",
    "kind",
    "newspaper",
    "date",
    "page",
    "section",
    "kicker",
    "headline",
    "subheadline",
    "dateline",
    "byline",
    "byline_titles",
    "paragraphs",
    "crossheads",
    "start",
    "end",
    "first_line",
    "last_line",
    "chars",
    "confidence",
    "page_name",
    "editors",
    "continues_on",
    "continued_from",
    "duplicate_of",
    "story",
    "low_confidence",
    "sources",
    "language",
    "encoding",
)
BETWEEN = "；"
FORMULA_OPENINGS = tuple("=+-@\t\r\n＝＋－＠")
"""With these a formula begins, in some of Excel's languages with the full-width ones too."""


def write_csv(records: Iterable[Record], stream: TextIO, *, delimiter: str = ",", excel: bool = False) -> None:
    """A header and a row per record; `stream` must not translate line ends."""
    import csv  # the table of formats names this function at every start

    rows = map(flat, records)
    if excel:
        stream.write("\ufeff")
        rows = map(harmless, rows)
    writer = csv.DictWriter(stream, COLUMNS, delimiter=delimiter, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)


def is_formula(value: object) -> bool:
    """Whether a spreadsheet might run this cell."""
    return isinstance(value, str) and value.startswith(FORMULA_OPENINGS)


def harmless(row: Record) -> Record:
    """The row with an apostrophe before each cell that a spreadsheet might run."""
    return {column: f"'{value}" if is_formula(value) else value for column, value in row.items()}


def flat(record: Record) -> Record:
    """The record with one plain value for each of COLUMNS (other keys may remain)."""
    people = record["byline"]
    start, end = record["span"]
    first, last = record["lines"]
    low = record.get("low_confidence")
    return {
        **record,
        "byline": BETWEEN.join(f"{p['name']}（{p['role']}）" if p["role"] else p["name"] for p in people),
        "byline_titles": BETWEEN.join(p["title"] or "" for p in people),
        "paragraphs": "\n".join(record["paragraphs"]),
        "crossheads": BETWEEN.join(map(str, record["crossheads"])),
        "editors": BETWEEN.join(record["editors"]),
        "start": start,
        "end": end,
        "first_line": first,
        "last_line": last,
        "story": record.get("story"),
        "low_confidence": None if low is None else int(low),
        "sources": BETWEEN.join(record.get("sources", ())),
    }

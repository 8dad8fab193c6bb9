"""CSV by RFC 4180: UTF-8, CRLF, a header line, a row per article.

What is a list in JSON is flattened into one cell:

- `byline`: the people's names, `；` between them, each with the role behind it in brackets where it
  is known: `王丽（reporter）；张三`; `byline_titles`: their titles in the same order, so `本报记者；`
  where the second of two has none;
- `paragraphs`: the paragraphs, a line feed between them; `crossheads`: their numbers, from 0;
- `editors`: names, `；` between them;
- `span` and `lines`: a column for each end: `start`, `end`, `first_line`, `last_line`.

`dateline_parts`, `parts` and `changes` are in the JSON formats only. An empty cell is null or empty.
"""

from __future__ import annotations

import csv
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
    "encoding",
)
BETWEEN = "；"


def write_csv(records: Iterable[Record], stream: TextIO) -> None:
    """A header and a row per record; `stream` must not translate line ends."""
    writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(map(flat, records))


def flat(record: Record) -> Record:
    """The record with one plain value for each of COLUMNS (other keys may remain)."""
    people = record["byline"]
    start, end = record["span"]
    first, last = record["lines"]
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
    }

"""The three tables of the formats that hold tables: articles, people, paragraphs.

`articles` has the columns of CSV with a number, `key`, before them, from 1 in the order of the output;
`people` (a row for each name in a byline) and `paragraphs` refer to it by `article`; `n` counts from 1
within the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.output.csv_format import COLUMNS, flat
from newssplit.output.record import Record

INTEGERS = ("order", "start", "end", "first_line", "last_line", "chars", "low_confidence")
Columns = dict[str, type]

ARTICLES: Columns = {"key": int, **{name: int if name in INTEGERS else str for name in COLUMNS}, "confidence": float}
PEOPLE: Columns = {"article": int, "n": int, "name": str, "role": str, "title": str}
PARAGRAPHS: Columns = {"article": int, "n": int, "text": str, "crosshead": int}
"""Columns and their types."""


def article_row(key: int, record: Record) -> Record:
    """The row of `articles`; None for what is not there."""
    row = {"key": key, **flat(record)}
    return {name: None if row[name] == "" else row[name] for name in ARTICLES}


def people_rows(key: int, record: Record) -> Iterator[Record]:
    """The rows of `people`."""
    for n, person in enumerate(record["byline"], 1):
        yield {"article": key, "n": n, **person}


def paragraph_rows(key: int, record: Record) -> Iterator[Record]:
    """The rows of `paragraphs`; `crosshead` is 1 or 0."""
    crossheads = set(record["crossheads"])
    for n, text in enumerate(record["paragraphs"]):
        yield {"article": key, "n": n + 1, "text": text, "crosshead": int(n in crossheads)}

"""SQLite database (extra `sqlite`) with the tables `articles`, `people` and `paragraphs` of `tables`.

`people.article` and `paragraphs.article` are foreign keys to `articles.key`. `articles_fts` is a
full-text index (FTS5, three characters at a time, so that words need no spaces between them) over
kicker, headline, subheadline and paragraphs; its `rowid` is `articles.key`. It finds words and phrases of
three characters and more, wherever they stand, the best article first:

    SELECT a.date, a.headline FROM articles_fts f JOIN articles a ON a.key = f.rowid
    WHERE articles_fts MATCH '"火车站" AND headline: "通车典礼"' ORDER BY rank;

Words of one or two characters are not in the index; LIKE finds words of any length by reading all text:

    SELECT date, headline FROM articles WHERE paragraphs LIKE '%通车%';

(Not LIKE on `articles_fts`: SQLite takes the index there, and finds no short word.)
Needs SQLite 3.34 or newer.
"""

from __future__ import annotations

from collections.abc import Iterable
from errno import EIO, ENOSPC
from itertools import islice
from os import strerror
from sqlite3 import OperationalError
from typing import TYPE_CHECKING, BinaryIO

from newssplit.output.extras import extra
from newssplit.output.record import Record
from newssplit.output.spool import spooled
from newssplit.output.tables import ARTICLES, PARAGRAPHS, PEOPLE, article_row, paragraph_rows, people_rows
from newssplit.output.wording import encodable

if TYPE_CHECKING:
    from sqlite_utils import Database

SEARCHED = ("kicker", "headline", "subheadline", "paragraphs")
BATCH = 500


def write_sqlite(records: Iterable[Record], stream: BinaryIO) -> None:
    """A database with all articles."""
    with extra("sqlite"):
        from sqlite_utils import Database
    with spooled(stream) as path:
        database = Database(path)
        try:
            _fill(database, records)
        except OperationalError as error:  # SQLite's own words for a full disk
            full = "full" in str(error)
            raise OSError(ENOSPC if full else EIO, strerror(ENOSPC) if full else str(error)) from None
        finally:
            database.conn.close()


def _fill(database: Database, records: Iterable[Record]) -> None:
    database.execute("PRAGMA journal_mode = OFF")  # what fails is thrown away as a whole
    database.execute("PRAGMA synchronous = OFF")
    of_article = [("article", "articles", "key")]
    articles = database.table("articles").create(ARTICLES, pk="key", not_null=("id", "source", "order", "kind"))
    people = database.table("people").create(PEOPLE, pk=("article", "n"), foreign_keys=of_article)
    paragraphs = database.table("paragraphs").create(PARAGRAPHS, pk=("article", "n"), foreign_keys=of_article)
    numbered = enumerate(records, 1)
    while batch := list(islice(numbered, BATCH)):
        articles.insert_all(_encodable(article_row(*one)) for one in batch)
        people.insert_all(_encodable(row) for one in batch for row in people_rows(*one))
        paragraphs.insert_all(_encodable(row) for one in batch for row in paragraph_rows(*one))
    people.create_index(["name"])
    articles.enable_fts(SEARCHED, tokenize="trigram")


def _encodable(row: Record) -> Record:
    return {name: encodable(value) if isinstance(value, str) else value for name, value in row.items()}

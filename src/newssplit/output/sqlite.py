"""SQLite database (extra `sqlite`) with the tables `articles`, `people` and `paragraphs` of `tables`.

`people.article` and `paragraphs.article` are foreign keys to `articles.key`. `articles_fts` is a full-text index
(FTS5) over kicker, headline, subheadline and paragraphs; its `rowid` is `articles.key`. It finds words of one to ten
characters wherever they stand (see `search_text`), in the search boxes of Datasette and sqlite-utils as in SQL:

    SELECT a.date, a.headline FROM articles_fts f JOIN articles a ON a.key = f.rowid
    WHERE articles_fts MATCH '路灯 AND headline: 通车典礼' ORDER BY rank;

The index holds tokens made here, not the text: `snippet()` and `highlight()` have nothing to show, and SQLite's own
`rebuild` would make an index that finds no short word. LIKE finds what stands on both sides of a comma, too, by reading
all the text:

    SELECT date, headline FROM articles WHERE paragraphs LIKE '%通车，两岸%';
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from errno import EIO, ENOSPC
from itertools import islice
from os import strerror
from sqlite3 import DatabaseError, OperationalError
from typing import BinaryIO

from newssplit.errors import OutputError
from newssplit.output.extras import extra
from newssplit.output.record import Record
from newssplit.output.spool import spooled

BATCH = 500


def write_sqlite(records: Iterable[Record], stream: BinaryIO) -> None:
    """A database with all articles."""
    with extra("sqlite"):
        from newssplit.output.library import Library
    with spooled(stream) as path, closing(Library(str(path))) as library:
        try:
            library.be_quick()
            library.create()
            numbered = enumerate(records, 1)
            while batch := list(islice(numbered, BATCH)):
                library.insert(batch)
        except OperationalError as error:  # SQLite's own words for a full disk
            full = "full" in str(error)
            raise OSError(ENOSPC if full else EIO, strerror(ENOSPC) if full else str(error)) from None


def append_sqlite(records: Iterable[Record], path: str) -> None:
    """Put the articles into the database at `path`, which is made where it is not there; all of them or none.

    The articles of an input take the place of those that the database has of the same input (`source`): one with the
    same `id` keeps its `key`, a new one gets a new one, one that is no longer there goes. Raises OutputError.
    """
    with extra("sqlite"):
        from newssplit.output.library import Keys, Library
    is_new = not os.path.exists(path)
    try:
        with closing(Library(path)) as library, library.changing():
            keys = Keys(library)
            coming = iter(records)
            while batch := [(keys.of(record), record) for record in islice(coming, BATCH)]:
                library.remove(key for key, _ in batch)
                library.insert(batch)
            library.remove(keys.left())
    except BaseException as error:
        if is_new and os.path.exists(path):
            os.unlink(path)
        if not isinstance(error, DatabaseError):
            raise
        raise OutputError(f"cannot be written: {error}", path=path, remedy="choose another --output") from None

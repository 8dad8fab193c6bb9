"""The database of the sqlite format, as a place to put articles into and to take them out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from newssplit.errors import OutputError
from newssplit.output.record import Record
from newssplit.output.search_text import search_text
from newssplit.output.tables import ARTICLES, PARAGRAPHS, PEOPLE, article_row, paragraph_rows, people_rows
from newssplit.output.wording import encodable

LAYOUT = 1
"""The number of this arrangement of tables and index, kept in the file (`PRAGMA user_version`): a database of another
one is not added to."""
SEARCHED = ("kicker", "headline", "subheadline", "paragraphs")
_SEARCHED = ", ".join(SEARCHED)
Numbered = list[tuple[int, Record]]
"""Records with their keys."""


class Library:
    """A database in a file."""

    def __init__(self, path: str):
        self.path, self.database = path, Database(path)
        self.close = self.database.conn.close

    def be_quick(self) -> None:
        """For a file that is thrown away as a whole if anything fails."""
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.execute("PRAGMA synchronous = OFF")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A block whose changes are kept together or not at all; nobody else writes meanwhile. The tables are made
        where there are none; OutputError where there are others."""
        self.database.conn.execute("BEGIN IMMEDIATE")
        try:
            self._prepare()
            yield
        except BaseException:
            self.database.conn.rollback()
            raise
        self.database.conn.commit()

    def _prepare(self) -> None:
        [(layout,)] = self.database.execute("PRAGMA user_version").fetchall()
        if not layout and not self.database.table_names():
            self.create()
        elif layout != LAYOUT:
            problem = "is not a database of this version of newssplit"
            raise OutputError(problem, path=self.path, remedy="choose another --output")

    def create(self) -> None:
        """Make the tables."""
        of_article = [("article", "articles", "key")]
        articles = self.database.table("articles")
        articles.create(ARTICLES, pk="key", not_null=("id", "source", "order", "kind"))
        articles.create_index(["source"])
        articles.create_index(["id"])
        people = self.database.table("people").create(PEOPLE, pk=("article", "n"), foreign_keys=of_article)
        people.create_index(["name"])
        self.database.table("paragraphs").create(PARAGRAPHS, pk=("article", "n"), foreign_keys=of_article)
        self.database.execute(
            f'CREATE VIRTUAL TABLE articles_fts USING FTS5 ({_SEARCHED}, content="articles", content_rowid="key")'
        )
        self.database.execute(f"PRAGMA user_version = {LAYOUT}")

    def insert(self, batch: Numbered) -> None:
        """Put in articles, none of whose keys is there."""
        rows = [_encodable(article_row(key, record)) for key, record in batch]
        indexed = ([row["key"], *(_indexed(row[field]) for field in SEARCHED)] for row in rows)
        people = (_encodable(row) for one in batch for row in people_rows(*one))
        paragraphs = (_encodable(row) for one in batch for row in paragraph_rows(*one))
        with self.database.atomic():
            for table, new in (("articles", rows), ("people", people), ("paragraphs", paragraphs)):
                self.database.table(table).insert_all(new)
            into = f"INSERT INTO articles_fts (rowid, {_SEARCHED}) VALUES (?, ?, ?, ?, ?)"
            self.database.conn.executemany(into, indexed)

    def remove(self, keys: Iterable[int]) -> None:
        """Take out the articles with these keys, as far as they are there."""
        for key in keys:
            for row in self.database.execute(f"SELECT {_SEARCHED} FROM articles WHERE key = ?", [key]).fetchall():
                self.database.execute(  # FTS5 wants to be told what it indexed
                    f"INSERT INTO articles_fts (articles_fts, rowid, {_SEARCHED}) VALUES ('delete', ?, ?, ?, ?, ?)",
                    [key, *map(_indexed, row)],
                )
            for table, column in (("people", "article"), ("paragraphs", "article"), ("articles", "key")):
                self.database.execute(f"DELETE FROM {table} WHERE {column} = ?", [key])


class Keys:
    """The keys that articles are to have in a database where some of them may stand already."""

    def __init__(self, library: Library):
        self._database = library.database
        [(last,)] = self._database.execute("SELECT max(key) FROM articles").fetchall()
        self._last: int = last or 0
        self._known: dict[str, dict[str, list[int]]] = {}
        """By source and id: the keys of articles that no record has come for yet."""

    def of(self, record: Record) -> int:
        """The key of the article with this source and id that is there, or a new one."""
        source = encodable(record["source"])
        if source not in self._known:
            self._known[source] = self._of_source(source)
        if keys := self._known[source].get(record["id"]):
            return keys.pop(0)
        self._last += 1
        return self._last

    def left(self) -> list[int]:
        """Keys of articles of these sources that no record came for."""
        return [key for ids in self._known.values() for keys in ids.values() for key in keys]

    def _of_source(self, source: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        query = "SELECT id, key FROM articles WHERE source = ? ORDER BY key"
        for name, key in self._database.execute(query, [source]).fetchall():
            found.setdefault(name, []).append(key)
        return found


def _indexed(text: str | None) -> str | None:
    return text and search_text(text)


def _encodable(row: Record) -> Record:
    return {name: encodable(value) if isinstance(value, str) else value for name, value in row.items()}

"""Whether a manifest is one: anybody may have written into its file, and a disk may have lost some of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

NULLABLE = frozenset({"name", "hash", "encoding", "error", "output", "output_hash"})
"""Columns that may hold no value."""
NOT_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_AUTH,
    }
)
"""What SQLite says where a file cannot be used now, though nothing is wrong with what is in it."""


HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
"""What it says where another process has locked the file."""


class Damage(Exception):
    """A manifest that is none; `str` says what is wrong with it."""


def is_held(error: BaseException) -> bool:
    """Whether an error means that another process has the file."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF in HELD


def is_damage(error: BaseException | None) -> bool:
    """Whether an error means that a manifest is none, or broken: not what a full disk or another run does."""
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, (Damage, UnicodeDecodeError))  # SQLite's own words may quote what is not UTF-8
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF not in NOT_DAMAGE


def check(db: sqlite3.Connection, schema: str, *, thorough: bool) -> None:
    """Damage or sqlite3.Error unless the tables are those of `schema`, hold together, and hold what they should.

    `thorough` reads every text, too, for one that is none.
    """
    (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise Damage(said.splitlines()[-1])
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(schema)
        if _tables(db) != _tables(model):
            raise Damage("it has other tables")
        for table in _tables(model):
            wrong = " OR ".join(_conditions(model, table))
            if db.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():
                raise Damage(f"the table {table} holds impossible values")
            if thorough:
                for _ in db.execute(f"SELECT * FROM {table}"):
                    """A text that is not UTF-8 is an error of sqlite3's own."""


def _tables(db: sqlite3.Connection) -> dict[str, str]:
    """Our tables and what changes them by itself, with what made them; an index or view of the user's is no harm."""
    ours = "type = 'trigger' OR (type = 'table' AND name NOT LIKE 'sqlite_%')"
    query = f"SELECT name, sql FROM sqlite_master WHERE {ours}"
    return {str(name): " ".join(str(sql).split()) for name, sql in db.execute(query)}


def _conditions(model: sqlite3.Connection, table: str) -> Iterator[str]:
    for _, column, kind, *_ in model.execute(f"PRAGMA table_info({table})"):
        allowed = f"('{kind.lower()}', 'null')" if column in NULLABLE else f"('{kind.lower()}')"
        yield f'typeof("{column}") NOT IN {allowed}'

"""The manifest's file: SQLite, opened, locked, committed in groups, its errors in one line."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from newssplit.batch.inputs import printable
from newssplit.errors import OutputError

LAYOUT = 1
COMMIT_ROWS, COMMIT_SECONDS = 1000, 1.0

SCHEMA = """
CREATE TABLE issues (
  name TEXT PRIMARY KEY, state TEXT NOT NULL, path TEXT NOT NULL,
  size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, hash TEXT, read_ns INTEGER,
  encoding TEXT, options TEXT, version TEXT, articles INTEGER, warnings TEXT, error TEXT,
  output TEXT, output_size INTEGER, output_mtime_ns INTEGER, output_hash TEXT, joins TEXT
) WITHOUT ROWID;
CREATE TABLE loose_ends (
  name TEXT, item INTEGER, edition TEXT, end TEXT, PRIMARY KEY (name, item)
) WITHOUT ROWID;
CREATE TABLE finals (
  output TEXT PRIMARY KEY, name TEXT, fingerprint TEXT, size INTEGER, mtime_ns INTEGER
) WITHOUT ROWID;
CREATE TABLE stories (
  name TEXT, item INTEGER, story TEXT, PRIMARY KEY (name, item)
) WITHOUT ROWID;
"""

FOR_THE_RUN = """
CREATE TEMP TABLE wanted (
  name TEXT PRIMARY KEY, path BLOB, place INTEGER, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER,
  problem TEXT, output TEXT, claim TEXT UNIQUE
) WITHOUT ROWID;
CREATE TEMP TABLE meets (name TEXT, item INTEGER, position INTEGER, other TEXT, other_item INTEGER);
CREATE INDEX temp.meets_name ON meets (name);
CREATE INDEX temp.meets_other ON meets (other);
CREATE TEMP TABLE kept (output TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class ManifestFile:
    """An open manifest that nobody else writes to; `:memory:` is one that is gone with the run."""

    def __init__(self, path: str):
        self.path = path
        self._pending, self._committed = 0, time.monotonic()
        if path != ":memory:":
            _make(os.path.dirname(os.path.abspath(path)))
        with self.errors():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            self._prepare()
        self._inode = self._file()

    def _prepare(self) -> None:
        # Journal in the file system's order: a killed process or machine loses the last rows, never more.
        # Half a megabyte of pages for each of the two databases, so that they do not grow with the inputs.
        sizes = ("main.cache_size=-512", "temp.cache_size=-512")
        for setting in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", *sizes):
            self._db.execute(f"PRAGMA {setting}")
        self._db.execute("BEGIN EXCLUSIVE")
        (layout,) = self._db.execute("PRAGMA user_version").fetchone()
        if layout == 0:
            for statement in SCHEMA.split(";"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version={LAYOUT}")
        elif layout != LAYOUT:
            raise OutputError(
                "is a manifest of another version of newssplit", path=self.path, remedy="begin anew: --fresh"
            )
        for statement in FOR_THE_RUN.split(";"):
            self._db.execute(statement)
        self.commit()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """What SQLite and the system can say, as an OutputError in one line."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if "locked" in str(error):
                raise OutputError("another run is writing there", path=self.path, remedy="wait for it") from error
            remedy = "begin anew: --fresh" if is_damage(error) else "see to it, then run again"
            raise OutputError(f"the manifest cannot be used: {error}", path=self.path, remedy=remedy) from error

    def _file(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @property
    def is_there(self) -> bool:
        """False if somebody removed the manifest's file since it was opened."""
        return self._file() == self._inode

    def commit(self) -> None:
        """Make sure of what was written; OutputError where the disk is full."""
        with self.errors():
            if self._db.in_transaction:
                self._db.execute("COMMIT")
        self._pending, self._committed = 0, time.monotonic()

    def close(self) -> None:
        with self.errors():
            self.commit()
            self._db.close()

    def _rows(self, query: str, values: Iterable[object] = ()) -> Iterator[Any]:
        with self.errors():
            # Not `yield from`: what is left unread would close its cursor, after the database perhaps.
            for row in self._db.execute(query, tuple(values)):  # noqa: UP028
                yield row

    def _write(self, statement: str, values: Iterable[object] = ()) -> int:
        with self.errors():
            if not self._db.in_transaction:
                self._db.execute("BEGIN")
            changed = self._db.execute(statement, tuple(values)).rowcount
            self._pending += 1
            if self._pending >= COMMIT_ROWS or time.monotonic() - self._committed > COMMIT_SECONDS:
                self.commit()
        return changed


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        problem = f"cannot be made: {error.strerror}"
        raise OutputError(problem, path=printable(folder), remedy="choose another folder") from error


def is_damage(error: BaseException | None) -> bool:
    """Whether a manifest is none, or broken: not what a full disk or another run does."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def forget(path: str) -> None:
    """Remove a manifest that cannot be used, with its journal."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.unlink(path + end)

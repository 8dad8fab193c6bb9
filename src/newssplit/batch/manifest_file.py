"""The manifest's file: SQLite, opened, locked, committed in groups, its errors in one line."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Self

from newssplit.batch.inputs import printable
from newssplit.batch.manifest_check import Damage, check, is_damage, is_held
from newssplit.batch.names import BESIDE_MANIFEST
from newssplit.errors import DamagedManifest, NothingToDo, OutputError

MEMORY = ":memory:"
"""The path of a manifest that is gone with the run."""
MOST_SAID = 120
"""Characters of what SQLite says, which may quote a whole table."""
SMALLEST = 512
"""Bytes of SQLite's smallest database."""
ASIDE = BESIDE_MANIFEST[-1]
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
CREATE TEMP TABLE inside (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE kept (output TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class ManifestFile:
    """An open manifest that nobody else writes to."""

    def __init__(self, path: str, *, thorough: bool = False):
        """Open it, and make it where there is none; OutputError, DamagedManifest where it is damaged.

        `thorough` looks for damage in every text, too."""
        self.path = path
        self._pending, self._committed, self._together = 0, time.monotonic(), False
        self._is_lost = False  # half of what belongs together could not be taken back: nothing is committed any more
        self._is_made = False
        self._made_folder = None if path == MEMORY else _make(os.path.dirname(os.path.abspath(path)))
        with self.errors():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            try:
                self._prepare(thorough)
            except BaseException:
                self._db.close()
                raise
        self._inode = self._file()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        """Close it; where it was made for a run that found nothing to do, no trace of it stays."""
        with suppress(OutputError):
            self.close()
        if kind is NothingToDo and self._is_made:
            _remove(self.path, BESIDE_MANIFEST)
            if self._made_folder:
                with suppress(OSError):
                    os.rmdir(self._made_folder)

    def _prepare(self, thorough: bool) -> None:
        self._set("locking_mode=EXCLUSIVE")
        self._is_made = self._is_new()  # before anything is changed in what may be somebody else's
        # Journal in the file system's order: a killed process or machine loses the last rows, never more.
        # Half a megabyte of pages for each of the two databases, so that they do not grow with the inputs.
        self._set("journal_mode=WAL", "synchronous=NORMAL", "main.cache_size=-512", "temp.cache_size=-512")
        self._db.execute("BEGIN EXCLUSIVE")
        if self._is_made:
            self._run(SCHEMA)
            self._set(f"user_version={LAYOUT}")
        else:
            check(self._db, SCHEMA, thorough=thorough)
        self._run(FOR_THE_RUN)
        self.commit()

    def _is_new(self) -> bool:
        """Whether nothing is in the file yet; OutputError where it holds no manifest that we know."""
        (layout,) = self._db.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master")}
        if layout == 0 and tables and "issues" not in tables:
            raise OutputError("is a database of something else", path=self.path, remedy="name another: --manifest FILE")
        if layout > LAYOUT:
            problem, remedy = "is a manifest of a newer newssplit", "use that one, or start again: --fresh"
            raise DamagedManifest(problem, path=self.path, remedy=remedy)
        new = layout == 0 and not tables
        if new and 0 < self._size() < SMALLEST:
            raise Damage("it is too short")  # SQLite would write over it
        return new

    def _size(self) -> int:
        return 0 if self.path == MEMORY else os.stat(self.path).st_size

    def _set(self, *settings: str) -> None:
        for setting in settings:
            self._db.execute(f"PRAGMA {setting}")

    def _run(self, statements: str) -> None:
        for statement in statements.split(";"):
            self._db.execute(statement)

    @contextmanager
    def errors(self) -> Iterator[None]:
        """What SQLite and the system can say, as an OutputError in one line."""
        try:
            yield
        except (sqlite3.Error, OSError, Damage, UnicodeDecodeError) as error:
            if is_held(error):
                raise OutputError("another run is writing there", path=self.path, remedy="wait for it") from error
            if is_damage(error):
                problem = f"the manifest is damaged: {' '.join(str(error).split())[:MOST_SAID]}"
                raise DamagedManifest(problem, path=self.path, remedy="start again: --fresh") from error
            problem, remedy = f"the manifest cannot be used: {error}", "fix that, then run again"
            raise OutputError(problem, path=self.path, remedy=remedy) from error

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
            if self._db.in_transaction and not self._is_lost:
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
            if not self._together and self._is_time():
                self.commit()
        return changed

    def _is_time(self) -> bool:
        return self._pending >= COMMIT_ROWS or time.monotonic() - self._committed > COMMIT_SECONDS

    @contextmanager
    def together(self) -> Iterator[None]:
        """What the block writes counts as a whole or not at all, whatever ends it."""
        with self.errors():
            if not self._db.in_transaction:
                self._db.execute("BEGIN")
            self._db.execute("SAVEPOINT block")
        self._together = True
        try:
            yield
            with self.errors():
                self._db.execute("RELEASE block")
        except BaseException:
            self._undo()
            raise
        finally:
            self._together = False

    def _undo(self) -> None:
        try:
            self._db.execute("ROLLBACK TO block")
        except sqlite3.Error:
            self._is_lost = True


def _make(folder: str) -> str | None:
    """The folder, if it was not there."""
    known = os.path.isdir(folder)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        problem = f"cannot be made: {error.strerror}"
        raise OutputError(problem, path=printable(folder), remedy="choose another folder") from error
    return None if known else folder


def _remove(path: str, ends: Iterable[str]) -> None:
    for end in ends:
        with suppress(FileNotFoundError):
            os.unlink(path + end)


def put_aside(path: str) -> None:
    """Give a manifest that cannot be used another name, and remove SQLite's files beside it; OutputError."""
    try:
        os.replace(path, path + ASIDE)
        _remove(path, set(BESIDE_MANIFEST) - {ASIDE})
    except OSError as error:
        problem = f"cannot be put aside: {error.strerror}"
        raise OutputError(problem, path=printable(path), remedy="remove it, then run again") from error

"""A folder of a run's own for what is being written, locked as long as its owner lives.

It lies beside the outputs, so that what is finished only has to be renamed; for outputs under a URL in the system's
temporary folder. Nobody can foresee its name. A run that was killed leaves its folder behind, and
the next one in the same place removes it: whether the owner lives, its lock tells. The lock is one of SQLite,
as for the manifest, because that works on every system.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from tempfile import gettempdir, mkdtemp

from newssplit.batch.inputs import printable
from newssplit.batch.names import STATE
from newssplit.batch.storage import is_url
from newssplit.errors import OutputError

PREFIX, PREFIX_ELSEWHERE, LOCK = "run-", "newssplit-run-", "lock"
ATTEMPTS = 10
"""Of others that are about to remove the same empty folder."""
UNLOCKED_SECONDS = 3600
"""Until a folder with files and without a lock is nobody's: a worker may have survived its run."""


class Workspace:
    """A context with such a folder, whose path it gives."""

    def __init__(self, out: str):
        self._is_beside = not is_url(out)
        self._state = os.path.join(out, STATE) if self._is_beside else gettempdir()
        self._prefix = PREFIX if self._is_beside else PREFIX_ELSEWHERE
        self._lock: sqlite3.Connection | None = None
        self.path = ""

    def __enter__(self) -> str:
        """Make the folder, after those that nobody owns any more were removed. Raises OutputError."""
        _clear(self._state, self._prefix)
        for _ in range(ATTEMPTS):
            if self._made():
                return self.path
        raise OutputError("cannot be made", path=self._state, remedy="choose another folder")

    def _made(self) -> bool:
        """Whether there is a folder now; not where another run removed it before it had its lock."""
        try:
            if self._is_beside:
                os.makedirs(self._state, exist_ok=True)
            self.path = mkdtemp(prefix=self._prefix, dir=self._state)
        except FileNotFoundError:
            return False
        except OSError as error:
            problem = f"cannot be made: {error.strerror}"
            raise OutputError(problem, path=printable(self._state), remedy="choose another folder") from error
        self._lock = _locked(self.path, 5)
        return self._lock is not None or os.path.isdir(self.path)  # some network drives have no locks: nobody clears it

    def __exit__(self, *error: object) -> None:
        """Remove the folder."""
        _empty(self.path)
        if self._lock:
            self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)
        if self._is_beside:
            with suppress(OSError):
                os.rmdir(self._state)


def _locked(folder: str, seconds: float) -> sqlite3.Connection | None:
    """The lock of a folder, held until it is closed; None where somebody else has it, or it went away meanwhile."""
    path = os.path.join(folder, LOCK)
    try:
        lock = sqlite3.connect(path, isolation_level=None, timeout=seconds)
    except sqlite3.Error:
        return None
    try:
        lock.execute("PRAGMA journal_mode=MEMORY")  # no further file
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        return None
    if os.path.exists(path):
        return lock
    lock.close()
    return None


def _clear(state: str, prefix: str) -> None:
    """Remove the folders of runs that have ended."""
    try:
        known = [entry for entry in os.scandir(state) if entry.name.startswith(prefix)]
        folders = [entry.path for entry in known if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return
    for folder in folders:
        if os.path.exists(os.path.join(folder, LOCK)):
            if lock := _locked(folder, 0):
                with closing(lock):
                    _empty(folder)
                    shutil.rmtree(folder, ignore_errors=True)
                shutil.rmtree(folder, ignore_errors=True)  # Windows keeps what is open
        else:
            with suppress(OSError):
                os.rmdir(folder)  # if it is empty; whoever is about to put a lock into it makes another one
            if _age(folder) > UNLOCKED_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def _empty(folder: str) -> None:
    """Remove all but the lock: whoever is killed meanwhile leaves a folder with a lock, or an empty one."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name != LOCK:
                with suppress(OSError):
                    os.unlink(entry.path)


def _age(folder: str) -> float:
    try:
        return time.time() - os.stat(folder).st_mtime
    except OSError:
        return 0.0

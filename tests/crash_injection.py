"""Lets a small batch fail at each single thing that it does to the disk, then resumes: the same bytes must be there.

`python -m tests.crash_injection` does so for all of them and prints how many there were, by kind: writes, flushes,
renames, removals, folders made, queries and changes of SQLite. Each fails once with an error, as of a full or broken
disk, and once by the death of the process; but to die of a query is to die of the change behind it. Scenarios can be
named; without a name it does them all.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from newssplit.batch.names import STATE
from newssplit.batch.plan import Plan
from newssplit.batch.pool import GivenPool
from newssplit.batch.run import run
from newssplit.cli.progress import Silent
from newssplit.errors import NewssplitError
from newssplit.pipeline import split
from tests.batch_tools import issue, tree
from tests.test_batch_across import FRONT, INNER

BOTH = ("error", "death")
KINDS = {**dict.fromkeys(("write", "flush", "rename", "remove", "folder", "change"), BOTH), "query": BOTH[:1]}
"""What can fail, and how."""
DEAD, FAULTY = 137, 70
ERRORS = (errno.ENOSPC, errno.EIO)
INPUTS = {"1.txt": FRONT, "3.txt": INNER, "deep/5.txt": issue(5), "deep/broken.txt": "\0\1\2", "gone.txt": issue(7)}


class Faults:
    """Counts what is done of each kind, and lets the n-th of one kind fail."""

    def __init__(self, kind: str = "", number: int = 0, mode: str = "error"):
        self.kind, self.number, self.mode = kind, number, mode
        self.counts: Counter[str] = Counter()

    def met(self, kind: str) -> None:
        """Something of this kind is about to be done."""
        self.counts[kind] += 1
        if kind != self.kind or self.counts[kind] != self.number:
            return
        if self.mode == "death":
            os._exit(DEAD)
        if kind in ("change", "query"):
            raise sqlite3.OperationalError("disk I/O error")
        code = ERRORS[self.number % len(ERRORS)]
        raise OSError(code, os.strerror(code))

    def install(self) -> None:
        """Stand before what Python does to the disk, in this process for good."""
        for name, kind in (("fsync", "flush"), ("replace", "rename"), ("mkdir", "folder")):
            setattr(os, name, self._guarded(getattr(os, name), kind))
        for name in ("unlink", "rmdir"):
            setattr(os, name, self._guarded(getattr(os, name), "remove"))
        builtins.open = io.open = self._opened(io.open)
        sqlite3.connect = self._connected(sqlite3.connect)

    def _guarded(self, real: Callable[..., Any], kind: str) -> Callable[..., Any]:
        def guarded(*args: Any, **options: Any) -> Any:
            self.met(kind)
            return real(*args, **options)

        return guarded

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        faults = self

        class Guarded(io.FileIO):
            def write(self, data: Any) -> int:
                faults.met("write")
                return super().write(data)

        def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
            if not set(mode) & set("wax+") or not isinstance(file, (str, Path)):
                return real(file, mode, *args, **options)
            stream = io.BufferedWriter(Guarded(file, mode.replace("b", "").replace("t", "")))
            if "b" in mode:
                return stream
            return io.TextIOWrapper(stream, encoding=options.get("encoding"), newline=options.get("newline"))

        return opened

    def _connected(self, real: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
        faults = self

        class Guarded(sqlite3.Connection):
            def execute(self, statement: str, *args: Any) -> sqlite3.Cursor:
                faults.met("query" if statement.lstrip().startswith(("SELECT", "PRAGMA")) else "change")
                return super().execute(statement, *args)

        return lambda *args, **options: real(*args, factory=Guarded, **options)


class Inline(Executor):
    """Works in this process, so that faults meet all that is done."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **options))
        return future


class Quiet(Silent):
    """Failures are what is wanted here."""

    def _say(self, line: str) -> None:
        """Says nothing."""


def scenarios(folder: Path) -> dict[str, tuple[Plan | None, Plan]]:
    """What was run before, and what is run with faults."""
    out = str(folder / "out")
    plain = Plan(out)
    return {
        "first run": (None, plain),
        "other format": (plain, Plan(out, form="csv", prune=True)),
        "afresh": (plain, Plan(out, fresh=True)),
        "combined": (plain, Plan(out, form="jsonl", combine=True, prune=True)),
    }


def batch(plan: Plan, folder: Path, faults: Faults) -> int:
    """Run in a child process, and return how it ended: 0, DEAD, or FAULTY where a traceback would have been seen."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    faults.install()
    try:
        run(plan, [str(folder / "in")], Quiet(), GivenPool(Inline(), 1), alone=True)
    except NewssplitError:
        """It said in one line that it cannot go on."""
    except BaseException as error:
        print(f"{faults.kind} {faults.number}, {faults.mode}: {error!r}", file=sys.stderr, flush=True)
        os._exit(FAULTY)
    (folder / "counts").write_text(repr(dict(faults.counts)))
    os._exit(0)


def prepared(folder: Path, before: Plan | None, name: str) -> None:
    """Lay out inputs, and in `base` what an earlier run made of them and one more."""
    for path, text in INPUTS.items():
        (folder / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / path).write_text(text, encoding="utf-8")
    (folder / "out").mkdir()
    if before:
        assert batch(before, folder, Faults()) == 0
    (folder / "in/gone.txt").unlink()
    (folder / "out").rename(folder / "base")


def tried(name: str, folder: Path) -> Counter[str]:
    """Let every single thing of a scenario fail; how many there were. AssertionError where bytes differ afterwards."""
    before, plan = scenarios(folder)[name]
    prepared(folder, before, name)

    def restored() -> None:
        shutil.rmtree(folder / "out", ignore_errors=True)
        shutil.copytree(folder / "base", folder / "out")

    restored()
    assert batch(plan, folder, Faults()) == 0
    right, counts = tree(folder / "out"), Counter(eval((folder / "counts").read_text()))
    for kind, modes in KINDS.items():
        for number in range(1, counts[kind] + 1):
            for mode in modes:
                restored()
                ended = batch(plan, folder, Faults(kind, number, mode))
                where = f"{name}: {kind} {number}, {mode}"
                assert ended != FAULTY, where
                resumed = Plan(**{**{field: getattr(plan, field) for field in plan.__slots__}, "fresh": False})
                assert batch(resumed, folder, Faults()) == 0, where
                assert tree(folder / "out") == right, where
                assert not list((folder / "out" / STATE).glob("run-*")), where
    return counts


def main(names: list[str]) -> None:
    for text in INPUTS.values():
        split(text)  # what is compiled once need not be compiled in each child
    for name in names or scenarios(Path()):
        with tempfile.TemporaryDirectory() as folder:
            counts = tried(name, Path(folder))
        print(name, *(f"{kind}={counts[kind]}" for kind in KINDS), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""What a worker does: one issue in, one output file out, and a plain account of it that travels back.

Everything here pickles, and the functions keep nothing between calls, so any executor can run them.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import NamedTuple

from newssplit.batch.decoding import Decoded
from newssplit.batch.halves import Half, Joins, LooseEnd, applied, loose_ends
from newssplit.batch.inputs import printable, too_large
from newssplit.batch.sources import Source
from newssplit.batch.storage import UNKNOWN, Stamp, digest_of, is_url, joined, moved_in, read_steadily
from newssplit.batch.stream import InputOptions, records_in
from newssplit.errors import DecodingError, InputError, MissingExtra, NewssplitError, OutputError
from newssplit.output.formats import FORMATS
from newssplit.output.record import Record
from newssplit.output.writing import write_file

HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
_numbers = count()


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all issues of a run."""

    out: str
    """The folder or URL that outputs go below."""
    unfinished: str
    """A local folder for what is being written, on the file system of `out` unless that is a URL."""
    form: str
    """A name in FORMATS."""
    reading: InputOptions = field(default_factory=InputOptions)


class Task(NamedTuple):
    """One issue to convert."""

    source: Source
    output: str
    """Where its articles go, below the job's `out`, parted by /."""
    payload: bytes | None = None
    """The bytes of a member of an archive; None: the worker reads the file."""
    known: str | None = None
    """The hash of the input that the output is of already; if it is still the same, nothing is to do."""
    joins: Joins = Joins()
    """What goes between this issue and its neighbours."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an issue; it failed if there is an `error`."""

    name: str
    path: str
    """Of the input, printable."""
    label: str
    """What messages call the input."""
    stamp: Stamp = UNKNOWN
    """Of the input as it was read."""
    hash: str | None = None
    """blake2b of the input, 128 bits in hexadecimal."""
    read_ns: int = 0
    """When it was read, nanoseconds since 1970."""
    encoding: str | None = None
    articles: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    stops: bool = False
    """The error is one that every other issue would meet too: the disk is full, an extra is missing."""
    output: str | None = None
    written: Stamp = UNKNOWN
    """Of the output."""
    output_hash: str | None = None
    unchanged: bool = False
    """The input has the hash that was known; only stamp and read_ns say something new."""
    loose: tuple[LooseEnd, ...] = ()
    """Articles whose other half is not in this issue."""
    joins: str = ""
    """The fingerprint of what went between the output and its neighbours."""


@dataclass(slots=True)
class _Account:
    """A Report (see stream.py) that notes what it is told."""

    encoding: str | None = None
    warnings: list[str] = field(default_factory=list)

    def done(self, path: str, decoded: Decoded) -> None:
        self.encoding = decoded.encoding

    def warn(self, path: str, warning: str) -> None:
        self.warnings.append(warning)

    def failed(self, error: NewssplitError) -> None:
        raise error


def convert(tasks: tuple[Task, ...], job: Job) -> list[Outcome]:
    """Convert some issues, one after the other; no error of an issue leaves this function."""
    return [_converted(task, job) for task in tasks]


def failure(source: Source, error: str, *, stops: bool = False) -> Outcome:
    """The outcome of an issue that cannot be converted."""
    return Outcome(source.name, printable(source.path), source.label, source.stamp, error=error, stops=stops)


def _converted(task: Task, job: Job) -> Outcome:
    try:
        return _attempt(task, job)
    except NewssplitError as error:
        return failure(task.source, str(error), stops=_hopeless(error))
    except (MemoryError, SystemError):  # the latter is what regex makes of it where it gets no memory
        return failure(task.source, str(too_large(task.source.label)))
    except Exception as error:  # a fault of the program costs this issue, not the night's work
        place = f"{task.source.label}: newssplit fails on it"
        return failure(task.source, f"{place} ({type(error).__name__}: {error}); please report it with the file")


def _attempt(task: Task, job: Job) -> Outcome:
    source, path, read_ns = task.source, printable(task.source.path), time.time_ns()
    data, stamp = read_steadily(source.path) if task.payload is None else (task.payload, source.stamp)
    digest = blake2b(data, digest_size=16).hexdigest()
    if digest == task.known:
        return Outcome(source.name, path, source.label, stamp, digest, read_ns, unchanged=True)
    account, loose = _Account(), list[LooseEnd]()
    records = _tallied(_records(data, source, job, account), loose, tally := [0])
    del data  # the records are read from now on, and a large issue needs the room
    if task.joins:
        records = iter(applied(list(records), task.joins, lambda half: _neighbour(half, job)))
    written, output_hash = _written(records, task, job)
    return Outcome(
        source.name,
        path,
        source.label,
        stamp,
        digest,
        read_ns,
        account.encoding,
        tally[0],
        tuple(account.warnings),
        output=task.output,
        written=written,
        output_hash=output_hash,
        loose=tuple(loose),
        joins=task.joins.fingerprint(),
    )


def _records(data: bytes, source: Source, job: Job, account: _Account) -> Iterator[Record]:
    records = records_in(data, source.name, job.reading, account)
    del data
    try:
        yield from records
    except (DecodingError, InputError) as error:
        raise error.about(source.label) from None


def _tallied(records: Iterable[Record], loose: list[LooseEnd], tally: list[int]) -> Iterator[Record]:
    for record in records:
        tally[0] += 1
        loose.extend(loose_ends(record))
        yield record


def _neighbour(half: Half, job: Job) -> list[Record]:
    data = read_steadily(half.source.path)[0] if half.payload is None else half.payload
    if blake2b(data, digest_size=16).hexdigest() != half.hash:
        raise InputError("changed during the run", path=half.source.name, remedy="run again")
    return list(_records(data, half.source, job, _Account()))


def _written(records: Iterable[Record], task: Task, job: Job) -> tuple[Stamp, str]:
    """Write a file under a name of its own, then put it in its place, whole."""
    target = joined(job.out, task.output)
    if task.payload is None and not is_url(target) and os.path.exists(target) and _is_input(task.source, target):
        raise OutputError("is the input itself", path=target, remedy="choose another --out")
    return put_file(records, job.form, target, job.unfinished)


def _is_input(source: Source, target: str) -> bool:
    return not is_url(source.path) and os.path.samefile(source.path, target)


def put_file(records: Iterable[Record], form: str, target: str, unfinished: str) -> tuple[Stamp, str]:
    """Write records to `target`, which is never half-written; its stamp and hash. Raises OutputError."""
    os.makedirs(unfinished, exist_ok=True)
    new = Path(unfinished, f"{os.getpid()}-{next(_numbers)}{FORMATS[form].extensions[0]}")
    try:
        write_file(records, FORMATS[form], str(new))
        digest = digest_of(str(new))
        return moved_in(new, target), digest
    except OutputError as error:
        raise _about(error.problem, target) from (error.__cause__ or error.__context__)
    except OSError as error:
        raise _about(f"cannot be written: {error.strerror or error}", target) from error
    finally:
        new.unlink(missing_ok=True)


def _about(problem: str, target: str) -> OutputError:
    return OutputError(problem, path=printable(target), remedy="see to it, then run again")


def _hopeless(error: NewssplitError) -> bool:
    cause = error.__cause__
    return isinstance(error, MissingExtra) or (isinstance(cause, OSError) and cause.errno in HOPELESS)


def output_name(name: str, form: str) -> str:
    """Where the articles of an issue go: `.txt` gives way to the format's extension, else it is added."""
    return name.removesuffix(".txt") + FORMATS[form].extensions[0]

"""What a worker does: one issue in, one output file out, and a plain account of it that travels back.

Everything here pickles, and the functions keep nothing between calls, so any executor can run them.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from newssplit.batch.archives import Unpacker
from newssplit.batch.deadline import Clock, clock
from newssplit.batch.halves import Half, Joins, LooseEnd, applied, loose_ends
from newssplit.batch.inputs import MEMORY_ERRORS, printable, too_large
from newssplit.batch.limits import NO_LIMITS, Limits
from newssplit.batch.putting import put_file
from newssplit.batch.sources import Source
from newssplit.batch.stamps import UNKNOWN, Stamp
from newssplit.batch.storage import is_url, joined, read_steadily
from newssplit.batch.stream import InputOptions, records_in
from newssplit.errors import DecodingError, InputError, MissingExtra, NewssplitError, OutputError
from newssplit.files.decoding import Decoded
from newssplit.output.record import Record
from newssplit.output.text_out import text_name, write_text_of

HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all issues of a run."""

    out: str
    """The folder or URL that outputs go below."""
    unfinished: str
    """A local folder of the run's own: for what is being written, unless `out` is a URL, and for notes of lateness."""
    form: str
    """A name in FORMATS."""
    reading: InputOptions = field(default_factory=InputOptions)
    limits: Limits = NO_LIMITS
    text_out: str | None = None
    """A folder for the texts as they were read."""


class Task(NamedTuple):
    """One issue to convert."""

    source: Source
    output: str
    """Where its articles go, below the job's `out`, parted by /."""
    payload: bytes | None = None
    """The bytes of a member of an archive; None: the worker reads it, or the file."""
    known: str | None = None
    """The hash of the input that the output is of already; if it is still the same, nothing is to do."""
    joins: Joins = Joins()
    """What goes between this issue and its neighbours."""

    @property
    def size(self) -> int:
        """Bytes of all that is read for it, as far as known."""
        others = (half.source for _, halves in self.joins.gained for half in halves)
        return sum(max(source.stamp.size, 0) for source in (self.source, *others))


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

    text_out: str | None = None
    """Where the text goes, if it is to be kept."""
    path: str | None = None
    """The file that it is from; None in an archive."""
    encoding: str | None = None
    warnings: list[str] = field(default_factory=list)

    @property
    def keeps_text(self) -> bool:
        return self.text_out is not None

    def done_in_parts(self, path: str, encoding: str, chars: int) -> None:
        self.encoding = encoding

    def done(self, path: str, decoded: Decoded) -> None:
        self.encoding = decoded.encoding
        if self.text_out is not None:
            write_text_of(decoded.text, self.text_out, self.path)

    def warn(self, path: str, warning: str) -> None:
        self.warnings.append(warning)

    def failed(self, error: NewssplitError) -> None:
        raise error


def convert(tasks: tuple[Task, ...], job: Job) -> list[Outcome]:
    """Convert some issues, one after the other; no error of an issue leaves this function."""
    with clock(job.unfinished) as time_limit:
        return [_converted(task, job, time_limit) for task in tasks]


def failure(source: Source, error: str, *, stops: bool = False) -> Outcome:
    """The outcome of an issue that cannot be converted."""
    return Outcome(source.name, printable(source.path), source.label, source.stamp, error=error, stops=stops)


def _converted(task: Task, job: Job, time_limit: Clock) -> Outcome:
    try:
        with time_limit.limited(task.source.name, job.limits.seconds(task.size)):
            return _attempt(task, job)
    except NewssplitError as error:
        return failure(task.source, str(error), stops=_hopeless(error))
    except MEMORY_ERRORS:
        return failure(task.source, str(too_large(task.source.label)))
    except Exception as error:  # a fault of the program costs this issue, not the night's work
        place = f"{task.source.label}: newssplit fails on it"
        return failure(task.source, f"{place} ({type(error).__name__}: {error}); please report it with the file")


def _attempt(task: Task, job: Job) -> Outcome:
    source, path, read_ns = task.source, printable(task.source.path), time.time_ns()
    data, stamp = _bytes_of(source, task.payload, job)
    digest = blake2b(data, digest_size=16).hexdigest()
    if digest == task.known:
        return Outcome(source.name, path, source.label, stamp, digest, read_ns, unchanged=True)
    account, loose = _account(task, job), list[LooseEnd]()
    records = _loosened(_records(data, source, job, account), loose)
    del data  # the records are read from now on, and a large issue needs the room
    if task.joins:
        records = iter(applied(list(records), task.joins, lambda half: _neighbour(half, job)))
    written, output_hash = _written(_counted(records, tally := [0]), task, job)
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


def _account(task: Task, job: Job) -> _Account:
    if job.text_out is None:
        return _Account()
    path = task.source.path if task.payload is None and not is_url(task.source.path) else None
    return _Account(joined(job.text_out, text_name(task.source.name)), path)


def _records(data: bytes, source: Source, job: Job, account: _Account) -> Iterator[Record]:
    records = records_in(data, source.name, job.reading, account, source.whole_path)
    del data
    try:
        yield from records
    except (DecodingError, InputError) as error:
        raise error.about(source.label) from None


def _bytes_of(source: Source, payload: bytes | None, job: Job) -> tuple[bytes, Stamp]:
    nuls = job.reading.nuls
    if source.place is None:
        return read_steadily(source.path, nuls)
    if payload is None:
        with closing(Unpacker(job.limits)) as unpacker:
            payload = unpacker.read(source.path, source.place, source.stamp.size, source.label, nuls)
    return payload, source.stamp


def _loosened(records: Iterable[Record], loose: list[LooseEnd]) -> Iterator[Record]:
    for record in records:
        loose.extend(loose_ends(record))
        yield record


def _counted(records: Iterable[Record], tally: list[int]) -> Iterator[Record]:
    for record in records:
        tally[0] += 1
        yield record


def _neighbour(half: Half, job: Job) -> list[Record]:
    data, _ = _bytes_of(half.source, half.payload, job)
    if blake2b(data, digest_size=16).hexdigest() != half.hash:
        raise InputError("changed during the run", path=half.source.name, remedy="run again")
    return list(_records(data, half.source, job, _Account()))


def _written(records: Iterable[Record], task: Task, job: Job) -> tuple[Stamp, str]:
    """Write a file under a name of its own, then put it in its place, whole."""
    target = joined(job.out, task.output)
    if not is_url(target) and os.path.exists(target) and _is_input(task.source, target):
        raise OutputError("is the input itself", path=target, remedy="choose another --out")
    return put_file(records, job.form, job.out, task.output, job.unfinished)


def _is_input(source: Source, target: str) -> bool:
    return not is_url(source.path) and os.path.samefile(source.path, target)


def _hopeless(error: NewssplitError) -> bool:
    cause = error.__cause__
    return isinstance(error, MissingExtra) or (isinstance(cause, OSError) and cause.errno in HOPELESS)

"""Rows of the manifest as typed values."""

from __future__ import annotations

import os
from typing import NamedTuple

from newssplit.batch.sources import Source
from newssplit.batch.stamps import Stamp

INPUT = "w.name, w.path, w.place, w.size, w.mtime_ns, w.ctime_ns, w.problem, w.output"
KNOWN = (
    "i.state, i.size, i.mtime_ns, i.ctime_ns, i.hash, i.read_ns, i.options, i.version, i.articles, i.output, "
    "i.output_size, i.output_mtime_ns, i.output_hash, i.joins"
)
WITH_INPUTS = f"SELECT {INPUT}, {KNOWN} FROM wanted w LEFT JOIN issues i USING (name)"


class Row(NamedTuple):
    """What the manifest says of an input."""

    state: str
    """`done`, `failed`, or `redo`: done, but to be done again."""
    stamp: Stamp
    hash: str | None
    read_ns: int
    options: str
    version: str
    articles: int
    output: str | None
    written: Stamp
    output_hash: str | None
    joins: str


class Wanted(NamedTuple):
    """An input of this run, where its output goes, and what is known of it from earlier."""

    source: Source
    output: str | None
    row: Row | None


class Finished(NamedTuple):
    """A file made of many issues, or of one issue and what was found out about others."""

    output: str
    name: str | None
    """The issue that it is of."""
    fingerprint: str
    """Of all that it is made of."""
    written: Stamp


def wanted_of(row: tuple[object, ...]) -> Wanted:
    """A row of WITH_INPUTS."""
    name, path, place, size, mtime_ns, ctime_ns, problem, output, *known = row
    source = Source(name, os.fsdecode(path), place, Stamp(size, mtime_ns, ctime_ns), problem)  # type: ignore[arg-type]
    if known[0] is None:
        return Wanted(source, output, None)  # type: ignore[arg-type]
    state, old, (digest, read_ns, options, version, articles, former) = known[0], known[1:4], known[4:10]
    written = Stamp(known[10], known[11], -1)  # type: ignore[arg-type]
    row_ = (state, Stamp(*old), digest, read_ns, options, version, articles, former, written, known[12], known[13])  # type: ignore[arg-type]
    return Wanted(source, output, Row(*row_))  # type: ignore[arg-type]

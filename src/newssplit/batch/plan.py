"""What a run is asked to do, and what of it is still to be done."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from tempfile import gettempdir

from newssplit.batch.known import Row, Wanted
from newssplit.batch.sources import Selection
from newssplit.batch.storage import Stamp, digest_of, is_url, joined, output_stamp
from newssplit.batch.stream import InputOptions
from newssplit.batch.work import Job, Task, output_name
from newssplit.errors import OutputError

STATE = ".newssplit"
PARTS = f"{STATE}/parts"
MANIFEST, FAILURES = "manifest.sqlite", "failures.jsonl"
FINE_NS, COARSE_NS = 50_000_000, 2_000_000_000
"""How long after a change a file may change again without another time stamp: on file systems that count
in parts of milliseconds, and on those that count in more, up to the two seconds of FAT."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The options of `newssplit batch`."""

    out: str
    """The folder or URL that outputs go below."""
    form: str = "json"
    """A name in FORMATS."""
    reading: InputOptions = field(default_factory=InputOptions)
    """How inputs are to be read."""
    selection: Selection = field(default_factory=Selection)
    fresh: bool = False
    """Convert everything again."""
    fail_fast: bool = False
    combine: bool = False
    """One file, or dataset, of all articles."""
    stories: bool = False
    """Give the articles that print the same wire story one `story` id."""
    halves: bool = True
    """Join articles whose halves are in two files."""
    prune: bool = False
    """Remove the outputs of inputs that this run does not have."""
    manifest: str | None = None
    """Where the manifest is; None: in `out`."""

    @property
    def in_parts(self) -> bool:
        """Whether issues are converted to parts first, of which the outputs are made at the end."""
        return self.combine or self.stories

    @property
    def manifest_path(self) -> str:
        """A local path; OutputError for a URL, which cannot hold a database."""
        if self.manifest:
            return self.manifest
        if is_url(self.out):
            raise OutputError("cannot hold the manifest", path=self.out, remedy="name a local file: --manifest FILE")
        return os.path.join(self.out, MANIFEST)

    @property
    def job(self) -> Job:
        """What workers are to know."""
        state = os.path.join(gettempdir() if is_url(self.out) else self.out, STATE)
        return Job(self.out, os.path.join(state, "unfinished"), "jsonl" if self.in_parts else self.form, self.reading)

    @property
    def options(self) -> str:
        """A hash of all that a converted issue depends on, besides its input."""
        known = json.dumps([self.job.form, asdict(self.reading)], sort_keys=True)
        return blake2b(known.encode(), digest_size=8).hexdigest()

    def output(self, name: str) -> str:
        """Where an issue is converted to, below `out`."""
        return f"{PARTS}/{name}.jsonl" if self.in_parts else output_name(name, self.form)

    def claim(self, name: str) -> str:
        """Where the articles of an issue alone are in the end; with `combine`, where its part is."""
        return self.output(name) if self.combine else output_name(name, self.form)


def task_for(wanted: Wanted, plan: Plan, options: str, version: str) -> Task | None:
    """What is to be done for an input; None: nothing, it is done and unchanged."""
    source, row = wanted.source, wanted.row
    task = Task(source, wanted.output or plan.output(source.name))
    if row is None or row.state != "done" or (row.options, row.version) != (options, version):
        return task
    if row.output != wanted.output or not _intact(row, plan.out):
        return task
    if row.stamp == source.stamp and _settled(row.stamp, row.read_ns):
        return None
    return task._replace(known=row.hash) if row.stamp.size == source.stamp.size else task


def _settled(stamp: Stamp, read_ns: int) -> bool:
    """Whether a change after the file was read must show in its stamp."""
    wait = FINE_NS if stamp.mtime_ns % 1_000_000 else COARSE_NS
    return stamp.mtime_ns >= 0 and max(stamp.mtime_ns, stamp.ctime_ns) + wait < read_ns


def _intact(row: Row, out: str) -> bool:
    return row.output is not None and is_as_written(joined(out, row.output), row.written, row.output_hash)


def is_as_written(path: str, written: Stamp, digest: str | None) -> bool:
    """Whether a file is what a run wrote; its bytes are read only where its time says otherwise."""
    found = output_stamp(path)
    if found is None or found.size != written.size:
        return False
    return found.mtime_ns == written.mtime_ns or (digest is not None and digest_of(path) == digest)

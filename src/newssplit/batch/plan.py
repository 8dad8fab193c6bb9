"""What a run is asked to do, and what of it is still to be done."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from newssplit.batch.known import Row, Wanted
from newssplit.batch.limits import Limits
from newssplit.batch.names import BESIDE_MANIFEST, MANIFEST, STATE, safe_path
from newssplit.batch.putting import output_name
from newssplit.batch.sources import Selection, Source
from newssplit.batch.stamps import Stamp
from newssplit.batch.storage import is_as_written, is_url, joined
from newssplit.batch.stream import InputOptions
from newssplit.batch.work import Job, Task
from newssplit.errors import OutputError

PARTS = f"{STATE}/parts"
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
    limits: Limits = field(default_factory=Limits)
    """How much an input may cost."""
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
    text_out: str | None = None
    """A local folder for the texts as they were read."""
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

    def reserved(self) -> set[str]:
        """Paths below `out` that no output may have: where the manifest is, if it is there."""
        place = self.place_of(self.manifest_path)
        return {place + end for end in BESIDE_MANIFEST} if place else set()

    def place_of(self, path: str) -> str | None:
        """The path of a local file below `out`, if it lies there."""
        if is_url(self.out) or is_url(path):
            return None
        root, file = os.path.join(os.path.abspath(self.out), ""), os.path.abspath(path)
        return file[len(root) :].replace(os.sep, "/") if file.startswith(root) else None

    @property
    def issue_form(self) -> str:
        """What issues are converted to first, a name in FORMATS."""
        return "jsonl" if self.in_parts else self.form

    def job(self, unfinished: str) -> Job:
        """What workers are to know, with the folder of the run's own."""
        return Job(self.out, unfinished, self.issue_form, self.reading, self.limits, self.text_out)

    @property
    def options(self) -> str:
        """A hash of all that a converted issue depends on, besides its input."""
        known = json.dumps([self.issue_form, _named(self.reading), self.text_out], sort_keys=True)
        return blake2b(known.encode(), digest_size=8).hexdigest()

    def options_of(self, source: Source, options: str) -> str:
        """These options and what the path of an input says: its name may not hold all of that."""
        told = self.reading.told(source.whole_path)
        return f"{options}-{blake2b(json.dumps(told).encode(), digest_size=8).hexdigest()}" if any(told) else options

    def output(self, name: str) -> str:
        """Where an issue is converted to, below `out`."""
        return f"{PARTS}/{safe_path(f'{name}.jsonl')}" if self.in_parts else output_name(name, self.form)

    def claim(self, name: str) -> str:
        """Where the articles of an issue alone are in the end; with `combine`, where its part is."""
        return self.output(name) if self.combine else output_name(name, self.form)


def task_for(wanted: Wanted, plan: Plan, options: str, version: str) -> Task | None:
    """What is to be done for an input; None: nothing, it is done and unchanged."""
    source, row = wanted.source, wanted.row
    task = Task(source, wanted.output or plan.output(source.name))
    if row is None or row.state != "done" or (row.options, row.version) != (plan.options_of(source, options), version):
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


def _named(reading: InputOptions) -> dict[str, Any]:
    """Options with their names, those of profile, finish and naming, too."""
    profile = reading.profile
    named = None if profile is None else profile._asdict() | {"edits": [edit._asdict() for edit in profile.edits]}
    within = {"profile": named, "finish": reading.finish._asdict(), "naming": reading.naming._asdict()}
    return reading._asdict() | within

"""Outputs that need all issues: one combined file, or records that know their story.

They are made from parts, a JSON Lines file per issue that the run keeps in its own folder, so a later
run converts only what is new. Each is a function of the parts alone; its fingerprint in the manifest
says which ones it was made of.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b

from newssplit.batch.inputs import printable
from newssplit.batch.known import Finished, Wanted
from newssplit.batch.manifest import Manifest
from newssplit.batch.names import FAILURES
from newssplit.batch.plan import Plan
from newssplit.batch.putting import output_name, put_file
from newssplit.batch.stamps import Stamp
from newssplit.batch.storage import is_as_written, joined, reading, remove
from newssplit.errors import OutputError
from newssplit.output.extras import extra
from newssplit.output.formats import FORMATS
from newssplit.output.record import Record

COMBINED = "articles"


def require_extras(plan: Plan) -> None:
    """MissingExtra now rather than after a night's work."""
    if plan.stories:
        from newssplit.batch.stories import require_stories

        require_stories()
    if plan.combine and plan.form == "parquet":
        with extra("parquet"):
            import pyarrow  # noqa: F401


class Finals:
    """The files of a run that are made of several issues; `unfinished` is where they are made."""

    def __init__(self, manifest: Manifest, plan: Plan, unfinished: str):
        self.manifest, self.plan, self._unfinished = manifest, plan, unfinished

    def finish(self) -> None:
        """Bring all of them up to date; OutputError."""
        if self.plan.stories:
            self._tell_stories()
        if self.plan.combine:
            self._combine()
        elif self.plan.in_parts:
            for wanted in self.manifest.done():
                self._finish_issue(wanted)
        self.manifest.keep(FAILURES)
        for final in list(self.manifest.outdated(of_all=self.plan.prune)):
            with suppress(OSError):  # of one that cannot be removed the next run knows, too
                if not self.manifest.is_wanted(final):
                    remove(self.plan.out, final)
                self.manifest.unfinish(final)
        self.manifest.commit()

    def _tell_stories(self) -> None:
        from newssplit.batch.stories import stories

        records = (record for wanted in self.manifest.done() for record in self._part(wanted))
        try:
            self.manifest.tell_stories(stories(records))
        except sqlite3.Error as error:
            problem = f"the index of stories cannot be written: {error}"
            raise OutputError(problem, remedy="make room in the temporary folder") from error

    def _part(self, wanted: Wanted) -> Iterator[Record]:
        path = joined(self.plan.out, wanted.row.output) if wanted.row and wanted.row.output else None
        if path is None:
            return
        try:
            with reading(path) as stream:
                yield from map(json.loads, stream)
        except (OSError, ValueError) as error:
            problem = f"is not as it was written: {error}"
            raise OutputError(problem, path=printable(path), remedy="remove it, then run again") from error

    def _stories_of(self, wanted: Wanted) -> dict[int, str] | None:
        return self.manifest.stories_of(wanted.source.name) if self.plan.stories else None

    def _told(self, wanted: Wanted) -> Iterator[Record]:
        """The articles of an issue, each with its story where the run tells stories."""
        stories = self._stories_of(wanted)
        for record in self._part(wanted):
            yield record if stories is None else {**record, "story": stories.get(record["order"])}

    def _finish_issue(self, wanted: Wanted) -> None:
        name, plan = wanted.source.name, self.plan
        fingerprint = _digest([plan.form, wanted.row and wanted.row.output_hash, self._stories_of(wanted)])
        output = output_name(name, plan.form)
        if not self._is_current(output, fingerprint):
            self.manifest.finish(Finished(output, name, fingerprint, self.put(self._told(wanted), output)))
        self.manifest.keep(output)

    def _is_current(self, output: str, fingerprint: str) -> bool:
        final = self.manifest.final(output)
        return final is not None and final.fingerprint == fingerprint and self.is_intact(final)

    def is_intact(self, final: Finished) -> bool:
        """Whether the file is as it was written."""
        return is_as_written(joined(self.plan.out, final.output), final.written, None)

    def put(self, records: Iterable[Record], output: str) -> Stamp:
        """Write a file below the output folder, and return its stamp; OutputError."""
        return put_file(records, self.plan.form, self.plan.out, output, self._unfinished)[0]

    def _combine(self) -> None:
        """All articles in one file; in several, by newspaper and year, where the format is Parquet."""
        fingerprint = self._fingerprint()
        records = (record for wanted in self.manifest.done() for record in self._told(wanted))
        if self.plan.form == "parquet":
            from newssplit.batch.dataset import write_dataset

            write_dataset(records, fingerprint, self)
            return
        output = COMBINED + FORMATS[self.plan.form].extensions[0]
        if not self._is_current(output, fingerprint):
            self.manifest.finish(Finished(output, None, fingerprint, self.put(records, output)))
        self.manifest.keep(output)

    def _fingerprint(self) -> str:
        digest = blake2b(_digest([self.plan.form, self.plan.stories]).encode(), digest_size=16)
        for wanted in self.manifest.done():
            known = [wanted.source.name, wanted.row and wanted.row.output_hash, self._stories_of(wanted)]
            digest.update(_digest(known).encode())
        return digest.hexdigest()


def _digest(value: object) -> str:
    return blake2b(json.dumps(value).encode(), digest_size=16).hexdigest()

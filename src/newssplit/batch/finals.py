"""Outputs that need all issues: one combined file, or records that know their story.

They are made from parts, a JSON Lines file per issue that the run keeps in its own folder, so a later
run converts only what is new. Each is a function of the parts alone; its fingerprint in the manifest
says which ones it was made of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from newssplit.batch.known import Finished, Wanted
from newssplit.batch.manifest import Manifest
from newssplit.batch.plan import Plan, is_as_written
from newssplit.batch.storage import joined, opened, remove
from newssplit.batch.work import output_name, put_file
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


def finish(manifest: Manifest, plan: Plan) -> None:
    """Bring all files that are made of several issues up to date; OutputError."""
    if plan.stories:
        from newssplit.batch.stories import stories

        manifest.tell_stories(stories(records(manifest, plan.out)))
    if plan.combine:
        _combine(manifest, plan)
    elif plan.in_parts:
        for wanted in manifest.done():
            _finish_issue(wanted, manifest, plan)
    for final in list(manifest.outdated(of_all=plan.prune)):
        remove(joined(plan.out, final), plan.out)
        manifest.unfinish(final)
    manifest.commit()


def records(manifest: Manifest, out: str) -> Iterator[Record]:
    """The articles of all issues of this run, by the issue's name."""
    for wanted in manifest.done():
        yield from _part(wanted, out)


def with_stories(manifest: Manifest, plan: Plan) -> Iterator[Record]:
    """The same, each with its story where the run tells stories."""
    for wanted in manifest.done():
        yield from _told(_part(wanted, plan.out), _stories_of(wanted, manifest, plan))


def _part(wanted: Wanted, out: str) -> Iterator[Record]:
    if wanted.row and wanted.row.output:
        with opened(joined(out, wanted.row.output)) as stream:
            yield from map(json.loads, stream)


def _stories_of(wanted: Wanted, manifest: Manifest, plan: Plan) -> dict[int, str] | None:
    return manifest.stories_of(wanted.source.name) if plan.stories else None


def _told(found: Iterable[Record], stories: dict[int, str] | None) -> Iterator[Record]:
    for record in found:
        yield record if stories is None else {**record, "story": stories.get(record["order"])}


def _finish_issue(wanted: Wanted, manifest: Manifest, plan: Plan) -> None:
    name = wanted.source.name
    stories = _stories_of(wanted, manifest, plan)
    fingerprint = _digest([plan.form, wanted.row and wanted.row.output_hash, stories])
    output = output_name(name, plan.form)
    if not _is_current(output, fingerprint, manifest, plan):
        written, _ = put_file(
            _told(_part(wanted, plan.out), stories), plan.form, joined(plan.out, output), plan.job.unfinished
        )
        manifest.finish(Finished(output, name, fingerprint, written))
    manifest.keep(output)


def _is_current(output: str, fingerprint: str, manifest: Manifest, plan: Plan) -> bool:
    final = manifest.final(output)
    known = final is not None and final.fingerprint == fingerprint
    return known and final is not None and is_as_written(joined(plan.out, output), final.written, None)


def _combine(manifest: Manifest, plan: Plan) -> None:
    """All articles in one file; in several, by newspaper and year, where the format is Parquet."""
    fingerprint = _fingerprint(manifest, plan)
    if plan.form == "parquet":
        from newssplit.batch.dataset import write_dataset

        write_dataset(with_stories(manifest, plan), fingerprint, manifest, plan)
        return
    output = COMBINED + FORMATS[plan.form].extensions[0]
    if not _is_current(output, fingerprint, manifest, plan):
        target = joined(plan.out, output)
        written, _ = put_file(with_stories(manifest, plan), plan.form, target, plan.job.unfinished)
        manifest.finish(Finished(output, None, fingerprint, written))
    manifest.keep(output)


def _fingerprint(manifest: Manifest, plan: Plan) -> str:
    digest = blake2b(_digest([plan.form, plan.stories]).encode(), digest_size=16)
    for wanted in manifest.done():
        stories = _stories_of(wanted, manifest, plan)
        digest.update(_digest([wanted.source.name, wanted.row and wanted.row.output_hash, stories]).encode())
    return digest.hexdigest()


def _digest(value: object) -> str:
    return blake2b(json.dumps(value).encode(), digest_size=16).hexdigest()

"""failures.jsonl: what failed in a run and why, a line for each input; it is not there if none did."""

from __future__ import annotations

import json
import os
from pathlib import Path

from newssplit.batch.inputs import printable
from newssplit.batch.known import Finished
from newssplit.batch.manifest import Manifest
from newssplit.batch.names import FAILURES
from newssplit.batch.plan import Plan
from newssplit.batch.storage import is_as_written, joined, moved_in, remove_file
from newssplit.errors import OutputError


def write_failures(manifest: Manifest, plan: Plan, unfinished: str) -> None:
    """Write the failures of this run's inputs by name, or remove those of an earlier run; OutputError."""
    target, new = joined(plan.out, FAILURES), Path(unfinished, FAILURES)
    try:
        os.makedirs(unfinished, exist_ok=True)
        with new.open("w", encoding="utf-8") as stream:
            for name, path, error in manifest.failures():
                stream.write(json.dumps({"input": name, "path": path, "error": error}, ensure_ascii=False) + "\n")
        if new.stat().st_size:
            manifest.finish(Finished(FAILURES, None, "", moved_in(new, target)))
        else:
            new.unlink()
            _remove(manifest, plan, target)
    except OSError as error:
        problem, remedy = f"cannot be written: {error.strerror or error}", "fix that, then run again"
        raise OutputError(problem, path=printable(target), remedy=remedy) from error


def _remove(manifest: Manifest, plan: Plan, target: str) -> None:
    """A run with another manifest may write to the same folder: then it is not ours to remove."""
    known = manifest.final(FAILURES)
    if plan.manifest is None or (known and is_as_written(target, known.written, None)):
        remove_file(target)
    if known:
        manifest.unfinish(FAILURES)

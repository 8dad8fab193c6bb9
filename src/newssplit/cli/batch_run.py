"""What `newssplit batch` runs on: its list of inputs, its workers, and how it shows what it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newssplit.batch.pool import Pool
    from newssplit.cli.progress import Silent


def listed(inputs: list[str], files_from: str | None, null: bool) -> Iterator[str]:
    """The inputs that are named, and those of a list."""
    from newssplit.batch.sources import read_list

    yield from inputs
    if files_from is not None:
        yield from read_list(files_from, sys.stdin.buffer, null)


@contextmanager
def pool_of(jobs: int | None, scheduler: str | None) -> Iterator[Pool]:
    """The workers: processes of this machine, or those of a Dask scheduler."""
    from newssplit.batch.cluster import dask_pool
    from newssplit.batch.pool import LocalPool, default_jobs

    if scheduler is None:
        local = LocalPool(jobs or default_jobs())
        try:
            local.start()
            yield local
        finally:
            local.kill()
        return
    with dask_pool(scheduler, jobs) as pool:
        yield pool


def progress_of(quiet: bool, log_json: bool) -> Silent:
    """How the run is shown while it goes on."""
    from newssplit.cli.progress import JsonLog, Lines, Live, Silent

    if log_json:
        return JsonLog()
    if quiet:
        return Silent()
    return Live() if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else Lines()

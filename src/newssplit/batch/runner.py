"""Tasks to an executor and back, a few at a time; a worker that dies, or takes too long, costs one issue."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import partial
from math import inf
from typing import NamedTuple

from newssplit.batch.deadline import overdue, took_longer
from newssplit.batch.pool import Pool
from newssplit.batch.work import Job, Outcome, Task, convert, failure
from newssplit.errors import InputError, OutputError

CHUNK_BYTES, CHUNK_TASKS = 1 << 15, 16
"""So much goes to a worker at a time: a tenth of a second's work, beside which the way there is short, and
at the end of a run no worker is at its last chunk for long while the others have none."""
AHEAD_BYTES = 1 << 26
"""Bytes of members of archives that are on their way, above which no more are read ahead."""
LOOK_SECONDS = 1.0
"""Between two looks whether those are still there who work."""
START_SECONDS = 60.0
"""For a foreign worker to start, and for the way to it, before the time for its inputs begins."""
Chunk = tuple[Task, ...]


class _Flight(NamedTuple):
    """A chunk on its way."""

    chunk: Chunk
    due: float
    """When it has to be back, by time.monotonic()."""


class Runner:
    """Keeps a few chunks of tasks on the way for each worker of a pool, so memory does not grow with their number.

    The pool is asked for an executor for the first task, and again when the executor broke.
    """

    def __init__(self, job: Job, pool: Pool):
        self._job, self._pool = job, pool
        self._work = partial(convert, job=job)
        self._executor: Executor | None = None
        self._flying: dict[Future[list[Outcome]], _Flight] = {}
        self._lost: list[Chunk] = []
        self._active = time.monotonic()

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What became of each task, in the order in which they end. OutputError where nobody is left to work."""
        for chunk in _chunks(tasks):
            self._send(chunk)
            while self._lost or self._is_enough():
                yield from self._landed()
        while self._lost or self._flying:
            yield from self._landed()

    def _is_enough(self) -> bool:
        """Whether the workers have enough to do: not one chunk each, if those are large, but some in reserve."""
        jobs = self._pool.jobs
        if len(self._flying) < jobs:
            return False
        ahead = sum(len(task.payload or b"") for flight in self._flying.values() for task in flight.chunk)
        return len(self._flying) >= 2 * jobs + 2 or ahead >= AHEAD_BYTES

    def _send(self, chunk: Chunk) -> None:
        try:
            self._submit(chunk)
        except Exception as error:  # whatever an executor that broke says
            self._note(error)
            self._lost.append(chunk)

    def _submit(self, chunk: Chunk) -> Future[list[Outcome]]:
        self._executor = self._executor or self._pool.renew()
        future = self._executor.submit(self._work, chunk)
        self._flying[future] = _Flight(chunk, self._due(chunk))
        return future

    def _due(self, chunk: Chunk) -> float:
        """When a chunk has to be back at the latest, though all others on the way came before it."""
        if self._pool.keeps_time:
            return inf
        chunks = (chunk, *(flight.chunk for flight in self._flying.values()))
        seconds = [self._job.limits.seconds(task.size) for one in chunks for task in one]
        return time.monotonic() + START_SECONDS + sum(inf if n is None else n for n in seconds)

    def _landed(self) -> Iterator[Outcome]:
        for future in self._back(self._flying):
            yield from self._outcomes(future)
        if self._lost:
            yield from self._recovered()

    def _back(self, futures: Collection[Future[list[Outcome]]]) -> set[Future[list[Outcome]]]:
        """Those that are done, as soon as one is, or those whose time is up."""
        while futures:
            if done := wait(futures, LOOK_SECONDS, FIRST_COMPLETED).done:
                self._active = time.monotonic()
                return done
            now = time.monotonic()
            self._pool.watch(now - self._active)
            if late := {future for future in futures if self._flying[future].due < now}:
                return late
        return set()

    def _outcomes(self, future: Future[list[Outcome]]) -> list[Outcome]:
        chunk, _ = self._flying[future]
        try:
            return self._result(future)
        except Exception as error:  # whatever kept the result from coming back
            self._note(error)
            self._lost.append(chunk)
            return []

    def _result(self, future: Future[list[Outcome]]) -> list[Outcome]:
        """TimeoutError where it is not there: its time is up."""
        if not future.done():
            self._pool.give_up(future)
        del self._flying[future]
        return future.result(0)

    def _note(self, error: Exception) -> None:
        self._pool.watch(0)
        if isinstance(error, BrokenExecutor):
            self._executor = None

    # All that were on the way are lost with the executor, one of them is the cause: each is tried alone.
    def _recovered(self) -> Iterator[Outcome]:
        while self._flying:
            for future in self._back(self._flying):
                yield from self._outcomes(future)
        lost, self._lost = self._lost, []
        for task in (task for chunk in lost for task in chunk):
            yield from self._alone(task)

    def _resubmitted(self, chunk: Chunk) -> Future[list[Outcome]]:
        try:
            return self._submit(chunk)
        except BrokenExecutor:  # a worker died that had nothing to do
            self._executor = None
            return self._submit(chunk)

    def _alone(self, task: Task) -> list[Outcome]:
        if reason := overdue(self._job.unfinished).get(task.source.name):
            return [_late(task, reason)]
        late = False
        try:
            future = self._resubmitted((task,))
            self._back([future])
            late = not future.done()
            return self._result(future)
        except OutputError:  # nobody is left to work
            raise
        except Exception as error:
            self._note(error)
            reason = overdue(self._job.unfinished).get(task.source.name)
            if late and not reason:
                reason = took_longer(self._job.limits.seconds(task.size) or inf)
            return [_late(task, reason) if reason else _dead(task, error)]


def _late(task: Task, reason: str) -> Outcome:
    remedy = "cut it into issues, or give it more time: --timeout"
    return failure(task.source, str(InputError(reason, path=task.source.label, remedy=remedy)))


def _dead(task: Task, error: Exception) -> Outcome:
    problem = f"its worker died twice, most likely for lack of memory ({str(error) or type(error).__name__})"
    return failure(task.source, str(InputError(problem, path=task.source.label, remedy="cut it into issues")))


def _chunks(tasks: Iterable[Task]) -> Iterator[Chunk]:
    """Small issues travel together, so that the way is no longer than the work."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        chunk.append(task)
        size += max(task.source.stamp.size, 0)
        if size >= CHUNK_BYTES or len(chunk) >= CHUNK_TASKS:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)

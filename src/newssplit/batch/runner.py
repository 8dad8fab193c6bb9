"""Tasks to an executor and back, a few at a time; a worker that dies costs one issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import partial

from newssplit.batch.work import Job, Outcome, Task, convert, failure
from newssplit.errors import InputError

CHUNK_BYTES, CHUNK_TASKS = 1 << 15, 16
"""So much goes to a worker at a time: a tenth of a second's work, beside which the way there is short, and
at the end of a run no worker is at its last chunk for long while the others have none."""
AHEAD_BYTES = 1 << 26
"""Bytes of members of archives that are on their way, above which no more are read ahead."""
Chunk = tuple[Task, ...]


class Runner:
    """Keeps a few chunks of tasks on the way for each of so many `jobs`, so memory does not grow with their number.

    `renew` gives an executor; it is called for the first task, and again when the executor broke.
    """

    def __init__(self, job: Job, renew: Callable[[], Executor], jobs: int):
        self._work = partial(convert, job=job)
        self._renew, self._jobs = renew, jobs
        self._executor: Executor | None = None
        self._flying: dict[Future[list[Outcome]], Chunk] = {}
        self._lost: list[Chunk] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What became of each task, in the order in which they end."""
        for chunk in _chunks(tasks):
            self._send(chunk)
            while self._lost or self._is_enough():
                yield from self._landed()
        while self._lost or self._flying:
            yield from self._landed()

    def _is_enough(self) -> bool:
        """Whether the workers have enough to do: not one chunk each, if those are large, but some in reserve."""
        if len(self._flying) < self._jobs:
            return False
        ahead = sum(len(task.payload or b"") for chunk in self._flying.values() for task in chunk)
        return len(self._flying) >= 2 * self._jobs + 2 or ahead >= AHEAD_BYTES

    def _submit(self, chunk: Chunk) -> Future[list[Outcome]]:
        self._executor = self._executor or self._renew()
        return self._executor.submit(self._work, chunk)

    def _send(self, chunk: Chunk) -> None:
        try:
            self._flying[self._submit(chunk)] = chunk
        except BrokenExecutor:
            self._executor = None
            self._lost.append(chunk)

    def _landed(self) -> Iterator[Outcome]:
        for future in wait(self._flying, return_when=FIRST_COMPLETED).done:
            yield from self._outcomes(future)
        if self._lost:
            yield from self._recovered()

    def _outcomes(self, future: Future[list[Outcome]]) -> list[Outcome]:
        chunk = self._flying.pop(future)
        try:
            return future.result()
        except Exception as error:  # whatever kept the result from coming back
            self._note(error)
            self._lost.append(chunk)
            return []

    def _note(self, error: Exception) -> None:
        if isinstance(error, BrokenExecutor):
            self._executor = None

    # All that were on the way are lost with the executor, one of them is the cause: each is tried alone.
    def _recovered(self) -> Iterator[Outcome]:
        for future in wait(self._flying).done:
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
        try:
            return self._resubmitted((task,)).result()
        except Exception as error:
            self._note(error)
            problem = f"its worker died twice, most likely for lack of memory ({str(error) or type(error).__name__})"
            error = InputError(problem, path=task.source.label, remedy="cut it into issues")
            return [failure(task.source, str(error))]


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

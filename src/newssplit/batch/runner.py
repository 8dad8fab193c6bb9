"""Tasks to an executor and back, a few at a time; a worker that dies costs one issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import partial

from newssplit.batch.inputs import printable
from newssplit.batch.work import Job, Outcome, Task, convert, failure

CHUNK_BYTES, CHUNK_TASKS = 1 << 18, 16
Chunk = tuple[Task, ...]


class Runner:
    """Keeps at most `window` chunks of tasks on the way, so memory does not grow with their number.

    `renew` gives an executor; it is called for the first task, and again when the executor broke.
    """

    def __init__(self, job: Job, renew: Callable[[], Executor], window: int):
        self._work = partial(convert, job=job)
        self._renew, self._window = renew, window
        self._executor: Executor | None = None
        self._flying: dict[Future[list[Outcome]], Chunk] = {}
        self._lost: list[Chunk] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What became of each task, in the order in which they end."""
        for chunk in _chunks(tasks):
            self._send(chunk)
            while self._lost or len(self._flying) >= self._window:
                yield from self._landed()
        while self._lost or self._flying:
            yield from self._landed()

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

    def _alone(self, task: Task) -> list[Outcome]:
        future = self._submit((task,))
        try:
            return future.result()
        except Exception as error:
            self._note(error)
            place, reason = printable(task.source.path), str(error) or type(error).__name__
            return [failure(task.source, f"{place}: its worker died twice, out of memory perhaps ({reason})")]


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

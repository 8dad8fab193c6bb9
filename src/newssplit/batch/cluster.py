"""The workers of a Dask cluster, whose scheduler may go away at any time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar
from uuid import uuid4
from weakref import WeakKeyDictionary

from newssplit.errors import MissingExtra, OutputError

P = ParamSpec("P")
T = TypeVar("T")

CONNECT_SECONDS = 10
"""For a scheduler to answer, at the start and when the connection was lost."""
NO_WORKERS_SECONDS = 300
"""For workers to come, where there are none: a cluster may have to start machines first."""
LOST = "the scheduler is gone"
START_IT = "start it, then run again: what is done stays done"
START_SOME = "start some, then run again: what is done stays done"


@contextmanager
def dask_pool(scheduler: str, jobs: int | None) -> Iterator[DaskPool]:
    """The pool of the scheduler at an address, tcp://host:8786; `jobs` None: as many as the cluster has threads.

    Raises MissingExtra without `distributed`, OutputError where no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MissingExtra("--scheduler needs Dask", remedy="pip install 'newssplit[dask]'") from None
    logging.disable(logging.CRITICAL)  # what Dask has to say of a lost connection is said here, in one line
    try:
        connect: Any = Client
        client = connect(scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise OutputError(f"no scheduler answers: {error}", path=scheduler, remedy="check --scheduler") from None
    try:
        yield DaskPool(client, scheduler, jobs)
    finally:
        with suppress(Exception):
            client.close(timeout=CONNECT_SECONDS)


class DaskPool:
    """A Pool (see pool.py). Dask gives the tasks of a lost worker to another one."""

    keeps_time = False

    def __init__(self, client: Any, scheduler: str, jobs: int | None):
        self._client, self._scheduler = client, scheduler
        self._executor = _Executor(client)
        self.jobs = jobs or max(1, self._threads())

    def renew(self) -> Executor:
        return self._executor

    def watch(self, idle: float) -> None:
        while self._client.status == "connecting":  # until it has the scheduler again, or gives up
            time.sleep(0.1)
        if self._client.status != "running":
            raise OutputError(LOST, path=self._scheduler, remedy=START_IT)
        if idle > NO_WORKERS_SECONDS and not self._threads():
            raise OutputError("the cluster has no workers", path=self._scheduler, remedy=START_SOME)

    def give_up(self, future: Future[Any]) -> None:
        with suppress(Exception):  # without a nanny a worker cannot be ended
            key = self._executor.keys[future]
            working = [worker for worker, keys in self._client.processing().items() if key in keys]
            future.cancel()
            self._client.restart_workers(working, timeout=CONNECT_SECONDS, raise_for_error=False)

    def end(self) -> None:
        """Nothing is to be ended: the cluster is somebody else's."""

    def kill(self) -> None:
        """What is under way is dropped with the connection; what a worker still finishes does no harm."""

    def _threads(self) -> int:
        try:
            found = self._client.sync(self._client.scheduler.ncores, callback_timeout=CONNECT_SECONDS)
        except Exception:
            raise OutputError(LOST, path=self._scheduler, remedy=START_IT) from None
        return sum(found.values())


class _Executor(Executor):
    """Dask's own, and by which key Dask knows what it is to do."""

    def __init__(self, client: Any):
        self._inner = client.get_executor(pure=False)
        self.keys: WeakKeyDictionary[Future[Any], str] = WeakKeyDictionary()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        key = f"newssplit-{uuid4().hex}"
        future: Future[T] = self._inner.submit(fn, *args, key=key, **kwargs)
        self.keys[future] = key
        return future

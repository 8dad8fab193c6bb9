"""Where the work is done: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, ParamSpec, Protocol, TypeVar

from newssplit.errors import MissingExtra, OutputError

P = ParamSpec("P")
T = TypeVar("T")


class LocalProcesses(ProcessPoolExecutor):
    """Worker processes that never see Ctrl-C, and that do not outlive a killed parent."""

    def __init__(self, jobs: int, method: str = "spawn"):
        super().__init__(jobs, mp_context=multiprocessing.get_context(method), initializer=_begin)
        self._others = set(multiprocessing.active_children())

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        with _interrupts_held():  # a process that is started here inherits that
            return super().submit(fn, *args, **kwargs)

    def kill(self) -> None:
        """End at once; what a worker was writing stays under its temporary name."""
        self.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - self._others:
            child.kill()
            child.join()


class Pool(Protocol):
    """Where a run has its executors from."""

    @property
    def jobs(self) -> int:
        """How many chunks of issues are worked on at a time."""

    def renew(self) -> Executor:
        """An executor that works; called again when one broke."""

    def end(self) -> None:
        """Nothing is under way and nothing comes any more: let the workers go."""

    def kill(self) -> None:
        """Give up what is under way; no worker writes anything any more."""


class LocalPool:
    """Processes of this machine, started when there is something to do, if not before."""

    def __init__(self, jobs: int):
        self.jobs = jobs
        self._processes: LocalProcesses | None = None
        self._waiting = False

    def start(self) -> None:
        """Start the processes early, as long as this one has no thread, no file and no database that they would share.

        A fork is at work sooner than a new interpreter, by a fifth of a second. Only on Linux: elsewhere the
        system's own libraries may not outlive it.
        """
        if sys.platform == "linux" and threading.active_count() == 1:
            self._processes, self._waiting = LocalProcesses(self.jobs, "fork"), True
            self._processes.submit(os.getpid)  # with the first task they all start

    def renew(self) -> Executor:
        if self._processes and self._waiting:
            self._waiting = False
            return self._processes
        self.kill()
        self._processes = LocalProcesses(self.jobs)
        return self._processes

    def end(self) -> None:
        if self._processes:
            self._processes.shutdown()
            self._processes = None

    def kill(self) -> None:
        if self._processes:
            self._processes.kill()


class GivenPool:
    """An executor that somebody else started and ends, and that recovers by itself or not at all."""

    def __init__(self, executor: Executor, jobs: int = 2):
        self._executor, self.jobs = executor, jobs

    def renew(self) -> Executor:
        return self._executor

    def end(self) -> None:
        """Its owner ends it."""

    def kill(self) -> None:
        """Its owner ends it; its workers may finish what they are at, which does no harm."""


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C comes through after the block. Windows has no signal masks; there the workers see it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _begin() -> None:
    """What a worker does first: it watches its parent, without which it would wait forever."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def default_jobs() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def dask_pool(scheduler: str, jobs: int | None) -> Iterator[Pool]:
    """The workers of a Dask cluster, which gives the tasks of a lost worker to another one.

    `scheduler` is its address, tcp://host:8786; `jobs` None: as many as the cluster has threads.
    Raises MissingExtra without `distributed`, OutputError where no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MissingExtra("--scheduler needs Dask", remedy="pip install 'newssplit[dask]'") from None
    try:
        connect: Any = Client
        client = connect(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise OutputError(f"no scheduler answers: {error}", path=scheduler, remedy="check --scheduler") from None
    with client, client.get_executor(pure=False) as executor:
        yield GivenPool(executor, jobs or max(1, sum(client.nthreads().values())))

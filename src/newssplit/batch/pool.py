"""Where the work is done: processes of this machine, or an executor that somebody gives; for Dask see cluster.py."""

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

from newssplit.batch.deadline import may_end

END_SECONDS = 5.0
"""For the thread of an executor whose workers are gone to end, too."""
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
        manager: threading.Thread | None = getattr(self, "_executor_manager_thread", None)
        self.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - self._others:
            child.kill()
            child.join()
        if manager:
            manager.join(END_SECONDS)  # at the interpreter's end it would find its pipes closed, and say so


class Pool(Protocol):
    """Where a run has its executors from."""

    @property
    def jobs(self) -> int:
        """How many chunks of issues are worked on at a time."""

    @property
    def keeps_time(self) -> bool:
        """Whether a worker ends by itself when the time for an input is up, see deadline.py."""

    def renew(self) -> Executor:
        """An executor that works; called again when one broke."""

    def watch(self, idle: float) -> None:
        """OutputError where nobody is left who would work; asked now and then, and before an input is to blame.

        For `idle` seconds nothing has been done.
        """

    def give_up(self, future: Future[Any]) -> None:
        """End whoever works on this, as far as that can be done: its time is up."""

    def end(self) -> None:
        """Nothing is under way and nothing comes any more: let the workers go."""

    def kill(self) -> None:
        """Give up what is under way; no worker writes anything any more."""


class LocalPool:
    """Processes of this machine, started when there is something to do, if not before."""

    keeps_time = True

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

    def watch(self, idle: float) -> None:
        """New processes can always be started."""

    def give_up(self, future: Future[Any]) -> None:
        """Workers end themselves."""

    def end(self) -> None:
        if self._processes:
            self._processes.shutdown()
            self._processes = None

    def kill(self) -> None:
        if self._processes:
            self._processes.kill()


class GivenPool:
    """An executor that somebody else started and ends, and that recovers by itself or not at all.

    A thread that hangs cannot be ended: its input fails when its time is up, but the thread is lost.
    """

    keeps_time = False

    def __init__(self, executor: Executor, jobs: int = 2):
        self._executor, self.jobs = executor, jobs

    def renew(self) -> Executor:
        return self._executor

    def watch(self, idle: float) -> None:
        """Its owner does."""

    def give_up(self, future: Future[Any]) -> None:
        future.cancel()

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
    """What a worker does first: it watches its parent, without which it would wait forever, and its time."""
    may_end()
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def default_jobs() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""No input can hang a run or cost it its memory: it fails with a line, and the others get done."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newssplit.batch import deadline, runner, work
from newssplit.batch.limits import MEGABYTE, SECONDS, Limits
from newssplit.batch.plan import Plan
from newssplit.batch.pool import GivenPool, LocalPool, LocalProcesses
from newssplit.batch.run import run
from newssplit.batch.work import Outcome, Task
from newssplit.cli.progress import Silent
from tests.batch_tools import batch, converted, corpus, failures, issue, outputs, tree

SPLIT = [sys.executable, "-m", "newssplit", "split"]
LATE = ("3/003.txt", "0/004.txt")


def hanging(convert: Callable[[tuple[Task, ...]], list[Outcome]], tasks: tuple[Task, ...]) -> list[Outcome]:
    """What a worker does that goes astray on some inputs, in a pattern that lets no other code of Python run."""
    real = work.records_in

    def records_in(data, source, *rest):  # type: ignore[no-untyped-def]
        if source in LATE:
            re.fullmatch("(a+)+b", "a" * 60)
        return real(data, source, *rest)

    work.records_in = records_in
    return convert(tasks)


class Hanging(LocalProcesses):
    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        return super().submit(hanging, fn, *args, **kwargs)


class HangingPool(LocalPool):
    def renew(self) -> Hanging:
        self.kill()
        self._processes = Hanging(self.jobs)
        return self._processes


@pytest.mark.parametrize("jobs", [1, 2])
def test_inputs_that_hang_cost_themselves_only(tmp_path: Path, jobs: int) -> None:
    source, out = corpus(tmp_path / "in", 40), tmp_path / "out"
    plan = Plan(str(out), limits=Limits(timeout=5))
    tally = run(plan, [str(source)], Silent(), HangingPool(jobs), alone=True)
    assert (tally.converted, tally.failed) == (39, 3)
    told = failures(out)
    assert set(told) == {*LATE, "2/broken.txt"}
    for name in LATE:
        # Where in newssplit it was: the last part of it before the pattern.
        place = re.escape(f"{source}/{name}: took longer than 5 s (at newssplit/batch/work.py, line ")
        assert re.fullmatch(rf"{place}\d+\); cut it into issues, or give it more time: --timeout", told[name])
    assert not (out / ".newssplit").exists()
    assert converted(Plan(str(out)), source).converted == 2
    converted(Plan(str(tmp_path / "right")), source)
    assert tree(out) == tree(tmp_path / "right")


def test_the_option(tmp_path: Path) -> None:
    """What takes a minute on any machine, and what takes none.

    Where the program was is told if it can be: code of Python that runs on while it is looked at may hide it.
    """
    source = tmp_path / "in"
    source.mkdir()
    (source / "long.txt").write_text("".join(map(issue, range(60_000))), encoding="utf-8")
    (source / "short.txt").write_text(issue(1), encoding="utf-8")
    done = batch(source, "--out", tmp_path / "out", "--timeout", 3, "-j1")
    assert outputs(tmp_path / "out") == {"short.json"}
    assert re.search(r"long\.txt: took longer than 3 s(?: \(at newssplit/[^\n()]+\))?; cut it into issues", done.stderr)
    assert "Traceback" not in done.stderr


def test_the_time_grows_with_the_size() -> None:
    assert Limits().seconds(0) == Limits().seconds(-1) == SECONDS
    assert Limits().seconds(10 * MEGABYTE) == 11 * SECONDS
    assert Limits(timeout=7.5).seconds(10 * MEGABYTE) == 7.5
    assert Limits(timeout=0).seconds(10 * MEGABYTE) is None
    assert Limits(timeout=float("inf")).seconds(1) is Limits(timeout=1e300).seconds(1) is None


def test_only_workers_of_our_own_are_ended(tmp_path: Path) -> None:
    with deadline.clock(str(tmp_path)) as clock, clock.limited("a.txt", 1e-6):
        assert not list(tmp_path.iterdir())


def test_notes_that_say_nothing(tmp_path: Path) -> None:
    """A worker may end of something else, and its note be cut."""
    for n, text in enumerate(("", '["a.txt", 2.0]\n', '["a', "no json\nTimeout", "[]\nTimeout (0:00:02)!\n")):
        (tmp_path / f"note-{n}").write_text(text, encoding="utf-8")
    (tmp_path / "other").write_text('["b.txt", 2.0]\nTimeout', encoding="utf-8")
    assert deadline.overdue(str(tmp_path)) == {}
    assert deadline.overdue(str(tmp_path / "nowhere")) == {}
    (tmp_path / "note-9").write_text('["c.txt", 2.0]\nTimeout (0:00:02)!\n', encoding="utf-8")
    assert deadline.overdue(str(tmp_path)) == {"c.txt": "took longer than 2 s"}


class Deaf(GivenPool):
    """Somebody else's executor, which gives no answer to one input."""


def test_an_executor_of_somebody_else_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import ThreadPoolExecutor
    from threading import Event

    monkeypatch.setattr(runner, "START_SECONDS", 0.2)
    monkeypatch.setattr(runner, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(runner, "CHUNK_TASKS", 1)
    source, woken, real = corpus(tmp_path / "in", 12), Event(), work._attempt

    def attempt(task: Task, job: work.Job) -> Outcome:
        if task.source.name == "3/003.txt":
            woken.wait(60)
        return real(task, job)

    monkeypatch.setattr(work, "_attempt", attempt)
    plan = Plan(str(tmp_path / "out"), limits=Limits(timeout=0.2))
    with ThreadPoolExecutor(4) as executor:
        tally = run(plan, [str(source)], Silent(), GivenPool(executor), alone=True)
        woken.set()
    assert (tally.converted, tally.failed) == (12, 2)
    assert "3/003.txt: took longer than 0.2 s; cut it" in failures(tmp_path / "out")["3/003.txt"]


ENDLESS = {
    "nuls": ("/dev/zero", (), "/dev/zero:byte 0: is binary data, not text; give the text of the issue"),
    "replaced": ("/dev/zero", ("--errors", "replace"), "/dev/zero: is larger than 2G; cut it into issues"),
    "noise": ("/dev/urandom", (), "is binary data, not text"),
}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
@pytest.mark.parametrize(("path", "options", "said"), ENDLESS.values(), ids=ENDLESS)
def test_devices_without_end(path: str, options: tuple[str, ...], said: str) -> None:
    done = subprocess.run([*SPLIT, path, *options], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr


def test_a_pipe_of_nuls() -> None:
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    with subprocess.Popen([*SPLIT, "-"], **pipes) as split:  # type: ignore[call-overload]
        assert split.stdin
        assert split.stderr
        split.stdin.write(b"\0" * MEGABYTE)  # and more would follow
        split.stdin.flush()
        assert b"byte 0: is binary data, not text" in split.stderr.readline()
        split.stdin.close()


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "UTF_32"])
def test_encodings_that_are_full_of_nuls(tmp_path: Path, encoding: str) -> None:
    """一 is three zero bytes and 4E beside the zeros of its neighbour."""
    (tmp_path / "a.txt").write_bytes(("一" * 9 + issue(1)).encode(encoding))
    named = [] if encoding == "utf-32" else ["--encoding", encoding]
    assert batch(tmp_path / "a.txt", "--out", tmp_path / "out", *named).returncode == 0
    done = subprocess.run([*SPLIT, tmp_path / "a.txt", *named], capture_output=True, timeout=60)
    assert "一一一" in done.stdout.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as on Linux")
@pytest.mark.parametrize("command", ["split", "preview", "explain"])
def test_what_memory_does_not_hold_is_one_line(tmp_path: Path, command: str) -> None:
    (tmp_path / "large.txt").write_bytes(b"\n" * (300 << 20))
    limit = (512 << 20, resource.RLIM_INFINITY)
    done = subprocess.run(
        [sys.executable, "-m", "newssplit", command, "large.txt"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )
    assert done.stderr == "newssplit: large.txt: does not fit into memory; cut it into issues\n"
    assert done.returncode == 1
    os.unlink(tmp_path / "large.txt")

"""Whatever ends a run, or happens between two: the next one leaves what an undisturbed run would."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import IO

import pytest

from newssplit.batch import plan as plans
from newssplit.batch import putting, runner, work
from newssplit.batch.plan import Plan
from newssplit.batch.pool import GivenPool, LocalPool, LocalProcesses
from newssplit.batch.run import run
from newssplit.batch.runner import Runner
from newssplit.batch.sources import Source
from newssplit.batch.stamps import Stamp
from newssplit.batch.stream import InputOptions
from newssplit.batch.tally import Tally
from newssplit.batch.work import Job, Outcome, Task, failure
from newssplit.cli.progress import Silent
from newssplit.errors import OutputError
from newssplit.output.finishing import Finish
from newssplit.profile import Edit, Profile
from tests.batch_tools import (
    batch,
    converted,
    corpus,
    failures,
    issue,
    outputs,
    rows,
    started,
    tree,
    wait_until,
    written,
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return corpus(tmp_path / "in", 12)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    monkeypatch.setattr(plans, "FINE_NS", 0)  # the tests' files are all too young to be trusted by their times
    return Plan(str(tmp_path / "out"))


def undisturbed(source: Path, tmp_path: Path, **options: object) -> dict[str, bytes]:
    out = tmp_path / "undisturbed"
    shutil.rmtree(out, ignore_errors=True)
    converted(Plan(str(out), **options), source)  # type: ignore[arg-type]
    return tree(out)


def test_a_second_run_does_nothing(source: Path, plan: Plan) -> None:
    first = converted(plan, source)
    before = {path: path.stat().st_mtime_ns for path in Path(plan.out).rglob("*.json")}
    second = converted(plan, source)
    assert (first.converted, first.failed) == (13, 1)
    assert (second.converted, second.unchanged, second.failed) == (0, 13, 1)  # what failed is tried again
    assert second.articles == first.articles
    assert before == {path: path.stat().st_mtime_ns for path in Path(plan.out).rglob("*.json")}


def rewrite(path: Path) -> None:
    path.write_text(issue(500), encoding="utf-8")


def rewrite_same_size_and_time(path: Path) -> None:
    known = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("昨日", "今日"), encoding="utf-8")
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (known.st_size, known.st_mtime_ns)


@pytest.mark.parametrize("change", [rewrite, rewrite_same_size_and_time])
def test_changed_inputs_are_done_again(
    source: Path, plan: Plan, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    converted(plan, source)
    change(source / "0/000.txt")
    tally = converted(plan, source)
    assert (tally.converted, tally.unchanged) == (1, 12)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_an_input_that_was_only_touched(source: Path, plan: Plan) -> None:
    converted(plan, source)
    os.utime(source / "0/000.txt", (1, 1))
    tally = converted(plan, source)
    assert (tally.converted, tally.unchanged) == (0, 13)
    assert rows(Path(plan.out))[0]["mtime_ns"] == 1_000_000_000


def test_an_input_that_became_bad_and_one_that_became_good(source: Path, plan: Plan, tmp_path: Path) -> None:
    converted(plan, source)
    (source / "0/000.txt").write_bytes(b"\0\0\0")
    (source / "2/broken.txt").write_text(issue(1), encoding="utf-8")
    converted(plan, source)
    assert set(failures(tmp_path / "out")) == {"0/000.txt"}
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


@pytest.mark.parametrize("damage", ["removed", "cut", "edited", "touched"])
def test_outputs_that_somebody_changed(source: Path, plan: Plan, tmp_path: Path, damage: str) -> None:
    converted(plan, source)
    before, victim = tree(tmp_path / "out"), tmp_path / "out/0/000.json"
    data = victim.read_bytes()
    if damage == "removed":
        shutil.rmtree(victim.parent)
    else:
        victim.write_bytes({"cut": data[:9], "edited": data.replace(b"a", b"b"), "touched": data}[damage])
    tally = converted(plan, source)
    assert tree(tmp_path / "out") == before
    assert (tally.converted > 0) == (damage != "touched")


def test_other_options_leave_nothing_of_the_old_ones(source: Path, plan: Plan, tmp_path: Path) -> None:
    converted(plan, source)
    converted(Plan(plan.out, form="csv"), source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path, form="csv")
    converted(Plan(plan.out, form="csv", combine=True), source)
    assert outputs(tmp_path / "out") >= {"articles.csv"}
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


@pytest.mark.parametrize(
    ("mtime_ns", "later_ns", "settled"),
    [
        (1_000_000_001, 40_000_000, False),
        (1_000_000_001, 60_000_000, True),
        (1_000_000_000, 60_000_000, False),
        (1_000_000_000, 2_100_000_000, True),
        (-1, 10_000_000_000, False),
    ],
)
def test_fresh_times_are_not_trusted(mtime_ns: int, later_ns: int, settled: bool) -> None:
    """A file that changed right before it was read may have changed again within the same tick."""
    assert plans._settled(Stamp(1, mtime_ns, mtime_ns), mtime_ns + later_ns) == settled


def test_what_counts_as_other_options(plan: Plan) -> None:
    words = Profile(name="a", edits=(Edit("add", "labels", "words", ("江城茶馆",)),))
    others = [
        Plan(plan.out, form="csv"),
        Plan(plan.out, reading=InputOptions(errors="replace")),
        Plan(plan.out, reading=InputOptions(profile=words)),
        Plan(plan.out, reading=InputOptions(finish=Finish(punctuation="fullwidth"))),
        Plan(plan.out, reading=InputOptions(finish=Finish(min_confidence=0.5))),
        Plan(plan.out, reading=InputOptions(finish=Finish(min_confidence=0.5, low="withhold"))),
        Plan(plan.out, reading=InputOptions(keep_duplicates=True)),
    ]
    assert len({other.options for other in (plan, *others)}) == len(others) + 1
    assert Plan("elsewhere", fail_fast=True, prune=True).options == plan.options


def test_fresh_does_everything_again(source: Path, plan: Plan, tmp_path: Path) -> None:
    converted(plan, source)
    assert converted(Plan(plan.out, fresh=True), source).converted == 13
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


@pytest.mark.parametrize("options", [{}, {"stories": True}, {"combine": True}])
def test_inputs_that_are_gone(source: Path, plan: Plan, tmp_path: Path, options: dict[str, bool]) -> None:
    if "stories" in options:
        pytest.importorskip("datasketch", reason="the extra stories is not installed")
    plan = Plan(plan.out, **options)  # type: ignore[arg-type]
    converted(plan, source)
    (source / "0/000.txt").unlink()
    assert converted(plan, source).kept == 1
    assert ("0/000.json" in outputs(tmp_path / "out")) == ("combine" not in options)
    converted(Plan(plan.out, prune=True, **options), source)  # type: ignore[arg-type]
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path, **options)


def test_two_runs_that_share_an_output_folder_one_after_the_other(tmp_path: Path, plan: Plan) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(issue(1), encoding="utf-8")
        converted(plan, tmp_path / f"{name}.txt")
    assert outputs(tmp_path / "out") == {"a.json", "b.json"}


def test_a_manifest_that_is_none(source: Path, plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(OutputError, match=r"manifest\.sqlite: the manifest is damaged: .*--fresh"):
        converted(plan, source)
    converted(Plan(plan.out, fresh=True), source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_two_runs_at_once(source: Path, plan: Plan) -> None:
    converted(plan, source)
    with sqlite3.connect(plan.manifest_path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="another run is writing there"):
            converted(plan, source)
    other.close()


@pytest.mark.parametrize("options", [(), ("--combine", "--format", "jsonl")])
def test_killed_at_any_moment(tmp_path: Path, options: tuple[str, ...]) -> None:
    source, out = corpus(tmp_path / "in", 60), tmp_path / "out"
    chance = random.Random(len(options))
    for moment in (chance.randrange(1, 20), chance.randrange(20, 50)):
        with started(source, "--out", out, "--jobs", "2", *options) as running:
            # It may be done before anybody has seen so many: the parts of one output go when it is put together.
            wait_until(lambda run=running, enough=moment: run.poll() is not None or written(out) >= enough)  # type: ignore[misc]
            running.kill()
            running.communicate()
            # Workers see that their parent is gone, and leave: nobody holds what they had open.
            wait_until(lambda group=running.pid: not processes_of(group))  # type: ignore[misc]
    done = batch(source, "--out", out, *options)
    assert done.returncode == 1, done.stderr
    assert tree(out) == undisturbed(source, tmp_path, **({"combine": True, "form": "jsonl"} if options else {}))


def processes_of(group: int) -> list[str]:
    """The processes of a process group, zombies not counted."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


def test_ctrl_c(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "in", 480), tmp_path / "out"
    with started(source, "--out", out, "--jobs", "2") as running:
        wait_until(lambda: written(out) > 40)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=20)
        assert running.returncode == 130
        assert b"Traceback" not in said
        wait_until(lambda: not processes_of(running.pid))
    assert not list(out.rglob("*.part"))
    assert 0 < len(rows(out)) < 482
    assert b"interrupted; the same command goes on from here" in said
    batch(source, "--out", out)
    assert tree(out) == undisturbed(source, tmp_path)


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "in", 60), tmp_path / "out"
    with started(source, "--out", out, "--jobs", "2") as running:
        wait_until(lambda: (out / "0").exists())
        workers = [int(pid) for pid in processes_of(running.pid) if int(pid) != running.pid]
        os.kill(workers[0], signal.SIGKILL)
        assert running.communicate()[0] is None
        assert running.returncode == 1
    assert set(failures(out)) == {"2/broken.txt"}
    assert tree(out) == undisturbed(source, tmp_path)


def test_workers_that_were_started_early_are_used_once() -> None:
    for thread in threading.enumerate():  # those of executors that other tests have ended
        if thread is not threading.main_thread():
            thread.join(30)
    pool = LocalPool(1)
    pool.start()
    early = pool.renew()
    assert early.submit(os.getpid).result() in {child.pid for child in multiprocessing.active_children()}
    anew = pool.renew()
    assert anew is not early
    worker = anew.submit(os.getpid).result()
    pool.kill()
    with pytest.raises(ProcessLookupError):  # active_children may still name one that a thread has just waited for
        os.kill(worker, 0)


def test_nothing_is_forked_beside_a_thread() -> None:
    pool, waiting = LocalPool(1), threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    before = set(multiprocessing.active_children())
    pool.start()
    waiting.set()
    thread.join()
    assert set(multiprocessing.active_children()) <= before


def deadly(convert: Callable[[tuple[Task, ...]], list[Outcome]], tasks: tuple[Task, ...]) -> list[Outcome]:
    """What a worker does that dies of one of its inputs."""
    if any(task.source.name == "3/003.txt" for task in tasks):
        os.kill(os.getpid(), signal.SIGKILL)
    return convert(tasks)


class Deadly(LocalProcesses):
    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        return super().submit(deadly, fn, *args, **kwargs)


class DeadlyPool(LocalPool):
    def renew(self) -> Deadly:
        self.kill()
        self._processes = Deadly(2)
        return self._processes


def test_an_input_that_kills_its_workers_costs_itself_only(source: Path, plan: Plan, tmp_path: Path) -> None:
    tally = run(plan, [str(source)], Silent(), DeadlyPool(2), alone=True)
    assert (tally.converted, tally.failed) == (12, 2)
    reason = failures(tmp_path / "out")["3/003.txt"]
    assert reason.startswith(f"{source}/3/003.txt: its worker died twice, most likely for lack of memory (")
    assert reason.endswith("); cut it into issues")
    assert converted(plan, source).converted == 1
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def starved(convert: Callable[[tuple[Task, ...]], list[Outcome]], tasks: tuple[Task, ...]) -> list[Outcome]:
    """What a worker does that may have a few megabytes more than it has."""
    had = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (had + (64 << 20), resource.RLIM_INFINITY))
    return convert(tasks)


class Starved(LocalProcesses):
    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        return super().submit(starved, fn, *args, **kwargs)


class StarvedPool(LocalPool):
    def renew(self) -> Starved:
        self.kill()
        self._processes = Starved(2)
        return self._processes


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc here")
def test_an_input_that_memory_does_not_hold_costs_itself_only(source: Path, plan: Plan, tmp_path: Path) -> None:
    large, whole = source / "3/003.txt", (source / "3/003.txt").read_bytes()
    large.write_bytes(b"\n" * (80 << 20))
    tally = run(plan, [str(source)], Silent(), StarvedPool(2), alone=True)
    assert (tally.converted, tally.failed) == (12, 2)
    assert failures(tmp_path / "out")["3/003.txt"] == (
        f"{large}: does not fit into memory; cut it into issues, or run with fewer --jobs"
    )
    large.write_bytes(whole)
    assert converted(plan, source).converted == 1
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_an_archive_member_that_memory_does_not_hold(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(source / "pages.zip", "w") as archive:
        for name in ("large.txt", "small.txt"):
            archive.writestr(name, issue(len(name)))
    with monkeypatch.context() as patched:
        real = zipfile.ZipFile.open

        def opened(self: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
            if member.filename == "large.txt":
                raise MemoryError
            return real(self, member)

        patched.setattr(zipfile.ZipFile, "open", opened)
        assert converted(plan, source).failed == 2
    assert "does not fit into memory" in failures(tmp_path / "out")["pages.zip/large.txt"]
    assert converted(plan, source).converted == 1
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


class Dying(ThreadPoolExecutor):
    """Says at the second task that a worker died while it had nothing to do."""

    submitted = 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.submitted += 1
        if self.submitted > 1:
            raise BrokenExecutor("a worker died")
        return super().submit(fn, *args, **kwargs)


def test_a_worker_that_dies_idle_costs_nothing(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "CHUNK_TASKS", 1)
    paths = sorted(source.rglob("0*.txt"), key=lambda path: path.name)
    job = Job(str(tmp_path / "out"), str(tmp_path / "out/new"), "json")
    executors: list[Dying] = []

    class DyingPool(GivenPool):
        def renew(self) -> Dying:
            executors.append(Dying(1))
            return executors[-1]

    tasks = (Task(Source(path.name, str(path)), f"{path.stem}.json") for path in paths)
    outcomes = list(Runner(job, DyingPool(executors)).run(tasks))
    assert sorted(outcome.name for outcome in outcomes) == [path.name for path in paths]
    assert not [outcome.error for outcome in outcomes if outcome.error]
    assert len(executors) == len(paths)
    for executor in executors:
        executor.shutdown()


def test_large_members_of_archives_are_not_read_far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "AHEAD_BYTES", 1000)
    monkeypatch.setattr(runner, "convert", lambda tasks, job: [failure(task.source, "seen") for task in tasks])
    for size, most in ((10, 16 * 6), (400, 3), (5000, 2)):
        read, ahead = [0], list[int]()

        def tasks(size: int = size, read: list[int] = read) -> Iterator[Task]:
            for n in range(200):
                read[0] += 1
                yield Task(Source(f"{n}", "a.zip", n, Stamp(1 << 15 if size > 10 else size, 0, 0)), "", b"x" * size)

        with ThreadPoolExecutor(1) as executor:
            for n, _ in enumerate(Runner(Job("", "", "json"), GivenPool(executor)).run(tasks())):
                ahead.append(read[0] - n)
        assert max(ahead) <= most


def test_what_regex_says_without_memory(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def starving() -> None:
        raise SystemError("<function> returned NULL without setting an exception")

    while_running(monkeypatch, "3/003.txt", starving)
    converted(plan, source)
    assert "does not fit into memory" in failures(tmp_path / "out")["3/003.txt"]


def test_a_fault_of_the_program_costs_one_input(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        real = work.records_in

        def faulty(data, source, *rest):  # type: ignore[no-untyped-def]
            if source == "3/003.txt":
                raise ZeroDivisionError("so it goes")
            return real(data, source, *rest)

        patched.setattr(work, "records_in", faulty)
        converted(plan, source)
    assert "newssplit fails on it (ZeroDivisionError: so it goes)" in failures(tmp_path / "out")["3/003.txt"]
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_full_disk(source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        real, written = putting.write_file, []

        def filling(records, form, path):  # type: ignore[no-untyped-def]
            if len(written) == 5:
                raise OutputError("cannot be written: No space left", path=path) from OSError(errno.ENOSPC, "full")
            written.append(path)
            real(records, form, path)

        patched.setattr(putting, "write_file", filling)
        with pytest.raises(OutputError, match="No space left"):
            converted(plan, source, executor=ThreadPoolExecutor(1))
    assert not (tmp_path / "out/.newssplit").exists()
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


@pytest.mark.parametrize(
    ("form", "kilobytes"), [("json", 16), ("json", 64), ("jsonl", 128), ("xlsx", 128), ("sqlite", 128)]
)
def test_no_room_in_earnest(tmp_path: Path, form: str, kilobytes: int) -> None:
    """Whether the manifest or an output does not fit, lines say so; with room again all becomes as it should be."""
    source, out = corpus(tmp_path / "in", 8), tmp_path / "out"
    for path in source.rglob("0*.txt"):
        path.write_text("".join(map(issue, range(40))), encoding="utf-8")
    options = (source, "--out", out, "--format", form, *(["--combine"] if form != "json" else []))
    limit = (kilobytes << 10, resource.RLIM_INFINITY)
    done = batch(*options, "-q", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    lines = done.stderr.splitlines()
    assert all(line.startswith("newssplit: ") for line in lines), done.stderr
    assert any("cannot be" in line for line in lines)
    assert done.returncode == 1
    batch(*options, "-q")
    assert tree(out) == undisturbed(source, tmp_path, form=form, combine=form != "json")


def while_running(monkeypatch: pytest.MonkeyPatch, name: str, happens: Callable[[], None]) -> None:
    """Let something happen when the input of this name is about to be read."""
    real = work._attempt

    def attempt(task: Task, job: Job) -> Outcome:
        if task.source.name == name:
            happens()
        return real(task, job)

    monkeypatch.setattr(work, "_attempt", attempt)


def test_output_folder_removed_underway(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        while_running(patched, "3/003.txt", lambda: shutil.rmtree(plan.out))
        with pytest.raises(OutputError, match="was removed during the run; run again"):
            converted(plan, source, executor=ThreadPoolExecutor(1))
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_an_input_that_changes_underway(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        while_running(patched, "3/003.txt", lambda: rewrite(source / "0/000.txt"))
        while_running(patched, "0/004.txt", lambda: rewrite(source / "3/007.txt"))
        converted(plan, source, executor=ThreadPoolExecutor(1))
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_an_input_that_never_holds_still(
    source: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newssplit.batch import storage

    with monkeypatch.context() as patched:
        real = storage.opened

        def growing(path: str):  # type: ignore[no-untyped-def]
            if path.endswith("003.txt"):
                with open(path, "ab") as stream:
                    stream.write("又一行。\n".encode())
            return real(path)

        patched.setattr(storage, "opened", growing)
        converted(plan, source, executor=ThreadPoolExecutor(1))
    assert "changes while it is read" in failures(tmp_path / "out")["3/003.txt"]
    converted(plan, source)
    assert tree(tmp_path / "out") == undisturbed(source, tmp_path)


def test_memory_does_not_hold_the_tasks(source: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs are not looked at far ahead of those that are done."""
    monkeypatch.setattr(runner, "CHUNK_TASKS", 1)
    ahead: list[int] = []
    submitted = [0]

    class Counting(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            submitted[0] += 1
            return super().submit(fn, *args, **kwargs)

    class Watching(Silent):
        def advanced(self, tally: Tally) -> None:
            ahead.append(submitted[0] - tally.settled)

    with Counting(2) as executor:
        run(plan, [str(source)], Watching(), GivenPool(executor), alone=True)
    assert len(ahead) == 14
    assert max(ahead) <= 2 * 2 + 2


def test_failures_are_told_by_name_whatever_came_first(source: Path, plan: Plan, tmp_path: Path) -> None:
    for name in ("3/zzz.txt", "0/aaa.txt"):
        (source / name).write_bytes(b"\0\0\0\0")
    converted(plan, source)
    lines = (tmp_path / "out/failures.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["input"] for line in lines] == ["0/aaa.txt", "2/broken.txt", "3/zzz.txt"]

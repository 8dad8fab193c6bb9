"""Two runs at the same time: each leaves what it would have left alone, and neither takes away what the other has."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from newssplit.batch import workspace
from newssplit.batch.names import STATE
from newssplit.batch.plan import Plan
from newssplit.batch.workspace import LOCK, PREFIX, UNLOCKED_SECONDS, Workspace
from newssplit.errors import OutputError
from tests.batch_tools import batch, converted, corpus, failures, outputs, started, tree, wait_until, written


def ended(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 1, said  # one input of each is broken
        assert b"Traceback" not in said


@pytest.mark.parametrize("kind", ["a URL each", "one folder", "one URL"])
def test_two_runs_at_once(tmp_path: Path, kind: str) -> None:
    """They shared one folder for what is being written, under a name that anyone can foresee; each start removed it."""
    if "URL" in kind:
        pytest.importorskip("fsspec", reason="the extra dask is not installed")
    outs = [tmp_path / ("out" if kind.startswith("one") else f"out{n}") for n in range(2)]
    with ExitStack() as stack:
        running: list[subprocess.Popen[bytes]] = []
        for n, out in enumerate(outs):
            corpus(tmp_path / f"in{n}", 120)
            address = f"local://{out}" if "URL" in kind else f"{out}"
            options = ("--out", address, "--manifest", tmp_path / f"{n}.sqlite", "--base", tmp_path, "-j1", "-q")
            running.append(stack.enter_context(started(tmp_path / f"in{n}", *options)))
            wait_until(lambda out=out, n=n: written(out, f"{os.sep}in{n}{os.sep}") > 5)  # type: ignore[misc]
            os.killpg(running[0].pid, signal.SIGSTOP)  # the first waits amidst its work until the second is at it
        os.killpg(running[0].pid, signal.SIGCONT)
        ended(running)
    for n, out in enumerate(outs):
        converted(Plan(str(tmp_path / "right")), tmp_path / f"in{n}")
        found = {name.removeprefix(f"in{n}/") for name in outputs(out) if name.startswith(f"in{n}/")}
        assert found == outputs(tmp_path / "right")
        shutil.rmtree(tmp_path / "right")
        assert not (out / STATE).exists()
    assert set(failures(outs[0])) <= {"in0/2/broken.txt", "in1/2/broken.txt"}


def test_failures_of_another_run_stay(tmp_path: Path) -> None:
    """Of two manifests with one folder, the one without failures is not asked about those of the other."""
    source, out = corpus(tmp_path / "in", 4), tmp_path / "out"
    plans = [Plan(str(out), manifest=str(tmp_path / f"{n}.sqlite")) for n in range(2)]
    converted(plans[0], source)
    converted(plans[1], source / "1")
    assert set(failures(out)) == {"2/broken.txt"}
    (source / "2/broken.txt").unlink()
    converted(plans[0], source)
    assert failures(out) == {}


def test_a_run_that_was_killed_is_tidied_up_after(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "in", 120), tmp_path / "out"
    with started(source, "--out", out, "-j2") as running:
        wait_until(lambda: written(out) > 5)
        running.kill()
        running.communicate()
    assert [path.name[: len(PREFIX)] for path in (out / STATE).iterdir()] == [PREFIX]
    batch(source, "--out", out)
    assert not (out / STATE).exists()


def test_only_what_nobody_owns_is_removed(tmp_path: Path) -> None:
    state = tmp_path / STATE
    with Workspace(str(tmp_path)) as owned:
        (state / "parts").mkdir()
        (state / "run-killed").mkdir()
        (state / "run-killed" / LOCK).touch()
        (state / "run-killed/half.json").touch()
        for name, age in (("run-of-a-worker", 0), ("run-without-lock", UNLOCKED_SECONDS + 60)):
            (state / name).mkdir()
            (state / name / "half.json").touch()
            os.utime(state / name, (time.time() - age,) * 2)
        (state / "run-empty").mkdir()
        with Workspace(str(tmp_path)) as other:
            left = {path.name for path in state.iterdir()}
            assert left == {os.path.basename(owned), os.path.basename(other), "parts", "run-of-a-worker"}
        assert not os.path.exists(other)
    assert not os.path.exists(owned)


def test_a_folder_that_was_taken_away_before_it_had_its_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, real = [], workspace.mkdtemp

    def mkdtemp(**options: str) -> str:
        made.append(real(**options))
        if len(made) < 3:
            shutil.rmtree(made[-1])
        return made[-1]

    monkeypatch.setattr(workspace, "mkdtemp", mkdtemp)
    with Workspace(str(tmp_path)) as folder:
        assert folder == made[2]
        assert os.path.isdir(folder)


def test_a_drive_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work goes on; nobody clears such a folder, as its lock cannot be had by anyone."""

    def connect(*args: object, **options: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("locking protocol")

    (tmp_path / STATE / "run-of-somebody").mkdir(parents=True)
    (tmp_path / STATE / "run-of-somebody" / LOCK).touch()
    with monkeypatch.context() as patched:
        patched.setattr(workspace.sqlite3, "connect", connect)
        with Workspace(str(tmp_path)) as folder:
            assert os.path.isdir(folder)
        assert not os.path.exists(folder)
    assert (tmp_path / STATE / "run-of-somebody").exists()


def test_what_a_killed_run_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "gettempdir", lambda: str(tmp_path))
    for name in ("newssplit-run-killed", "newssplit-of-a-worker"):
        (tmp_path / name).mkdir()
        (tmp_path / name / LOCK).touch()
    with Workspace("memory://articles") as one, Workspace("memory://others") as other:
        left = {path.name for path in tmp_path.iterdir()}
        assert left == {os.path.basename(one), os.path.basename(other), "newssplit-of-a-worker"}
    assert os.listdir(tmp_path) == ["newssplit-of-a-worker"]


def test_nobody_else_can_look_into_it_or_foresee_its_name(tmp_path: Path) -> None:
    for out in (str(tmp_path), "memory://articles"):
        with Workspace(out) as one, Workspace(out) as other:
            assert one != other
            assert stat.S_IMODE(os.stat(one).st_mode) == 0o700


def test_no_place_for_it(tmp_path: Path) -> None:
    (tmp_path / STATE).touch()
    said = r"\.newssplit: cannot be made: .*; choose another folder"
    with pytest.raises(OutputError, match=said), Workspace(f"{tmp_path}"):
        pass


def test_one_manifest_has_one_run(tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "in", 120), tmp_path / "out"
    with started(source, "--out", out, "-j1", "-q") as running:
        wait_until(lambda: written(out) > 5)
        os.killpg(running.pid, signal.SIGSTOP)
        second = batch(source, "--out", out)
        os.killpg(running.pid, signal.SIGCONT)
        said = f"newssplit: {out}/manifest.sqlite: another run is writing there; wait for it\n"
        assert (second.returncode, second.stderr) == (1, said)
        ended([running])
    converted(Plan(str(tmp_path / "right")), source)
    assert tree(out) == tree(tmp_path / "right")

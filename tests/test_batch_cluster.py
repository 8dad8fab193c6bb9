"""Beyond one machine: Dask workers, one of them killed; URLs; a Spark session."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newssplit.batch.plan import Plan
from tests.batch_tools import batch, converted, corpus, failures, issue, outputs, rows, tree, wait_until, written

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    settings = {"threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with LocalCluster(n_workers=int(sys.argv[1]), **settings) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


PROGRAM = """
import sys
from newssplit.batch import cluster, runner
cluster.NO_WORKERS_SECONDS = cluster.CONNECT_SECONDS = 2
runner.START_SECONDS = 1
from newssplit.__main__ import main
sys.argv[0] = "newssplit"
main()
"""
IMPATIENT = [sys.executable, "-c", PROGRAM, "batch"]
"""The command, with less time for clusters to answer."""


class Cluster(NamedTuple):
    """A real one, and the process that its scheduler is in."""

    address: str
    pids: list[int]
    """Of its workers, as they were at first."""
    process: subprocess.Popen[str]


@pytest.fixture
def cluster(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A cluster of two worker processes, or of as many as the parameter says."""
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(script), str(getattr(request, "param", 2))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        address, *pids = process.stdout.readline().split()
        yield Cluster(address, list(map(int, pids)), process)
        process.stdin.close()
        process.wait(20)


def test_dask_cluster_that_loses_a_worker(tmp_path: Path, cluster: Cluster) -> None:
    address, pids, _ = cluster
    source, out = corpus(tmp_path / "in", 150), tmp_path / "out"
    command = [sys.executable, "-m", "newssplit", "batch", str(source), "--out", str(out), "--scheduler", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        wait_until(lambda: written(out) > 20)
        os.kill(pids[0], signal.SIGKILL)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 1, said
    assert set(failures(out)) == {"2/broken.txt"}
    converted(Plan(str(tmp_path / "here")), source)
    assert tree(out) == tree(tmp_path / "here")


@pytest.mark.parametrize("ending", ["killed", "closed"])
def test_a_scheduler_that_goes_away(tmp_path: Path, cluster: Cluster, ending: str) -> None:
    """It left a traceback, and the command hung; what was on its way was said to have lost its memory."""
    source, out = corpus(tmp_path / "in", 300), tmp_path / "out"
    command = [*IMPATIENT, str(source), "--out", str(out), "--scheduler", cluster.address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        wait_until(lambda: written(out) > 60)
        if ending == "killed":
            cluster.process.kill()
        else:
            assert cluster.process.stdin
            cluster.process.stdin.close()
        _, said = running.communicate(timeout=60)
    lines = [line for line in said.splitlines() if "binary data" not in line]
    gone = "the scheduler is gone; start it, then run again: what is done stays done"
    assert (running.returncode, lines) == (1, [f"newssplit: {cluster.address}: {gone}"])
    known = {row["name"]: row["state"] for row in rows(out)}
    assert 0 < len(known) < 302
    assert {name for name, state in known.items() if state == "failed"} <= {"2/broken.txt"}
    assert all((out / row["output"]).exists() for row in rows(out) if row["state"] == "done")
    done = batch(source, "--out", out)
    assert f"{len(known) - ('2/broken.txt' in known)} unchanged" in done.stderr
    converted(Plan(str(tmp_path / "here")), source)
    assert tree(out) == tree(tmp_path / "here")


@pytest.mark.parametrize("cluster", [0], indirect=True)
def test_a_scheduler_without_workers(tmp_path: Path, cluster: Cluster) -> None:
    """The command waited forever."""
    source = corpus(tmp_path / "in", 4)
    command = [*IMPATIENT, source, "--scheduler", cluster.address]
    done = subprocess.run([*command, "--out", tmp_path / "out"], capture_output=True, text=True, timeout=60)
    said = "the cluster has no workers; start some, then run again: what is done stays done"
    assert (done.returncode, done.stderr) == (1, f"newssplit: {cluster.address}: {said}\n")


def test_an_input_that_takes_too_long_on_a_cluster(tmp_path: Path, cluster: Cluster) -> None:
    """Its worker is started anew by its nanny, and the others get done."""
    source, out = corpus(tmp_path / "in", 3), tmp_path / "out"
    (source / "long.txt").write_text("".join(map(issue, range(100_000))), encoding="utf-8")
    command = [*IMPATIENT, source, "--out", out, "--scheduler", cluster.address]
    done = subprocess.run([*command, "--timeout", "5"], capture_output=True, text=True, timeout=300)
    late = f"{source}/long.txt: took longer than 5 s; cut it into issues, or give it more time: --timeout"
    assert failures(out).get("long.txt") == late, done.stderr
    assert set(failures(out)) == {"long.txt", "2/broken.txt"}
    assert "Traceback" not in done.stderr
    os.unlink(source / "long.txt")
    converted(Plan(str(tmp_path / "here")), source)
    assert outputs(out) == outputs(tmp_path / "here")
    assert not all(Path(f"/proc/{pid}").exists() for pid in cluster.pids)


def test_no_scheduler_there(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    done = batch(tmp_path, "--out", tmp_path / "out", "--scheduler", "nonsense://1")
    assert done.returncode == 1
    assert done.stderr.startswith("newssplit: nonsense://1: no scheduler answers")
    assert "Traceback" not in done.stderr


def test_urls(tmp_path: Path) -> None:
    memory = pytest.importorskip("fsspec", reason="the extra dask is not installed").filesystem("memory")
    for name in ("a.txt", "deep/b.txt", "deep/c.md"):
        memory.pipe(f"/dump/{name}", issue(len(name)).encode("gb18030"))
    plan = Plan("memory://articles", manifest=str(tmp_path / "manifest.sqlite"))
    tally = converted(plan, "memory://dump")  # type: ignore[arg-type]
    assert (tally.converted, tally.failed) == (2, 0)
    assert set(memory.find("/articles")) == {"/articles/a.json", "/articles/deep/b.json"}
    assert {row["encoding"] for row in rows(tmp_path)} == {"gb18030"}
    memory.pipe("/dump/a.txt", b"\0\0")
    tally = converted(plan, "memory://dump")  # type: ignore[arg-type]
    assert (tally.unchanged, tally.failed) == (1, 1)
    assert set(memory.find("/articles")) == {"/articles/deep/b.json", "/articles/failures.jsonl"}


WITHOUT = """
import sys
for name in ("aiohttp", "requests", "s3fs"):
    sys.modules[name] = None
from newssplit.__main__ import main
sys.argv[0] = "newssplit"
main()
"""


def test_a_protocol_that_is_not_installed(tmp_path: Path) -> None:
    """`batch http://…` without aiohttp ended with a traceback."""
    pytest.importorskip("fsspec", reason="the extra dask is not installed")
    (tmp_path / "a.txt").write_text(issue(1), encoding="utf-8")
    command = [sys.executable, "-c", WITHOUT, "batch", "--out", "out", "-q"]
    inputs = ["http://127.0.0.1:9/b.txt", "s3://bucket/c.txt", "nonsense://d.txt", "a.txt"]
    done = subprocess.run([*command, *inputs], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, outputs(tmp_path / "out")) == (1, {"a.json"})
    assert len(done.stderr.splitlines()) == 3
    told = sorted(failures(tmp_path / "out").values())
    assert told[0].startswith("http://127.0.0.1:9/b.txt: http:// needs another package (")
    assert told[1] == "nonsense://d.txt: cannot be read: Protocol not known: nonsense; check the file"
    assert told[2].startswith("s3://bucket/c.txt: s3:// needs another package (")
    command = [sys.executable, "-c", WITHOUT, "batch", "a.txt", "--out", "s3://bucket/out", "--manifest", "m.sqlite"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "s3:// needs another package" in done.stderr


class Odd(Exception):
    """What a library says that knows no OSError."""


def test_what_storages_raise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = pytest.importorskip("fsspec", reason="the extra dask is not installed").filesystem("memory")
    for name in ("a.txt", "b.txt", "c/d.txt"):
        memory.pipe(f"/odd/{name}", issue(len(name)).encode())
    plan = Plan(str(tmp_path / "out"))
    real_open, real_ls = type(memory).open, type(memory).ls

    def opened(self, path, *rest, **options):  # type: ignore[no-untyped-def]
        if path.endswith("a.txt"):
            raise Odd("no access")
        return real_open(self, path, *rest, **options)

    def ls(self, path, *rest, **options):  # type: ignore[no-untyped-def]
        if path.rstrip("/").endswith("/c"):
            raise Odd
        return real_ls(self, path, *rest, **options)

    monkeypatch.setattr(type(memory), "open", opened)
    monkeypatch.setattr(type(memory), "ls", ls)
    converted(plan, "memory://odd")  # type: ignore[arg-type]
    assert outputs(tmp_path / "out") == {"b.json"}
    assert failures(tmp_path / "out") == {
        "a.txt": "memory:///odd/a.txt: cannot be read: no access; check the file",
        "c": "memory:///odd/c: cannot be read: Odd; check the file",
    }


def test_a_url_that_does_not_know_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = pytest.importorskip("fsspec", reason="the extra dask is not installed").filesystem("memory")
    memory.pipe("/sizeless/a.txt", issue(1).encode())
    real = type(memory).info

    def info(self, path, **options):  # type: ignore[no-untyped-def]
        return {**real(self, path, **options), "size": None}

    monkeypatch.setattr(type(memory), "info", info)
    converted(Plan(str(tmp_path / "out")), "memory://sizeless/a.txt")  # type: ignore[arg-type]
    assert outputs(tmp_path / "out") == {"a.json"}


def test_a_url_holds_no_manifest(tmp_path: Path) -> None:
    done = batch(tmp_path, "--out", "memory://articles")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "name a local file: --manifest FILE" in done.stderr


def test_file_urls_are_paths(tmp_path: Path) -> None:
    corpus(tmp_path / "in", 4)
    assert batch(f"file://{tmp_path}/in", "--out", f"file://{tmp_path}/out", "-q").returncode == 1
    assert len(outputs(tmp_path / "out")) == 5


def test_spark(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="the extra spark is not installed")
    sql = pytest.importorskip("pyspark.sql", reason="the extra spark is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java for Spark")
    source = corpus(tmp_path / "in", 6)
    script = tmp_path / "job.py"
    script.write_text(SPARK_JOB)
    done = subprocess.run(
        [sys.executable, str(script), str(source)], capture_output=True, text=True, timeout=120, env=spark_environment()
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert {Path(row["source"]).name for row in found if row["error"]} == {"broken.txt"}
    articles = [(Path(row["source"]).name, row["order"], row["headline"]) for row in found if not row["error"]]
    converted(Plan(str(tmp_path / "out"), form="jsonl", combine=True), source)
    lines = (tmp_path / "out/articles.jsonl").read_text(encoding="utf-8").splitlines()
    here = [(Path(r["source"]).name, r["order"], r["headline"]) for r in map(json.loads, lines)]
    assert sorted(articles, key=str) == sorted(here, key=str)
    assert sql


SPARK_JOB = """
import json, sys
from pyspark.sql import SparkSession
from newssplit.batch.spark import SCHEMA, split_pandas

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
issues = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(sys.argv[1])
rows = issues.mapInPandas(split_pandas, SCHEMA).select("source", "error", "order", "headline").collect()
print(json.dumps([row.asDict() for row in rows]))
"""


def spark_environment() -> dict[str, str]:
    return {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}

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

import pytest

from newssplit.batch.plan import Plan
from tests.batch_tools import batch, converted, corpus, failures, issue, outputs, rows, tree, wait_until

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with LocalCluster(**settings) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a real cluster of two worker processes, and their process ids."""
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        address, *pids = process.stdout.readline().split()
        yield address, list(map(int, pids))
        process.stdin.close()
        process.wait(20)


def test_dask_cluster_that_loses_a_worker(tmp_path: Path, cluster: tuple[str, list[int]]) -> None:
    address, pids = cluster
    source, out = corpus(tmp_path / "in", 150), tmp_path / "out"
    command = [sys.executable, "-m", "newssplit", "batch", str(source), "--out", str(out), "--scheduler", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        wait_until(lambda: len(list(out.rglob("*.json"))) > 20)
        os.kill(pids[0], signal.SIGKILL)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 1, said
    assert set(failures(out)) == {"2/broken.txt"}
    converted(Plan(str(tmp_path / "here")), source)
    assert tree(out) == tree(tmp_path / "here")


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

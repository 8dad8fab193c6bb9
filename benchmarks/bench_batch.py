"""What batch conversion costs: `python benchmarks/bench_batch.py`, or `figures()` from another benchmark.

All figures are ratios of runs of the command on this machine, one after the other, but for the resume.
Peaks of memory are those of the largest process of a run, workers included.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "examples").glob("*.txt"))
MANY, FEW = 10_000, 100
SHORT = "第{0}小学举行运动会\n本报讯（通讯员张三）第{0}小学昨日举行运动会，六百名学生参加了比赛。\n"
MEASURE = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


class Figure(NamedTuple):
    """One result."""

    name: str
    value: float | None
    """None where it could not be measured; then the last field says why."""
    goal: str
    """In words, with its comparison."""
    absolute: str
    """The measurements that the value is made of."""


class Cost(NamedTuple):
    """What a run of the command took."""

    seconds: float
    cpu: float
    """Seconds of processor time, of all its processes."""
    megabytes: float
    """Of the largest process."""


def figures(folder: Path) -> Iterator[Figure]:
    """All figures, each as soon as it is known; `folder` is empty and holds what the runs read and write."""
    yield two_jobs(folder / "jobs")
    yield manifest_overhead(folder / "overhead")
    yield from many_files(folder / "many")


def two_jobs(folder: Path, pages: int = 600, rounds: int = 3) -> Figure:
    """How much quicker two workers are than one, on pages of usual length."""
    source = folder / "in"
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    _write(source, (f"{texts[n % len(texts)]}\n{n}\n" for n in range(pages)))
    one, two = [], []
    for _ in range(rounds):
        one.append(_run(source, folder / "out", "--jobs", "1").seconds)
        two.append(_run(source, folder / "out", "--jobs", "2").seconds)
    ratio = median(one) / median(two)
    return Figure("jobs 2 against 1", ratio, ">= 1.8", f"{median(one):.1f} s, {median(two):.1f} s for {pages} pages")


def manifest_overhead(folder: Path, pages: int = 300, rounds: int = 5) -> Figure:
    """What the manifest on disk adds to a run with one in memory."""
    source = folder / "in"
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    _write(source, (f"{texts[n % len(texts)]}\n{n}\n" for n in range(pages)))
    on_disk, in_memory = [], []
    for _ in range(rounds):
        on_disk.append(_run(source, folder / "out", "--jobs", "1").cpu)
        in_memory.append(_run(source, folder / "out", "--jobs", "1", "--manifest", ":memory:").cpu)
    ratio = min(on_disk) / min(in_memory)  # the least disturbed of each: the difference is far below the noise
    absolute = f"{min(on_disk):.2f} s, {min(in_memory):.2f} s of processor time for {pages} pages"
    return Figure("with manifest / without", ratio, "<= 1.05", absolute)


def many_files(folder: Path) -> Iterator[Figure]:
    """Memory for many files against few, and a resume that has nothing to do."""
    costs = {}
    for number in (FEW, MANY):
        _write(folder / f"{number}", map(SHORT.format, range(number)))
        time.sleep(2)  # younger files are hashed again, see docs/batch.md
        costs[number] = _run(folder / f"{number}", folder / f"out{number}")
    few, many = costs[FEW].megabytes, costs[MANY].megabytes
    yield Figure(f"peak for {MANY:,} files / {FEW}", many / few, "<= 1.1", f"{many:.0f} MB, {few:.0f} MB")
    again = median(_run(folder / f"{MANY}", folder / f"out{MANY}", keep=True).seconds for _ in range(3))
    yield Figure(f"resume of {MANY:,} done files, s", again, "<= 2", f"{costs[MANY].seconds:.1f} s for the first run")


def _write(folder: Path, texts: Iterator[str]) -> None:
    for n, text in enumerate(texts):
        path = folder / f"{n % 40:02}" / f"{n:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _run(source: Path, out: Path, *options: str, keep: bool = False) -> Cost:
    if not keep:
        shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "newssplit", "batch", str(source), "--out", str(out), "-q", *options]
    done = subprocess.run([sys.executable, "-c", MEASURE, *command], stdout=subprocess.PIPE, text=True, check=True)
    return Cost(*json.loads(done.stdout))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder)):
            print(f"{figure.name:32} {figure.value or 0:6.2f}  goal {figure.goal:8} ({figure.absolute})", flush=True)


if __name__ == "__main__":
    main()

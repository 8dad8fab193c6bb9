"""How soon the first article of a large file comes: `newssplit split -f jsonl FILE | head -1`."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.bench_batch import ROOT, Figure
from benchmarks.corpus import dump
from benchmarks.measuring import COMPILING, MEGABYTE, NEWSSPLIT, run, saved

TIMES = 12
"""The file is so many times as large as other dumps are: from 10 MB on it is read in pieces."""


class First(NamedTuple):
    """What a reader sees who wants one line."""

    line: float
    """Seconds until it has come."""
    end: float
    """Seconds until the command, which nobody listens to any more, has ended."""
    articles: int
    """How many the line holds: 1."""


def figures(size: int, rounds: int, folder: Path) -> Iterator[Figure]:
    """Seconds until the first article of a file of TIMES times `size` bytes, and the memory that the whole takes."""
    path = saved(dump("paragraph per line", TIMES * size), folder)
    large = Path(path).stat().st_size / MEGABYTE
    found = [first(path) for _ in range(rounds)]
    line, end = median(one.line for one in found), median(one.end for one in found)
    yield Figure(f"first article of {large:.3g} MB, s", line, "<= 3", f"{end:.2f} s until the command has ended")
    cost = run(*NEWSSPLIT, "split", "-f", "jsonl", path)
    absolute = f"{cost.cpu:.1f} s of processor time"
    yield Figure(f"peak for {large:.3g} MB, MB", cost.megabytes, "<= 1000", absolute)


def first(path: str) -> First:
    """Read one line of what the command prints, and go away."""
    began = time.perf_counter()
    command = [*NEWSSPLIT, "split", "-f", "jsonl", path]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=COMPILING
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        came = time.perf_counter() - began
        process.stdout.close()
        process.wait()
    return First(came, time.perf_counter() - began, int("headline" in json.loads(line)))

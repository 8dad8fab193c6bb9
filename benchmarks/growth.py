"""How time and memory grow with the text: `python -m benchmarks.growth FILE` measures one text by itself."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from math import log
from pathlib import Path
from statistics import linear_regression, median
from typing import NamedTuple

from benchmarks.bench_batch import ROOT, Figure
from benchmarks.corpus import dump
from benchmarks.hostile import HOSTILE, hostile
from benchmarks.measuring import MEGABYTE, PAGE, PYTHON, saved, taken
from newssplit import split

SMALLEST, LARGEST = 2**15, 2**26
"""Bytes."""
FITTED = 4
"""So many of the last sizes make a fit."""
FITS = (
    "one line", "brackets", "short lines", "all repeats", "no punctuation", "one paragraph", "sentences cut",
    "section labels",
)  # fmt: skip
"""Hostile texts whose growth is measured; that none grows faster than its size is what tests/test_growth.py counts."""
ONCE = 2**17
"""Bytes of the others."""
BETWEEN = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
"""A process inherits the peak of memory of the one that started it: this one has none to speak of."""


class Run(NamedTuple):
    """What the splitting of one text takes."""

    size: int
    """Bytes of the text in UTF-8."""
    seconds: float
    """Of processor time."""
    memory: int
    """Bytes at its peak above those before the text was read."""


def figures(seconds: float, rounds: int, folder: Path) -> Iterator[Figure]:
    """Exponents of time and the peak of memory, over sizes that double until a split takes so many seconds."""
    yield from _growth("ordinary", partial(dump, "paragraph per line"), seconds, rounds, folder)
    for name in FITS:
        yield from _growth(name, partial(hostile, name), seconds, rounds, folder)


def hostile_figures(rounds: int, folder: Path) -> Iterator[Figure]:
    """Speed and memory for every hostile text."""
    for name in HOSTILE:
        run = measured(hostile(name, ONCE), rounds, folder)
        absolute = f"{run.seconds:.2f} s, {run.memory / MEGABYTE:.0f} MB for {run.size / MEGABYTE:.2f} MB"
        yield Figure(f"MB/s: {name}", run.size / MEGABYTE / run.seconds, "", absolute)


def _growth(name: str, made: Callable[[int], str], seconds: float, rounds: int, folder: Path) -> Iterator[Figure]:
    runs = [measured(made(SMALLEST), rounds, folder)]
    while len(runs) < FITTED or (runs[-1].seconds < seconds and SMALLEST << len(runs) <= LARGEST):
        runs.append(measured(made(SMALLEST << len(runs)), rounds, folder))
    last = runs[-FITTED:]
    exponent = linear_regression([log(run.size) for run in last], [log(run.seconds) for run in last]).slope
    times = ", ".join(f"{run.seconds:.2f}" for run in last)
    absolute = f"{times} s for {last[0].size / MEGABYTE:.2g} to {last[-1].size / MEGABYTE:.2g} MB"
    yield Figure(f"exponent of time: {name}", exponent, "<= 1.05", absolute)
    memory = last[-1].memory
    yield Figure(f"peak / text: {name}", memory / last[-1].size, "<= 12", f"{memory / MEGABYTE:.0f} MB")


def measured(text: str, rounds: int, folder: Path) -> Run:
    """What one text takes, split in processes of its own."""
    command = [*PYTHON, "-c", BETWEEN, *PYTHON, "-m", "benchmarks.growth", saved(text, folder)]
    runs = [json.loads(subprocess.check_output(command, cwd=ROOT)) for _ in range(rounds)]
    return Run(*(median(column) for column in zip(*runs, strict=True)))


def measure(path: str) -> Run:
    """Split the text in a file; for a process of its own."""
    split(Path(PAGE).read_text("utf-8"))  # compiles the patterns
    before = _peak()
    text = Path(path).read_text("utf-8")
    seconds = taken(lambda: split(text))
    return Run(Path(path).stat().st_size, seconds, _peak() - before)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))

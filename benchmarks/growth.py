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
from benchmarks.corpus import HOSTILE, dump, hostile
from benchmarks.measuring import MEGABYTE, PAGE, PYTHON, saved, taken
from newssplit import split


class Run(NamedTuple):
    """What the splitting of one text takes."""

    size: int
    """Bytes of the text in UTF-8."""
    seconds: float
    """Of processor time."""
    memory: int
    """Bytes at its peak above those before the text was read."""


def figures(largest: int, largest_hostile: int, rounds: int, folder: Path) -> Iterator[Figure]:
    """Exponents of time, and the peak of memory, over four doublings up to the sizes in bytes."""
    yield from _growth("ordinary", partial(dump, "paragraph per line"), largest, rounds, folder)
    for name in HOSTILE:
        yield from _growth(name, partial(hostile, name), largest_hostile, rounds, folder)


def _growth(name: str, made: Callable[[int], str], largest: int, rounds: int, folder: Path) -> Iterator[Figure]:
    runs = [_measured(made(largest >> n), rounds, folder) for n in (3, 2, 1, 0)]
    exponent = linear_regression([log(run.size) for run in runs], [log(run.seconds) for run in runs]).slope
    times = ", ".join(f"{run.seconds:.2f}" for run in runs)
    absolute = f"{times} s for {runs[0].size / MEGABYTE:.2f} to {runs[-1].size / MEGABYTE:.2f} MB"
    yield Figure(f"exponent of time: {name}", exponent, "<= 1.05", absolute)
    last = runs[-1]
    yield Figure(f"peak / text: {name}", last.memory / last.size, "<= 12", f"{last.memory / MEGABYTE:.0f} MB")


def _measured(text: str, rounds: int, folder: Path) -> Run:
    command = [*PYTHON, "-m", "benchmarks.growth", saved(text, folder)]
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

"""How things are measured: in processor time, as the median of several rounds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.bench_batch import MEASURE, ROOT, Cost

MEGABYTE = 1_000_000
PYTHON = (sys.executable,)
NEWSSPLIT = (*PYTHON, "-m", "newssplit")
COMPILING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A user's Python keeps the modules that it has compiled."""
PAGE = str(ROOT / "examples" / "county-2016.txt")


def taken(work: Callable[[], object]) -> float:
    """Seconds of processor time of a call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def in_turns(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median seconds of each of the works, which take turns so that a slow moment hits all alike."""
    times = [[taken(work) for work in works] for _ in range(rounds)]
    return [median(column) for column in zip(*times, strict=True)]


def run(*command: str) -> Cost:
    """What a command takes; its output is thrown away."""
    measured = [*PYTHON, "-c", MEASURE.replace("check=True", "check=True, stdout=subprocess.DEVNULL"), *command]
    done = subprocess.run(measured, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=COMPILING)
    return Cost(*json.loads(done.stdout))


def commands_in_turns(commands: Sequence[Sequence[str]], rounds: int) -> list[Cost]:
    """The median cost of each of the commands, which take turns; a start before them compiles the modules."""
    for command in commands:
        run(*command)
    costs = [[run(*command) for command in commands] for _ in range(rounds)]
    return [Cost(*map(median, zip(*column, strict=True))) for column in zip(*costs, strict=True)]


def saved(text: str, folder: Path) -> str:
    """The path of a file in the folder that holds the text."""
    path = folder / "text.txt"
    path.write_text(text, "utf-8")
    return str(path)

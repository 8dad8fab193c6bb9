"""Whole commands: against a ten-line script on a large dump, against a bare start of Typer on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench_batch import ROOT, Cost, Figure
from benchmarks.corpus import dump
from benchmarks.measuring import MEGABYTE, NEWSSPLIT, PAGE, PYTHON, commands_in_turns, saved

TYPER = (*PYTHON, "-c", "import typer")
STARTS = {
    "--version": ("<= 1.3", ("--version",)),
    "split of a page": ("<= 1.3", ("split", PAGE)),
    "split --to traditional": ("", ("split", "--to", "traditional", PAGE)),
    "preview of a page": ("", ("preview", PAGE)),
    "explain of a page": ("", ("explain", PAGE)),
}


def large(size: int, rounds: int, folder: Path) -> Iterator[Figure]:
    """The command on one dump of `size` bytes, and its memory."""
    path = saved(dump("paragraph per line", size), folder)
    ours = (*NEWSSPLIT, "split", "-f", "jsonl", path)
    theirs = (*PYTHON, str(ROOT / "benchmarks" / "ten_lines.py"), path)
    command, script = commands_in_turns([ours, theirs], rounds)
    megabytes = Path(path).stat().st_size / MEGABYTE
    absolute = f"{_told(command)}, {_told(script)} for {megabytes:.1f} MB"
    yield Figure("split -f jsonl / ten lines", command.cpu / script.cpu, "<= 4", absolute)


def starts(rounds: int) -> Iterator[Figure]:
    """Short commands against `python -c "import typer"`."""
    commands = [TYPER, *((*NEWSSPLIT, *arguments) for _, arguments in STARTS.values())]
    typer, *costs = commands_in_turns(commands, rounds)
    for (name, (goal, _)), cost in zip(STARTS.items(), costs, strict=True):
        yield Figure(f"{name} / import typer", cost.cpu / typer.cpu, goal, f"{_told(cost)}, {_told(typer)}")


def _told(cost: Cost) -> str:
    return f"{cost.cpu:.3f} s, {cost.megabytes:.0f} MB"

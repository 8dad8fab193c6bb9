"""`python -m benchmarks [GROUP...]`: measures, and prints a table or JSON."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import bench_batch, commands, growth, memory, peers, streaming, throughput
from benchmarks.bench_batch import Figure
from benchmarks.measuring import MEGABYTE

GROUPS = ("throughput", "peers", "large", "starts", "first", "memory", "growth", "hostile", "batch")
QUICK = GROUPS[:-1]


def main(
    groups: Annotated[list[str] | None, typer.Argument(help=f"Any of {', '.join(GROUPS)}.")] = None,
    size: Annotated[float, typer.Option(help="MB of each kind of dump.")] = 1,
    seconds: Annotated[
        float, typer.Option(help="Texts whose growth is measured double until one takes as long.")
    ] = 0.7,
    rounds: Annotated[int, typer.Option(help="How often each is measured.")] = 3,
    full: Annotated[bool, typer.Option("--full", help="20 MB, growth up to two minutes, batches too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Measure newssplit on this machine; without GROUPs all but batch, in about five minutes."""
    if unknown := set(groups or ()) - set(GROUPS):
        raise typer.BadParameter(f"{', '.join(unknown)}: none of {', '.join(GROUPS)}.")
    if full:
        size, seconds = 20, 120
    chosen = groups or (GROUPS if full else QUICK)
    found = _figures(chosen, int(size * MEGABYTE), seconds, rounds)
    if as_json:
        json.dump({"machine": _machine(), "figures": [f._asdict() for f in found]}, sys.stdout, indent=1)
        print()
    else:
        _show(found)


def _figures(groups: list[str] | tuple[str, ...], size: int, seconds: float, rounds: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "throughput" in groups:
            yield from throughput.figures(size, rounds)
        if "peers" in groups:
            yield from peers.figures(size, rounds, folder)
        if "large" in groups:
            yield from commands.large(size, rounds, folder)
        if "starts" in groups:
            yield from commands.starts(2 * rounds + 1)
        if "first" in groups:
            yield from streaming.figures(size, rounds, folder)
        if "memory" in groups:
            yield from memory.figures(size, folder)
        if "growth" in groups:
            yield from growth.figures(seconds, rounds, folder)
        if "hostile" in groups:
            yield from growth.hostile_figures(1, folder)
        if "batch" in groups:
            yield from bench_batch.figures(folder)


def _machine() -> str:
    return f"CPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors"


def _show(found: Iterator[Figure]) -> None:
    from rich.console import Console
    from rich.live import Live
    from rich.table import Table

    table = Table("figure", "ratio", "goal", "measured", title=_machine(), title_justify="left")
    table.columns[1].justify = "right"
    console = Console(width=None if sys.stdout.isatty() else 130)
    with Live(table, console=console, vertical_overflow="visible"):
        for figure in found:
            table.add_row(
                figure.name, "–" if figure.value is None else f"{figure.value:.2f}", figure.goal, figure.absolute
            )


if __name__ == "__main__":
    typer.run(main)

"""How much memory each kind of text takes at its peak, for each byte of it, or for each blank line."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.bench_batch import Figure
from benchmarks.corpus import dump
from benchmarks.growth import Run, measured
from benchmarks.hostile import hostile
from benchmarks.measuring import MEGABYTE, PAGE

TIMES = 4
"""Texts are so many times as large as other dumps: what is taken once counts for less."""
HAN = range(0x4E00, 0x9FA0)


def two_characters(size: int) -> str:
    """Lines of any two characters, so that hardly one is there twice."""
    chance = random.Random(size)
    return "\n".join("".join(map(chr, chance.choices(HAN, k=2))) for _ in range(size // 7))


def blank_lines(line: str, size: int) -> str:
    """A page with so many bytes of blank lines, each of them as given, in its middle."""
    page = Path(PAGE).read_text("utf-8")
    return page + f"{line}\n" * (size // len(f"{line}\n".encode())) + page


Made = Callable[[int], str]
BY_BYTE: dict[str, tuple[str, Made]] = {
    "paragraph per line": ("<= 8", partial(dump, "paragraph per line")),
    "long paragraphs": ("<= 8", partial(dump, "long paragraphs")),
    "hard-wrapped": ("<= 8", partial(dump, "hard-wrapped")),
    "lines of two characters": ("<= 40", partial(hostile, "short lines")),
    "two characters, all different": ("<= 40", two_characters),
}
BY_LINE: dict[str, tuple[str, Made]] = {
    "blank lines": ("<= 40", partial(blank_lines, "")),
    "lines of spaces": ("<= 40", partial(blank_lines, "\u3000")),
}


def figures(size: int, folder: Path) -> Iterator[Figure]:
    """The peak of memory for each kind, above that of a small page."""
    for name, (goal, made) in BY_BYTE.items():
        run = measured(made(TIMES * size), 1, folder)
        yield Figure(f"bytes a byte: {name}", run.memory / run.size, goal, _told(run))
    for name, (goal, made) in BY_LINE.items():
        text = made(TIMES * size)
        run = measured(text, 1, folder)
        yield Figure(f"bytes a line: {name}", run.memory / text.count("\n"), goal, _told(run))


def _told(run: Run) -> str:
    return f"{run.memory / MEGABYTE:.0f} MB for {run.size / MEGABYTE:.3g} MB"

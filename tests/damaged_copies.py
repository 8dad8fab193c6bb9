"""Copies of the annotated issues as an unknown paper's dumps are: signs missing, lines laid out otherwise.

The rules were made with these issues in sight, so what they make of them says little about other papers. What is left
when a copy lacks some of the signs that its articles had, and is laid out by chance, says more. `python -m
tests.damaged_copies` prints found and perfect of each family of issues, clean and damaged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from newssplit.evaluation.damaged_copies import copied
from newssplit.evaluation.figures import Counts, figures
from tests.damage import GOLDEN, counts_of

COPIES = 2
"""Of each issue."""
LEFT_OUT = ("carriers",)
"""Families that are damaged as they are: their layout is a tool's."""


class Issues(NamedTuple):
    """The annotated issues of a family."""

    family: str
    sources: dict[str, str]
    """Annotated source by name."""


def families(golden: Path = GOLDEN) -> list[Issues]:
    """Every family of issues: those of the folder itself, and those of each folder in it."""
    found = defaultdict[str, dict[str, str]](dict)
    for path in sorted(golden.rglob("*.issue")):
        name = path.relative_to(golden)
        found[name.parent.as_posix() if len(name.parts) > 1 else "developed on"][name.stem] = path.read_text("utf-8")
    return [Issues(family, sources) for family, sources in found.items() if family not in LEFT_OUT]


def clean_counts(issues: Issues) -> Counts:
    """How the program does on a family."""
    return sum(map(counts_of, issues.sources.values()), Counter[str]())


def damaged_counts(issues: Issues) -> Counts:
    """How it does on the copies."""
    copies = (copied(name, source, number) for name, source in issues.sources.items() for number in range(COPIES))
    return sum(map(counts_of, copies), Counter[str]())


def main(say: Callable[[str], object] = print) -> None:
    say(f"{'':16}{'articles':>10}{'found':>9}{'damaged':>9}{'perfect':>9}{'damaged':>9}")
    whole = [Counter[str](), Counter[str]()]
    for issues in families():
        found = clean_counts(issues), damaged_counts(issues)
        whole = [total + counts for total, counts in zip(whole, found, strict=True)]
        say(_row(issues.family, *found))
    say(_row("all", *whole))


def _row(family: str, clean: Counts, damaged: Counts) -> str:
    before, after = figures(clean), figures(damaged)
    values = [side[name] for name in ("found", "perfect") for side in (before, after)]
    return f"{family:16}{clean['gold']:10}" + "".join(f"{value:9.3f}" for value in values)


if __name__ == "__main__":
    main()

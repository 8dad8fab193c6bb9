"""What real dumps do to an issue, done to the annotated issues here: how much of each figure survives each damage.

`python -m tests.damage` prints it.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache, partial
from pathlib import Path

from newssplit import split
from newssplit.evaluation.damage import (
    Damage,
    cut,
    flush,
    half_width,
    indented,
    paged,
    repeated,
    run_together,
    spread,
    wrapped,
)
from newssplit.evaluation.evaluate import all_figures
from newssplit.evaluation.figures import Counts, count
from newssplit.evaluation.issue_format import compile_issue
from newssplit.evaluation.segmentation import count_segments
from newssplit.output.record import record_of

GOLDEN = Path(__file__).parent / "golden"
SOURCES = {path.stem: path.read_text("utf-8") for path in sorted(GOLDEN.glob("*.issue"))}
"""The annotated issues that are damaged, by name."""

DAMAGES: dict[str, Damage] = {
    "cut in mid-sentence": cut,
    "run together": run_together,
    "headlines repeated": repeated,
    **{f"wrapped at {width}": partial(wrapped, width=width) for width in (16, 20, 24, 30, 40, 60)},
    "indented": indented,
    "flush left": flush,
    "blank lines between all": spread,
    "half-width punctuation": half_width,
    "page numbers in between": paged,
}
ENCODINGS = ("gb18030", "big5hkscs", "utf-16")


def damaged(name: str, damage: Damage | None, seed: int = 0) -> str:
    """An issue's annotated source after the damage."""
    lines = SOURCES[name].split("\n")
    return "\n".join(damage(lines, random.Random(f"{name} {seed}")) if damage else lines)


@cache
def counts_of(source: str) -> Counts:
    """How the program does on an annotated source."""
    dump, gold = compile_issue(source)
    pred = [record_of(article, "", None) for article in split(dump).articles]
    return count(gold["articles"], pred)[0] + count_segments(dump, gold["articles"], pred)


def figures_of(damage: Damage | None) -> dict[str, float]:
    """Every figure over all issues."""
    return all_figures(sum((counts_of(damaged(name, damage)) for name in SOURCES), Counter()))


def main() -> None:
    shown = ("found", "body", "headline", "byline", "paragraphs", "lost", "perfect", "boundary_f1")
    print(f"{'':26}" + "".join(f"{name:>12}" for name in shown))
    for name, damage in (("none", None), *DAMAGES.items()):
        values = figures_of(damage)
        print(f"{name:26}" + "".join(f"{values[figure]:12.3f}" for figure in shown), flush=True)


if __name__ == "__main__":
    main()

"""Measure anew what tables say: `.venv/bin/python -m docs.figures README.md README.zh-CN.md`.

The row ``| … | `tests/golden/new` | …`` gets articles, found and perfect of that gold (a pattern of files and
folders); ``| … | `wrapped at 20` | …`` those of the issues of `make damage` after that damage.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from newssplit.evaluation.evaluate import all_figures, evaluate, total
from newssplit.evaluation.figures import Counts
from newssplit.evaluation.gold import gold_files, read_gold
from tests.damage import DAMAGES, SOURCES, counts_of, damaged

ROOT = Path(__file__).parents[1]
MEASURES = "|".join([r"tests/golden/[^`]+", *map(re.escape, DAMAGES)])
ROW_RE = re.compile(rf"^(\| [^|]+ \| `({MEASURES})` \|).*$", re.MULTILINE)


def counts(what: str) -> Counts:
    """Of gold, or of what a damage leaves."""
    if what in DAMAGES:
        return sum((counts_of(damaged(name, DAMAGES[what])) for name in SOURCES), Counter())
    files = gold_files(map(str, sorted(ROOT.glob(what))))
    return total([evaluate(read_gold(path, name)) for name, path in files.items()])


@cache
def cells(what: str) -> str:
    found = counts(what)
    figures = all_figures(found)
    return f"{found['gold']} | {figures['found']:.2f} | {figures['perfect']:.2f} |"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        page = Path(name)
        page.write_text(ROW_RE.sub(lambda row: f"{row[1]} {cells(row[2])}", page.read_text("utf-8")), "utf-8")

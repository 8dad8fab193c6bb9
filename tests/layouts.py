"""How headlines, running text … are usually set: `python -m tests.layouts [FOLDER...]` counts it and writes it.

It counts in the annotated issues of the tests and in the dumps of the folders named, by what the program takes their
lines for before it looks at how each dump is set. The table holds how often a layout is seen and no text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from newssplit.deciding.grammar import GRAMMAR
from newssplit.deciding.layouts import ANY, SET, Key, counted
from newssplit.deciding.path import best_labels
from newssplit.evaluation.issue_format import compile_issue
from newssplit.labels import LABELS
from newssplit.lexicon import default_lexicon
from newssplit.pipeline import see
from newssplit.rules.layout import layout_of
from tests.damage import GOLDEN

TABLE = Path(__file__).parents[1] / "src/newssplit/data/layouts.json"
FEWEST = 2
"""What is seen once says no more than what is not seen."""


def dumps(folders: Sequence[str]) -> Iterator[str]:
    for path in sorted(GOLDEN.rglob("*.issue")):
        yield compile_issue(path.read_text("utf-8"))[0]
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.txt")):
            yield path.read_text("utf-8")


def counted_in(text: str) -> dict[Key, int]:
    """How often each label is set in each way in one dump."""
    seen = see(text, default_lexicon())
    return counted(
        [layout_of(s) for s in seen.sights],
        best_labels([e.candidates for e in seen.evidence], seen.borders, GRAMMAR),
    )


def main(folders: Sequence[str]) -> None:
    counts = Counter[Key]()
    for text in dumps(folders):
        counts.update(counted_in(text))
    table = {
        "any" if label == ANY else LABELS[label]: {
            feature: n for (of, feature), n in sorted(counts.items()) if of == label and n >= FEWEST
        }
        for label in (ANY, *SET)
    }
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

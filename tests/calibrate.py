"""The table behind `confidence`: `python -m tests.calibrate [FOLDER...]` measures it and writes it.

It reads the annotated issues of the tests, their damaged copies and whatever gold is in the folders named; each
family, and in the folders each source (what a name has before its last hyphen), is kept whole. It prints what is to be
said of the confidence on families left out, and needs numpy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from newssplit import split
from newssplit.assembling.confidence import Dump, with_dump
from newssplit.assembling.signs import Signs
from newssplit.evaluation.calibration import Example, calibrated, right_of
from newssplit.evaluation.comparing import Item
from newssplit.evaluation.gold import gold_files, read_gold
from newssplit.evaluation.issue_format import compile_issue
from newssplit.evaluation.trust import reliability, trust
from newssplit.fields import ConfidenceParts
from newssplit.output.record import record_of
from tests.damage import GOLDEN
from tests.damaged_copies import COPIES, copied, families

TABLE = Path(__file__).parents[1] / "src/newssplit/data/confidence.json"
PARTS = ConfidenceParts(0.0, 0.0, 0.0, 0.0)


def signs_and_items(text: str) -> tuple[list[tuple[float, ...]], list[Item]]:
    """The articles of a dump, each with its signs."""
    rows = list[tuple[float, ...]]()

    def numbered(articles: Sequence[Signs], dump: Dump) -> Iterator[tuple[float, ConfidenceParts]]:
        rows.extend(with_dump(articles, dump))
        yield from ((float(n), PARTS) for n in range(len(rows)))

    with patch("newssplit.assembling.issue.confidences", numbered):
        found = split(text).articles
    return [rows[int(article.confidence)] for article in found], [record_of(article, "", None) for article in found]


def examples_of(text: str, gold: list[Item], family: str, weight: float) -> Iterator[Example]:
    """The articles of an issue as the program reads them."""
    signs, pred = signs_and_items(text)
    for row, right in zip(signs, right_of(gold, pred), strict=True):
        yield Example(family, tuple(map(float, row)), right, weight)


def golden_examples() -> Iterator[tuple[str, Example]]:
    """Those of the tests' issues and of their copies; a copy counts half, as there are two."""
    for issues in families():
        for name, source in issues.sources.items():
            text, gold = compile_issue(source)
            yield from (("clean", e) for e in examples_of(text, gold["articles"], issues.family, 1.0))
            for number in range(COPIES):
                text, gold = compile_issue(copied(name, source, number))
                copy = examples_of(text, gold["articles"], issues.family, 1 / COPIES)
                yield from (("damaged", e) for e in copy)
    for path in sorted((GOLDEN / "carriers").glob("*.issue")):
        text, gold = compile_issue(path.read_text("utf-8"))
        yield from (("clean", e) for e in examples_of(text, gold["articles"], "carriers", 1.0))


def other_examples(folders: Sequence[str]) -> Iterator[tuple[str, Example]]:
    for name, file in gold_files(folders).items():
        issue = read_gold(file, name)
        family = name.rpartition("-")[0] or name
        yield from (("others", e) for e in examples_of(issue.text, issue.articles, family, 1.0))


def main(folders: Sequence[str]) -> None:
    found = [*golden_examples(), *(other_examples(folders) if folders else ())]
    sets, examples = [name for name, _ in found], [example for _, example in found]
    table, said = calibrated(examples)
    TABLE.write_text(_written(table), "utf-8")
    cases = [(row[0], example.right[0]) for row, example in zip(said, examples, strict=True)]
    print("| left out | articles | right | AUC | ECE | after a look |\n|---|---|---|---|---|---|")
    rows = dict.fromkeys(
        [("all", ""), *((name, "") for name in sets), *zip([e.family for e in examples], sets, strict=True)]
    )
    for family, name in rows:
        here = [
            case
            for case, s, e in zip(cases, sets, examples, strict=True)
            if family == "all" or (family == s and not name) or (family == e.family and name == s)
        ]
        t = trust(here)
        if t is not None:
            auc = "" if t.auc is None else f"{t.auc:.3f}"
            print(f"| {family} {name} | {len(here)} | {t.right:.3f} | {auc} | {t.ece:.3f} | {t.right_after_look:.3f} |")
    for b in reliability(cases):
        print(f"| {b.low:.1f} to {b.high:.1f} | {b.articles} | {b.said:.3f} | {b.right:.3f} |")
    for k, part in enumerate(ConfidenceParts._fields, 1):
        t = trust([(row[k], example.right[k]) for row, example in zip(said, examples, strict=True)])
        if t is not None:
            print(f"{part}: right {t.right:.3f}, AUC {t.auc}, ECE {t.ece:.3f}")


def _written(table: dict[str, object]) -> str:
    """JSON with a line for each tree."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in table["trees"])  # type: ignore[attr-defined]
    knots = ",\n".join(f"{json.dumps(name)}:{json.dumps(k)}" for name, k in table["knots"].items())  # type: ignore[attr-defined]
    return f'{{"start":{json.dumps(table["start"])},\n"trees":[\n{trees}\n],\n"knots":{{\n{knots}\n}}}}\n'


if __name__ == "__main__":
    main(sys.argv[1:])

"""How much of the reading is vocabulary: the figures of gold issues with and without their words.

    python -m tests.ablation GOLD_DIR

Each issue is read three times: with the whole vocabulary; without the words that are its family's own, because
they occur in no issue of another family (how the program does on a paper that it was not made on); and without
any of the vocabulary's words that occur in its text, 天气预报 and 责任编辑 too (what the shapes alone carry). What
stays is what no newspaper can be read without (`KEPT`), surnames, and single characters, which occur in any
text. A family is the name of an issue up to the first `-`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newssplit.evaluation.evaluate import Result, all_figures, evaluate, total
from newssplit.evaluation.gold import GoldIssue, gold_files, read_gold
from newssplit.lexicon import Lexicon, Table, default_lexicon, squeeze

KEPT = frozenset({"记者", "通讯员", "摄", "本报", "新华社"})
UNTOUCHED = {("people", "surnames"), ("people", "compound_surnames")}
NOWHERE = "\ue000"
"""A word that occurs in no text: an empty list would be another experiment."""
FIGURES = ("found", "body", "headline", "section", "dateline", "byline", "kind", "perfect")
WORDS = ("all", "not its own", "none of its")


def words_in(text: str, table: Table) -> frozenset[str]:
    """The words of the vocabulary that occur in a text and can be done without, folded."""
    squeezed = squeeze(text)
    every = {squeeze(word) for name, key in _lists(table) for word in table[name][key]}
    return frozenset(word for word in every - KEPT if len(word) > 1 and word in squeezed)


def without(words: frozenset[str], table: Table) -> Table:
    """The vocabulary without some words."""
    left = {name: dict(lists) for name, lists in table.items()}
    for name, key in _lists(table):
        left[name][key] = [word for word in table[name][key] if squeeze(word) not in words] or [NOWHERE]
    return left


def _lists(table: Table) -> list[tuple[str, str]]:
    return [(name, key) for name in table for key in table[name] if (name, key) not in UNTOUCHED]


def compared(issue: GoldIssue, elsewhere: frozenset[str]) -> tuple[Result, Result, Result]:
    """An issue's results with all words, without those that only it has, without any of its."""
    table = default_lexicon().table
    its = words_in(issue.text, table)
    poorer = (Lexicon(without(words, table)) for words in (its - elsewhere, its))
    return evaluate(issue), *(evaluate(issue, lexicon) for lexicon in poorer)


def by_family(issues: Iterable[GoldIssue]) -> dict[str, list[tuple[Result, Result, Result]]]:
    """The results of each family's issues."""
    families = dict[str, list[GoldIssue]]()
    for issue in issues:
        families.setdefault(Path(issue.name).name.split("-")[0], []).append(issue)
    table = default_lexicon().table
    words = {family: frozenset().union(*(words_in(i.text, table) for i in its)) for family, its in families.items()}
    return {
        family: [compared(i, frozenset().union(*(words[other] for other in words if other != family))) for i in its]
        for family, its in families.items()
    }


def figures(found: Sequence[tuple[Result, Result, Result]]) -> list[dict[str, float]]:
    """The figures of some issues together: with all words, without their own, without any."""
    return [all_figures(total([results[n] for results in found])) for n in range(len(WORDS))]


def rows(families: dict[str, list[tuple[Result, Result, Result]]]) -> Iterator[str]:
    """A Markdown table, three rows for each family and for all."""
    yield "| family | articles | words | " + " | ".join(FIGURES) + " |"
    yield "|---|---|---|" + "---|" * len(FIGURES)
    everything = [results for found in families.values() for results in found]
    for family, found in [*families.items(), ("all", everything)]:
        articles = str(total([results[0] for results in found])["gold"])
        for n, (words, values) in enumerate(zip(WORDS, figures(found), strict=True)):
            cells = [family, articles] if n == 0 else ["", ""]
            yield "| " + " | ".join([*cells, words, *(f"{values[name]:.2f}" for name in FIGURES)]) + " |"


def main() -> None:
    """Print the table for the gold in a folder."""
    issues = [read_gold(path, name) for name, path in gold_files(sys.argv[1:]).items()]
    print("\n".join(rows(by_family(issues))))


if __name__ == "__main__":
    main()

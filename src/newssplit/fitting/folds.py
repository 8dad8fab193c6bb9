"""What weights are worth on issues that they were not fitted to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newssplit.evaluation.figures import Counts, count, figures
from newssplit.fitting.climbing import fit
from newssplit.fitting.issues import Dump, Issue
from newssplit.fitting.pages import Page
from newssplit.lexicon import Lexicon
from newssplit.output.record import records_of
from newssplit.pipeline import split
from newssplit.weights import Weights

SPREADS = (1.0, 2.0, 4.0)
"""How far, in decibans, weights may be expected to be off: the one with which most of the issues left out is right is
taken."""
FIGURES = ("found", "perfect")


class Tally(NamedTuple):
    """How many articles of clean issues and of damaged copies were right."""

    clean: Counts
    damaged: Counts

    @property
    def figures(self) -> tuple[dict[str, float], ...]:
        """All figures, of what there is of the two."""
        return tuple(figures(counts) for counts in self if counts["gold"])

    @property
    def score(self) -> float:
        """Found and perfect, of clean issues and of damaged copies, on the average."""
        values = [side[name] for side in self.figures for name in FIGURES]
        return sum(values) / (len(values) or 1)


class Crossed(NamedTuple):
    """What came of issues that were left out, each once."""

    spread: float
    tallies: tuple[Tally, ...]
    """For each issue."""


def with_weights(lexicon: Lexicon, weights: Weights) -> Lexicon:
    """The same words with other weights."""
    return Lexicon(lexicon.table, lexicon.carriers, weights)


def tally(issue: Issue, lexicon: Lexicon) -> Tally:
    """How the program does on an issue and on its copies."""
    damaged = sum((_counts(dump, lexicon) for dump in issue.damaged), Counter[str]())
    return Tally(_counts(issue.clean, lexicon), damaged)


def _counts(dump: Dump, lexicon: Lexicon) -> Counts:
    return count(list(dump.articles), list(records_of(split(dump.text, lexicon=lexicon))))[0]


def together(tallies: Iterable[Tally]) -> Tally:
    """The counts of several issues, added up."""
    clean, damaged = Counter[str](), Counter[str]()
    for one in tallies:
        clean.update(one.clean)
        damaged.update(one.damaged)
    return Tally(clean, damaged)


def crossed(
    issues: Sequence[Issue], pages: Sequence[Sequence[Page]], folds: Sequence[Sequence[int]], weights: Weights,
    spread: float, lexicon: Lexicon,
) -> Crossed:  # fmt: skip
    """Weights fitted without each of the folds in turn, and measured on that fold."""
    found = dict[int, Tally]()
    for fold in folds:
        left = set(fold)
        known = [page for n, some in enumerate(pages) if n not in left for page in some]
        fitted = with_weights(lexicon, fit(known, weights, spread).weights)
        found |= {n: tally(issues[n], fitted) for n in fold}
    return Crossed(spread, tuple(found[n] for n in range(len(issues))))

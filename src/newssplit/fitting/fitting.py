"""A fit from beginning to end: issues in, weights out, with all that is to be told of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newssplit.fitting.climbing import FEWEST, fit
from newssplit.fitting.folds import Crossed, Tally, crossed, tally, together
from newssplit.fitting.issues import Issue, folds_of
from newssplit.fitting.moves import Moved, moved
from newssplit.fitting.pages import read_pages
from newssplit.fitting.settling import settled
from newssplit.lexicon import Lexicon
from newssplit.weights import Weights, packaged_weights


class Outcome(NamedTuple):
    """What became of a fit."""

    issues: Sequence[Issue]
    units: int
    """Of the issues and their copies."""
    broken: float
    """How many of them no reading can have as the gold says."""
    folds: Sequence[Sequence[int]]
    seed: int
    before: Sequence[Tally]
    """For each issue what the old weights make of it."""
    tried: Sequence[Crossed]
    """With each spread what fitted weights make of the issues that were left out."""
    after: Crossed
    """The best of these."""
    weights: Weights
    """Fitted to all issues."""
    held: frozenset[str]
    fewest: int
    moved: Sequence[Moved]

    @property
    def helps(self) -> bool:
        """Whether what was left out comes out better than before."""
        return together(self.after.tallies).score > together(self.before).score


def fitted(
    issues: Sequence[Issue], lexicon: Lexicon, spreads: Sequence[float], folds: int, seed: int,
    say: Callable[[str], object] = lambda _: None,
) -> Outcome:  # fmt: skip
    """Weights fitted to issues, with the spread that does best on folds left out. Raises InputError where the issues
    are too few for the folds."""
    parted = folds_of(issues, folds, seed)
    weights = lexicon.weights or packaged_weights()
    by_issue = [read_pages(issue, lexicon) for issue in issues]
    pages, broken = settled([page for some in by_issue for page in some], weights)
    begins = [0, *accumulate(map(len, by_issue))]
    by_issue = [pages[a:b] for a, b in pairwise(begins)]
    before = [tally(issue, lexicon) for issue in issues]
    tried = list[Crossed]()
    for spread in spreads:
        tried.append(crossed(issues, by_issue, parted, weights, spread, lexicon))
        say(f"spread {spread:g}: score {together(tried[-1].tallies).score:.4f}, before {together(before).score:.4f}")
    after = max(tried, key=lambda one: (together(one.tallies).score, -one.spread))
    made = fit(pages, weights, after.spread)
    units = sum(len(page.kinds) for page in pages)
    changes = moved(pages, weights, made.weights)
    return Outcome(issues, units, broken, parted, seed, before, tried, after, made.weights, made.held, FEWEST, changes)

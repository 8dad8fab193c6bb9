"""What the gold leaves open, settled by the weights that were there before.

A gold article does not say whether its short paragraph is a crosshead, or by which of two labels a notice is headed.
Left open in a fit, such labels drift: one takes over what the other was for, and what the rules say of them means
nothing any more. So among the readings that agree with the gold those that the old weights hold likely stand for all.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newssplit.fitting.likelihood import Numbers, Problem
from newssplit.fitting.pages import Page
from newssplit.fitting.table import names_of, value
from newssplit.fitting.told import Told
from newssplit.labels import LABELS
from newssplit.weights import Weights

LIKELY = 0.2
"""A label with a smaller share among the readings that agree with the gold is none that the gold means."""
BROKEN = 0.5
"""Where it is likelier than this that no reading does as the gold says, all stays open."""


def settled(pages: Sequence[Page], weights: Weights) -> tuple[list[Page], float]:
    """The pages with fewer labels left open, and how many of their units cannot be read as the gold says."""
    names = names_of(weights)
    row = np.array([value(weights, name) for name in names], float)
    problem = Problem(pages, names, weights)
    shares, broken = problem.shares(row, gold=True), problem.broken(row)
    found, at = list[Page](), 0
    for page in pages:
        end = at + len(page.kinds)
        units = zip(page.told, shares[at:end], broken[at:end], strict=True)
        found.append(page._replace(told=[_narrowed(told, share, lost) for told, share, lost in units]))
        at = end
    return found, float(broken.sum())


def _narrowed(told: Told, shares: Numbers, broken: float) -> Told:
    if broken > BROKEN:
        return told
    likely = frozenset(LABELS[n] for n in np.flatnonzero(shares >= LIKELY))
    return Told(told.opening & likely, told.staying & likely)

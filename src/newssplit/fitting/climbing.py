"""The weights under which the gold is likeliest, not far from those that were there before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from newssplit.fitting.likelihood import Numbers, Problem
from newssplit.fitting.pages import Page
from newssplit.fitting.table import CAP, certain, names_of, value, with_values
from newssplit.weights import Weights

FEWEST = 8
"""The weights of a rule that speaks of fewer units in the issues that are fitted to stay as they are."""
STEPS = 200
"""The search ends after so many, if it has not found the best before."""


class Fitted(NamedTuple):
    """Weights after a fit."""

    weights: Weights
    held: frozenset[str]
    """Rules that spoke of too few units to be fitted."""


def speaks_of(pages: Sequence[Page]) -> dict[str, int]:
    """For each rule that speaks at all, of how many units it does."""
    found = defaultdict[str, int](int)
    for page in pages:
        for kind in page.kinds:
            for rule in kind.rules:
                found[rule] += 1
    return found


def fit(pages: Sequence[Page], weights: Weights, spread: float, fewest: int = FEWEST) -> Fitted:
    """Weights fitted to pages: each is as likely to be off its old value as a normal distribution of `spread`
    decibans says, until the pages say otherwise."""
    names = names_of(weights)
    problem = Problem(pages, names, weights)
    spoken = speaks_of(pages)
    held = frozenset(rule for rule in weights.rules if spoken.get(rule, 0) < fewest)
    old = np.array([value(weights, name) for name in names], float)
    free = np.flatnonzero([not (certain(weights, name) or name.name in held) for name in names])

    def loss(part: Numbers) -> tuple[float, Numbers]:
        row = old.copy()
        row[free] = part
        likely, slope = problem.value(row)
        away = (part - old[free]) / spread
        return float((away**2).sum() / 2) - likely, away / spread - slope[free]

    bounds = [(-reach(was), reach(was)) for was in old[free]]
    found = minimize(
        loss, old[free], jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS, "ftol": 1e-6}
    )
    row = old.copy()
    row[free] = found.x
    return Fitted(with_values(weights, dict(zip(names, map(round, row.tolist()), strict=True))), held)


def reach(was: float) -> float:
    """How far from nothing a weight may get."""
    return max(CAP, abs(was))

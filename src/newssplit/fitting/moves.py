"""Which weights a fit moved, and what in the issues moved them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newssplit.fitting.likelihood import Numbers, Problem
from newssplit.fitting.pages import Page
from newssplit.fitting.table import Name, names_of, value
from newssplit.labels import LABEL
from newssplit.weights import Weights

PLACES = 3
"""So many places are named for a weight."""


class Moved(NamedTuple):
    """A weight that is another one after a fit."""

    name: Name
    old: int
    new: int
    units: int
    """Of how many units its rule speaks; 0 for a step of the grammar."""
    families: int
    """In how many families these are."""
    gold: float
    """How often it counts in the readings that agree with the gold."""
    expected: float
    """How often it would count if the old weights were right."""
    places: tuple[str, ...]
    """Where the two are farthest apart in undamaged issues: `issue:line`."""

    @property
    def turned(self) -> bool:
        """Whether what spoke for a label speaks against it now, or the other way round."""
        return self.old * self.new < 0


def moved(pages: Sequence[Page], old: Weights, new: Weights) -> list[Moved]:
    """The weights that differ, those that moved farthest first."""
    names = names_of(old)
    problem = Problem(pages, names, old)
    row = np.array([value(old, name) for name in names], float)
    (_, gold), (_, expected) = problem.counts(row)
    lacks = problem.shares(row, gold=True) - problem.shares(row, gold=False)
    spoken = _spoken(pages)
    found = list[Moved]()
    for n, name in enumerate(names):
        before, after = value(old, name), value(new, name)
        if before != after:
            units = spoken.get(name.name, []) if name.table == "rules" else []
            families = len({pages[page].family for page, _, _ in units})
            places = _places(pages, units, lacks, name)
            found.append(Moved(name, before, after, len(units), families, gold[n], expected[n], places))
    return sorted(found, key=lambda m: (-abs(m.new - m.old), m.name))


def _spoken(pages: Sequence[Page]) -> dict[str, list[tuple[int, int, int]]]:
    """For each rule the units that it speaks of: the page, the unit, and its number when page follows page."""
    found, number = dict[str, list[tuple[int, int, int]]](), 0
    for at, page in enumerate(pages):
        for n, kind in enumerate(page.kinds):
            for rule in kind.rules:
                found.setdefault(rule, []).append((at, n, number))
            number += 1
    return found


def _places(
    pages: Sequence[Page], units: Sequence[tuple[int, int, int]], lacks: Numbers, name: Name
) -> tuple[str, ...]:
    if not units:
        return ()
    far = [
        (-abs(lacks[number, LABEL[name.label]]), f"{pages[at].name}:{pages[at].lines[n]}")
        for at, n, number in units
        if not pages[at].copy
    ]
    return tuple(dict.fromkeys(place for lack, place in sorted(far)[: 3 * PLACES] if lack < -0.3))[:PLACES]

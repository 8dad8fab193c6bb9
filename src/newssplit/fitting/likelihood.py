"""How likely the readings that agree with the gold are among all readings, and how that changes with each weight.

A reading is a path through the grammar; ten decibans more make it ten times as likely. Forward and backward sums over
all paths are made for many dumps at once, unit by unit: the first units of all dumps, the second ones, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from newssplit.deciding.grammar import MODE, MODES
from newssplit.fitting.pages import Kind, Page
from newssplit.fitting.table import Name, ways
from newssplit.labels import LABELS
from newssplit.weights import Weights

Numbers: TypeAlias = NDArray[np.float64]
DECIBAN = np.log(10) / 10
"""A deciban as a natural logarithm."""
AGAINST = 1e-10
"""How far a step counts that the gold forbids: some golds ask for what the grammar has no path for."""
N_MODES, N_LABELS = len(MODES), len(LABELS)


class Steps:
    """The grammar's steps at one border, as matrices over (label, mode, mode)."""

    def __init__(self, names: Sequence[Name], weights: Weights, border: int):
        found = ways(names, weights, border)
        rows = np.array([n for n, way in enumerate(found) for _ in way.weights])
        columns = np.array([place for way in found for place in way.weights])
        self.uses = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(names)))
        """Of each step the weights that it adds up."""
        self.fixed = np.array([way.fixed for way in found], float)
        self.cells = np.array([(way.label * N_MODES + way.mode) * N_MODES + way.target for way in found])
        self.opens = np.array([int(way.opens) for way in found])

    def matrices(self, row: Numbers) -> Numbers:
        """What a step is worth, by whether an item opens (0, 1), by label and by pair of modes."""
        made = np.zeros((2, N_LABELS * N_MODES * N_MODES))
        made[self.opens, self.cells] = np.exp(DECIBAN * (self.uses @ row + self.fixed))
        return made.reshape(2, N_LABELS, N_MODES * N_MODES)

    def back(self, opens: Sequence[int], counts: Numbers) -> Numbers:
        """How often each weight counts, where steps by which an item opens, or none does, count as a matrix says."""
        mine = np.isin(self.opens, opens)
        return np.asarray(self.uses.T @ (mine * counts.reshape(2, -1)[self.opens, self.cells]))


class Summed(NamedTuple):
    """What a set of readings comes to."""

    total: float
    """The logarithm of all their worths together."""
    counts: Numbers
    """How often each weight counts in a reading, the readings taken by their worth."""


class _Side(NamedTuple):
    """Steps of one sort, or of both: those by which no item opens, 0, and those by which one does, 1."""

    worth: Numbers
    """What each label is worth, for each unit."""
    allowed: Numbers
    """What the gold says of it, 1 or nearly nothing."""
    opens: tuple[int, ...]


@dataclass
class Order:
    """The units of many dumps, all first ones before all second ones."""

    starts: list[int]
    """Where the units of each place begin; as many dumps have such a place as there are units up to the next."""
    dumps: NDArray[np.int64]
    """The dumps, longest first."""
    units: NDArray[np.int64]
    """For each unit, in this order, its number when dump follows dump."""


def ordered(lengths: Sequence[int]) -> Order:
    """How dumps of so many units are gone through together."""
    sizes = np.array(lengths)
    dumps = np.argsort(-sizes, kind="stable")
    begins = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    starts, units = [0], list[NDArray[np.int64]]()
    for at in range(int(sizes.max())):
        there = dumps[: int(np.sum(sizes > at))]
        units.append(begins[there] + at)
        starts.append(starts[-1] + len(there))
    return Order(starts, dumps, np.concatenate(units))


class Problem:
    """Pages to be fitted to; each call of `value` goes through all of them."""

    def __init__(self, pages: Sequence[Page], names: Sequence[Name], weights: Weights):
        pages = [page for page in pages if page.kinds]
        self.names = list(names)
        self.order = ordered([len(page.kinds) for page in pages])
        place = {name: n for n, name in enumerate(names)}
        kinds = {kind: n for n, kind in enumerate(dict.fromkeys(kind for page in pages for kind in page.kinds))}
        self.kind = np.array([kinds[kind] for page in pages for kind in page.kinds])[self.order.units]
        self._read_kinds(list(kinds), place)
        borders = np.array([border for page in pages for border in page.borders])[self.order.units]
        self.weight = np.array([page.weight for page in pages for _ in page.kinds])[self.order.units]
        """How much a page counts, for each of its units."""
        self.steps = [(Steps(names, weights, int(b)), np.flatnonzero(borders == b)) for b in np.unique(borders)]
        told = [t for page in pages for t in page.told]
        self.opening = _allowed([t.opening for t in told])[self.order.units]
        self.staying = _allowed([t.staying for t in told])[self.order.units]

    def _read_kinds(self, kinds: Sequence[Kind], place: dict[Name, int]) -> None:
        self.candidates = np.zeros((len(kinds), N_LABELS), bool)
        by_rule = dict[str, list[tuple[int, int]]]()
        for name, n in place.items():
            if name.table == "rules":
                by_rule.setdefault(name.name, []).append((LABELS.index(name.label), n))
        rows, columns = list[int](), list[int]()
        for n, kind in enumerate(kinds):
            self.candidates[n, list(kind.labels)] = True
            for rule in kind.rules:
                for label, at in by_rule.get(rule, ()):
                    rows.append(n * N_LABELS + label)
                    columns.append(at)
        shape = (len(kinds) * N_LABELS, len(place))
        self.speaks = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        """For each kind and label the weights that speak of it."""
        self.each = sp.csr_matrix((np.ones(len(self.kind)), (self.kind, np.arange(len(self.kind)))))

    def value(self, row: Numbers) -> tuple[float, Numbers]:
        """The logarithm of the gold's share of all readings, over all pages, and its slope by each weight."""
        (own, gold), (everything, expected) = self.counts(row)
        return own - everything, DECIBAN * (gold - expected)

    def counts(self, row: Numbers) -> tuple[Summed, Summed]:
        """What the readings that agree with the gold sum up to, and what all readings do."""
        worths = self._worths(row)
        return self._sum(row, self._sides(worths, gold=True)), self._sum(row, self._sides(worths, gold=False))

    def shares(self, row: Numbers, *, gold: bool) -> Numbers:
        """For each unit, dump after dump, the share of each label in all readings, or in those the gold allows."""
        sides = self._sides(self._worths(row), gold=gold)
        return self._back(self._labels(row, sides, self._through(row, sides)[1]))

    def broken(self, row: Numbers) -> Numbers:
        """For each unit, dump after dump, how surely the readings nearest to the gold do there what it forbids."""
        sides = self._sides(self._worths(row), gold=True)
        pairs = self._through(row, sides)[1]
        kept = [side._replace(worth=side.worth * (side.allowed == 1)) for side in sides]
        return 1 - self._back(self._labels(row, kept, pairs).sum(axis=1))

    def _back(self, found: Numbers) -> Numbers:
        back = np.empty_like(found)
        back[self.order.units] = found
        return back

    def _worths(self, row: Numbers) -> Numbers:
        """What each label is worth for each unit."""
        scores = (DECIBAN * (self.speaks @ row)).reshape(-1, N_LABELS)
        scores[~self.candidates] = -np.inf
        worths: Numbers = np.exp(scores - scores.max(axis=1, keepdims=True))[self.kind]
        return worths

    def _sides(self, worths: Numbers, *, gold: bool) -> list[_Side]:
        """For the gold, which says where items begin, steps apart by whether one does."""
        if not gold:
            return [_Side(worths, np.ones(1), (0, 1))]
        allowed = (self.staying, self.opening)
        return [_Side(worths * some, some, (opens,)) for opens, some in enumerate(allowed)]

    def _made(self, row: Numbers, sides: Sequence[_Side]) -> Numbers:
        """For each unit what it is worth to come from a mode to another."""
        made = np.zeros((len(self.kind), N_MODES * N_MODES))
        for steps, at in self.steps:
            worth = steps.matrices(row)
            for side in sides:
                made[at] += side.worth[at] @ worth[side.opens, :].sum(axis=0)
        return made.reshape(-1, N_MODES, N_MODES)

    def _labels(self, row: Numbers, sides: Sequence[_Side], pairs: Numbers) -> Numbers:
        """For each unit how often it has each label."""
        found = np.zeros((len(self.kind), N_LABELS))
        for steps, at in self.steps:
            worth = steps.matrices(row)
            for side in sides:
                found[at] += side.worth[at] * (pairs[at] @ worth[side.opens, :].sum(axis=0).T)
        return found

    def _sum(self, row: Numbers, sides: Sequence[_Side]) -> Summed:
        total, pairs, last = self._through(row, sides)
        pairs *= self.weight[:, None]
        counts = np.asarray(self.speaks.T @ (self.each @ self._labels(row, sides, pairs)).reshape(-1))
        for steps, at in self.steps:
            worth, mine = steps.matrices(row), pairs[at]
            for side in sides:
                counts += steps.back(side.opens, worth * (side.worth[at].T @ mine))
        counts[-N_MODES:] += last
        return Summed(total, counts)

    def _through(self, row: Numbers, sides: Sequence[_Side]) -> tuple[float, Numbers, Numbers]:
        """Forward and backward over all units: the logarithm of the sum; for each unit by what a step's worth is
        multiplied to be its probability; how many dumps end in each mode."""
        made, final, starts = self._made(row, sides), np.exp(DECIBAN * row[-N_MODES:]), self.order.starts
        before = np.zeros((len(made), N_MODES))
        scale = np.empty(len(made))
        now = np.zeros((starts[1], N_MODES))
        now[:, MODE["start"]] = 1
        ends = np.zeros((starts[1], N_MODES))
        for a, b in pairwise(starts):
            ends[b - a : len(now)] = now[b - a :]
            now = now[: b - a]
            before[a:b] = now
            now = np.matmul(now[:, None, :], made[a:b])[:, 0]
            scale[a:b] = now.sum(axis=1)
            now = now / scale[a:b, None]
        ends[: len(now)] = now
        closing = ends * final
        closed = closing.sum(axis=1)
        last = final / closed[:, None]
        after = np.empty((len(made), N_MODES))
        behind = np.empty((0, N_MODES))
        for a, b in zip(starts[-2::-1], starts[:0:-1], strict=True):
            behind = np.concatenate([behind, last[len(behind) : b - a]])
            after[a:b] = behind / scale[a:b, None]
            behind = np.matmul(made[a:b], after[a:b, :, None])[:, :, 0]
        pairs = (before[:, :, None] * after[:, None, :]).reshape(len(made), -1)
        mine = self.weight[: starts[1]]
        total = float((np.log(scale) * self.weight).sum() + (np.log(closed) * mine).sum())
        return total, pairs, (closing * (mine / closed)[:, None]).sum(axis=0)


def _allowed(labels: Sequence[frozenset[str]]) -> Numbers:
    """A row for each unit: 1 for the labels that the gold allows, nearly nothing for others."""
    rows = {some: np.array([1.0 if label in some else AGAINST for label in LABELS]) for some in set(labels)}
    return np.array([rows[some] for some in labels])

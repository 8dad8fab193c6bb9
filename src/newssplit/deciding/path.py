"""The best path through the grammar, and how far each boundary on it is ahead of its alternative.

First backwards: what the rest of the dump is worth from each mode, before each unit. Then forwards, counting what a
path loses against the best one; a path that has lost as much as counts as certainty is given up, so that hardly more
than one or two modes go on beside the best. Worths are kept as differences, and those recur: a paragraph finds the
page as the paragraph above it did. So what a unit makes of them is worked out once, and looked up from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from newssplit.deciding.grammar import GRAMMAR, MODE, MODES, Grammar
from newssplit.deciding.moves import Moves, moves_of
from newssplit.fields import new
from newssplit.labels import LABELS
from newssplit.light import NamedTuple

NEVER = -(10**12)
SURE = 60
"""A margin of this many decibans counts as certainty."""
COUNTS = 40
"""A path with such a loss against the best one is a ten-thousandth of it: no share is given to it."""

Candidates: TypeAlias = tuple[tuple[int, int], ...]
"""(label, score) for everything that a unit may be."""
Lacks: TypeAlias = tuple[int, ...]
"""For each mode how much less what is behind it is worth than it is for the best mode: small numbers, none below 0."""
Alive: TypeAlias = bytes
"""A mode and a loss, by turns, for each mode that a path with a loss below SURE is in; the best path has lost 0."""


Turn: TypeAlias = tuple[int, int, int, int, bool]
"""A step that paths make over a unit: mode, next mode, loss by this step alone, label, whether an item opens."""


class Choice(NamedTuple):
    """What the best path says of one unit."""

    label: int
    opens: bool
    margin: int
    """Decibans to the best path that decides otherwise whether an item begins here."""


UNDECIDED = Choice(-1, False, 0)
START: Alive = bytes([MODE["start"], 0])


class Paths(NamedTuple):
    """The best path, and by which steps others go on beside it."""

    choices: list[Choice]
    turns: list[Sequence[Turn]]
    """For each unit the steps of all paths with a loss below COUNTS; one object where they are the same."""


def best_path(units: Sequence[Candidates], borders: Sequence[int] = (), grammar: Grammar = GRAMMAR) -> list[Choice]:
    """What the best reading of all units is; see `find_paths`."""
    return find_paths(units, borders, grammar).choices


def find_paths(units: Sequence[Candidates], borders: Sequence[int] = (), grammar: Grammar = GRAMMAR) -> Paths:
    """The best reading of all units, and its rivals: time and memory grow linearly with their number.

    `borders` says of each unit how many decibans a carrier gives for an item that begins with it; empty, none does.

    Units that may be the same had best be given as one object: they are told apart by identity. Of paths of one
    score the one that comes first in the grammar's order wins, so that the same units always give the same reading."""
    steps = _backward(units, borders, grammar)
    ways = _forward(steps)
    return Paths(_trace(steps, ways), [way.turns for way in ways])


def best_labels(units: Sequence[Candidates], borders: Sequence[int], grammar: Grammar) -> list[int]:
    """What the best reading takes each unit for, in half the time: its rivals are not looked at."""
    mode, found = MODE["start"], list[int]()
    for step in _backward(units, borders, grammar):
        label, mode = step.best(mode)
        found.append(label)
    return found


def _backward(units: Sequence[Candidates], borders: Sequence[int], grammar: Grammar) -> list[_Step]:
    """For each unit the step over it, by what is best behind it."""
    turns: dict[Turn, Turn] = {}
    known = dict[tuple[int, int], _Unit]()
    steps, behind = list[_Step](), tuple([max(grammar.final) - worth for worth in grammar.final])
    for candidates, border in zip(reversed(units), reversed(borders or [0] * len(units)), strict=True):
        name = (id(candidates), border)
        unit = known.get(name)
        if unit is None:
            moves = moves_of(grammar, tuple([label for label, _ in candidates]), border)
            unit = known[name] = _Unit(candidates, moves, turns)
        steps.append(step := unit.before(behind))
        behind = step.before
    del known  # a large dump has many, which the way forward does not need
    steps.reverse()
    return steps


def _forward(steps: Sequence[_Step]) -> list[_Way]:
    """How paths go on over each unit."""
    ways, alive = list[_Way](), START
    for step in steps:
        ways.append(way := step.way(alive))
        alive = way.after
    return ways


def _trace(steps: Sequence[_Step], ways: Sequence[_Way]) -> list[Choice]:
    """Back from the end along the best path; of equals the first in the grammar's order."""
    end = ways[-1].after if ways else START
    mode = min(mode for mode, loss in zip(end[::2], end[1::2], strict=True) if not loss)
    choices = list[Choice]()
    for at in range(len(steps) - 1, -1, -1):
        way = ways[at]
        if way.choice is UNDECIDED or way.target != mode:
            steps[at].choose(way, ways[at - 1].after if at else START, mode)
        mode = way.mode
        choices.append(way.choice)
    choices.reverse()
    return choices


class _Unit:
    """What may be the reading of units that may be the same."""

    __slots__ = ("_steps", "by_label", "moves", "turns", "weights")

    def __init__(self, candidates: Candidates, moves: Moves, turns: dict[Turn, Turn]):
        self.moves = moves.of
        """The steps from each mode."""
        self.turns = turns
        """All turns of the dump, so that equal ones are one object: they recur far more often than they differ."""
        self.by_label = moves.by_label
        self.weights = [0] * len(LABELS)
        for label, weight in candidates:
            self.weights[label] = weight
        self._steps: dict[Lacks, _Step] = {}

    def before(self, behind: Lacks) -> _Step:
        """The step that such a unit makes with so much behind it."""
        found = self._steps.get(behind)
        if found is None:
            found = self._steps[behind] = _Step(self, behind)
        return found


class _Step:
    """A unit with something behind it."""

    __slots__ = ("_behind", "_best", "_top", "_unit", "_ways", "before")

    def __init__(self, unit: _Unit, behind: Lacks):
        self._unit, self._behind = unit, behind
        best = [NEVER] * len(MODES)
        weights = unit.weights
        for label, those in unit.by_label:  # of all that is done for a dump this is done most often
            weight = weights[label]
            for mode, target, cost in those:
                worth = cost + weight - behind[target]
                if worth > best[mode]:
                    best[mode] = worth
        self._top = top = max(best)
        self.before: Lacks = tuple([top - worth for worth in best])
        """What the modes before the unit lack."""
        self._ways: dict[Alive, _Way] = {}
        self._best: dict[int, tuple[int, int]] = {}

    def best(self, mode: int) -> tuple[int, int]:
        """By what label the best path goes on from a mode, and to which one; of equals the grammar's first."""
        found = self._best.get(mode)
        if found is None:
            worth, weights, behind = self._top - self.before[mode], self._unit.weights, self._behind
            found = self._best[mode] = next(
                (label, target)
                for _, label, target, cost, _ in self._unit.moves[mode]
                if cost + weights[label] - behind[target] == worth
            )
        return found

    def way(self, alive: Alive) -> _Way:
        """How the paths before the unit go on."""
        found = self._ways.get(alive)
        if found is None:
            found = self._ways[alive] = self._go_on(alive)
        return found

    def _go_on(self, alive: Alive) -> _Way:
        lacks, weights, least = self._behind, self._unit.weights, [SURE, SURE]
        best, before, moves, known = self._top, self.before, self._unit.moves, self._unit.turns
        after: dict[int, int] = {}
        turns: list[Turn] = []
        for mode, lost in zip(alive[::2], alive[1::2], strict=True):
            top = lost + best - before[mode]
            for _, label, target, cost, opens in moves[mode]:
                loss = top - cost - weights[label] + lacks[target]
                if loss < SURE:
                    if loss < COUNTS:
                        turn = (mode, target, loss - lost, label, opens)
                        turns.append(known.setdefault(turn, turn))
                    if target not in after or loss < after[target]:
                        after[target] = loss
                    if loss < least[opens]:
                        least[opens] = loss
        reached = [number for pair in sorted(after.items()) for number in pair]
        return _Way(bytes(reached), least[False], least[True], turns)

    def choose(self, way: _Way, alive: Alive, target: int) -> None:
        """Find how the best of the paths that are alive before the unit comes to a mode behind it."""
        weights = self._unit.weights
        found = [
            (label, mode, opens)
            for mode, lost in zip(alive[::2], alive[1::2], strict=True)
            if not lost
            for _, label, to, cost, opens in self._unit.moves[mode]
            if to == target and cost + weights[label] - self._behind[to] == self._top - self.before[mode]
        ]
        label, way.mode, opens = min(found)
        way.target, way.choice = target, new(Choice, (label, opens, way.staying if opens else way.opening))


class _Way:
    """How paths go on over a unit."""

    __slots__ = ("after", "choice", "mode", "opening", "staying", "target", "turns")

    def __init__(self, after: Alive, staying: int, opening: int, turns: Sequence[Turn]):
        self.after, self.turns = after, turns
        self.staying, self.opening = staying, opening
        """The least loss of all paths by which no item opens with the unit, and of those by which one does."""
        self.target = self.mode = 0
        self.choice = UNDECIDED
        """The mode behind the unit that was asked for last, the mode before it, and what leads from one to the other:
        others are hardly ever asked for."""

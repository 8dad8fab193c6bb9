"""The best path through the grammar, and how far each boundary on it is ahead of its alternative."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from newssplit.deciding.grammar import FINAL, LABELS, MODE, MODES, STEPS

NEVER = -(10**12)
SURE = 60
"""A margin of this many decibans counts as certainty."""

Candidates = Sequence[tuple[int, int]]
"""(label, score) for everything that a unit may be."""

ARCS = [
    [(mode, *step) for mode in range(len(MODES)) if (step := STEPS[mode][label]) is not None]
    for label in range(len(LABELS))
]
"""For each label the steps that it can make: mode, next mode, cost, whether an item opens."""

Scores: TypeAlias = "array[int]"
"""A number for each mode, unit after unit."""

Move: TypeAlias = tuple[int, int, int, int, bool]
"""A step that a unit makes possible, by the best of its labels: label, mode, next mode, gain, whether an item opens.

A bare tuple: the smallest is the first in the grammar's order, and a named one takes ten times as long to make."""
Moves: TypeAlias = tuple[tuple[Move, ...], tuple[Move, ...]]
"""What a unit makes possible: the steps that stay in an item, and those that open one."""


class Choice(NamedTuple):
    """What the best path says of one unit."""

    label: int
    opens: bool
    margin: int
    """Decibans to the best path that decides otherwise whether an item begins here."""


def best_path(units: Sequence[Candidates]) -> list[Choice]:
    """The best reading of all units: time and memory grow linearly with their number.

    Of paths of one score the one that comes first in the grammar's order wins, so that the same units
    always give the same reading."""
    known, shared = dict[tuple[tuple[int, int], ...], Moves](), dict[Move, Move]()
    moves = list[Moves]()
    for candidates in map(tuple, units):  # most units are like another one
        if candidates not in known:
            known[candidates] = _moves(candidates, shared)
        moves.append(known[candidates])
    return _trace(moves, _forward(moves))


def _moves(candidates: Candidates, shared: dict[Move, Move]) -> Moves:
    """Of the labels that lead from one mode to another only the best counts, of equals the first.

    Equal moves are one object, kept in `shared`: they are few, and would take more memory than all else."""
    within, opening = dict[tuple[int, int], Move](), dict[tuple[int, int], Move]()
    for label, weight in candidates:
        for mode, target, cost, opens in ARCS[label]:
            found = opening if opens else within
            gain, old = cost + weight, found.get((mode, target))
            if old is None or gain > old[3]:
                found[mode, target] = (label, mode, target, gain, opens)
    within_, opening_ = (tuple(shared.setdefault(m, m) for m in found.values()) for found in (within, opening))
    return within_, opening_


def _forward(units: Sequence[Moves]) -> Scores:
    """The best scores of each mode before the first unit and behind each."""
    scores = [NEVER] * len(MODES)
    scores[MODE["start"]] = 0
    table = array("q", scores)
    for moves in units:
        after = [NEVER] * len(MODES)
        for group in moves:
            for _, mode, target, gain, _ in group:
                total = scores[mode] + gain
                if total > after[target]:
                    after[target] = total
        scores = after
        table.extend(scores)
    return table


def _trace(units: Sequence[Moves], forward: Scores) -> list[Choice]:
    """Back from the end along the best path, by the best scores of each mode before and behind each unit."""
    size = len(MODES)
    last, behind = forward[-size:], FINAL
    mode = max(range(size), key=lambda m: (last[m] + FINAL[m] if last[m] != NEVER else NEVER, -m))
    best = last[mode] + FINAL[mode]
    choices, shared = list[Choice](), dict[Choice, Choice]()
    for at in range(len(units) - 1, -1, -1):
        moves, before = units[at], forward[at * size : (at + 1) * size]
        label, mode, _, _, opens = _step(moves, before, mode, forward[(at + 1) * size + mode])
        other, earlier = NEVER, [NEVER] * size
        for _, source, target, gain, _ in moves[opens]:
            total = gain + behind[target]
            if total > earlier[source]:
                earlier[source] = total
        for _, source, target, gain, _ in moves[not opens]:
            total = gain + behind[target]
            if total > earlier[source]:
                earlier[source] = total
            total += before[source]
            if total > other:
                other = total
        choice = Choice(label, opens, SURE if other <= NEVER // 2 else min(SURE, best - other))
        choices.append(shared.setdefault(choice, choice))
        behind = earlier
    choices.reverse()
    return choices


def _step(moves: Moves, before: Scores, target: int, score: int) -> Move:
    """By which step the best path came to this mode with this score; of equals the first in the grammar's order."""
    return min(m for group in moves for m in group if m[2] == target and before[m[1]] + m[3] == score)

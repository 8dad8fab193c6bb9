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
    [(mode, step) for mode in range(len(MODES)) if (step := STEPS[mode][label]) is not None]
    for label in range(len(LABELS))
]
"""For each label the modes that it can follow, with the step it makes."""


Scores: TypeAlias = "array[int]"
"""A number for each mode; an array takes a fifth of the memory of a list."""


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
    forward, back = _forward(units)
    behind = _backward(units)
    return _trace(units, forward, back, behind)


def _forward(units: Sequence[Candidates]) -> tuple[list[Scores], list[Scores]]:
    """Best scores of each mode after each unit, and by which mode and candidate it was reached."""
    scores = [NEVER] * len(MODES)
    scores[MODE["start"]] = 0
    table, back = [array("q", scores)], list[Scores]()
    for candidates in units:
        after, origin = [NEVER] * len(MODES), [0] * len(MODES)
        for n, (label, weight) in enumerate(candidates):
            for mode, (target, cost, _) in ARCS[label]:
                total = scores[mode] + cost + weight
                if total > after[target]:
                    after[target] = total
                    origin[target] = n * len(MODES) + mode
        scores = after
        table.append(array("q", scores))
        back.append(array("q", origin))
    return table, back


def _backward(units: Sequence[Candidates]) -> list[Scores]:
    """Best scores from each mode after each unit to the end."""
    scores = list(FINAL)
    table = [array("q", scores)]
    for candidates in reversed(units):
        before = [NEVER] * len(MODES)
        for label, weight in candidates:
            for mode, (target, cost, _) in ARCS[label]:
                total = cost + weight + scores[target]
                if total > before[mode]:
                    before[mode] = total
        scores = before
        table.append(array("q", scores))
    table.reverse()
    return table


def _trace(
    units: Sequence[Candidates],
    forward: list[Scores],
    back: list[Scores],
    behind: list[Scores],
) -> list[Choice]:
    last = forward[-1]
    mode = max(range(len(MODES)), key=lambda m: (last[m] + FINAL[m] if last[m] != NEVER else NEVER, -m))
    choices = []
    for at in range(len(units) - 1, -1, -1):
        n, previous = divmod(back[at][mode], len(MODES))
        step = STEPS[previous][units[at][n][0]]
        assert step is not None
        choices.append(Choice(units[at][n][0], step.opens, _margin(units[at], forward[at], behind[at + 1], step.opens)))
        mode = previous
    choices.reverse()
    return choices


def _margin(candidates: Candidates, before: Scores, after: Scores, opens: bool) -> int:
    """The best total with this boundary decision minus the best with the other one."""
    best = [NEVER, NEVER]
    for label, weight in candidates:
        for mode, (target, cost, step_opens) in ARCS[label]:
            total = before[mode] + cost + weight + after[target]
            if total > best[step_opens]:
                best[step_opens] = total
    other = best[not opens]
    return SURE if other <= NEVER // 2 else min(SURE, best[opens] - other)

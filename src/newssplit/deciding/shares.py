"""How much of all readings agrees with the best path: what share of the probability each choice has.

A path that has lost so many decibans against the best one is that much less likely. Summing over all paths, forwards
and backwards, gives for each unit the share of those that take it for the same, and of those that agree whether an
item begins there. Evidence overlaps: the same thing is seen by several rules, which makes a lead look surer than it
is. So only COOL of each deciban is believed.

The same bytes come out on every machine: powers are made by repeated multiplication, and all sums have one order.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import repeat
from typing import TypeAlias

from newssplit.deciding.grammar import MODE, MODES
from newssplit.deciding.path import COUNTS, Choice, Paths, Turn
from newssplit.light import NamedTuple

COOL = 0.5
"""How much of a deciban is believed: a path that has lost twenty is one tenth as likely as the best one."""
DECIBAN = 0.8912509381337456
"""A deciban as a factor, 10 ** -0.05, at COOL."""
Worths: TypeAlias = list[float]
"""For each mode how much all paths that come to it, or go on from it, are worth; they add up to about 1."""


def powers(base: float, count: int) -> list[float]:
    """The first powers of a base, from 0."""
    found = [1.0]
    for _ in repeat(None, count - 1):
        found.append(found[-1] * base)
    return found


NOTHING = 0.0
"""One object for all that are nothing, which most are."""
LEAST = 1e-300
"""What is alive is never worth nothing, however little it may be against the rest."""
POWER = powers(DECIBAN, COUNTS + 1)
"""For each loss how likely a path is against one without."""


class Share(NamedTuple):
    """How far all readings of a dump agree on one unit: shares from 0 to 1."""

    label: float
    """Of those that take it for what it was taken for."""
    border: float
    """Of those that agree whether an item begins with it."""
    second: int
    """The label that has the second largest share; that of the choice where there is none."""
    second_share: float


Backwards: TypeAlias = tuple[float, int, float, float]
"""The fields of a share, the last one first, as shares are found from the end of the dump."""
CERTAIN: Backwards = (0.0, -1, 1.0, 1.0)
"""Of a unit of which there is no second reading."""


class Shares:
    """The shares of all units, as numbers: as objects they would be a tenth of all that is kept of a large dump."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: array[float]):
        self._numbers = numbers
        """Four for each unit."""

    def __len__(self) -> int:
        return len(self._numbers) // len(Share._fields)

    def __getitem__(self, at: int) -> Share:
        label, border, second, second_share = self.of(range(len(self))[at])  # which counts from the end, too
        return Share(label, border, int(second), second_share)

    def of(self, at: int) -> array[float]:
        """The fields of the share of one unit, all as numbers of one type: quicker to come by than a Share."""
        return self._numbers[4 * at : 4 * at + 4]


def shares_of(paths: Paths) -> Shares:
    """A share for each unit; time and memory grow linearly with their number."""
    ahead, found = _ahead(paths.turns), array("d")
    behind = [1.0] * len(MODES)
    for at in range(len(paths.turns) - 1, -1, -1):
        turns, worths = paths.turns[at], ahead.pop()  # which is needed no more
        if len(turns) == 1:
            found.extend(CERTAIN)
            behind[turns[0][0]] = behind[turns[0][1]]
            continue
        share, behind = _share(turns, worths, behind, paths.choices[at])
        found.extend(share)
    found.reverse()
    return Shares(found)


def _ahead(unit_turns: Sequence[Sequence[Turn]]) -> list[Worths]:
    """What all paths to each mode are worth, before each unit."""
    now, none, least, power = [0.0] * len(MODES), [0.0] * len(MODES), LEAST, POWER
    now[MODE["start"]] = 1.0
    found = list[Worths]()
    for turns in unit_turns:
        found.append(now)
        after, total = none[:], 0.0
        for mode, target, loss, _, _ in turns:
            worth = (now[mode] or least) * power[loss]
            after[target] += worth
            total += worth
        now = [worth / total if worth else NOTHING for worth in after]
    return found


def _share(turns: Sequence[Turn], ahead: Worths, behind: Worths, choice: Choice) -> tuple[Backwards, Worths]:
    """The share of a unit, and what all paths from each mode are worth before it: one walk over its steps for both."""
    labels: dict[int, float] = {}  # hardly a unit has more than three
    before, least, powers_of = [0.0] * len(MODES), LEAST, POWER
    opening = total = whole = 0.0
    for mode, target, loss, label, opens in turns:
        power, further = powers_of[loss], behind[target]
        worth = ahead[mode] * power * further
        if label in labels:
            labels[label] += worth
        else:
            labels[label] = worth
        total += worth
        if opens:
            opening += worth
        worth = (further or least) * power
        before[mode] += worth
        whole += worth
    share = _shared(labels, opening, total or least, choice)
    return share, [worth / whole if worth else NOTHING for worth in before]


def _shared(labels: dict[int, float], opening: float, total: float, choice: Choice) -> Backwards:
    """The share of a unit whose labels are worth so much, all together and as far as an item opens with it."""
    second, opens, _ = choice
    own, second_worth = labels.pop(second, 0.0), 0.0
    for label in sorted(labels) if len(labels) > 1 else labels:
        if labels[label] > second_worth:
            second, second_worth = label, labels[label]
    border = opening if opens else total - opening
    return second_worth / total, second, border / total, own / total

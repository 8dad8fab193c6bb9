"""How much of all readings agrees with the best path: what share of the probability each choice has.

A path that has lost so many decibans against the best one is that much less likely. Summing over all paths, forwards
and backwards, gives for each unit the share of those that take it for the same, and of those that agree whether an
item begins there. Evidence overlaps: the same thing is seen by several rules, which makes a lead look surer than it
is. So only COOL of each deciban is believed.

The same bytes come out on every machine: powers are made by repeated multiplication, and all sums have one order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import TypeAlias

from newssplit.deciding.grammar import MODE, MODES
from newssplit.deciding.path import COUNTS, Choice, Paths, Turn
from newssplit.fields import new
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


CERTAIN = Share(1.0, 1.0, -1, 0.0)
"""Of a unit of which there is no second reading."""


def shares_of(paths: Paths) -> list[Share]:
    """A share for each unit; time and memory grow linearly with their number."""
    ahead, found = _ahead(paths.turns), list[Share]()
    behind = [1.0] * len(MODES)
    for turns, choice, worths in zip(reversed(paths.turns), reversed(paths.choices), reversed(ahead), strict=True):
        if len(turns) == 1:
            found.append(CERTAIN)
            behind[turns[0][0]] = behind[turns[0][1]]
            continue
        share, behind = _share(turns, worths, behind, choice)
        found.append(share)
    found.reverse()
    return found


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
        now = [worth and worth / total for worth in after]
    return found


def _share(turns: Sequence[Turn], ahead: Worths, behind: Worths, choice: Choice) -> tuple[Share, Worths]:
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
    return share, [worth and worth / whole for worth in before]


def _shared(labels: dict[int, float], opening: float, total: float, choice: Choice) -> Share:
    """The share of a unit whose labels are worth so much, all together and as far as an item opens with it."""
    second, opens, _ = choice
    own, second_worth = labels.pop(second, 0.0), 0.0
    for label in sorted(labels) if len(labels) > 1 else labels:
        if labels[label] > second_worth:
            second, second_worth = label, labels[label]
    border = opening if opens else total - opening
    return new(Share, (own / total, border / total, second, second_worth / total))

"""What the layout of a unit says in this dump: its lines are set alike where they are alike.

The rules know what a blank line, an indentation or a mark mostly means; what it means in this dump its own lines tell.
So a dump is read twice. What the first reading took for headlines, crossheads, running text … shows how each is set
here. In the second one it counts for a unit if it is set as those are, as far as that is more than is usual
(data/layouts.json) and more than all lines of the dump have in common.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from math import log10
from typing import TypeAlias

from newssplit.deciding.grammar import Grammar
from newssplit.deciding.path import best_labels
from newssplit.labels import LABEL
from newssplit.packaged import packaged_text
from newssplit.reading.habits import SAMPLE
from newssplit.rules.layout import Layout, features, layout_of
from newssplit.rules.sight import Sight
from newssplit.rules.table import SetAlike, Weighed

SET = tuple([LABEL[name] for name in ("headline", "crosshead", "text", "last")])
"""Labels that a paper sets in a way of its own."""
ANY = -1
"""Instead of a label: all units, whatever they are."""
ALL = ""
"""Instead of a feature: whatever a unit's layout is."""
BELIEVED = 0.3
"""How much of a deciban is believed, as features of a layout go together."""
USUAL = 1.0
"""What is usual counts as much as so many units of the dump."""
MOST = 12
"""Decibans that a layout can give or take."""
KINDS = 30
"""So many different features of a sort may be seen, as far as the unseen ones are concerned."""
NO_LABEL = -1

Key: TypeAlias = tuple[int, str]
"""A label, or ANY, and a feature of a layout, or ALL."""


@cache
def _usual() -> dict[Key, int]:
    """How often each label has each feature in annotated issues."""
    data = json.loads(packaged_text("layouts.json"))
    return {(LABEL.get(label, ANY), feature): number for label, row in data.items() for feature, number in row.items()}


@cache
def _usual_share(label: int, feature: str) -> float:
    usual = _usual()
    return (usual.get((label, feature), 0) + 1) / (usual[label, ALL] + KINDS)


class Layouts:
    """How units are set in a dump, as far as its first ones say."""

    __slots__ = ("_counts", "_first", "_known", "_taken", "_told")

    def __init__(self, first: Sequence[Layout], taken: Sequence[int]):
        """The layouts of the first units, and the labels that they were taken for."""
        self._first, self._taken = first, taken
        self._counts = counted(first, taken)
        self._told: dict[tuple[str, int], list[float]] = {}
        self._known: dict[tuple[Layout, int], SetAlike] = {}

    def handed_on(self) -> Layouts:
        """The same for other units than those that it was learnt from."""
        other = Layouts((), ())
        other._counts = self._counts
        return other

    def seen(self, sights: Sequence[Sight], evidence: Sequence[Weighed]) -> list[Weighed]:
        """The evidence for units together with what their layouts say."""
        made: dict[tuple[Weighed, SetAlike], Weighed] = {}
        found: list[Weighed] = []
        first, taken, learnt = self._first, self._taken, len(self._taken)
        for n, weighed in enumerate(evidence):
            if len(weighed.candidates) > 1:
                said = (
                    self._of(first[n], taken[n] if taken[n] in SET else NO_LABEL)
                    if n < learnt
                    else self._of(layout_of(sights[n]), NO_LABEL)
                )
                if said:
                    key = (weighed, said)
                    if key not in made:
                        made[key] = weighed.with_layout(said)
                    weighed = made[key]
            found.append(weighed)
        return found

    def _of(self, layout: Layout, taken: int) -> SetAlike:
        """What a layout gives to each label; a unit is no witness for itself, as which it was `taken`."""
        key = (layout, taken)
        if key not in self._known:
            told = [
                sum(of_label) for of_label in zip(*[self._of_feature(f, taken) for f in features(layout)], strict=True)
            ]
            worths = [max(-MOST, min(MOST, round(BELIEVED * worth))) for worth in told]
            self._known[key] = tuple([(label, worth) for label, worth in zip(SET, worths, strict=True) if worth])
        return self._known[key]

    def _of_feature(self, feature: str, taken: int) -> list[float]:
        """What a feature says for each label of SET, in decibans."""
        key = (feature, taken)
        found = self._told.get(key)
        if found is None:
            if taken == NO_LABEL:
                any_of_them = self._more(ANY, feature, 0)
                found = [self._more(label, feature, 0) - any_of_them for label in SET]
            else:
                found = list(self._of_feature(feature, NO_LABEL))
                at = SET.index(taken)
                found[at] += self._more(taken, feature, 1) - self._more(taken, feature, 0)
            self._told[key] = found
        return found

    def _more(self, label: int, feature: str, own: int) -> float:
        """By how many decibans a feature is likelier here than it usually is; `own` units are left out."""
        usual, counts = _usual_share(label, feature), self._counts
        of, among = counts.get((label, feature), 0) - own, counts.get((label, ALL), 0) - own
        return 10 * log10((of + USUAL * usual) / (among + USUAL) / usual)


def counted(layouts: Sequence[Layout], taken: Sequence[int]) -> dict[Key, int]:
    """How often units that were taken for each label, and all of them, have each feature."""
    counts: dict[Key, int] = defaultdict(int)
    for (layout, label), number in Counter(zip(layouts, taken, strict=True)).items():
        for of in (ANY, label) if label in SET else (ANY,):
            counts[of, ALL] += number
            for feature in features(layout):
                counts[of, feature] += number
    return dict(counts)


def learn_layouts(
    sights: Sequence[Sight], evidence: Sequence[Weighed], borders: Sequence[int], grammar: Grammar
) -> Layouts:
    """How the first units of a dump are set, by a first reading of them."""
    taken = best_labels([e.candidates for e in evidence[:SAMPLE]], borders[:SAMPLE], grammar)
    return Layouts([layout_of(s) for s in sights[:SAMPLE]], taken)

"""What each unit of a dump was taken for, put together when it is asked for: a large dump has millions of readings."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import overload

from newssplit.deciding.path import Choice
from newssplit.deciding.shares import Shares
from newssplit.labels import LABELS
from newssplit.model import Reading, Span
from newssplit.reading.units import Unit
from newssplit.rules.table import Weighed

NOWHERE = -1
"""The item of a unit that is in none."""


class Places:
    """Where the units of a dump stand, as numbers."""

    def __init__(self, units: Iterable[Unit], lines: Sequence[int]):
        """`lines` are the places where the lines of the source begin."""
        self.starts, self.ends, self.lines = array("q"), array("q"), array("q")
        for unit in units:
            self.starts.append(unit.start)
            self.ends.append(unit.end)
            self.lines.append(bisect_right(lines, unit.start))


class Readings(Sequence[Reading]):
    """All readings of a dump, in order; as good as a tuple of them."""

    __slots__ = ("_choices", "_evidence", "_items", "_places", "_shares")

    def __init__(
        self,
        places: Places,
        evidence: Sequence[Weighed],
        choices: Sequence[Choice],
        shares: Shares,
        items: Sequence[int],
    ):
        self._places, self._evidence, self._choices, self._items = places, evidence, choices, items
        self._shares = shares

    def __len__(self) -> int:
        return len(self._choices)

    @overload
    def __getitem__(self, at: int) -> Reading: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Reading, ...]: ...

    def __getitem__(self, at: int | slice) -> Reading | tuple[Reading, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        places, choice, item, share = self._places, self._choices[at], self._items[at], self._shares[at]
        return Reading(
            Span(places.starts[at], places.ends[at]),
            places.lines[at],
            LABELS[choice.label],
            self._evidence[at].evidence(choice.label),
            choice.margin,
            None if item == NOWHERE else item,
            round(share.label, 4),
            round(share.border, 4),
            LABELS[share.second] if share.second_share > 0 else None,
            round(share.second_share, 4),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<Readings: {len(self)}>"

    def __reduce__(self) -> tuple[type[tuple[Reading, ...]], tuple[tuple[Reading, ...]]]:
        return tuple, (tuple(self),)

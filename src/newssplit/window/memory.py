"""What must be known of all items that were given out: their ids and their texts, as numbers of eight bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import merge
from operator import itemgetter

RECENT = 1 << 14
"""So many pairs are kept as Python's objects, which take ten times as much, before they are put in order."""
Run = tuple["array[int]", "array[int]"]
"""Keys, rising, and their values."""


class Table:
    """A number for each of millions of numbers, in 16 bytes a pair: what was put in last counts."""

    def __init__(self) -> None:
        self._recent = dict[int, int]()
        self._runs = list[Run]()
        """Each more than twice as long as the next one, so that there are few."""

    def get(self, key: int) -> int | None:
        """The value of a key, both from 0 to 2 ** 64 - 1; None where it has none."""
        found = self._recent.get(key)
        if found is not None:
            return found
        for keys, values in reversed(self._runs):
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at] == key:
                return values[at]
        return None

    def put(self, key: int, value: int) -> None:
        """Give a key its value."""
        self._recent[key] = value
        if len(self._recent) >= RECENT:
            self._put_in_order()

    def _put_in_order(self) -> None:
        keys = sorted(self._recent)
        new: Run = array("Q", keys), array("Q", [self._recent[key] for key in keys])
        self._recent.clear()
        while self._runs and len(self._runs[-1][0]) <= 2 * len(new[0]):
            new = _merged([self._runs.pop(), new])
        self._runs.append(new)


def _merged(runs: Sequence[Run]) -> Run:
    """Two runs in one; of a key that is in both the value in the second counts."""
    keys, values = array("Q"), array("Q")
    for key, value in _pairs(runs):
        if keys and keys[-1] == key:
            values[-1] = value
        else:
            keys.append(key)
            values.append(value)
    return keys, values


def _pairs(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    # of equal keys merge gives those of the earlier run first
    return merge(*(zip(keys, values, strict=True) for keys, values in runs), key=itemgetter(0))


class Seen:
    """How often an item of each digest has been numbered: what `article_id` asks."""

    def __init__(self) -> None:
        self._table = Table()

    def __getitem__(self, digest: bytes) -> int:
        return self._table.get(int.from_bytes(digest, "big")) or 0

    def __setitem__(self, digest: bytes, times: int) -> None:
        self._table.put(int.from_bytes(digest, "big"), times)

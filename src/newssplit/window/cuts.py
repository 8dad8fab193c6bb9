"""Where a piece of a dump may end: where an item surely begins and nothing above is left open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise

from newssplit.assembling.draft import Draft
from newssplit.deciding.path import Choice
from newssplit.rules.sight import Sight
from newssplit.window.sizes import Window


def line_start(sight: Sight, starts: Sequence[int]) -> int:
    """Where the line of the source begins on which a unit does; `starts` are those of all lines."""
    return starts[bisect_right(starts, sight.unit.start) - 1]


EVIDENT = 20
"""Decibans by which an item begins at a place rather than not: a hundred to one."""


def sure_places(
    sights: Sequence[Sight],
    choices: Sequence[Choice],
    starts: Sequence[int],
    between: tuple[int, int],
    least: int = EVIDENT,
) -> list[int]:
    """The places of units with which a line begins and, as sure as `least`, an item, from one offset to another."""
    first, end = between
    found = list[int]()
    for n in range(1, len(sights)):
        choice, unit = choices[n], sights[n].unit
        if not choice.opens or choice.margin < least or unit.inline or not first <= unit.start <= end:
            continue
        if sights[n - 1].unit.end <= line_start(sights[n], starts):
            found.append(n)
    return found


def best_place(
    places: Collection[int],
    sights: Sequence[Sight],
    choices: Sequence[Choice],
    parted: Collection[int],
    window: Window,
) -> int | None:
    """Of the places near the last the surest one, and of those where an issue begins, or a page; None where each parts
    halves.

    `parted` are those that lie between two halves of one article."""
    good = [n for n in places if n not in parted]
    if not good:
        return None
    near = sights[max(good)].unit.start - window.ahead
    return max(
        (n for n in good if sights[n].unit.start >= near), key=lambda n: (choices[n].margin, _border(sights, n), n)
    )


def _border(sights: Sequence[Sight], n: int) -> int:
    """2 where furniture right above says a date, as that of an issue does, 1 where it ends a page, else 0."""
    border = 0
    while n > 0 and (found := sights[n - 1].furniture) is not None:
        n -= 1
        border = max(border, 2 if found.page.date and found.page.newspaper else int(found.breaks))
    return border


def between_halves(
    places: Iterable[int], drafts: Sequence[Draft], joined: Iterable[Sequence[int]], far: Callable[[int, int], bool]
) -> set[int]:
    """The places that part what was joined; each of `joined` are the numbers of the drafts of one article.

    `far` says of two units whether they stand so far apart that nobody can wait for the second one."""
    begins = [draft.places[0] for draft in drafts]
    found, left = set[int](), sorted(places)
    for made_of in joined:
        for one, other in pairwise(sorted(made_of)):
            above, below = begins[one], begins[other]
            if not far(above, below):
                found.update(left[bisect_right(left, above) : bisect_right(left, below)])
    return found

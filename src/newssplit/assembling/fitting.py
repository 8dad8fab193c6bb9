"""Whether two halves are one article, and how a text goes on across the gap: asked within a dump and across files."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from newssplit.assembling.texts import breaks_off
from newssplit.lexicon import fold, keyed
from newssplit.light import NamedTuple
from newssplit.reading.lines import glue

SHARED = 3
"""Two headlines say the same if they share so many pairs of neighbouring characters …"""
SHARED_PART = 0.5
"""… and so many of the shorter one's."""
Person = TypeVar("Person")


class First(NamedTuple):
    """What is compared of a half that says where it goes on."""

    page: str | None
    continues_on: str | None
    title: str
    """The key of its whole headline."""
    breaks_off: bool
    """Whether its text stops in mid-sentence."""


class Second(NamedTuple):
    """What is compared of a half that says where it comes from."""

    page: str | None
    continued_from: str | None
    title: str
    """The key of the headline that stands over it, or that its mark names."""
    has_text: bool


class Fit(NamedTuple):
    """How well two halves fit."""

    pages: int
    """How many of them name the page that the other stands on."""
    other_pages: int
    """How many of them name another page."""
    title: int
    """4: one headline holds the other; 1: they say the same; -3: they do not; 0: one half has none."""
    goes_on: bool
    """Whether the second has a text for a sentence that the first leaves open."""

    @property
    def score(self) -> int:
        """The higher, the better."""
        return 3 * self.pages - 2 * self.other_pages + self.title + self.goes_on


def title_key(printed: str | None) -> str:
    """What headlines are compared by: no script, width, space or punctuation."""
    return keyed(fold(printed or ""))


def fit(first: First, second: Second) -> Fit:
    """The pages that the halves name, their headlines, the sentence across the gap."""
    onward = bool(first.continues_on and second.page)  # asked of each two halves that are near: nothing is made for it
    back = bool(second.continued_from and first.page)
    pages = (onward and first.continues_on == second.page) + (back and second.continued_from == first.page)
    goes_on = first.breaks_off and second.has_text
    return Fit(pages, onward + back - pages, _titles(first.title, second.title), goes_on)


def _titles(one: str, other: str) -> int:
    if not one or not other:
        return 0
    if one in other or other in one:
        return 4
    pairs, others = _pairs(one), _pairs(other)
    shared = len(pairs & others)
    return 1 if shared >= SHARED and shared >= SHARED_PART * min(len(pairs), len(others)) else -3


def _pairs(title: str) -> set[str]:
    return {title[n : n + 2] for n in range(len(title) - 1)}


def is_cut(last: str, *, crosshead: bool) -> bool:
    """Whether the last paragraph of a half goes on in the next one."""
    return not crosshead and breaks_off(last)


def one_text(before: str, after: str) -> str:
    """A paragraph of the two that a gap has made of it."""
    return before + glue(before, after) + after


def all_makers(first: Sequence[Person], second: Sequence[Person], who: Callable[[Person], Hashable]) -> list[Person]:
    """The people of both halves; `who` tells whether somebody signs both."""
    known = {who(person) for person in first}
    return [*first, *(person for person in second if who(person) not in known)]

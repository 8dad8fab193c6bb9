"""Where the articles of a list stand in the dump: an owner for each of its characters.

Gold has no offsets, so both sides are located by their texts, in the same way.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from newssplit.evaluation.comparing import BLOCK, Item, paragraphs, value_of

PIECE = 4
"""A text that the dump interrupts is looked for in pieces of at least so many characters."""


class Dump(NamedTuple):
    """A dump without its spaces, in NFKC."""

    text: str
    lines: list[int]
    """For each character the index of the line that it stands in."""


Owners = list[int | None]
"""For each character of `Dump.text` the index of the article that holds it."""


def read_dump(source: str) -> Dump:
    text, lines = [], []
    for number, line in enumerate(source.splitlines()):
        visible = "".join(unicodedata.normalize("NFKC", line).split())
        text.append(visible)
        lines += [number] * len(visible)
    return Dump("".join(text), lines)


def owners(dump: Dump, articles: list[Item]) -> Owners:
    """Who holds each character; None: furniture, bylines, repeats and whatever is in no text."""
    found: Owners = [None] * len(dump.text)
    at = 0
    for number, article in enumerate(articles):
        for text in _texts(article):
            at = claim(dump.text, text, at, number, found)
    return found


def _texts(article: Item) -> list[str]:
    """Headline block and paragraphs."""
    return [t for t in (*(value_of(article, name) for name in BLOCK), *paragraphs(article)) if t]


def claim(dump: str, text: str, at: int, number: int, found: Owners) -> int:
    """Give `text` to an article, where it stands next after `at` and is free; the place behind it."""
    while text:
        place, size = _next(dump, text, at, found)
        if place < 0:
            return at
        found[place : place + size] = [number] * size
        at, text = place + size, text[size:]
    return at


def _next(dump: str, text: str, at: int, found: Owners) -> tuple[int, int]:
    """Place and length of the longest beginning of `text` that is free, from `at` on or else anywhere."""
    if (place := _free(dump, text, at, found)) >= 0:
        return place, len(text)
    short, long = 0, len(text)
    best = -1
    while long - short > 1:
        middle = (short + long) // 2
        if (place := _free(dump, text[:middle], at, found)) >= 0:
            short, best = middle, place
        else:
            long = middle
    return (best, short) if short >= min(PIECE, len(text)) else (-1, 0)


def _free(dump: str, text: str, at: int, found: Owners) -> int:
    for begin in (at, 0):
        place = dump.find(text, begin)
        while place >= 0:
            if found[place] is None and found[place + len(text) - 1] is None:
                return place
            place = dump.find(text, place + 1)
    return -1

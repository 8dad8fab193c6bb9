"""Sets of characters as numbers, with a bit for each character of an alphabet that is made for a pattern.

The alphabet holds every character that the pattern names, the ones beside them, and some of each sort that `\\s`,
`\\p{Han}` … tell apart. What a set holds the engine itself is asked, so that nothing is thought twice here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

import regex

SORTS = (
    r"\s", r"\d", r"\w", r"\p{Han}", r"\p{Latin}", r"\p{Lu}", r"\p{Ll}", r"\p{M}", r"[\n\r]", r"[\x00-\x7f]",
    r"[\ue000-\uffff]",
)  # fmt: skip
OF_A_SORT = 4
"""So many characters of each sort are in every alphabet."""


@cache
def _common() -> str:
    """Some characters of each sort, as the engine sorts them."""
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x11000), *range(0x20000, 0x20100))))
    sorts = [set(regex.findall(sort, every)) for sort in SORTS]
    by_sort = groupby(sorted(every, key=lambda c: ([c in s for s in sorts], c)), key=lambda c: [c in s for s in sorts])
    return "".join(c for _, those in by_sort for c in _spread(list(those)))


def _spread(characters: list[str]) -> list[str]:
    step = max(1, len(characters) // OF_A_SORT)
    return characters[::step][: OF_A_SORT + 1]


def alphabet_of(source: str) -> str:
    """All characters that may matter to the pattern."""
    named = {m[0] for m in re.finditer(r"\\x..|\\u....|\\U........", source)}
    characters = set(source) | {chr(int(escape[2:], 16)) for escape in named}
    beside = {chr(ord(c) + step) for c in characters for step in (-1, 1) if 0 < ord(c) < 0x10FFFF}
    return "".join(sorted(characters | {c for c in beside if not "\ud800" <= c <= "\udfff"} | set(_common())))


@cache
def mask_of(engine: str, one: str, flags: int, alphabet: str) -> int:
    """The characters of the alphabet that something which stands for one character matches."""
    found = {"re": re, "regex": regex}[engine].compile(one, flags).finditer(alphabet)
    return sum(1 << m.start() for m in found)

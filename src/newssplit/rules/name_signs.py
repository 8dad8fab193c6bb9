"""How much a word reads as a person's name, and where a name ends that is printed together with a place.

No sign is sure: 司 is a surname and 公司 no name, 香島行山人 is one without a surname. Each adds to a grade.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.packaged import packaged
from newssplit.rules.names import DOT_RE, DOTTED_RE, is_name

Places = Callable[[str], bool]
"""Tells whether the text knows a folded word as a place."""
WHOLE = 4
"""Grade of a name that has dots inside: 叶尔兰·哈孜别克."""
KNOWN_PLACE, CALLED_PLACE, DATED_PLACE = 8, 4, 3
"""What speaks for a place: that it is known; that it ends as places do; that a day stands behind it."""
TOGETHER = 2
"""What speaks against two names that nothing parts."""
LONGEST_PLACE = 6
PLACE_ENDS = "市县州区镇乡村省港湾岛府京"


class Signs(NamedTuple):
    given: frozenset[str]
    """Characters of given names, in both scripts."""
    surnames: frozenset[str]
    """Common ones."""
    never: frozenset[str]
    """What no given name holds."""


@cache
def name_signs() -> Signs:
    """What names are usually made of."""
    table = packaged("names.toml")
    return Signs(*(frozenset("".join(table[key].split())) for key in ("given", "surnames", "never")))


def grade(text: str, lexicon: Lexicon) -> int:
    """How much a text without spaces reads as one name: 5 for 王丽萍, 0 where as much speaks for it as against it."""
    if DOT_RE.search(text) and DOTTED_RE.fullmatch(text):
        return WHOLE
    signs, folded = name_signs(), fold(text)
    compound = folded[:2] in lexicon.compound_surnames and len(text) > 2
    given = text[2:] if compound else text[1:]
    if not 1 <= len(given) <= 2:
        return -2
    sign = sum(1 if c in signs.given else -3 if c in signs.never else 0 for c in given)
    if compound:
        return 3 + sign
    return sign + (len(given) == 2) + (2 if text[0] in signs.surnames else 0 if folded[0] in lexicon.surnames else -3)


def unlike(text: str, lexicon: Lexicon) -> bool:
    """Whether a character behind the first one says that this is no name: 时指出, 回来了, 第三版; 二营报道组 is one."""
    never = name_signs().never
    if lexicon.ends(fold(text), "people", "offices"):
        return False
    return any(c in never for c in text[1:]) or text[0] in "第这這那为為把被让讓"


def divide_place(run: str, lexicon: Lexicon, places: Places, *, dated: bool) -> int | None:
    """How many characters of a run such as 簡沛岑東嶼 are the name, before the place; None where it holds no place.

    `dated`: a day stands behind the run, as behind the places of datelines."""
    best, size = max(((_parted(run, n, lexicon, places, dated), n) for n in (2, 3, 4)), default=(0, 0))
    if best <= 0 or (not dated and best <= _as_names(run, lexicon)):
        return None
    return size


def _parted(run: str, size: int, lexicon: Lexicon, places: Places, dated: bool) -> int:
    name, place = run[:size], fold(run[size:])
    if not 2 <= len(place) <= LONGEST_PLACE or not is_name(name, lexicon):
        return -1
    found = grade(name, lexicon) + DATED_PLACE * dated
    if place in lexicon.wordset("marks", "places") or places(place):
        return found + KNOWN_PLACE
    return found + (CALLED_PLACE if place[-1] in PLACE_ENDS else 0) - (grade(place, lexicon) > 2)


def _as_names(run: str, lexicon: Lexicon) -> int:
    """The grade of the run as one name, or as two."""
    sizes = range(2, len(run) - 1)
    whole = grade(run, lexicon) if is_name(run, lexicon) else -1
    two = (
        grade(run[:n], lexicon) + grade(run[n:], lexicon) - TOGETHER
        for n in sizes
        if is_name(run[:n], lexicon) and is_name(run[n:], lexicon)
    )
    return max([whole, *two])

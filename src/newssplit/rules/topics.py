"""Whether two stretches of text speak of the same things: a new article shares few words with the one before.

Measured on golden issues: of the paragraphs below a crosshead one in thirty shares no pair of characters with
the article so far, of those below a new headline nearly every second one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import NOT_HAN
from newssplit.patterns import re
from newssplit.rules.sight import UNCOUNTED, Sight

COMMON = "的了在是和与也都不就有一这那他她它我你们个为到说上下中大人年月日来去对着地得以把被让给从向还又再最很更会能要可這個們為說來對著從會讓給與還"
BEFORE, BEHIND = 500, 150
"""Characters looked at on either side."""
ENOUGH = 20
"""Fewer pairs than this say nothing."""
FIRST = 60
"""So many characters hold enough of them in nearly any text."""
MOST = 2
"""More shared pairs than this say no more."""


@cache
def _pair_re() -> re.Pattern[str]:
    """Two characters that are not everywhere, at each place."""
    return re.compile(f"(?=([^{NOT_HAN}{COMMON}]{{2}}))")


def pairs_of(text: str) -> list[str]:
    """Its pairs of neighbouring characters that are not everywhere."""
    return _pair_re().findall(text)


def shared_pairs(s: Sight) -> int | None:
    """How many pairs of characters the text below shares with the article above, up to MOST; None for too little text."""
    if s.shared == UNCOUNTED:
        s.shared = _count(s)
    return s.shared


def _count(s: Sight) -> int | None:
    pairs_in, above, below = _pair_re().findall, text_above(s), _below(s)
    begin = pairs_in(below, 0, FIRST + 1)
    if not _say_enough(above, pairs_in(above, 0, FIRST)) or not _say_enough(below, begin):
        return None
    return _shared(above, below, begin)


def _say_enough(text: str, begin: Sequence[str]) -> bool:
    """Whether enough pairs in a text differ; hardly ever more than those at its beginning have to be looked at."""
    return len(set(begin)) >= ENOUGH or len(set(pairs_of(text))) >= ENOUGH


def _shared(above: str, below: str, pairs: Sequence[str]) -> int:
    """How many pairs of the text below stand in that above, up to MOST: stretch by stretch, as nearly always the first
    one, whose pairs are given, has so many."""
    shared: set[str] = set()
    for at in range(FIRST, len(below) + FIRST, FIRST):
        for pair in pairs:  # to look for these is faster than to list those above
            if pair in above:
                shared.add(pair)
                if len(shared) == MOST:
                    return MOST
        pairs = _pair_re().findall(below, at, at + FIRST + 1)
    return len(shared)


def text_above(s: Sight) -> str:
    """What the article so far says, up to its beginning or BEFORE characters."""
    text, at = "", s.prev
    while at is not None and len(text) < BEFORE and at.furniture is None and not at.repeat:
        text += at.text[:BEFORE] + "\n"
        at = None if at.lede is not None else at.prev
    return text


def _below(s: Sight) -> str:
    text, at = s.text + "\n", s.next
    while at is not None and len(text) < BEHIND and at.prose and at.furniture is None and at.lede is None:
        text, at = text + at.text[:BEHIND] + "\n", at.next
    return text

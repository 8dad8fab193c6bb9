"""Whether two stretches of text speak of the same things: a new article shares few words with the one before.

Measured on golden issues: of the paragraphs below a crosshead one in thirty shares no pair of characters with
the article so far, of those below a new headline nearly every second one does.
"""

from __future__ import annotations

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
    above, below = text_above(s), _below(s)
    return _shared(above, below) if _say_enough(above) and _say_enough(below) else None


def _say_enough(text: str) -> bool:
    """Whether enough pairs in a text differ; hardly ever more than its beginning has to be looked at."""
    pairs_in = _pair_re().findall
    return len(set(pairs_in(text, 0, FIRST))) >= ENOUGH or len(set(pairs_in(text))) >= ENOUGH


def _shared(above: str, below: str) -> int:
    """How many pairs of the text below stand in that above, up to MOST: stretch by stretch, as nearly always the first
    one has so many."""
    pairs_in = _pair_re().findall
    shared: set[str] = set()
    for at in range(0, len(below), FIRST):
        for pair in pairs_in(below, at, at + FIRST + 1):  # to look for these is faster than to list those above
            if pair in above:
                shared.add(pair)
                if len(shared) == MOST:
                    return MOST
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

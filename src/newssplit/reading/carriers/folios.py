"""Numbers of a file's pages that stand by themselves, far from the margin: `                    2`."""

from __future__ import annotations

from itertools import pairwise

from newssplit.patterns import re
from newssplit.reading.carriers.chrome import Chrome
from newssplit.reading.carriers.printed import STOPS

FOLIO_RE = re.compile(r"(?P<gap>[ \t\u3000]{16,160})(?P<number>\d{1,3})\s*")
"""A number so far to the right as no paragraph's indentation is wide."""
HEAD_RE = re.compile(r"[^\W\d_]{2,4}(?:\u3000+[^\W\d_]{2,4})?\u3000+(?P<number>\d{1,2})")
APART = 4
"""Columns by which such numbers may stand apart, as they have one digit or three."""
FEWEST = 2
"""So many of them show that the file has pages."""


def take_folios(chrome: Chrome) -> None:
    """Numbers that stand alone in nearly the same column, if one of them parts a sentence, or if they do not go up one
    by one, as those of an essay's parts do."""
    found = {at: m for at, n in enumerate(chrome.full) if (m := FOLIO_RE.fullmatch(chrome.lines[n].text))}
    gaps = sorted(len(m["gap"]) for m in found.values())
    if len(found) < FEWEST or gaps[-1] - gaps[0] > APART:
        return
    numbers = [int(m["number"]) for m in found.values()]
    counted = all(b - a == 1 for a, b in pairwise(numbers))
    if not counted or any(_parts_sentence(chrome, at) for at in found):
        chrome.take("folio", list(found), "page")


def take_heads(chrome: Chrome) -> None:
    """The last lines of page heads whose other lines come again right above them: a page's name, perhaps its column,
    and a number set apart, which goes up: `副刊　晚渡　7`."""
    found = {at: int(m["number"]) for at, text in enumerate(chrome.texts) if (m := HEAD_RE.fullmatch(text))}
    below = {at: number for at, number in found.items() if _stands_below(chrome, at)}
    if len(below) >= FEWEST and all(a <= b for a, b in pairwise(below.values())):
        chrome.take("page head", [*below], "meta")


def _stands_below(chrome: Chrome, at: int) -> bool:
    """Whether a line of the carrier is right above."""
    n = chrome.full[at]
    return n not in chrome.found and n - 1 in chrome.found


def _parts_sentence(chrome: Chrome, at: int) -> bool:
    """Whether a sentence stops above a line and goes on below it, at the margin."""
    if not 0 < at < len(chrome.full) - 1:
        return False
    below = chrome.lines[chrome.full[at + 1]].text
    return chrome.texts[at - 1][-1] not in STOPS and not below[0].isspace()

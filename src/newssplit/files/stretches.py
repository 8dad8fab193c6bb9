"""Stretches of a text that are hardly Chinese: read in a wrong encoding, now or before the file was saved.

Of 7,000 stretches of 200 characters in issues of 1887 to 2025, each holds at least 9 % common characters and at
most 7 % rare ones. Where GB18030 was read as Big5, Big5 as GB18030 or UTF-8 as either, it is at most 3 % and at
least 26 %. The limits lie between. Lists of names have few common characters, too, but fewer rare ones.
"""

from __future__ import annotations

from functools import cache

from newssplit.files.encodings import ENOUGH_HITS, SURE_SHARE, measured
from newssplit.light import NamedTuple
from newssplit.patterns import re

LENGTH, ENOUGH = 200, 60
"""Characters of a stretch, and how many of them must be foreign for a share to mean anything."""
MOST_COMMON, LEAST_RARE = 0.05, 0.2
"""A stretch below the first share of common characters and above the second of rare ones is suspicious."""
UNEXPLAINED_RARE = 0.35
"""The share of rare ones that is told of where no other encoding makes Chinese of the stretch."""
PRIVATE_RE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LETTER_RE = re.compile("[\u3400-\u9fff\uf900-\ufaffÀ-ÖØ-öø-ÿ\U00020000-\U0003ffff]|" + PRIVATE_RE.pattern)
"""Chinese characters, and what stands in the place of one where it was misread."""
PAIRS = tuple(
    (read_as, written_in)
    for read_as in ("gb18030", "cp950", "cp1252", "latin-1")
    for written_in in ("gb18030", "cp950")
    if read_as != written_in
)
"""Read as the first, written in the second. UTF-8 that was misread is found by its form: mojibake.py."""


class Suspect(NamedTuple):
    """Suspicious stretches of a text."""

    characters: int
    """Their characters."""
    first: int
    """Where the line begins with which they do."""
    last: int
    """Where the last of them stands."""
    pair: tuple[str, str] | None
    """Which of PAIRS makes Chinese of them, if one does."""


def suspect(text: str) -> Suspect | None:
    """The stretches of a text that are hardly Chinese; None where there are none."""
    found = [at for at in range(0, len(text), LENGTH) if _suspicious(text[at : at + LENGTH])]
    if not found:
        return None
    end = found[0]
    for at in found:
        end = at + LENGTH if at == end else end
    index = _first_line(text, found[0])
    last = min(found[-1] + LENGTH, len(text)) - 1
    pair = _pair(text[index:end])
    known = pair or rare_share(text[index:end]) >= UNEXPLAINED_RARE
    return Suspect(len(found) * LENGTH, index, last, pair) if known else None


def rare_share(text: str) -> float:
    """The share of characters that hardly any paper prints, private ones among them."""
    letters = _LETTER_RE.findall(text)
    return sum(letter not in _usual() for letter in letters) / len(letters) if letters else 0.0


def _suspicious(stretch: str) -> bool:
    foreign, hits = measured(stretch)
    return foreign >= ENOUGH and hits < MOST_COMMON * foreign and rare_share(stretch) >= LEAST_RARE


# A suspicious stretch begins anywhere in a line, and what is wrong may begin in the stretch before.
def _first_line(text: str, first: int) -> int:
    start = text.rfind("\n", 0, max(first - LENGTH, 0)) + 1
    start = start if first - start < 2 * LENGTH else first
    for line in text[start : first + LENGTH].splitlines(keepends=True):
        if rare_share(line) >= UNEXPLAINED_RARE:
            return start
        start += len(line)
    return first


def _pair(stretch: str) -> tuple[str, str] | None:
    for read_as, written_in in PAIRS:
        foreign, hits = measured(stretch.encode(read_as, "replace").decode(written_in, "replace"))
        if hits >= ENOUGH_HITS and hits >= SURE_SHARE * foreign:
            return read_as, written_in
    return None


@cache
def _usual() -> frozenset[str]:
    """The 7,000 characters that papers print: level 1 of GB 2312 (3,755) and of Big5 (5,401)."""
    low_halves = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    mainland = bytes(b for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) for b in (high, low))
    taiwan = bytes(b for high in range(0xA4, 0xC7) for low in low_halves for b in (high, low))
    return frozenset(mainland.decode("gb2312", "ignore") + taiwan.decode("cp950", "ignore"))

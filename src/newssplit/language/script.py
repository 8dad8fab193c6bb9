"""Which Chinese a text is printed in, as HTML, TEI and the news standards name it (BCP 47)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from newssplit.lexicon import variants
from newssplit.patterns import re

Language = Literal["zh-Hans", "zh-Hant", "zh"]
"""In simplified characters, in traditional ones, and not to be told."""
SAMPLE = 100_000
"""Characters looked at: enough for any issue, and no cost for a huge file."""


def language_of(text: str) -> Language:
    """By which characters there are more of: those that only one of the two scripts has, in the text's beginning."""
    simplified, traditional = (len(only.findall(text, 0, SAMPLE)) for only in _only())
    if not simplified and not traditional:
        return "zh"
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@cache
def _only() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters that traditional papers, and characters that simplified papers do not use: those that the other
    side's old character set lacks (乾 and 著 are in both)."""
    simplified = _outside("cp950", "".join(sorted(set(variants().values()))))
    traditional = _outside("gb2312", "".join(map(chr, variants())))
    return re.compile(f"[{simplified}]"), re.compile(f"[{traditional}]")


def _outside(charset: str, characters: str) -> str:
    inside = frozenset(characters.encode(charset, "ignore").decode(charset))
    return "".join(c for c in characters if c not in inside)

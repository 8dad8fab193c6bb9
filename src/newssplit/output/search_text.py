"""Text as a full-text index takes it, so that a search box finds Chinese words of any length without a tokenizer.

The boxes of Datasette and sqlite-utils hand SQLite a word as it was typed, and SQLite's own tokenizer (`unicode61`)
takes it for one token, however many characters it has. So the index has to hold, as tokens, every word that may be
typed: all stretches of up to LONGEST units, a unit being a Chinese character, or a Latin word or number as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 10
"""Units in a token: 国家发展和改革委员会. Of the size of an index of all stretches, 8 would save a tenth, 4 a half."""

_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_UNIT_RE = re.compile(rf"[{_LATIN}]+(?:[.,:'’/&-][{_LATIN}]+)*|[^\W_]")
JOINERS = ("", "·")
"""What stands between the units of one stretch: nothing, or the dot in a foreign name."""


def search_text(text: str) -> str:
    """All words that the text may be searched for, with a space between them; short ones come first.

    >>> search_text("路灯，16盏")
    '路 灯 路灯 16 盏 16盏'
    """
    return " ".join(word for run in _runs(text) for word in _words(text, run))


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The units of the text, as far as nothing stands between them."""
    run: list[tuple[int, int]] = []
    for found in _UNIT_RE.finditer(text):
        if run and text[run[-1][1] : found.start()] not in JOINERS:
            yield run
            run = []
        run.append(found.span())
    yield run


def _words(text: str, run: list[tuple[int, int]]) -> Iterator[str]:
    for length in range(1, min(LONGEST, len(run)) + 1):
        for first, last in zip(run, run[length - 1 :], strict=False):
            yield text[first[0] : last[1]]

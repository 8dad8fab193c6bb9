"""Short lines that stand together: what a line announces that ends with a colon, and those that nothing announces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.patterns import re
from newssplit.rules.headings import dashed
from newssplit.rules.sight import Sight
from newssplit.rules.signs import ANNOUNCED, IN_RUN

LIST = 40
"""So far a list reaches from the line that announces it."""
RUN = 5
"""No headline has so many lines."""


def find_lists(sights: Sequence[Sight]) -> None:
    """Mark the lines of lists: each goes to the next paragraph, sentence, heading printed twice or piece of furniture."""
    last = -1
    for s in sights:
        if s.place <= last:
            s.printed |= ANNOUNCED
        end = s.text[-1]
        if s.prose or s.furniture is not None or s.lede or s.repeat or end in "。！？”」":
            last = s.place + LIST + 1 if s.prose and end in "：:" else -1
        elif end in "：:" and _announcing_re(s.lexicon).search(s.folded):
            last = s.place + LIST


@cache
def _announcing_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What a short line says that announces a list; a paragraph need not."""
    return re.compile(any_of(lexicon.words("openings", "announcing"), spaced=False) + "|为[：:]|[，,。]")


def find_runs(sights: Sequence[Sight]) -> None:
    """Mark many short lines in a row, verse or a list: no headline, byline or piece of furniture is among them."""
    run = list[Sight]()
    for s in sights:
        if _loose(s):
            run.append(s)
        elif run:
            _mark(run)
            run = []
    _mark(run)


def _mark(run: Sequence[Sight]) -> None:
    for s in run if len(run) >= RUN else ():
        s.printed |= IN_RUN


def _loose(s: Sight) -> bool:
    plain = s.headlike and s.furniture is None and not s.lede and not s.teaser
    return plain and not s.signed and not s.repeat and not dashed(s)

"""Articles that a dump holds several times: what comes again with their lines tells them from a carrier's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text

COPY = 12
"""So many lines above and below one that comes again are looked at for the rest of an article."""
ARTICLE_RE = re.compile(r"[讯訊电電][（(：:\u3000 ]|[（(〔【][^（()）〔〕【】]{0,10}(?:[记記]者|通[讯訊][员員])")
OPENING = 60
"""Within so many characters of its text stands the mark of an article."""


def is_copied(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the lines at these places belong to an article that the dump holds several times: what comes again with
    them has the mark or the makers of one. `texts` are the dump's lines that are not blank."""
    own = (texts[places[0]],)
    block = chain(own, _beside(texts, places, range(-1, -COPY, -1)), _beside(texts, places, range(1, COPY)))
    return any(is_text(text) and ARTICLE_RE.search(text, 0, OPENING) for text in block)


def _beside(texts: Sequence[str], places: Sequence[int], steps: Iterable[int]) -> Iterator[str]:
    """The lines on one side of all these that are the same everywhere, from the nearest on."""
    for step in steps:
        text = _text(texts, places[0] + step)
        if text is None or any(_text(texts, at + step) != text for at in places):
            return
        yield text


def _text(texts: Sequence[str], at: int) -> str | None:
    return texts[at] if 0 <= at < len(texts) else None

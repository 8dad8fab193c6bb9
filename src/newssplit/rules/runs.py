"""Many short lines in a row, and short paragraphs that are an item each."""

from __future__ import annotations

from newssplit.rules.byline_words import BULLETS
from newssplit.rules.sight import Sight
from newssplit.rules.signs import IN_RUN


def run_of_lines(s: Sight) -> bool:
    """One of five or more short lines in a row: verse, or a list; no headline has so many."""
    above = s.prev
    inner = above is not None and s.printed & above.printed & IN_RUN > 0 and s.next is not None
    return inner and not _text_soon(s)


def _text_soon(s: Sight) -> bool:
    """A paragraph within the next three units: these lines may be its headline and its makers."""
    at = s.next
    for _ in range(3):
        if at is None or at.furniture is not None or at.repeat:
            return False
        if at.prose or at.lede or at.signed:
            return True
        at = at.next
    return False


def is_brief(s: Sight) -> bool:
    """Whether a paragraph is an item of its own behind its sign, or with whoever signs it."""
    return (s.brief and s.text[0] in BULLETS and s.closed) or (s.headless and bool(s.tails))

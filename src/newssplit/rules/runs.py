"""Many short lines in a row."""

from __future__ import annotations

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

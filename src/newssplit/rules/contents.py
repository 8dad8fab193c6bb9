"""A paper's own lists of contents, 导读: which lines are teasers, and which headlines they name."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.rules.sight import Sight
from newssplit.rules.teasers import is_page_alone, listed_title


def read_contents(sights: Sequence[Sight], lexicon: Lexicon) -> None:
    """Below 导读 a line that ends with a page is a teaser, be it like a page header elsewhere."""
    within, heads = False, lexicon.wordset("teasers", "heads")
    for s in sights:
        title = (listed_title(s.text) or _title_over_page(s)) if within and s.short else None
        if title:
            s.teaser, s.furniture, s.tails, s.line_makers, s.sure_names = title, None, (), (), False
        else:
            within = s.key in heads or (within and s.teaser is not None)


def _title_over_page(s: Sight) -> str | None:
    """What a teaser names whose page stands on a line of its own, `（2版）`: the line above, and that line."""
    return s.text if is_page_alone(s.text) or (s.next is not None and is_page_alone(s.next.text)) else None


def find_listed(sights: Sequence[Sight]) -> None:
    """The headlines that a table of contents names, on one line or on two."""
    titles = {key for s in sights if s.teaser and (key := keyed(fold(s.teaser)))}
    for s in sights if titles else ():
        if s.key and not s.teaser and s.key in titles:
            s.listed = True
        elif s.key and s.next is not None and s.next.key and s.key + s.next.key in titles:
            s.listed = s.next.listed = True

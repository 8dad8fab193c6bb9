"""Headlines behind bullets: in old papers, and in columns of briefs, each headline begins with the same sign, ●虎患."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newssplit.rules.labels import FOUR
from newssplit.rules.sight import Sight

SIGNS = frozenset("●○◎⊙◉▲△▼★☆◆◇■□※")
FEW = 3
"""So many short lines behind one sign show that it opens headlines."""
OVER_TEXT = 0.8
"""Below so many of them stands text, and not the next line behind the same sign, as in a list, nor a headline, as below
the name of a column."""
BLOCK = 3
"""Within so many lines below the first line of a headline its text begins."""
LONG = 18
"""A line of so many characters is text, also where a paper prints no stops."""
NAMES = 0.5
"""At most so many of them may be read as names: a bullet before a name signs an article."""


def find_bulleted(sights: Sequence[Sight]) -> None:
    """Mark the short lines whose bullet opens headlines in this dump; none of them names the makers of a text."""
    lines = defaultdict[str, list[Sight]](list)
    for s in sights:
        if s.text[0] in SIGNS and _may_be_headline(s):
            lines[s.text[0]].append(s)
    for found in lines.values():
        over = sum(_stands_over_text(s) for s in found)
        named = sum(bool(s.line_makers) for s in found)
        if len(found) >= FEW and over >= OVER_TEXT * len(found) and named <= NAMES * len(found):
            for s in found:
                s.bulleted, s.line_makers, s.signed = True, (), False


def _may_be_headline(s: Sight) -> bool:
    """Whether a line says neither what somebody did, ■本报记者　X, nor where a text goes on, ■下转A05版."""
    plain = s.headlike and not s.closed and s.furniture is None and s.lede is None and bool(s.key)
    return plain and not (s.turned or s.onward or any(m.role for m in s.line_makers))


def _stands_over_text(s: Sight) -> bool:
    """Whether text stands below a line, or below the further lines of its headline, which no sign opens. Two to four
    characters over a headline are the name of its column (see `few_above_headline`)."""
    below = s.next
    for _ in range(BLOCK if len(s.key) > FOUR else 1):
        if below is None or below.text[0] == s.text[0]:
            return False
        if _is_text(below):
            return True
        if not below.headlike or below.text[0] in SIGNS:
            return False
        below = below.next
    return False


def _is_text(s: Sight) -> bool:
    return s.furniture is None and (s.wordy or len(s.text) >= LONG)

"""How the heads of a dump are set: what stands in brackets behind headlines, and how long a line of a head may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newssplit.assembling.draft import Draft
from newssplit.lexicon import fold, keyed, squeeze
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.headings import DASH_RE
from newssplit.rules.sight import Sight

COLUMN_RE = re.compile(r"[（(](?P<name>[^（()）]{2,20})[）)]\s*$")
SEVERAL = 2
"""Behind so many headlines the same words in brackets name their column; behind one they may belong to it."""
LINES = 3
"""So many first lines of heads show how long such a line may be."""
FULL = 0.6
"""Of so many of the heads of several lines the first line is as long as any line may be, or a character less.

Of some 660 annotated and real dumps two are such: one is set in narrow columns; in the other, second lines are long, so
that none is put to the first."""
PHRASES = 0.5
"""So many of the headlines that stand on one line, and `LINES` of them, are two phrases with a space between."""
SHORTEST = 6
"""No column of heads is narrower, in characters."""
PRINTED = "headline"
PAIRS = (("“", "”"), ("「", "」"), ("《", "》"), ("（", "）"), ("(", ")"), ("『", "』"))


class HeadHabits(NamedTuple):
    """What holds for all heads of a dump."""

    traditional: bool
    """Whether it is printed in traditional characters."""
    columns: frozenset[str]
    """What stands in brackets behind several headlines."""
    measure: int
    """How many characters a full line of a head has; 0 where heads are not set to a measure."""
    phrased: bool
    """Whether headlines are two phrases with a space between: `廣東維穩費居首 學者：用來監控港人`."""

    def parted(self, line: str, rest: str) -> bool:
        """Whether two lines are the phrases of one headline, each on a line of its own."""
        return self.phrased and len(line.split()) == len(rest.split()) == 1

    def goes_on(self, line: str, rest: str) -> bool:
        """Whether a line of a head goes on in the next one: it is full, and its rest is short or a bracket is open."""
        if not 0 < self.measure <= len(line) + 1:
            return False
        return 2 * len(rest) <= self.measure or any(line.count(a) > line.count(b) for a, b in PAIRS)


def head_habits(drafts: Iterable[Draft], *, traditional: bool) -> HeadHabits:
    """The habits of a dump's heads."""
    blocks = [[s for s in draft.sights if s.label == PRINTED] for draft in drafts]
    columns = _columns(s for block in blocks for s in block)
    return HeadHabits(traditional, columns, _measure(blocks), _phrased(blocks))


def _columns(sights: Iterable[Sight]) -> frozenset[str]:
    found = defaultdict[str, set[str]](set)
    for s in sights:
        if s.text[-1] in "）)" and (m := COLUMN_RE.search(s.text)):
            found[squeeze(m["name"])].add(keyed(fold(s.text[: m.start()])))
    return frozenset(name for name, heads in found.items() if len(heads) >= SEVERAL)


def _measure(blocks: Sequence[Sequence[Sight]]) -> int:
    """The length of a full line: most heads of several lines begin with such a one, and no line of a head is longer."""
    plain = [[s.text.strip() for s in block if not DASH_RE.match(s.text)] for block in blocks]
    first = [len(block[0]) for block in plain if len(set(block)) > 1]
    longest = max((len(text) for block in plain for text in block), default=0)
    full = sum(size >= longest - 1 for size in first)
    if longest < SHORTEST or full < max(LINES, FULL * len(first)):
        return 0
    return longest


def _phrased(blocks: Sequence[Sequence[Sight]]) -> bool:
    """Whether most headlines that stand on one line are two phrases."""
    alone = [block[0].text.split() for block in blocks if len({s.text for s in block}) == 1]
    two = sum(len(phrases) == 2 for phrases in alone)
    return two >= max(LINES, PHRASES * len(alone))

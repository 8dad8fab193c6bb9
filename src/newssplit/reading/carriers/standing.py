"""Where the lines of a dump stand: between which others, and how regularly those of one wording do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newssplit.reading.carriers.printed import are_wrapped, is_text
from newssplit.reading.joined import Joined
from newssplit.reading.lines import Line, full_lines

UNKNOWN = -1
"""What is not asked of most dumps is not counted before it is asked."""
REGULAR = 0.75
"""Of so many of its places the neighbours must be alike."""


class Standing:
    """The lines of a dump that are not blank, and what stands beside them. `places` are those of lines of one sort."""

    def __init__(self, lines: Sequence[Line]):
        self.lines = lines
        self.full = full_lines(lines)
        self.texts = [lines[n].text.strip() for n in self.full]
        """What stands in each of them; `at` is a place in both, `n` one among all lines."""
        self.joined = Joined(self.texts)
        self._wrapped = self._items = UNKNOWN

    @property
    def wrapped(self) -> bool:
        """Whether most lines stop in mid-sentence, and most of these are as long as a column is wide."""
        if self._wrapped == UNKNOWN:
            self._wrapped = int(are_wrapped(self.texts))
        return self._wrapped > 0

    @property
    def items(self) -> int:
        """About how many items there are: short lines above text."""
        if self._items == UNKNOWN:
            kinds = [self.kind_at(at) for at in range(len(self.full))]
            self._items = sum(a == "H" and b == "T" for a, b in pairwise(kinds))
        return self._items

    def are_alike(self, places: Sequence[int]) -> bool:
        return len({self.texts[at] for at in places}) == 1

    def stands_apart(self, at: int) -> bool:
        """Whether a blank line, or an end of the dump, is above a line or below it."""
        n = self.full[at]
        return n == 0 or n + 1 == len(self.lines) or self.lines[n - 1].blank or self.lines[n + 1].blank

    def head_texts(self, places: Sequence[int]) -> bool:
        """Whether lines of several wordings are the only short ones between two texts, most of them: 第3号工程开工,
        第4号工程开工 are headlines of a series, whose texts would have none without them."""
        if self.are_alike(places):
            return False
        alone = sum(self.kind_at(at - 1) in "TE" and self.kind_at(at + 1) == "T" for at in places)
        return alone > len(places) / 2

    def are_among_themselves(self, places: Sequence[int]) -> bool:
        """Whether most lines of a shape stand below each other."""
        return 2 * sum(b - a == 1 for a, b in pairwise(places)) > len(places)

    def are_amid_text(self, places: Sequence[int]) -> bool:
        """Whether text stands above and below most of the lines."""
        amid = sum(self.kind_at(at - 1) == "T" == self.kind_at(at + 1) for at in places)
        return amid > len(places) / 2

    def are_behind_all(self, places: Sequence[int]) -> bool:
        """The first one stands behind text, and the last one has none behind it: each ends its item."""
        return places[0] > 1 and places[-1] >= len(self.full) - 2

    def are_regular(self, places: Sequence[int]) -> bool:
        around = [(self.kind_at(at - 1), self.kind_at(at + 1)) for at in places]
        above, below = (Counter(side) for side in zip(*around, strict=True))
        alike = [counts.most_common(1)[0][0] for counts in (above, below)]
        like = sum(a in (alike[0], "E") and b in (alike[1], "E") for a, b in around)
        return like >= REGULAR * len(places)

    def kind_at(self, at: int) -> str:
        """`T` for text, `H` for a short line, `E` beyond an end of the dump."""
        if not 0 <= at < len(self.texts):
            return "E"
        return "T" if is_text(self.texts[at]) else "H"

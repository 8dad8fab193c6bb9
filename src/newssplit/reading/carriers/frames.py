"""Frames: what stands between two items again and again, and what it says of where an item begins."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.reading.carriers.fields import HEADINGS
from newssplit.reading.carriers.headed import boxed_head
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.said import merged
from newssplit.reading.lines import Line
from newssplit.reading.marks import GOES_ON, SURE_BORDER, Mark

EACH = 12
"""Decibans that a frame is worth for each tenfold of the odds that its own places in the dump give it."""
MOST = 45
UNFINISHED = 0.3
"""Of so many of its places sentences may go on across it; more, and pages of the file end there, not items."""
ENDS = "。！？!?…”」』）)】〕：:；;.．℃"
OVER_HEADLINES = ("column", "kicker")
FIRST = 1
"""The border of the first line of the paper below lines of the carrier: whatever it is, it is not the dump's first."""


def border_weight(for_it: int, against: int) -> int:
    """Decibans that so many places for a border, and against one, give."""
    return max(-MOST, min(MOST, round(EACH * math.log10((for_it + 0.5) / (against + 0.5)) * 2)))


class Gap(NamedTuple):
    """What stands between two lines of the paper."""

    above: int
    """The line of the paper above, or -1."""
    below: int
    """The line of the paper below, or the number of lines."""
    chrome: tuple[int, ...]
    blanks: int


def gaps_of(lines: Sequence[Line], chrome: dict[int, Found]) -> list[Gap]:
    """All gaps of a dump, one before each line of the paper and one behind the last."""
    gaps, above, between, blanks = list[Gap](), -1, list[int](), 0
    for n, line in enumerate(lines):
        if line.blank:
            blanks += 1
        elif n in chrome:
            between.append(n)
        else:
            gaps.append(Gap(above, n, tuple(between), blanks))
            above, between, blanks = n, [], 0
    gaps.append(Gap(above, len(lines), tuple(between), blanks))
    return gaps


class Frames:
    """Counts for each sort of line of the carrier what stands above and below it."""

    def __init__(self, lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon):
        self.lines, self.chrome, self.lexicon = lines, chrome, lexicon
        self.gaps = gaps_of(lines, chrome)
        self.sides = defaultdict[str, Counter[str]](Counter)
        for gap in self.gaps:
            kinds = self._above(gap.above) + self._below(gap.below)
            for key in {chrome[n].key for n in gap.chrome}:
                self.sides[key][kinds] += 1

    def _above(self, n: int) -> str:
        """`E` the dump's beginning, `T` text that ends, `O` text that stops in mid-sentence, `H` a short line."""
        if n < 0:
            return "E"
        line = self.lines[n]
        if line.mark is not None and (line.mark.heading or line.mark.field in HEADINGS):
            return "H"
        text = line.text.strip()
        if is_text(text):
            return "T" if text[-1] in ENDS else "O"
        return "T" if text[-1] in ENDS and not self._heads(n) else "H"

    def _heads(self, n: int) -> bool:
        """A short line in brackets or quotation marks may be a headline: with nothing but blank lines above it."""
        return n == 0 or self.lines[n - 1].blank

    def _below(self, n: int) -> str:
        """The same of what stands below; `B` text that a headline in 【 】 opens."""
        if n >= len(self.lines):
            return "E"
        line = self.lines[n]
        if line.mark is not None and (line.mark.heading or line.mark.field in HEADINGS):
            return "H"
        if boxed_head(line.text, self.lexicon) is not None and is_text(line.text):
            return "B"
        return "T" if is_text(line.text) else "H"

    def goes_on(self, gap: Gap) -> bool:
        """Whether a sentence goes on across a gap, or a record whose headline is still to come, or a line says so."""
        above = self.lines[gap.above].mark if gap.above >= 0 else None
        if above is not None and above.field in OVER_HEADLINES:
            return True
        if any(self.chrome[n].key == GOES_ON for n in gap.chrome):
            return True
        return self._above(gap.above) == "O" and self._below(gap.below) == "T"

    def parts_items(self, key: str) -> int:
        """Decibans that lines of this sort stand between two items; negative where they stand elsewhere."""
        sides = self.sides[key]
        between = sum(sides[a + b] for a in "EOT" for b in "HE") + sides["HE"] + sum(sides[a + "B"] for a in "EOTH")
        broken = sides["OT"]
        within = sum(sides[s] for s in ("HT", "TT", "HH"))
        if broken > UNFINISHED * sum(sides.values()):
            return -MOST
        return border_weight(between, within + broken)

    def stands_in_head(self, key: str) -> int:
        """Decibans that they stand below a headline block and above its text."""
        sides = self.sides[key]
        inside = sides["HT"]
        return border_weight(inside, sum(sides.values()) - inside)


def mark_frames(lines: list[Line], chrome: dict[int, Found], said: dict[int, Page], lexicon: Lexicon) -> None:
    """Leave signs at the lines of the paper beside the carrier's."""
    frames = Frames(lines, chrome, lexicon)
    for gap in frames.gaps:
        if not gap.chrome:
            continue
        keys = {chrome[n].key for n in gap.chrome if chrome[n].sort != "page"}
        border = 0 if frames.goes_on(gap) else max((frames.parts_items(key) for key in keys), default=0)
        inside = max((frames.stands_in_head(key) for key in keys), default=0)
        border = max(border, _counted(lines, gap))
        if border > 0 and border >= inside and gap.below < len(lines):
            mark = sign(lines, gap.below)
            mark.border = max(mark.border, border)
            mark.framed = border >= SURE_BORDER
        elif inside > 0 and gap.above >= 0:
            sign(lines, gap.above).meta_below = inside
        if gap.above < 0 and gap.below < len(lines):
            mark = sign(lines, gap.below)
            mark.border = max(mark.border, FIRST)
    _give_pages(frames, said)
    for gap in frames.gaps:
        _keep_rules(gap, frames)


def _counted(lines: Sequence[Line], gap: Gap) -> int:
    """Decibans that an item begins with lines that are the carrier's: its number stands above where it is from."""
    return max((mark.border for n in gap.chrome if (mark := lines[n].mark) is not None), default=0)


def _keep_rules(gap: Gap, frames: Frames) -> None:
    """A rule by itself is the paper's; beside lines of the carrier, or where sentences are cut, it is one of them."""
    chrome = frames.chrome
    alone = all(chrome[n].sort == "rule" for n in gap.chrome)
    for n in gap.chrome:
        if chrome[n].sort != "header" and frames.parts_items(chrome[n].key) == -MOST:
            chrome[n] = chrome[n]._replace(sort="page")
        elif chrome[n].sort == "rule" and alone:
            chrome[n] = chrome[n]._replace(sort="kept")


def _give_pages(frames: Frames, said: dict[int, Page]) -> None:
    """What the carrier says of each record goes to its first line; what says the same of it again, the number of the
    next page, to the line below."""
    lines, last = frames.lines, -1
    behind, told = _behind(frames, said), set[str]()
    for gap in frames.gaps:
        own, keys = Page(), set[str]()
        for n in gap.chrome:
            page = said.get(n)
            if page is None:
                continue
            if n in behind and last >= 0:
                _say(lines, last, page)
            else:
                own = merged(own, page)
                keys.add(frames.chrome[n].key)
        if gap.below < len(lines):
            mark = lines[gap.below].mark
            begins = mark is not None and (mark.border > 0 or mark.meta_below > 0)
            if begins or last < 0:
                last, told = gap.below, set()
            if own != Page():
                inside = gap.above >= 0 and not begins and last >= 0 and told.isdisjoint(keys)
                _say(lines, last if inside else gap.below, own)
                told |= keys


def _behind(frames: Frames, said: dict[int, Page]) -> frozenset[int]:
    """Lines that say where the text above them is from."""
    first = {frames.chrome[n].key for n in frames.gaps[0].chrome}
    last = {frames.chrome[n].key for n in frames.gaps[-1].chrome if said.get(n, Page()) != Page()}
    keys = last - first
    return frozenset(n for n in said if n in frames.chrome and frames.chrome[n].key in keys)


def _say(lines: Sequence[Line], n: int, page: Page) -> None:
    mark = sign(lines, n)
    mark.page = merged(mark.page, page) if mark.page is not None else page


def sign(lines: Sequence[Line], n: int) -> Mark:
    """The mark of a line, made if it has none."""
    line = lines[n]
    if line.mark is None:
        lines[n] = line._replace(mark=Mark())  # type: ignore[index]
    mark = lines[n].mark
    assert mark is not None
    return mark

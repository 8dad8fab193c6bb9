"""A tree of `syntax` as the places where a character is read, and the steps from one place to the next.

Whatever repeats is a loop, however often: so there are as many places as the pattern has characters. A step may
ask something of the character that was read last, and of the one that it reads: what `(?<!\\d)`, `(?=\\s|$)`, `^`, `$`
and a possessive loop ask for, as far as a single character tells it. Whatever else they ask is taken for granted: the
automaton can do more than the pattern, and never less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from tests.patterns.nodes import Alt, Anchor, Atomic, Back, Chars, Group, If, Look, Node, Repeat, Seq, Tree, widest
from tests.patterns.syntax import Unknown

COPIED = 8
"""So often a character may stand in the automaton that must be there several times."""


class Asked(NamedTuple):
    """What a step asks, as sets of characters."""

    last: int
    following: int
    first: bool
    """Whether it may be taken where the text begins."""
    plain: bool
    """Whether nothing is asked at all, not even what such a set cannot say."""

    def both(self, other: Asked) -> Asked:
        last, following = self.last & other.last, self.following & other.following
        return Asked(last, following, self.first and other.first, self.plain and other.plain)


class Step(NamedTuple):
    """One way to a place; there may be several."""

    to: int
    asked: Asked


@dataclass
class Loop:
    """Something that repeats."""

    size: int | None
    """Characters that it takes at most, all its turns together; None: no end."""
    places: range = field(default=range(0))


class Ends(NamedTuple):
    """How a piece of the pattern is joined to the others: the places that it may read first, those that it may read
    last, and what it asks where it reads nothing."""

    firsts: list[Step]
    lasts: list[Step]
    nothing: list[Asked]


class Automaton:
    """The places of a pattern."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.masks = list[int]()
        """The characters that are read at each place."""
        self.begins = list[int]()
        """Where in the pattern each place stands."""
        self.steps = list[list[Step]]()
        self.loops = list[Loop]()
        self.endless_behind = False
        """Whether something without end is looked for behind."""
        self.free = Asked(tree.all, tree.all, True, True)
        self.whole = self._ends(tree.node)
        self.done = {place for place, asked in self.whole.lasts if asked.plain}
        """Places behind which nothing more is asked: whoever comes so far has a match."""

    def _ends(self, node: Node) -> Ends:
        match node:
            case Chars(mask, at):
                return self._place(mask, at)
            case Seq(items):
                found = Ends([], [], [self.free])
                for item in items:
                    found = self._then(found, self._ends(item))
                return found
            case Alt(options) | If(_, options):
                every = [self._ends(option) for option in options]
                return Ends(*([one for ends in every for one in ends[n]] for n in range(3)))  # type: ignore[arg-type]
            case Group(item) | Atomic(item):
                return self._ends(item)
            case Back(number):
                return self._ends(self.tree.groups[number])
            case Repeat():
                return self._repeated(node)
            case Look(_, True):
                return self._ahead(node)
            case Look():
                return self._behind(node)
            case Anchor():
                return Ends([], [], [self._anchored(node.kind)])
        raise Unknown(str(node))

    def _place(self, mask: int, at: int) -> Ends:
        self.masks.append(mask)
        self.begins.append(at)
        self.steps.append([])
        step = Step(len(self.masks) - 1, self.free)
        return Ends([step], [step], [])

    def _then(self, one: Ends, other: Ends) -> Ends:
        self._join(one.lasts, other.firsts)
        firsts = one.firsts + [Step(to, asked.both(between)) for between in one.nothing for to, asked in other.firsts]
        lasts = other.lasts + [Step(at, asked.both(between)) for between in other.nothing for at, asked in one.lasts]
        return Ends(firsts, lasts, [a.both(b) for a, b in product(one.nothing, other.nothing)])

    def _join(self, lasts: list[Step], firsts: list[Step]) -> None:
        for (start, ending), (to, beginning) in product(lasts, firsts):
            asked = ending.both(beginning)
            if asked.last & self.masks[start] and asked.following & self.masks[to]:
                self.steps[start].append(Step(to, asked))

    def _repeated(self, node: Repeat) -> Ends:
        if node.high == 0:
            return Ends([], [], [self.free])
        if isinstance(node.item, Chars) and 2 <= node.low <= COPIED:
            rest = None if node.high is None else node.high - node.low
            return self._ends(Seq((*(node.item,) * node.low, replace(node, low=0, high=rest))))
        begin = len(self.masks)
        firsts, lasts, nothing = self._ends(node.item)
        if node.high != 1:
            self._join(lasts, firsts)
            self.loops.append(Loop(widest(node, self.tree), range(begin, len(self.masks))))
        if node.how == "possessive" and node.high is None and isinstance(node.item, Chars):
            spent = self.free._replace(following=self.tree.all & ~node.item.mask)
            lasts = [Step(at, asked.both(spent)._replace(plain=asked.plain)) for at, asked in lasts]
        return Ends(firsts, lasts, [self.free] if not node.low or self.free in nothing else nothing)

    def _ahead(self, node: Look) -> Ends:
        """What is looked for ahead is read, too, and leads nowhere."""
        firsts, lasts, nothing = self._ends(node.item)
        if node.negative:
            ends = {at for at, asked in lasts if asked.plain}
            found = _union(self.masks[to] for to, asked in firsts if to in ends and asked.plain)
            asked = self._asking(following=self.tree.all & ~found)
        else:
            found = _union(self.masks[to] & asked.following for to, asked in firsts)
            asked = self._asking(following=found | _union(asked.following for asked in nothing))
        return Ends(firsts, [], [asked])

    def _behind(self, node: Look) -> Ends:
        self.endless_behind |= widest(node.item, self.tree) is None
        inner = Automaton(self.tree.of(node.item))
        firsts, lasts, nothing = inner.whole
        if node.negative:
            begins = {to for to, asked in firsts if asked.plain}
            found = _union(inner.masks[at] for at, asked in lasts if asked.plain and at in begins)
            return Ends([], [], [self._asking(last=self.tree.all & ~found)])
        found = _union(inner.masks[at] & asked.last for at, asked in lasts) | _union(asked.last for asked in nothing)
        return Ends([], [], [self._asking(last=found, first=any(asked.first for asked in nothing))])

    def _anchored(self, kind: str) -> Asked:
        if kind == "start":
            return self._asking(last=0)
        if kind == "end":
            return self._asking(following=0)
        line_feed = 1 << self.tree.alphabet.index("\n")
        if kind in ("last", "rows"):
            return self._asking(following=line_feed)
        if kind == "row":
            return self._asking(last=line_feed)
        return self._asking()

    def _asking(self, last: int | None = None, following: int | None = None, first: bool = True) -> Asked:
        every = self.tree.all
        return Asked(every if last is None else last, every if following is None else following, first, False)


def _union(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)

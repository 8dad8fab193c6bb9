"""Texts on which a pattern may be slow, made from the pattern: whatever repeats in it, repeated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tests.patterns.nodes import Alt, Atomic, Back, Chars, Group, If, Look, Node, Repeat, Seq, Tree

ENOUGH = 6
"""Texts for a pattern."""


class Pump:
    """A text with a piece that can be repeated."""

    def __init__(self, before: str, piece: str, behind: str):
        self.before, self.piece, self.behind = before, piece, behind

    def text(self, times: int) -> str:
        return self.before + self.piece * times + self.behind


def pumps(tree: Tree) -> list[Pump]:
    """The texts of a pattern, those for its longest loops first."""
    maker = _Maker(tree)
    loops = sorted(maker.loops(tree.node, ""), key=lambda found: -(found[1].high or 10**6))
    made = {(p.before, p.piece, p.behind): p for before, loop in loops for p in maker.pumps(before, loop)}
    return list(islice(made.values(), ENOUGH))


class _Maker:
    def __init__(self, tree: Tree):
        self.tree = tree
        self.masks = sorted(set(_masks(tree.node)), key=lambda mask: mask.bit_count())
        """Large sets come last."""

    def pumps(self, before: str, loop: Repeat) -> Iterator[Pump]:
        """The piece behind what leads to it, by itself, and both of them again and again."""
        pieces = self._common(loop.item.mask) if isinstance(loop.item, Chars) else [self.sample(loop.item)]
        for piece in filter(None, pieces):
            behind = self._other(loop)
            yield Pump(before, piece, behind)
            yield Pump("", before + piece, behind)
            yield Pump("", piece, behind)

    def _common(self, mask: int) -> list[str]:
        """A character of the set that most other sets of the pattern hold, too, and one that few do."""
        found = {self._first(common) for other in self.masks if (common := mask & other)}
        least = sorted(found, reverse=True)  # of those in as many sets always the same
        ordered = sorted(least, key=lambda c: sum(bool(m & 1 << self.tree.alphabet.index(c)) for m in self.masks))
        return [ordered[-1], ordered[0]] if len(ordered) > 1 else ordered

    def _other(self, loop: Repeat) -> str:
        """Something with which the loop cannot go on, nor anything else, mostly."""
        mask = loop.item.mask if isinstance(loop.item, Chars) else 0
        rest = self.tree.all & ~mask
        return "\n\n" if rest >> self.tree.alphabet.index("\n") & 1 else self._first(rest)

    def loops(self, node: Node, before: str) -> Iterator[tuple[str, Repeat]]:
        """All loops, each with a text that leads to it."""
        match node:
            case Seq(items):
                for item in items:
                    yield from self.loops(item, before)
                    before += self.sample(item)
            case Alt(options) | If(_, options):
                for option in options:
                    yield from self.loops(option, before)
            case Group(item) | Atomic(item):
                yield from self.loops(item, before)
            case Look(item, True):
                yield from self.loops(item, before)
            case Repeat(item, _, high):
                if high != 1:
                    yield before, node
                yield from self.loops(item, before)

    def sample(self, node: Node) -> str:
        """A short text that the node matches, as far as no look asks for another."""
        match node:
            case Chars(mask):
                return self._first(mask)
            case Seq(items):
                return "".join(map(self.sample, items))
            case Alt(options):
                return self.sample(options[0])
            case If(_, options):
                return self.sample(options[1])
            case Group(item) | Atomic(item):
                return self.sample(item)
            case Repeat(item, low):
                return self.sample(item) * low
            case Back(number):
                return self.sample(self.tree.groups[number])
            case Look(item, False, False):
                return self.sample(item)
        return ""

    def _first(self, mask: int) -> str:
        """A character of the set: one with an ideograph's or a letter's number, if it holds any."""
        if not mask:
            return ""
        letters = [c for n, c in enumerate(self.tree.alphabet) if mask >> n & 1]
        return next((c for c in letters if "\u4e00" <= c <= "\u9fff"), letters[len(letters) // 2])


def _masks(node: Node) -> Iterator[int]:
    match node:
        case Chars(mask):
            yield mask
        case Seq(items) | Alt(items) | If(_, items):
            for item in items:
                yield from _masks(item)
        case Repeat(item) | Group(item) | Atomic(item) | Look(item):
            yield from _masks(item)

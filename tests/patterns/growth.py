"""How the steps of a matcher that tries one thing after another grow with the text, told from the pattern alone.

Such a matcher takes as many steps as there are ways to read some beginning of what is left. So it is slow where a text
can be read in many ways: a loop that can read one stretch in two ways is exponential, `(a*)*`; two loops of which one
may begin wherever the other may end are quadratic, `\\w*\\d*`; and in a search so is a single loop that may begin
anywhere, `\\s*$`, as the search goes through the text itself. It is not if whatever comes so far is a match, `\\s+`.

A loop with an end counts as often as it may turn: so many ways there are for each of the loops before it.

What it says holds for any use: `fullmatch` and `match` are slower only where `match` is said to be, and `search`,
`finditer`, `sub` and `split` where either is. A pattern that is asked of a whole text alone says so with `^`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from math import inf
from operator import attrgetter
from typing import NamedTuple

from tests.patterns.automaton import Automaton, Step
from tests.patterns.graph import Component, Graph, Ways, components, reached
from tests.patterns.nodes import Tree

MOST = 1500
"""So many ways may lead to each character of a text."""


class Chain(NamedTuple):
    """Loops that can read the same stretch, one behind the other."""

    endless: int
    """How many of them have no end: with one the steps are linear."""
    turns: float
    """Those of the others, multiplied."""
    longest: float
    """The most of any of the others: no more of a text is looked at where none is endless."""
    loops: tuple[Component, ...]

    @property
    def steps(self) -> float:
        """For each character, about; inf where they are more than linear."""
        return inf if self.endless > 1 else self.turns if self.endless else self.turns / self.longest


NOTHING = Chain(0, 1, 1, ())


class Growth:
    """What a pattern costs on the worst of texts."""

    def __init__(self, tree: Tree):
        self.tree, self.automaton = tree, Automaton(tree)
        self.anywhere = len(self.automaton.masks)
        """The loop with which a search goes through the text, as if it were a place of the pattern."""
        self.masks = [*self.automaton.masks, tree.all]
        search = [*self.automaton.whole.firsts, Step(self.anywhere, self.automaton.free)]
        self.graph: Graph = [*self.automaton.steps, search]

    def faults(self) -> list[str]:
        """All that makes more than linear time of it, or more steps than the limits; empty for none."""
        ways = Ways(self.graph, self.masks)
        found = ["looks behind without end"] if self.automaton.endless_behind else []
        found += [f"reads one stretch in several ways: {self._shown(loop)}" for loop in self.loops if ways.branch(loop)]
        if found:
            return found
        uses = (("match", self.matching), ("search", self.searching))
        found += [f"{use}: {self._told(chain)}" for use, chain in uses if chain.steps > MOST]
        return [*found, *self._overshooting()]

    @cached_property
    def matches_nothing(self) -> bool:
        """Whether there is a match everywhere, if only an empty one."""
        return any(asked.plain for asked in self.automaton.whole.nothing)

    @cached_property
    def loops(self) -> list[Component]:
        """Places from each of which a way leads to each."""
        return [loop for loop in components(self.graph) if self.anywhere not in loop]

    @cached_property
    def matching(self) -> Chain:
        """The worst that a match at one place may take."""
        every = (self._longest(self.graph, self.loops, loop) for loop in self.loops)
        return max(every, key=attrgetter("steps"), default=NOTHING)

    @cached_property
    def searching(self) -> Chain:
        """The worst that a search may take before it comes to a match; behind `done` places there is one for sure."""
        if self.matches_nothing:
            return NOTHING
        done = self.automaton.done
        graph = [[step for step in steps if step.to not in done] for steps in self.graph]
        search = frozenset([self.anywhere])
        open_loops = [loop for loop in components(graph) if loop.isdisjoint(done)]
        return self._longest(graph, open_loops, search)

    def _longest(self, graph: Graph, loops: list[Component], first: Component) -> Chain:
        """The worst chain of loops that begins with this one."""
        ways = Ways(graph, self.masks)

        @cache
        def longest(loop: Component) -> dict[int, Chain]:
            """For each number of endless loops the worst chain with so many."""
            size, found = self._size(loop), dict[int, Chain]()
            there = reached(graph, loop, self.masks, self.tree.all)
            after = (other for other in loops if other != loop and other <= there and ways.cross(loop, other))
            for behind in (NOTHING, *(chain for other in after for chain in longest(other).values())):
                endless, own = min(2, behind.endless + (size == inf)), 1 if size == inf else size
                chain = Chain(endless, behind.turns * own, max(behind.longest, own), (loop, *behind.loops))
                if endless not in found or found[endless].steps < chain.steps:
                    found[endless] = chain
            return found

        return max(longest(first).values(), key=attrgetter("steps"))

    def _size(self, loop: Component) -> float:
        """How many characters it takes at most."""
        if self.anywhere in loop:
            return inf
        sizes = [found.size for found in self.automaton.loops if loop.issubset(found.places)]
        return min((inf if size is None else size for size in sizes), default=1)

    def _overshooting(self) -> Iterator[str]:
        """Where a search for all matches may look far beyond each of them, and so again and again."""
        done = self.automaton.done
        after = [step for place in done for step in self.automaton.steps[place]]
        after += self.automaton.whole.firsts if self.matches_nothing else ()
        beyond = frozenset(step.to for step in after) - done
        graph = [[step for step in steps if step.to not in done] for steps in self.graph]
        there, ways = reached(graph, beyond, self.masks, self.tree.all), Ways(self.graph, self.masks)
        for loop in components(graph):
            if loop <= there and self._size(loop) == inf and ways.cross(frozenset([self.anywhere]), loop):
                yield f"looks beyond each match: {self._shown(loop)}"

    def _told(self, chain: Chain) -> str:
        steps = "more than linear" if chain.steps == inf else f"{chain.steps:.0f} times"
        loops = (loop for loop in chain.loops if self.anywhere not in loop)
        return f"{steps} by {' and '.join(map(self._shown, loops))}"

    def _shown(self, loop: Component) -> str:
        begin = min(self.automaton.begins[place] for place in loop)
        return f"{self.tree.source[begin : begin + 24]!r} at {begin}"

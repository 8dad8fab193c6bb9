"""What ways there are through the places of an automaton: which form a loop, and which read the same text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from tests.patterns.automaton import Step

Component = frozenset[int]
Graph = Sequence[Sequence[Step]] | Mapping[int, Sequence[Step]]
"""The steps from each place."""


def components(graph: Graph) -> list[Component]:
    """All sets of places from each of which a way leads to each (Tarjan's algorithm, without recursion)."""
    index, low, stack, found = dict[int, int](), dict[int, int](), list[int](), list[Component]()
    on_stack = set[int]()
    for root in range(len(graph)):
        if root in index:
            continue
        work = [(root, iter(graph[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            place, steps = work[-1]
            for to, _ in steps:
                if to not in index:
                    index[to] = low[to] = len(index)
                    stack.append(to)
                    on_stack.add(to)
                    work.append((to, iter(graph[to])))
                    break
                if to in on_stack:
                    low[place] = min(low[place], index[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[place])
                if low[place] == index[place]:
                    at = stack.index(place)
                    component = frozenset(stack[at:])
                    del stack[at:]
                    on_stack -= component
                    if len(component) > 1 or any(to == place for to, _ in graph[place]):
                        found.append(component)
    return found


def reached(graph: Graph, start: Component, masks: Sequence[int], read: int) -> set[int]:
    """All places to which a way leads from one of these on which nothing but these characters is read."""
    found, work = set(start), list(start)
    while work:
        for to, _ in graph[work.pop()]:
            if to not in found and masks[to] & read:
                found.add(to)
                work.append(to)
    return found


class Ways:
    """Ways through a graph that read the same text."""

    def __init__(self, graph: Graph, masks: Sequence[int]):
        self.graph, self.masks = graph, masks

    def _steps(self, places: tuple[int, ...], last: int) -> Iterator[tuple[tuple[int, ...], int]]:
        """Where one character takes all of these places together, and what it may be; `last`: what the one before it
        may have been."""
        found: list[tuple[tuple[int, ...], int, int]] = [((), last, -1)]
        for place in places:
            found = [
                ((*to, step.to), before & step.asked.last, read & step.asked.following & self.masks[step.to])
                for to, before, read in found
                for step in self.graph[place]
                if before & step.asked.last and read & step.asked.following & self.masks[step.to]
            ]
        return ((to, read) for to, _, read in found)

    def branch(self, loop: Component) -> bool:
        """Whether the loop can read some text in two ways."""
        work, seen = list[tuple[tuple[int, ...], int]](), set[tuple[int, ...]]()
        inside = [[step for step in self.graph[place] if step.to in loop] for place in loop]
        ways = Ways(dict(zip(loop, inside, strict=True)), self.masks)
        for place in loop:
            every = list(ways._steps((place, place), self.masks[place]))
            alike = len([1 for (one, other), _ in every if one == other])
            if alike > len({one for (one, other), _ in every if one == other}):
                return True  # two steps that lead to the same place
            work += [(to, read) for to, read in every if to[0] < to[1]]
        while work:
            both, last = work.pop()
            if both[0] == both[1]:
                return True
            if both not in seen:
                seen.add(both)
                work += ways._steps(both, last)
        return False

    def cross(self, one: Component, other: Component) -> bool:
        """Whether some text can be read wholly in one loop, wholly in the other, and on a way from this to that one."""
        common = self._read_in(one) & self._read_in(other)
        on_the_way = reached(self.graph, one, self.masks, common)
        ends = [q for q in other if q in on_the_way]
        return any(
            self._crosses(p, q, one, other, on_the_way) for p in one for q in ends if self.masks[p] & self.masks[q]
        )

    def _read_in(self, loop: Component) -> int:
        return reduce(or_, (self.masks[place] for place in loop))

    def _crosses(self, p: int, q: int, one: Component, other: Component, on_the_way: set[int]) -> bool:
        work = [((p, p, q), self.masks[p] & self.masks[q])]
        seen = set[tuple[int, ...]]()
        while work:
            three, last = work.pop()
            for to, read in self._steps(three, last):
                if to[0] in one and to[1] in on_the_way and to[2] in other and to not in seen:
                    if to == (p, q, q):
                        return True
                    seen.add(to)
                    work.append((to, read))
        return False

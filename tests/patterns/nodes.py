"""What the tree of a pattern is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chars:
    """One character of a set."""

    mask: int
    at: int
    """Where it stands in the pattern."""


@dataclass(frozen=True)
class Seq:
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Alt:
    options: tuple[Node, ...]


@dataclass(frozen=True)
class Repeat:
    item: Node
    low: int
    high: int | None
    """None: without end."""
    how: str
    """greedy, lazy or possessive."""
    at: int


@dataclass(frozen=True)
class Group:
    item: Node
    number: int


@dataclass(frozen=True)
class Atomic:
    item: Node


@dataclass(frozen=True)
class Look:
    item: Node
    ahead: bool
    negative: bool


@dataclass(frozen=True)
class Anchor:
    kind: str
    """start, end, last (the end, or before a last line break), row or rows (where a line begins, or ends), word (where
    a word begins or ends) or within (anywhere else)."""


@dataclass(frozen=True)
class Back:
    """The same text as a group again."""

    number: int


@dataclass(frozen=True)
class If:
    """One thing where a group has been read, another one where it has not."""

    number: int
    options: tuple[Node, Node]


Node = Chars | Seq | Alt | Repeat | Group | Atomic | Look | Anchor | Back | If


@dataclass(frozen=True)
class Tree:
    """A pattern as read."""

    node: Node
    source: str
    alphabet: str
    groups: dict[int, Node]

    @property
    def all(self) -> int:
        return (1 << len(self.alphabet)) - 1

    def of(self, node: Node) -> Tree:
        """A part of the pattern by itself."""
        return Tree(node, self.source, self.alphabet, self.groups)


def widest(node: Node, tree: Tree) -> int | None:
    """How many characters it takes at most; None where there is no end."""
    match node:
        case Chars():
            return 1
        case Seq(items):
            sizes = [widest(item, tree) for item in items]
            return None if None in sizes else sum(size or 0 for size in sizes)
        case Alt(options) | If(_, options):
            sizes = [widest(option, tree) for option in options]
            return None if None in sizes else max(size or 0 for size in sizes)
        case Repeat(item, _, high):
            size = widest(item, tree)
            return 0 if size == 0 or high == 0 else None if high is None or size is None else size * high
        case Group(item) | Atomic(item):
            return widest(item, tree)
        case Back(number):
            return widest(tree.groups[number], tree)
    return 0

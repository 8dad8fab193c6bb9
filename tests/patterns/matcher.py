"""A matcher that tries one thing after another and counts its steps, for the trees of `syntax`.

It does what the engines do, without anything by which they spare work; so it takes their steps or more, and the same
number on every machine. What it finds is compared with what they find.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.patterns.nodes import Alt, Anchor, Atomic, Back, Chars, Group, If, Look, Node, Repeat, Seq, Tree, widest
from tests.patterns.syntax import Unknown

Found = tuple[int, int] | None
"""Where a match begins and ends."""


class TooMany(Exception):
    """More steps than were allowed."""


class Step(NamedTuple):
    """What is tried at one place of the program."""

    kind: str
    after: int
    """The place to go on from."""
    mask: int = 0
    other: int = 0
    """A second place to go on from, or where a program of its own begins."""
    node: Node | None = None


class Matcher:
    """The program of a pattern; one text after another can be run through it."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.named = _named(tree.node)
        self.program = [Step("done", 0)]
        self.start = self._compiled(tree.node, 0)
        self.places = {character: n for n, character in enumerate(tree.alphabet)}
        self.steps = 0

    def run(self, use: str, text: str, most: int) -> Found:
        """What `search`, `match` or `fullmatch` finds; afterwards `steps` holds how many it took."""
        self.steps, self.most, self.text = 0, most, text
        self.bits = [1 << self.places[character] for character in text]
        whole = len(text) if use == "fullmatch" else None
        for start in range(len(text) + 1 if use == "search" else 1):
            end = self._run(self.start, start, whole, {})
            if end is not None:
                return start, end
        return None

    def _add(self, *step: object) -> int:
        self.program.append(Step(*step))  # type: ignore[arg-type]
        return len(self.program) - 1

    def _compiled(self, node: Node, after: int) -> int:
        """Where the program for a node begins that goes on at `after`."""
        match node:
            case Chars(mask):
                return self._add("read", after, mask)
            case Seq(items):
                for item in reversed(items):
                    after = self._compiled(item, after)
                return after
            case Alt(options):
                *others, begin = [self._compiled(option, after) for option in options]
                for other in reversed(others):
                    begin = self._add("try", other, 0, begin)
                return begin
            case Group(item, number):
                if number not in self.named:
                    return self._compiled(item, after)
                ends = self._add("ends", after, number)
                return self._add("begins", self._compiled(item, ends), number)
            case If(number, (option, other)):
                return self._add("if", self._compiled(option, after), number, self._compiled(other, after))
            case Repeat():
                return self._repeated(node, after)
            case Atomic(item) | Look(item):
                return self._add("apart", after, 0, self._compiled(item, 0), node)
            case Anchor() | Back():
                return self._add("asked", after, 0, 0, node)
        raise Unknown(str(node))

    def _repeated(self, node: Repeat, after: int) -> int:
        if node.how == "possessive":
            greedy = Repeat(node.item, node.low, node.high, "greedy", node.at)
            return self._compiled(Atomic(greedy), after)
        begin = after
        if node.high is None:
            begin = self._add("try", 0, 0, 0)  # its ways are known when the turn behind it is
            turn = self._compiled(node.item, begin)
            self.program[begin] = self._either(turn, after, node.how)
        for _ in range((node.high or node.low) - node.low):
            self.program.append(self._either(self._compiled(node.item, begin), after, node.how))
            begin = len(self.program) - 1
        for _ in range(node.low):
            begin = self._compiled(node.item, begin)
        return begin

    @staticmethod
    def _either(turn: int, after: int, how: str) -> Step:
        return Step("try", after, 0, turn) if how == "lazy" else Step("try", turn, 0, after)

    def _run(self, place: int, at: int, whole: int | None, groups: dict[int, int]) -> int | None:
        """Where a match from `at` ends, if there is one (at `whole`, if that is given)."""
        waiting, program, bits, size = [(place, at, groups)], self.program, self.bits, len(self.bits)
        while waiting:
            place, at, groups = waiting.pop()
            while True:
                self.steps += 1
                if self.steps > self.most:
                    raise TooMany
                kind, after, mask, other, node = program[place]
                if kind == "read":
                    if at < size and bits[at] & mask:
                        place, at = after, at + 1
                        continue
                elif kind == "try":
                    waiting.append((other, at, groups))
                    place = after
                    continue
                elif kind == "done":
                    if whole is None or at == whole:
                        return at
                elif kind == "if":
                    place = after if -mask in groups else other
                    continue
                elif kind in ("begins", "ends"):
                    groups, place = groups | {mask if kind == "begins" else -mask: at}, after
                    continue
                else:
                    end = self._apart(other, at, node, groups) if kind == "apart" else self._asked(at, node, groups)
                    if end is not None:
                        place, at = after, end
                        continue
                break
        return None

    def _apart(self, place: int, at: int, node: Node | None, groups: dict[int, int]) -> int | None:
        """Where what is matched by itself leaves off: a look comes back to where it began."""
        if isinstance(node, Atomic):
            return self._run(place, at, None, groups)
        assert isinstance(node, Look)
        if node.ahead:
            found = self._run(place, at, None, groups) is not None
        else:
            farthest = min(at, widest(node.item, self.tree) or 0)
            found = any(self._run(place, at - back, at, groups) is not None for back in range(farthest + 1))
        return at if found != node.negative else None

    def _asked(self, at: int, node: Node | None, groups: dict[int, int]) -> int | None:
        text, size = self.text, len(self.text)
        if isinstance(node, Back):
            same = text[groups[node.number] : groups[-node.number]]
            return at + len(same) if text.startswith(same, at) else None
        assert isinstance(node, Anchor)
        before, behind = (at > 0 and _in_word(text[at - 1])), (at < size and _in_word(text[at]))
        holds = {
            "start": at == 0,
            "end": at == size,
            "last": at == size or (at == size - 1 and text[at] == "\n"),
            "row": at == 0 or text[at - 1] == "\n",
            "rows": at == size or text[at] == "\n",
            "word": before != behind,
            "within": before == behind,
        }
        return at if holds[node.kind] else None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _named(node: Node) -> set[int]:
    """The groups of which the text is asked for again."""
    match node:
        case Back(number):
            return {number}
        case If(number, options):
            return {number}.union(*map(_named, options))
        case Seq(items) | Alt(items):
            return set().union(*map(_named, items))
        case Repeat(item) | Group(item) | Atomic(item) | Look(item):
            return _named(item)
    return set()

"""A regular expression as a tree, as far as this project writes them; anything else is refused."""

from __future__ import annotations

import re

import regex

from tests.patterns.alphabet import alphabet_of, mask_of
from tests.patterns.nodes import Alt, Anchor, Atomic, Back, Chars, Group, If, Look, Node, Repeat, Seq, Tree

Pattern = re.Pattern[str] | regex.Pattern[str]


class Unknown(ValueError):
    """A pattern holds something that this reader does not know."""


ANCHORS = {"^": "start", "$": "last", r"\A": "start", r"\Z": "end", r"\b": "word", r"\B": "within"}
MANY_LINES = {"^": "row", "$": "rows"}
CLASS_RE = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
ESCAPE_RE = re.compile(r"\\(?:[pP]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
COUNT_RE = re.compile(r"\{(\d*)(,?)(\d*)\}")
OPENING_RE = re.compile(
    r"\((?:\?(?:(?P<look><?[=!])|:|(?P<atomic>>)|P<(?P<name>\w+)>|P=(?P<back>\w+)\)|(?P<flags>[imsx]+)\)"
    r"|\((?P<asked>\w+)\)))?"
)


def parse(pattern: Pattern) -> Tree:
    """The tree of a compiled pattern."""
    return _Reader(pattern).tree()


class _Reader:
    def __init__(self, pattern: Pattern):
        if not isinstance(pattern.pattern, str):
            raise Unknown("bytes")
        self.engine = "re" if isinstance(pattern, re.Pattern) else "regex"
        known = re.DOTALL | re.IGNORECASE | re.MULTILINE | re.UNICODE | re.ASCII
        self.flags = pattern.flags & int(known)
        self.source, self.at = (_without_spaces if pattern.flags & re.VERBOSE else str)(pattern.pattern), 0
        self.alphabet = alphabet_of(self.source)
        self.place = {c: n for n, c in enumerate(self.alphabet)}
        self.numbers = dict(pattern.groupindex)
        self.groups = dict[int, Node]()
        self.count = 0

    def tree(self) -> Tree:
        node = self._options()
        if self.at < len(self.source):
            raise Unknown(f"{self.source[self.at :][:20]!r} at {self.at}")
        return Tree(node, self.source, self.alphabet, self.groups)

    def _options(self) -> Node:
        options = [self._sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Alt(tuple(options))

    def _sequence(self) -> Node:
        items = list[Node]()
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            items.append(self._repeated(self._atom()))
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def _repeated(self, item: Node) -> Node:
        at, here = self.at, self.source[self.at : self.at + 1]
        count = COUNT_RE.match(self.source, at) if here == "{" else None
        if count and (count[1] or count[3]):
            low = int(count[1] or 0)
            high = (int(count[3]) if count[3] else None) if count[2] else low
            self.at = count.end()
        elif here and here in "*+?":
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}[here]
            self.at += 1
        else:
            return item
        how = {"?": "lazy", "+": "possessive"}.get(self.source[self.at : self.at + 1], "greedy")
        self.at += how != "greedy"
        return self._repeated(Repeat(item, low, high, how, at))

    def _atom(self) -> Node:
        here, at = self.source[self.at], self.at
        if here == "(":
            return self._group()
        if here == "[":
            m = CLASS_RE.match(self.source, at)
        elif here == "\\":
            m = ESCAPE_RE.match(self.source, at)
        else:
            m = re.compile(".", re.DOTALL).match(self.source, at)
        if m is None or here in "*+?":
            raise Unknown(f"{here!r} at {at}")
        self.at = m.end()
        if m[0] in ANCHORS:
            return Anchor(MANY_LINES.get(m[0], ANCHORS[m[0]]) if self.flags & re.MULTILINE else ANCHORS[m[0]])
        if m[0][0] == "\\" and m[0][1].isdigit():
            return Back(int(m[0][1:]))
        if m[0] == r"\X":  # a character and its marks
            marks = Repeat(Chars(self._mask(r"\p{M}"), at), 0, None, "possessive", at)
            return Seq((Chars((1 << len(self.alphabet)) - 1, at), marks))
        return Chars(self._mask(m[0]), at)

    def _mask(self, one: str) -> int:
        if len(one) == 1 and one != "." and not self.flags & re.IGNORECASE:
            return 1 << self.place[one]
        return mask_of(self.engine, one, self.flags, self.alphabet)

    def _group(self) -> Node:
        m = OPENING_RE.match(self.source, self.at)
        assert m is not None
        if self.source.startswith("(?", self.at) and m[0] == "(":
            raise Unknown(f"{self.source[self.at :][:5]!r} at {self.at}")
        self.at = m.end()
        if m["back"]:
            return Back(self.numbers[m["back"]])
        if m["flags"]:
            return Seq(())  # they are known from the compiled pattern
        number = self._number(m["name"]) if m["name"] or m[0] == "(" else 0
        item = self._either(m["asked"]) if m["asked"] else self._options()
        if not self.source.startswith(")", self.at):
            raise Unknown(f"no end of the group before {self.at}")
        self.at += 1
        if number:
            self.groups.setdefault(number, item)
            return Group(item, number)
        if m["look"]:
            return Look(item, "<" not in m["look"], "!" in m["look"])
        return Atomic(item) if m["atomic"] else item

    def _either(self, asked: str) -> Node:
        options = self._options()
        one, other = options.options if isinstance(options, Alt) else (options, Seq(()))
        return If(self.numbers[asked] if asked in self.numbers else int(asked), (one, other))

    def _number(self, name: str | None) -> int:
        if name:
            self.count = max(self.count, self.numbers[name])
            return self.numbers[name]
        self.count += 1
        return self.count


def _without_spaces(source: str) -> str:
    """A verbose pattern without what only lays it out."""
    pieces = re.finditer(rf"{CLASS_RE.pattern}|\\.|\s+|#[^\n]*|.", source, re.DOTALL)
    return "".join(m[0] for m in pieces if not (m[0].isspace() or m[0][0] == "#"))

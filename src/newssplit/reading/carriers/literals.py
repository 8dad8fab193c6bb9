"""Dumps that are values of a programming language: JSON, JSON lines, what Python and JavaScript print of their objects.

Such a text is read as what it is, with its brackets, names and quotation marks, and not line by line: an article may
stand many objects deep, and its text may be cut into pieces, each in an object of its own. What comes of it are the
stretches of the source that hold an item's values, each with the name of its field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.printed import is_text

PART_RE = re.compile(
    r"""
      \s++
    | (?P<sign>[\[\]{}(),:;])
    | [uUbBrR]?(?P<string> "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' )
    | (?P<bare>[^\s\[\]{}(),:;"']++)
    """,
    re.VERBOSE | re.DOTALL,
)
FRONT = 2000
BEGIN_RE = re.compile(r"^[ \t\ufeff]{0,40}+[\[{]", re.MULTILINE)
"""Where such a text begins: with its first line, or below a few that say where it is from."""
OPENS, CLOSES = "[{(", "]})"
CHINESE_RE = re.compile(r"[\u3400-\u9fff]")
WRITTEN_RE = re.compile(r"[\u3400-\u9fff]|[\\][u][3-9]")
"""A Chinese character, or one that is written as an escape."""
NAME = 24
"""The name of a field that stands without quotation marks has no more characters."""
TEXTS = 0.5
"""Of so many of the longest values of the records each is text; else they are lines of a page."""
ABOVE = ("newspaper", "date", "page")
"""What an object around the records says of all of them."""
DEEP = 60
"""No dump has objects deeper within each other; it bounds the work on hostile input."""


class Value(NamedTuple):
    """A value of an object, and where it stands in the source: in pieces where several strings follow each other."""

    owner: int
    """The object that it is a value of, counted from the beginning of the dump."""
    outer: int
    """The object around that one."""
    path: tuple[str, ...]
    """The names that lead to it from the outermost object, its own the last."""
    pieces: tuple[tuple[int, int], ...]
    listed: bool
    """Whether it stands in a list."""


class Stretch(NamedTuple):
    """What of the source is one value's, or a piece of it."""

    start: int
    end: int
    kind: str
    """`field`, a line of its own with a name; `line`, one without; `piece`, what goes on with the stretch before."""
    name: str
    begins: bool
    """Whether an item begins with it."""


class _Open:
    """An open bracket: an object, a list, or the arguments of a call."""

    def __init__(self, sign: str, owner: int, outer: int, path: tuple[str, ...]):
        self.sign, self.owner, self.outer, self.path = sign, owner, outer, path
        self.key = ""
        self.strings: list[tuple[int, int]] = []
        """Strings that have been read and are not yet said to be a name or a value."""


def may_be_literal(source: str) -> bool:
    """Whether a text has a line near its beginning that opens a bracket, as hardly any of a paper has."""
    return BEGIN_RE.search(source, 0, FRONT) is not None


def read_literal(source: str, lexicon: Lexicon) -> list[Stretch]:
    """The values of the records of such a dump, in order; none in any other text."""
    begin = BEGIN_RE.search(source, 0, FRONT)
    if begin is None:
        return []
    values = _put_together(_values(source, begin.end() - 1))
    text = _text_path(values, source)
    return list(_stretches(values, text, source, lexicon)) if text is not None else []


def _values(source: str, at: int) -> list[Value]:
    """All values of all objects; none where the source is no such text from a place on."""
    found, stack, objects = list[Value](), [_Open("", 0, 0, ())], 0
    while at < len(source):
        m = PART_RE.match(source, at)
        if m is None:
            return found if len(stack) > 1 else []  # it is cut off within a string
        at = m.end()
        top, sign = stack[-1], m["sign"] or " "
        if m["string"] is not None:
            top.strings.append((m.start("string") + 1, m.end("string") - 1))
        elif m["bare"] is not None:
            if CHINESE_RE.search(m["bare"]) and (top.sign != "{" or len(m["bare"]) > NAME):
                return []
            top.strings.append(m.span("bare"))
        elif sign == ":" and top.sign == "{" and not top.key and len(top.strings) == 1:
            top.key = source[slice(*top.strings.pop())]
        elif sign in ",;":
            _close_value(top, found)
        elif sign in OPENS:
            objects += sign == "{"
            if len(stack) > DEEP:
                return []
            owner, outer = (objects, top.owner) if sign == "{" else (top.owner, top.outer)
            top.strings = [] if sign == "(" else top.strings  # the name of what is called
            stack.append(_Open(sign, owner, outer, _path(top)))
        elif sign in CLOSES:
            if len(stack) < 2 or OPENS.index(top.sign) != CLOSES.index(sign):
                return []
            _close_value(top, found)
            stack.pop()
    _close_value(stack[-1], found)
    return found


def _close_value(top: _Open, found: list[Value]) -> None:
    path = _path(top)
    if top.strings and path and top.owner:
        found.append(Value(top.owner, top.outer, path, tuple(top.strings), listed=top.sign == "["))
    top.strings, top.key = [], ""


def _path(top: _Open) -> tuple[str, ...]:
    return (*top.path, top.key) if top.sign == "{" else top.path


def _put_together(values: Sequence[Value]) -> list[Value]:
    """The values, those of one text put together that stand in a list of strings and of objects with strings, as where
    a part of it is set in bold type."""
    lists = {value.path for value in values if value.listed}
    together, pieces, last = list[Value](), list[list[tuple[int, int]]](), None
    for value in values:
        *outer, name = value.path
        inner = tuple(outer) in lists and name in ("text", "value", value.path[-2])
        if inner:
            value = value._replace(owner=value.outer, path=tuple(outer), listed=True)
        rich = inner or (last is not None and last.path == value.path and last.owner == value.owner)
        if rich and together and together[-1].path == value.path and together[-1].owner == value.owner:
            pieces[-1] += value.pieces
        else:
            together.append(value)
            pieces.append(list(value.pieces))
        last = value if inner else None
    whole = (value._replace(pieces=tuple(parts)) for value, parts in zip(together, pieces, strict=True))
    return [value for value in whole if value.path[:-1] not in lists]


def _text_path(values: Sequence[Value], source: str) -> tuple[str, ...] | None:
    """The names that lead to the values in which the most Chinese text stands."""
    sizes = defaultdict[tuple[str, ...], int](int)
    for value in values:
        for start, end in value.pieces:
            sizes[value.path] += end - start if _is_chinese(source, start, end) else 0
    path = max(sizes, key=lambda path: sizes[path], default=None)
    return path if path is not None and sizes[path] else None


def _is_chinese(source: str, start: int, end: int) -> bool:
    return WRITTEN_RE.search(source, start, end) is not None


def _stretches(values: Sequence[Value], text: tuple[str, ...], source: str, lexicon: Lexicon) -> Iterator[Stretch]:
    """What belongs to the records: the values of the objects that hold the texts, and of those around them."""
    record = _record_path(values, text, lexicon)
    heads = {value.path[-1] for value in values if value.path[:-1] == record}
    titled = any(kind_of(name, lexicon) == "headline" for name in heads)
    if not titled and not _are_texts(values, text, source):
        yield from (stretch for value in values if value.path == text for stretch in _pieces(value, "line", ""))
        return
    owner = -1
    for value in values:
        outside = value.path[: len(record)] != record
        if outside and value.path[:-1] == record[: len(value.path) - 1] and kind_of(value.path[-1], lexicon) in ABOVE:
            yield from _pieces(value, "field", value.path[-1])
        if outside or (len(value.path) > len(record) + 1 and value.path != text):
            continue
        begins = value.path[:-1] == record and value.owner != owner
        owner = value.owner if value.path[:-1] == record else owner
        yield from _pieces(value, "field", value.path[len(record)], begins=begins)


def _record_path(values: Sequence[Value], text: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The names that lead to the objects each of which is an item: those that hold the texts, or the nearest around
    them of which one value is a headline."""
    for size in range(len(text) - 1, -1, -1):
        record = text[:size]
        if any(v.path[:-1] == record and kind_of(v.path[-1], lexicon) == "headline" for v in values):
            return record
    return text[:-1]


def _are_texts(values: Sequence[Value], text: tuple[str, ...], source: str) -> bool:
    held = [source[value.pieces[0][0] : value.pieces[-1][1]] for value in values if value.path == text]
    return sum(map(is_text, held)) >= TEXTS * len(held)


def _pieces(value: Value, kind: str, name: str, *, begins: bool = False) -> Iterator[Stretch]:
    for n, (start, end) in enumerate(value.pieces):
        yield Stretch(start, end, "piece" if n else kind, name, begins and n == 0)

"""The marks that stand within a text, in order: they are found in one walk over the whole of it.

What they mean for its lines is decided in `lines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newssplit.patterns import re
from newssplit.reading.carriers.dialects import dialect
from newssplit.reading.carriers.literals import Stretch
from newssplit.reading.carriers.token_forms import PLAIN, TOKEN_RE, Token, kind_of_mark, token_of

UNREAD_RE = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "teiheader", "fw")}
"""What stands between these is nothing to read: of TEI what says how it was made, and what the foot of a page says."""
RUNNING, HEADER_RE = "fw", re.compile(r"\stype=[\"']head")
"""What TEI prints at the head or the foot of a page: at the head stands which page of which paper it is."""
SIGN_RE = re.compile(r"[<&\\①-⑳\ue000-\uf8ff*\]\['{}|!〖〓↙Ω]")
"""What a mark begins with."""
MARKUP_RE = re.compile(
    r"[<&\\①-⑳\ue000-\uf8ff*\]\['{〖](?:(?<=[<&\\①-⑳\ue000-\uf8ff〖])|(?<=\*)\*|(?<=\])\(|(?<=\[)[/\[]|(?<=')'|(?<=\{)\{)"
)
"""`<`, `**`, `](`, `[/` … That it begins with a set of characters halves the time to find it."""


def has_marks(text: str) -> bool:
    """Whether a text may have marks inside it."""
    return MARKUP_RE.search(text) is not None


SORTS = {"field": "field", "line": "break", "piece": "join"}
"""What stands before a stretch of a value, by its kind."""


def tokens_of_values(source: str, stretches: Sequence[Stretch]) -> Iterator[Token]:
    """The marks of a dump that is a value of a programming language: what stands between the values of its records is
    one, and within them stand the usual ones."""
    at, inner = 0, tokens(source, escaped=True)
    token = next(inner, None)
    for start, end, kind, name, begins in stretches:
        if begins:
            yield Token(at, at, "item")
        yield Token(at, start, SORTS[kind], name)
        while token is not None and token.end <= end:
            if token.start >= start:
                yield token
            token = next(inner, None)
        at = end
    yield Token(at, len(source), "field")


def tokens(source: str, *, escaped: bool = False) -> Iterator[Token]:
    """All marks of a text, in order; none overlaps another one. `escaped`: a tool has written every line break as an
    escape, be it a single one."""
    sorts, at = dialect(source), 0
    sorts = sorts._replace(escapes=True, values=True) if escaped else sorts
    unclosed, closed = False, dict[str, int]()
    # a set of characters is found many times as fast as the marks themselves
    while sign := SIGN_RE.search(source, at):
        at = sign.end()
        if (m := TOKEN_RE.match(source, sign.start())) is None:
            continue
        at = m.end()
        kind = m.lastgroup if m.lastgroup in PLAIN else kind_of_mark(m)
        if kind == "comment":
            end = -1 if unclosed else source.find("-->", at)
            unclosed = end < 0
            if not unclosed:
                yield from _comment(source, m.start(), end + 3)
                at = end + 3
        elif kind == "tag" and not m["close"] and _is_unread(m["name"].lower(), m["rest"]):
            at = _behind(source, at, m["name"].lower(), closed)
            yield Token(m.start(), at, "drop")
        elif token := token_of(m, kind or "", sorts):
            yield token


def _is_unread(name: str, rest: str) -> bool:
    """Whether a tag of this name, in small letters, begins what nobody is to read; `rest` is what else stands in it."""
    return name in UNREAD_RE and not (name == RUNNING and HEADER_RE.search(rest))


def _behind(source: str, at: int, name: str, closed: dict[str, int]) -> int:
    """Where a script or a style sheet ends; one that nothing closes ends with its own tag.

    `closed` remembers where each name is closed last, so that no text is searched to its end again and again."""
    if name not in closed:
        found = [m.end() for m in UNREAD_RE[name].finditer(source)]
        closed[name] = found[-1] if found else 0
    if at >= closed[name]:
        return at
    m = UNREAD_RE[name].search(source, at)
    return m.end() if m else at


FIELD_RE = re.compile(r"<([A-Za-z]{2,20})>([^<>]{0,2000})</\1>")


def _comment(source: str, start: int, end: int) -> Iterator[Token]:
    """A comment; one that holds the fields of a page, as e-papers print them, is those fields."""
    at = start
    for m in FIELD_RE.finditer(source, start, end):
        yield Token(at, m.start(), "drop")
        yield Token(m.start(), m.start(2), "field", m[1].lower())
        at = m.end(2)
        yield Token(at, m.end(), "field")
        at = m.end()
    yield Token(at, end, "drop")

"""What the pieces of a byline come to: an action counts for the names beside it, a role for those behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newssplit.model import Role
from newssplit.rules.names import Name


class Maker(NamedTuple):
    """A person as read; offsets in the text that was read."""

    name: str
    role: Role | None
    title: str | None
    start: int
    end: int


class Token(NamedTuple):
    """A piece of a byline: `who` (记者), `act` (摄), `names`."""

    kind: str
    roles: tuple[Role, ...] = ()
    title: str | None = None
    names: tuple[Name, ...] = ()
    start: int = 0
    end: int = 0
    """Of a role's word; 0 for the description of a person."""
    ahead: bool = False
    """An action that a slash or colon ties to what follows it: `文/X`."""


def interpret(tokens: list[Token]) -> Iterator[Maker]:
    """An action counts for the names behind it (`文/X`) or before it (`X 摄`); a role for what follows."""
    tokens = _behind_names(tokens)
    who, prefix = Token("who"), Token("act")
    waiting: list[tuple[Name, Token]] = []
    for at, token in enumerate(tokens):
        if token.kind == "who" and (not waiting or _names_follow(tokens, at)):
            who, prefix = token, prefix if at and tokens[at - 1].kind == "act" else Token("act")
        elif token.kind == "names" and prefix.roles:
            yield from _made(token.names, who, prefix.roles)
        elif token.kind == "names":
            waiting += [(name, who) for name in token.names]
        elif waiting and not (token.ahead and _names_follow(tokens, at)):
            roles = token.roles + _chained(tokens, at)
            for name, of in waiting:
                yield from _made((name,), of if of.title else token, roles or of.roles)
            waiting, who = [], Token("who")
        elif _names_follow(tokens, at) or token.ahead:
            for name, of in waiting:
                yield from _made((name,), of, of.roles)
            waiting, prefix = [], Token("act", (prefix.roles if tokens[at - 1].kind == "act" else ()) + token.roles)
    for name, of in waiting:
        yield from _made((name,), of, of.roles)
    if who.roles == ("commentator",) and not any(t.kind == "names" for t in tokens):
        # 本报评论员 without a person is a name of its own
        yield Maker(who.title or "", "commentator", None, who.start, who.end)


def _names_follow(tokens: list[Token], at: int) -> bool:
    return any(t.kind == "names" for t in tokens[at + 1 : at + 3])


def _chained(tokens: list[Token], at: int) -> tuple[Role, ...]:
    """`文/图` behind a name: the second action counts, too."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following.roles if following and following.kind == "act" and not _names_follow(tokens, at + 1) else ()


def _made(names: tuple[Name, ...], who: Token, roles: tuple[Role, ...]) -> Iterator[Maker]:
    for name in names:
        for role in roles or (None,):
            yield Maker(name.text, role, who.title, name.start, name.end)


def _behind_names(tokens: list[Token]) -> list[Token]:
    """`X 文　Y 图`: where names come first and an action last, every action stands behind its names."""
    if tokens[0].kind == "act" or tokens[-1].kind != "act":
        return tokens
    return [t._replace(ahead=False) for t in tokens]

"""What the pieces of a byline come to, by a small grammar:

    byline  = part { part }
    part    = title names              记者 X、Y
            | title names act          记者 X 摄
            | act { act } title? names 文/X, 图、文/记者 X
            | names act                X 摄
            | filed names              报道：X
            | names filed              X 报道, X東嶼報導
            | page names | given | source      责任编辑：X, 企业提供, 据…: nobody

An action counts for the names that it is tied to, else for those before it; a role for those behind it. What a person
did here, 摄, wins over what the person is, 记者.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newssplit.light import NamedTuple
from newssplit.model import Role
from newssplit.rules.byline_tokens import Token
from newssplit.rules.names import Name


class Maker(NamedTuple):
    """A person as read; offsets in the text that was read."""

    name: str
    role: Role | None
    title: str | None
    start: int
    end: int


def interpret(tokens: Sequence[Token]) -> Iterator[Maker]:
    """The people whom the pieces name, in order."""
    signing = _filed_alone(_signing(tokens), tokens)
    yield from _read(_tied(signing)) if signing else ()
    if signing and signing[-1].roles == ("commentator",) and not any(t.kind == "names" for t in signing):
        # 本报评论员 without a person is a name of its own
        who = signing[-1]
        yield Maker(who.title or "", "commentator", None, who.start, who.end)


def _signing(tokens: Sequence[Token]) -> list[Token]:
    """Roles, actions and the names that go with them; without who made the page, and what tells of no maker."""
    found: list[Token] = []
    page = False
    for token in tokens:
        if token.kind == "page" or (token.kind != "names" and page):
            page = token.kind == "page"
        if token.kind in ("who", "act", "given") or (token.kind == "names" and not page) or _labels(token):
            found.append(token)
    return found


def _filed_alone(signing: list[Token], tokens: Sequence[Token]) -> list[Token]:
    """`X　报道`, `X／东湾报道`: where nothing else says what somebody did, he reports."""
    last = tokens[-1]
    if [t.kind for t in signing] == ["names"] and last.kind == "filed" and last.roles and len(tokens) == 2:
        return [*signing, last]
    return signing


def _labels(token: Token) -> bool:
    """报道：X: what stands for an action that is tied to the names behind it."""
    return token.kind == "filed" and token.ahead and token.place is None


def _read(tokens: Sequence[Token]) -> Iterator[Maker]:
    who: Token | None = None
    prefix: tuple[Role, ...] = ()
    waiting: list[tuple[Name, Token | None]] = []
    for at, token in enumerate(tokens):
        last = tokens[at - 1].kind if at else ""
        if token.kind == "who" and (not waiting or _names_follow(tokens, at)):
            who, prefix = token, prefix if last in ACTIONS else ()
        elif token.kind == "names" and prefix:
            yield from _made(token.names, who, prefix)
        elif token.kind == "names":
            waiting += [(name, who) for name in token.names]
        elif token.kind == "given":
            prefix = ()
        elif waiting and not (token.ahead and _names_follow(tokens, at)):
            roles = token.roles + _chained(tokens, at)
            for name, of in waiting:
                yield from _made((name,), of or token, roles or (of.roles if of else ()))
            waiting, who = [], None
        elif _names_follow(tokens, at) or token.ahead:
            for name, of in waiting:
                yield from _made((name,), of, of.roles if of else ())
            waiting, prefix = [], (prefix if last in ACTIONS else ()) + token.roles
            who = who if last == "who" else None
    for name, of in waiting:
        yield from _made((name,), of, of.roles if of else ())


ACTIONS = ("act", "filed")


def _names_follow(tokens: Sequence[Token], at: int) -> bool:
    return any(t.kind in ("names", "given") for t in tokens[at + 1 : at + 3])


def _chained(tokens: Sequence[Token], at: int) -> tuple[Role, ...]:
    """`文/图` behind a name: the second action counts, too."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following.roles if following and following.kind == "act" and not _names_follow(tokens, at + 1) else ()


def _made(names: tuple[Name, ...], who: Token | None, roles: tuple[Role, ...]) -> Iterator[Maker]:
    for name in names:
        for role in roles or (None,):
            yield Maker(name.text, role, who.title if who else None, name.start, name.end)


def _tied(tokens: list[Token]) -> list[Token]:
    """To which names the actions belong where that shows only in the whole line.

    `X 文　Y 图`: names come first and an action last, so each stands behind its names. `X 摄影 Y`: names come last."""
    if tokens[0].kind != "act" and tokens[-1].kind == "act":
        return [t._replace(ahead=False) for t in tokens]
    acts = [n for n, t in enumerate(tokens) if t.kind == "act"]
    if len(acts) == 1 and tokens[-1].kind == "names" and acts[0] == len(tokens) - 2 and len(tokens) > 2:
        return [*tokens[:-2], tokens[-2]._replace(ahead=True), tokens[-1]]
    return tokens

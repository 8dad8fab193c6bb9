"""Who signs: `记者X 通讯员Y`, `□本报记者　X`, `文/X 图/Y`, `（柳条沟村村民　X）`.

One reader for all of them: the text between brackets, or of a whole line, is cut into role words,
actions and names; if anything is left over that is none of these, it is no byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from newssplit.lexicon import Lexicon, fold
from newssplit.model import Role
from newssplit.rules.byline_words import patterns
from newssplit.rules.makers import Maker, Token, interpret
from newssplit.rules.names import HAN_RE, is_name, may_be_names, names_in

BULLETS = "□■◎○●◆◇☉▲△▼▽★☆▪•◼※⊙♦❖"
LOOSE = " \u3000\t,，、;；:：/／|｜丨。()（）[]［］【】〔〕《》" + BULLETS
ADDRESSED_RE = re.compile(r"(?:女士|先生|小姐|同志|同学|师傅|大爷|阿姨|大妈|老人|奶奶)$")
"""People who are spoken of do not sign: `（马赛 梁女士）`."""
DESCRIBED_RE = re.compile(r"[）)／/]")
"""What stands beside a name to say who bears it."""
WROTE_RE = re.compile(r"(?:文|撰文|作者)\s?[／/:：|｜丨]\s?")
SPACED_RE = regex.compile(r"\p{Han}[ \u3000]{1,3}\p{Han}")
"""A name of two characters, spaced."""
LONGEST = 120
"""No byline has more characters; it bounds the work on hostile input."""


def read_people(text: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """The people that a byline names, in order; empty where the text is no byline.

    >>> from newssplit.lexicon import default_lexicon
    >>> [(m.name, m.role) for m in read_people("记者 谷　雨　通讯员 包博文", default_lexicon())]
    [('谷雨', 'reporter'), ('包博文', 'correspondent')]
    """
    return read_byline(text, lexicon).makers


class Byline(NamedTuple):
    makers: tuple[Maker, ...]
    role: bool
    """Whether a role word such as 记者 or 摄 stands in it; never without makers."""


NOBODY = Byline((), False)


def read_byline(text: str, lexicon: Lexicon) -> Byline:
    """The people that a byline names, and whether it says what they are."""
    if not 2 <= len(text) <= LONGEST:
        return NOBODY
    described = _described(text, lexicon, 0)
    tokens = described or _tokens(text, lexicon)
    if not tokens or _only_a_title(tokens):
        return NOBODY
    makers = tuple(interpret(tokens))
    role = has_role(text, lexicon) if described else any(t.kind == "act" or t.end for t in tokens)
    return Byline(makers, role) if makers else NOBODY


def has_role(text: str, lexicon: Lexicon) -> bool:
    """Whether a role word such as 记者 or 摄 stands in the text."""
    return any(m["who"] or m["act"] or m["before"] or m["after"] for m in _words(fold(text), lexicon))


def may_have_words(text: str, lexicon: Lexicon) -> bool:
    """Whether a role, or the description of a person, may stand in the text; without either there are bare names."""
    folded, p = fold(text), patterns(lexicon)
    return bool(DESCRIBED_RE.search(text) or p.described.search(folded) or p.hint.search(folded))


def _words(folded: str, lexicon: Lexicon) -> Iterator[regex.Match[str]]:
    """All words in order; where no hint of one follows, none is looked for."""
    p, at = patterns(lexicon), 0
    while p.hint.search(folded, at) and (m := p.word.search(folded, at)):
        yield m
        at = m.end()


def sure(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether a reader would take the names for names without a role beside them."""
    return bool(makers) and all(is_name(m.name, lexicon) or m.role for m in makers)


def sure_names(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether every name begins with a surname: `记者杨树` behind the text, and not `对记者表示`."""
    return all(is_name(m.name, lexicon) for m in makers)


def _tokens(text: str, lexicon: Lexicon) -> list[Token] | None:
    # 雒　文: no name is a single character
    if len(text) <= 5 and SPACED_RE.fullmatch(text) and fold(text[0]) not in lexicon.roles:
        return [Token("names", names=tuple(names_in(text, 0, lexicon) or ()))]
    folded, at, tokens = fold(text), 0, list[Token]()
    for m in _words(folded, lexicon):
        start = m.start()
        if m["place"] and not HAN_RE.search(folded, at, start):
            start = m.end("place")
        found = _between(text, at, start, lexicon, bare=_describable(tokens))
        if found is None:
            return None
        tokens += found
        tokens += _word(m, text, folded, lexicon)
        at = m.end()
    found = _between(text, at, len(text), lexicon, bare=_describable(tokens))
    return None if found is None else tokens + found


def _only_a_title(tokens: list[Token]) -> bool:
    """`自由撰稿人`: what stands right before a role word alone belongs to the word, and names nobody.

    编译 says what a person did, too: `X编译`."""
    glued = [t.kind for t in tokens] == ["names", "who"] and tokens[0].names[-1].end == tokens[1].start
    return glued and tokens[1].roles != ("translator",)


def _describable(tokens: list[Token]) -> bool:
    """Whether a description may stand here: at the beginning, or behind `文/`."""
    return all(t.kind == "act" for t in tokens)


def _word(m: regex.Match[str], text: str, folded: str, lexicon: Lexicon) -> Iterator[Token]:
    if m["who"]:
        title = "".join(text[m.start() : m.end()].split())
        yield Token("who", _roles(fold(title), lexicon), title, start=m.start(), end=m.end())
    elif word := m["act"] or m["before"] or m["after"]:
        rest = folded[m.end() :].lstrip()
        ahead = bool(m["before"]) or rest[:1] in tuple("/／:：|｜丨")
        yield Token("act", _roles(word, lexicon), ahead=ahead)


def _roles(word: str, lexicon: Lexicon) -> tuple[Role, ...]:
    if word.endswith("采写"):
        return ()
    word = "整理" if word.endswith("整理") else "".join(word.removesuffix("合作").split())
    for size in range(min(len(word), 6), 0, -1):
        if role := lexicon.roles.get(word[-size:]):
            return (role,)
    return ()


def _between(text: str, start: int, end: int, lexicon: Lexicon, *, bare: bool) -> list[Token] | None:
    """The names between two words; None where something else stands there."""
    piece = text[start:end]
    inner = piece.strip(LOOSE)
    if not inner:
        return []
    at = start + piece.index(inner[0])
    signed = (_described(piece, lexicon, start) or _affiliated(piece, start, lexicon)) if bare else None
    if signed:
        return signed
    if not may_be_names(inner, lexicon) or ADDRESSED_RE.search(fold(inner)):
        return None
    names = names_in(inner, at, lexicon)
    return [Token("names", names=tuple(names))] if names else None


def _described(text: str, lexicon: Lexicon, at: int) -> list[Token] | None:
    """`林予安（台中市，家管）`, `莊若蘭／國小教師（彰化員林）`: a name and, in brackets or behind a slash, who bears it."""
    edge = BULLETS + " \u3000/／:："
    bare = text.rstrip(edge)
    if not bare.endswith(("）", ")")) and "／" not in bare and "/" not in bare:
        return None
    folded = fold(text)
    wrote = WROTE_RE.match(folded)
    shift = wrote.end() if wrote else len(text) - len(text.lstrip(edge))
    p, rest = patterns(lexicon), folded[shift:].rstrip(edge)
    m = p.slashed.fullmatch(rest) or p.behind.fullmatch(rest)
    if m is None:
        return None
    start, end = shift + m.start("name"), shift + m.end("name")
    names = names_in(text[start:end], at + start, lexicon)
    if not names or len(names) != 1 or not is_name(names[0].text, lexicon) or ADDRESSED_RE.search(names[0].text):
        return None
    title = text[shift + m.start("who") : shift + m.end("who")]
    return [Token("who", ("author",) if wrote else (), title), Token("names", names=tuple(names))]


def _affiliated(piece: str, start: int, lexicon: Lexicon) -> list[Token] | None:
    """A person with a description in place of a role: `溪口县中学教师　池上莲`."""
    folded = fold(piece)
    p, inner = patterns(lexicon), folded.strip(LOOSE)
    m = p.affiliation.fullmatch(inner) if p.described.search(inner) else None
    if m is None:
        return None
    shift = len(folded) - len(folded.lstrip(LOOSE))
    names = names_in(piece[shift + m.start("name") : shift + m.end("name")], start + shift + m.start("name"), lexicon)
    if not names or len(names) != 1 or not is_name(names[0].text, lexicon) or ADDRESSED_RE.search(names[0].text):
        return None
    title = piece[shift + m.start("who") : shift + m.end("who")].strip(LOOSE)
    return [Token("who", (), title), Token("names", names=tuple(names))]

"""Who signs: `记者X 通讯员Y`, `□本报记者　X`, `文/X 图/Y`, `（柳条沟村村民　X）`.

One reader for all of them: the text between brackets, or of a whole line, is cut into role words,
actions and names; if anything is left over that is none of these, it is no byline.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

import regex

from newssplit.late import Late
from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.model import Role
from newssplit.rules.makers import Maker, Token, interpret
from newssplit.rules.names import HAN_RE, is_name, names_in

BULLETS = "□■◎○●◆◇☉▲△▼▽★☆▪•◼※⊙♦❖"
LOOSE = " \u3000\t,，、;；:：/／|｜。()（）[]［］【】〔〕《》" + BULLETS
DAY = r"(?:[\d一二三四五六七八九十]{1,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
ADDRESSED_RE = re.compile(r"(?:女士|先生|小姐|同志|同学|师傅|大爷|阿姨|大妈|老人|奶奶)$")
"""People who are spoken of do not sign: `（马赛 梁女士）`."""
WROTE_RE = re.compile(r"(?:文|撰文|作者)\s?[／/:：]\s?")
HINTS = "员写理自道导电稿发据源供谨敬同仝"
"""Of these, and of the last characters of role words, each word of a byline has one, or is a day that ends the line."""
LONGEST = 120
"""No byline has more characters; it bounds the work on hostile input."""


class Patterns(NamedTuple):
    hint: re.Pattern[str]
    word: Late
    described: re.Pattern[str]
    affiliation: Late
    behind: Late
    slashed: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The words that structure a byline, compiled once for a lexicon."""
    people = [w for w in lexicon.roles if w.endswith(("者", "员", "生", "笔", "稿", "人", "编辑", "编译", "责编"))]
    acts = [w for w in lexicon.roles if w not in people]
    short = [w for w in acts if len(w) == 1]
    sorts = any_of(lexicon.words("roles", "sorts"), spaced=False)
    callings = any_of(lexicon.words("people", "callings"), spaced=False)
    places = any_of(lexicon.words("people", "places"), spaced=False)
    who = rf"(?:《[^》]{{2,12}}》|\p{{Han}}{{1,7}}?(?:报社|报|社|网|台|刊|学院)\s?|本报\s?|本刊|本)?(?:驻(?:(?!记者)[\p{{Han}}、]){{1,9}}?)?{sorts}*"
    return Patterns(
        hint=re.compile(f"[{re.escape(''.join(sorted({w[-1] for w in _shortest(lexicon.roles)})))}{HINTS}]|日$"),
        word=Late(
            rf"(?P<who>(?:{who}{any_of(people)}|(?<!\p{{Han}})\p{{Han}}{{2,4}}特派员)(?:合作)?)"
            rf"|(?P<act>参与采写|联合采写|采访整理|综合整理|采写|{any_of((w for w in acts if len(w) > 1), spaced=False)})(?:报道|报导)?"
            rf"|(?<![\p{{Han}}/／])(?P<before>{any_of(short, spaced=False)})(?=\s?[/／:：|｜]|\s\p{{Han}}{{2}})"
            rf"|(?P<after>(?<=[\p{{Han}}\p{{Latin}}])摄|(?<=[\s/／）)]){any_of(short, spaced=False)})(?=$|[/／、，,）)]|\s(?!\p{{Han}}(?:\s|$))|{any_of(short, spaced=False)})"
            rf"|(?P<filed>(?:发自|寄自)\p{{Han}}{{1,6}}|(?P<place>(?<=[\s/／，,])\p{{Han}}{{2,5}}?)?(?:综合|专题|现场|联合|特约)?(?:报道|报导|专电|供稿|发)(?=$|[\s、，,/／：:）)]))"
            rf"|(?P<source>(?:信息)?(?:据|来源|线索提供).*|{any_of(lexicon.words('marks', 'agencies'), spaced=False)}(?:发|供稿|供图)|(?<=\s){DAY}$|(?:(?:谨|敬|同|仝)(?:启|上|白|叩)|(?<=\p{{Han}}{{2}})[启上](?=\s))(?:\s*{DAY})?$)"
        ),
        described=re.compile(rf"[{''.join(sorted({w[-1] for w in lexicon.words('people', 'callings')}))}》\s]"),
        affiliation=Late(
            rf"(?:(?:解答|供稿)[:：])?(?P<who>[^，,、]*(?:{callings}\s*|(?:{places}|\d级)\s+|》\s*))(?P<name>[^，,、]{{2,9}})"
        ),
        behind=Late(
            rf"(?P<name>\S.{{1,8}}?)\s?[（(](?P<who>[^（()）]*(?:{callings}|{places}|[人员長长師师家手生])[^）)]{{0,3}})[）)]"
        ),
        slashed=Late(
            rf"(?P<name>\p{{Han}}{{2,4}})\s?[／/]\s?(?P<who>\p{{Han}}{{0,10}}{callings}(?:[（(]\p{{Han}}{{2,8}}[）)])?)"
        ),
    )


def _shortest(words: Collection[str]) -> list[str]:
    """Those that hold no other one: wherever 摄影记者 stands, 记者 does."""
    return [word for word in words if not any(other in word for other in words if other != word)]


def read_people(text: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """The people that a byline names, in order; empty where the text is no byline.

    >>> from newssplit.lexicon import default_lexicon
    >>> [(m.name, m.role) for m in read_people("记者 谷　雨　通讯员 包博文", default_lexicon())]
    [('谷雨', 'reporter'), ('包博文', 'correspondent')]
    """
    if not 2 <= len(text) <= LONGEST:
        return ()
    tokens = _described(text, lexicon, 0) or _tokens(text, lexicon)
    return tuple(interpret(tokens)) if tokens and not _only_a_title(tokens) else ()


def has_role(text: str, lexicon: Lexicon) -> bool:
    """Whether a role word such as 记者 or 摄 stands in the text."""
    return any(m["who"] or m["act"] or m["before"] or m["after"] for m in _words(fold(text), lexicon))


def _words(folded: str, lexicon: Lexicon) -> Iterator[regex.Match[str]]:
    p = patterns(lexicon)
    return p.word.finditer(folded) if p.hint.search(folded) else iter(())


def sure(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether a reader would take the names for names without a role beside them."""
    return bool(makers) and all(is_name(m.name, lexicon) or m.role for m in makers)


def sure_names(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether every name begins with a surname: `记者杨树` behind the text, and not `对记者表示`."""
    return all(is_name(m.name, lexicon) for m in makers)


def _tokens(text: str, lexicon: Lexicon) -> list[Token] | None:
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
        ahead = bool(m["before"]) or rest[:1] in tuple("/／:：|｜")
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
    names = None if ADDRESSED_RE.search(fold(inner)) else names_in(inner, start + piece.index(inner), lexicon)
    return [Token("names", names=tuple(names))] if names and at >= start else None


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

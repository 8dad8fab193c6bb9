"""Whom the words behind a text name, and whether names without a role may be a signature."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from newssplit.lexicon import Lexicon, fold
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import BULLETS, patterns
from newssplit.rules.makers import Maker
from newssplit.rules.name_signs import unlike
from newssplit.rules.names import is_name
from newssplit.rules.people import Byline, has_role, likely_names, read_byline, sure

CLAUSES_RE = re.compile(r"[，,；;]")
AUTHOR_IS_RE = re.compile(r"^[^为系是:：]*[为系是:：]")
HALTS = "。！？!?…”」』；;）)"
SPACE_RE = re.compile(r"(?<!\s)\s++")
LONGEST, MOST = 48, 6
"""What closes a text without brackets has fewer characters, and begins at one of so few places."""
INITIAL_RE = regex.compile(r"(?![一二三四五六七八九十百])\p{Han}")
"""（鳴） is a pen name. Of 36 such brackets in annotated dumps 6 are one, 20 are 完, the others a number or 笑."""
INNER = 21
"""Characters at most, the bracket's own among them, before a bracket within one; see the pattern."""
OPENING_RE = re.compile(r"[（(\[【〔]")
SLASHED_RE = regex.compile(r"^\s*\p{Han}{2,3}\s?[／/]\s?\p{Han}{2,3}\s*")
"""章田/雅龙: beside a name the other is a pen name."""


@cache
def _named_author_re(lexicon: Lexicon) -> re.Pattern[str]:
    """`作者林予安为退休教师，台中市`: the name between, and who that is."""
    return re.compile(rf"{lexicon.one_of('people.writers')}(?P<name>[^\W\d_]{{2,4}}?)[为系是](?=[^\s，。]{{2}})")


def _sited(makers: tuple[Maker, ...], lexicon: Lexicon) -> tuple[Maker, ...]:
    """`（搜狐体育 宋明珠）`: what stands before the name is where the person works."""
    if (
        len(makers) == 2
        and len(makers[0].name) >= 4
        and not is_name(makers[0].name, lexicon)
        and is_name(makers[1].name, lexicon)
    ):
        return (makers[1]._replace(title=makers[0].name),)
    return makers


def placed(raw: str, at: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    """Whom a byline names that begins at `at` of its text."""
    return read_behind(raw, at, lexicon).makers


def read_behind(raw: str, at: int, lexicon: Lexicon) -> Byline:
    """A byline behind a text, which begins at `at`."""
    byline = read_byline(raw, lexicon)
    makers = _sited(byline.makers, lexicon)
    return byline._replace(makers=tuple(x._replace(start=x.start + at, end=x.end + at) for x in makers))


def starts(folded: str) -> Iterator[int]:
    """Where a byline may begin that closes a text without brackets: behind a stop or a space, the longest first."""
    stop = max(folded.rfind(c) for c in HALTS) + 1
    begin = max(stop, len(folded) - LONGEST)
    if stop == begin:
        yield len(folded) - len(folded[begin:].lstrip())
    found = (m.end() for m in SPACE_RE.finditer(folded, begin) if m.end() > stop + 1)
    yield from islice(found, MOST)


def may_sign(folded: str, lexicon: Lexicon) -> bool:
    """Whether a word of a byline, or a bullet, may be in what closes a text."""
    near = folded[-LONGEST:]
    return patterns(lexicon).hint.search(near) is not None or any(c in near for c in BULLETS)


def signs(byline: Byline, raw: str, lexicon: Lexicon) -> bool:
    """Whether names without brackets sign: behind a bullet, or with a role and sure names."""
    if not byline.makers or not all(m.role or is_name(m.name, lexicon) for m in byline.makers):
        return False
    told = byline.role or byline.filed is not None or raw[0] in BULLETS
    return told and (lexicon.ends(fold(raw), "people", "credited") or likely_names(byline.makers, lexicon))


def authors(raw: str, at: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    """`作者系市委党校副教授　X`, `作者为…所长，本报记者Y采访整理`: an author, if named here, and helpers."""
    makers, start = list[Maker](), at
    for n, piece in enumerate(CLAUSES_RE.split(raw)):
        lead = AUTHOR_IS_RE.match(fold(piece)) if n == 0 else None
        named = _named_author_re(lexicon).match(fold(piece)) if n == 0 else None
        shift = lead.end() if lead else 0
        found = placed(piece[shift:], start + shift, lexicon)
        if named and is_name(named["name"], lexicon):
            begin, end = named.span("name")
            makers.append(Maker(piece[begin:end], "author", piece[named.end() :], start + begin, start + end))
        elif n == 0:
            makers += [m._replace(role="author") for m in found if m.title or (sure((m,), lexicon) and len(found) == 1)]
        elif has_role(piece, lexicon):
            makers += found
        start += len(piece) + 1
    return tuple(makers)


def clauses(raw: str, at: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    """Whom the later clauses of a bracket name: `来源：财经报，作者：X、Y`, `据某报；X`."""
    makers, start = list[Maker](), at
    for n, piece in enumerate(CLAUSES_RE.split(raw)):
        found = placed(piece, start, lexicon) if n else ()
        makers += found if has_role(piece, lexicon) or (len(found) == 1 and sure(found, lexicon)) else ()
        start += len(piece) + 1
    return tuple(makers)


def nameable(makers: tuple[Maker, ...], raw: str, lexicon: Lexicon) -> bool:
    """Names without a role: known surnames, a described person, or a short pen name."""
    if sure(makers, lexicon) or all(m.title for m in makers):
        return True
    if lexicon.ends(fold(makers[0].name), "labels", "endings") or any(unlike(m.name, lexicon) for m in makers):
        return False
    if len(makers) == 1 and lexicon.ends(fold(makers[0].name), "people", "offices"):
        return True
    words = lexicon.wordset("people", "not_names")
    if len(makers) == 2 and SLASHED_RE.fullmatch(raw) and any(is_name(m.name, lexicon) for m in makers):
        return not any(fold(m.name) in words for m in makers)
    if any("·" in m.name for m in makers):  # beside a name that surely is one, a pen name is one
        return all(2 <= len(m.name) <= 3 or is_name(m.name, lexicon) for m in makers)
    return len(makers) == 1 and 2 <= len(makers[0].name) <= 3 and fold(makers[0].name) not in words


def is_initial(inner: str, lexicon: Lexicon) -> bool:
    """Whether what stands in brackets behind a text is a pen name of one character."""
    return INITIAL_RE.fullmatch(inner) is not None and inner not in lexicon.wordset("people", "not_names")


def bracket_at(folded: str) -> int:
    """No bracket at the end of a text begins before this: it holds another one at most, and few characters before that."""
    inner = max(folded.rfind("（"), folded.rfind("("))
    at = max(0, inner - INNER) if inner >= 0 else max(folded.rfind(opening) for opening in "[【〔")
    while at > 0 and folded[at - 1].isspace():
        at -= 1
    return at

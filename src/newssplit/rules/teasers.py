"""Teasers, 导读: a headline and the page that it stands on."""

from __future__ import annotations

from functools import cache

from newssplit.language.dates import date_pattern
from newssplit.late import Late
from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.piece_kinds import PAGE_NUMBER

LONGEST = 90
"""A teaser has fewer characters."""
PAGE_ENDS = "版页一二三四五六七八九十）)"
"""How a page's number ends, if not with a digit."""
AHEAD_RE = re.compile(
    r"^[●■▲◆▶·•]?\s*(?:[（(]?[A-Z]\d{1,2}版?[）)]?|(?:第)?\d{1,2}版|[A-Z]?\d{2}版|第[一二三四五六七八九十]+版)[\s　:：|｜/／·]+(?P<title>[^。]{4,40})"
)
AHEAD = frozenset("●■▲◆▶·•（(第ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""How a line begins that AHEAD_RE can match, if not with a digit."""
BULLETS = "●■▲◆▶·• "
LISTED_RE = Late(
    rf"^(?P<title>.{{4,60}}?)\s*(?:[（(]\s*(?:第{PAGE_NUMBER}|[A-Z]?\d{{1,3}})\s?版[）)]|(?<=\s)第?{PAGE_NUMBER}\s?版)"
)
"""Below 导读 the page alone stands behind a headline: 一条河的体检报告（第七版）, 北海渔汛来得早　　第二版."""

PAGE = 12
"""Nothing that is the page alone has more characters: （第二十三版） has seven, spaces apart. It spares all other lines the pattern."""
TITLE = "#### "
"""What stands for any title before a page."""


def is_page_alone(text: str) -> bool:
    """Whether a line is nothing but what stands behind a title in a list of contents: `（2版）`."""
    return len(text) <= PAGE and LISTED_RE.fullmatch(TITLE + fold(text.strip())) is not None


def listed_title(text: str) -> str | None:
    """The headline that a line below 导读 names, or None.

    >>> listed_title("北海渔汛来得早　　第二版")
    '北海渔汛来得早'
    """
    m = LISTED_RE.fullmatch(fold(text))
    return None if m is None or date_pattern().search(m.string) else text[: m.end("title")].strip(BULLETS)


class Patterns(NamedTuple):
    behind: Late
    """A headline with the page behind it."""
    pointer: re.Pattern[str]
    """What points to the page, or a line's dots before it."""
    ends: frozenset[str]
    """How a line ends that `behind` can match, if not with a digit."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of teasers, for folded text, compiled once for a lexicon."""
    words = lexicon.of("teasers").one_of
    pointers = "".join(sorted({word[-1] for key in ("sees", "printed") for word in lexicon.words("teasers", key)}))
    points = rf"[>》▶→/／]+(?:\s*{words('sees', 'looks')})?|(?<=[\s。]){words('sees', 'printed')}|见(?=[A-Z]\d{{1,2}}版$)|[（(]{words('sees', 'printed')}"
    page = rf"{words('issues')}?\s?第?{PAGE_NUMBER}\s*版?(?:[、，]\s*{PAGE_NUMBER}\s*版?)?"
    return Patterns(
        behind=Late(
            rf"^(?:(?P<title>.{{4,60}}?)[\s。]*(?:{points})\s*(?:{words('nearby')}|{page})[）)]?|(?P<title>.{{6,60}}?)\s+[A-Z]\d{{1,2}}版?"
            r"|(?P<title>.{4,60}?)\s*(?:…{2,}|[.．·]{4,}|-{4,}|—{3,})\s*[（(]?(?:第)?[A-Z]?\d{1,3}(?:版)?[）)]?)"
        ),
        pointer=re.compile(rf"[>》▶→/／…．.·—{re.escape(pointers)}-]|\s[A-Z]\d"),
        ends=frozenset(PAGE_ENDS).union(word[-1] for word in lexicon.words("teasers", "nearby")),
    )


class Teaser(NamedTuple):
    """A line of 导读 as read."""

    title: str
    page_behind: bool
    """Whether it ends with the page on which the headline stands, as no page header does."""


def read_teaser(text: str, folded: str, lexicon: Lexicon) -> Teaser | None:
    """The headline that a teaser line names, or None: `捡到六万元　>>见A05版`, `A3版　老粮仓`, `…………3`.

    >>> from newssplit.lexicon import default_lexicon
    >>> read_teaser("一座慢了四十年的钟 >>见A03版", "一座慢了四十年的钟 >>见A03版", default_lexicon())
    Teaser(title='一座慢了四十年的钟', page_behind=True)
    """
    if len(text) >= LONGEST:
        return None
    p = patterns(lexicon)
    ended = folded[-1] in p.ends or folded[-1].isdecimal()
    behind = p.behind.fullmatch(folded) if ended and p.pointer.search(folded) else None
    m = behind or (AHEAD_RE.fullmatch(folded) if folded[0] in AHEAD or folded[0].isdecimal() else None)
    if m is None or date_pattern().search(folded):
        return None
    return Teaser(text[m.start("title") : m.end("title")].strip(BULLETS), behind is not None)

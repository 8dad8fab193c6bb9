"""The mark that opens a news item, 电头 / 讯头, and the makers named beside it.

`本报讯 (记者X)`, `据新华社北京5月22日电`, `【新华社荷泽十一日电】`, `〔記者X／台北報導〕`,
`晨报96111热线新闻（记者X）`, `（新文化报 记者X）`, `本报讯 通讯员X报道：`, `记者X、新华社记者Y报道：`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from newssplit.late import Late
from newssplit.lexicon import GAP, Lexicon, any_of, fold, spelled
from newssplit.rules.makers import Maker
from newssplit.rules.names import is_name
from newssplit.rules.people import read_people

REACH = 110
"""A lede stands within this many characters of a paragraph's beginning."""
NUMBER = r"[\d一二三四五六七八九十廿卅〇○零]"
DAY = rf"(?:{NUMBER}{{2,4}}{GAP}年{GAP})?(?:{NUMBER}{{1,3}}{GAP}月{GAP})?{NUMBER}{{1,3}}{GAP}日"
PLACE = r"(?:(?!记者|通讯员|读者|编辑|日前)\p{Han}){1,9}?(?:\[\p{Han}{1,4}\])?"
COLUMN_RE = re.compile(r"[简要快短资]讯$|消息$|(?<!综合)(?<!外电)报[道导]$|新闻$|文章$|^电$")
ALONE_RE = re.compile(r"通讯$|特写$|[简要快短]讯$")
"""Such a word alone on its line is a column's name: 本市简讯."""
ELECTRIC = "话子视脑影动力器网台梯报讯文价站池车工厂线源机信商磁缆波压流"
"""Behind 电 these make other words: 电话, 电影."""
OPENING = "【〔［[（(〖"
SPACES = r"\s{0,20}"
"""Between a mark and the makers behind it."""
OPEN, CLOSE = r"[【〔［\[（(〖]", r"[】〕］\]）)〗]"
SIGNED_RE = re.compile(rf"{OPEN}|.{{0,11}}?(?:记者|通讯员|实习生|特派员)|□|本[报刊]")
"""How a lede of makers alone begins."""


class Lede(NamedTuple):
    """What a paragraph opens with; offsets in the paragraph, `end` where its own text begins."""

    start: int
    end: int
    """Behind the mark, its brackets, the makers and the spaces after them."""
    mark: tuple[tuple[int, int], ...]
    """The dateline's text, brackets and names left out; empty for makers alone."""
    agency: str | None
    place: str | None
    date: str | None
    makers: tuple[Maker, ...]


class Patterns(NamedTuple):
    hint: re.Pattern[str]
    marked: re.Pattern[str]
    mark: Late
    bracketed: Late
    boxed: Late
    brackets: Late
    named: Late
    report: Late
    makers: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of marks, for folded text, compiled once for a lexicon."""
    house = any_of(lexicon.words("marks", "house"))
    agencies = any_of(lexicon.words("marks", "agencies"), spaced=False)
    paper = rf"(?:《?\p{{Han}}{{1,8}}?{any_of(lexicon.words('marks', 'papers'), spaced=False)}》?(?:[（(]\p{{Han}}{{2,9}}[）)])?)"
    site = r"(?:[A-Za-z]{3,14}(?=\d|讯)|[\p{Han}A-Za-z]{1,8}(?:网|社|电台|频道|在线|体育|财经|商情|IT)(?:[-—–]\p{Han}{2,8}|[（(]\p{Han}{2,9}[）)])?)"
    called = any_of((*lexicon.words("marks", "wires"), *lexicon.words("marks", "reports")), spaced=False)
    # 讯 and 电 open many other words: 讯问, 电话, 电影. 消息 and 报道 need a pause behind them.
    xun = rf"(?:专|快|电|航|特|简|综合)?{GAP}讯(?![息问号道员飞稿])"
    dian = rf"(?:今日|昨日)?(?:专|急|加急|特|综合)?{GAP}电(?![{ELECTRIC}])|(?:路透|海通|合众|无线)电"
    paused = rf"{called}(?=\s|[：:，,（(〔\[【]|$)"
    where = rf"(?P<place>{PLACE})?{GAP}(?P<date>{DAY}|[今昨]日)?{GAP}"
    ending = rf"(?:{xun}|{dian}|{paused})"
    dated = rf"(?P<place>{PLACE})?{GAP}(?P<date>{DAY}){GAP}(?:{ending}|\p{{Han}}{{2,6}}?{paused})"
    signed = r"(?=\s?[（(](?:\p{Han}{0,8}?\s?记者|通讯员|实习生))"
    plain = rf"(?:{xun}|{dian})"
    distant = rf"(?P<place>{PLACE})(?:{xun}|{dian}|{paused})(?=\s|[：:（(〔\[【]|$)"
    hotline = r"\d{0,8}(?:\p{Han}{0,3}热线)?\d{0,8}(?:新闻|消息|报道)(?=\s|[：:（(]|$)"
    sender = rf"(?P<agency>(?:据)?(?:{agencies}|{house}|{paper}|{site}))"
    return Patterns(
        hint=re.compile(r"[讯电记报导刊社网译写员信]|消息"),
        marked=_marked_hint(lexicon),
        mark=Late(
            rf"(?:据\s?)?{sender}(?:图库)?(?:{dated}|{plain}|{hotline}|{GAP}{paused}|{distant}|{signed})|据?(?P<agency>{agencies})(?P<place>{PLACE}){dian}|(?P<agency>据{agencies})(?=\s|[（(])|(?P<place>\p{{Han}}{{2,6}}?){GAP}(?P<date>{DAY})(?:{dian}|广播(?=[：:，]))|(?P<agency>[A-Za-z]{{3,14}})(?P<place>{PLACE})?(?P<date>{DAY})?(?:消息|讯|报道)(?=\s|[（(\[])|(?P<place>\p{{Han}}{{2,6}}?)(?:特约)?(?:通信|快信)(?=[、：:])|(?P<place>(?!音|喜)\p{{Han}}{{2,4}}?)(?<![通简快短要资])讯(?=\s)|(?P<agency>\p{{Han}}{{2,10}}?)(?<![通简快短音喜要资])讯{signed}"
        ),
        bracketed=Late(
            rf"{OPEN}\s*(?P<mark>(?:(?P<agency>(?:据)?(?:{agencies}|{house}|{paper}|{site}))|\p{{Han}}{{0,5}}?){where}(?:{called}|{xun}|{dian}|又讯|又电)|\p{{Han}}{{2,3}}社|(?P<agency>(?:本报)?综合(?:外电|本报)?)(?:报道|报导|消息)|(?P<agency>[A-Za-z][\w\p{{Han}}]{{2,12}}?)(?:消息|讯|专稿))\s*(?P<close>{CLOSE})"
        ),
        boxed=Late(rf"{OPEN}(?P<inner>[^】〕］\]）)]{{2,80}}){CLOSE}"),
        brackets=Late(
            rf"{SPACES}(?:{OPEN}{SPACES}(?P<inner>[^】〕］\]）)（(]{{2,100}})(?:{CLOSE}|$)|(?P<bare>(?:(?:\p{{Han}}{{2,4}}、){{0,4}}\p{{Han}}{{0,6}}?(?:记者|通讯员|实习生|特派员)|□)[^。，：:（(]{{2,70}}?(?:报道|报导|摄影报道)\s*[：:，。]?|本[报刊](?:特约|实习|见习|首席)?(?:记者|通讯员|实习生)[^。，：:（(]{{2,40}}?(?=\s{{1,8}}[“「])|(?:记者|通讯员|实习生)[^。，：:（(]{{2,40}}?(?=\s{{2}}|\s[“「]|[：:])))"
        ),
        # 本报讯 记者王丽 昨天…: a name alone, with nothing to close it but a space
        named=Late(rf"{SPACES}(?P<who>(?:记者|通讯员|实习生)\s?(?P<name>\p{{Han}}{{2,4}}))\s(?=\S)"),
        report=Late(
            rf"(?P<who>.{{2,60}}?)[／/\s](?P<mark>(?!摄影)(?P<place>\p{{Han}}{{2,8}}?)(?P<date>{DAY})?(?:现场)?(?:报导|报道|电|专电|特稿)|(?P<place>(?!))?(?P<date>(?!))?(?:特稿|专访))"
        ),
        makers=Late(
            rf"(?P<agency>{agencies}|本报)?(?P<who>(?:{spelled('记者')}|{spelled('特派员')})(?:{any_of(lexicon.compound_surnames, spaced=False)}\p{{Han}}{{1,2}}|\p{{Han}}{{3}}|\p{{Han}}{{2}}|\p{{Han}}{{4}}))(?P<mark>(?P<place>\p{{Han}}{{2,6}}?)(?P<date>{DAY})(?:综合外电报导|综合报导|专电|电)|[专特]讯|特写)"
        ),
    )


def _marked_hint(lexicon: Lexicon) -> re.Pattern[str]:
    """How a mark ends: its last character, and what may stand behind it. In most lines neither is found.

    All begin with one set of characters, as a search passes quickly over what is not in it."""
    words = (*lexicon.words("marks", "wires"), *lexicon.words("marks", "reports"))
    called = "".join(sorted({word[-1] for word in words}.union("道息闻播信")))
    senders = "".join(sorted({word[-1] for word in lexicon.words("marks", "agencies")}.union("社")))
    ends = (
        r"(?<=讯)(?![息问号道员飞稿])",
        rf"(?<=电)(?![{ELECTRIC}])",
        r"(?<=(?:路透|海通|合众|无线)电)",
        rf"(?<=[{re.escape(called)}])(?=[\s：:，,、（(〔\[【]|$)",
        rf"(?<=[{re.escape(senders)}])(?=[\s（(])",
        r"(?<=[（(])(?=.{0,9}记者|通讯员|实习生)",
    )
    return re.compile(f"[讯电（({re.escape(called + senders)}](?:{'|'.join(ends)})")


def read_lede(text: str, folded: str, lexicon: Lexicon) -> Lede | None:
    """The lede that a paragraph opens with, or None.

    >>> from newssplit.lexicon import default_lexicon
    >>> line = "新华社北京5月22日电（记者李明）记者获悉，"
    >>> lede = read_lede(line, line, default_lexicon())
    >>> lede.agency, lede.place, lede.date, lede.makers[0].name
    ('新华社', '北京', '5月22日', '李明')
    """
    p, at = patterns(lexicon), 0
    while folded[at] in " \u3000":
        at += 1
    if not p.hint.search(folded, at, at + 40):
        return None
    head = folded[:REACH]
    return (
        (_bracketed(text, head, at, lexicon) if head[at] in OPENING else None)
        or (_marked(text, head, at, lexicon) if p.marked.search(head, at) else None)
        or (_makers_alone(text, head, at, lexicon) if SIGNED_RE.match(head, at) else None)
    )


def _bracketed(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """【新华社荷泽十一日电】, 〔記者X／台北報導〕, （本报讯 记者X）."""
    p = patterns(lexicon)
    box = p.boxed.match(head, at)
    if box is None:
        return None
    start, end = box.span("inner")
    wired = p.makers.fullmatch(head, start, end) or p.report.fullmatch(head, start, end)
    if wired:
        makers = _people(text, *wired.span("who"), lexicon)
        desk = lexicon.ends(fold(text[slice(*wired.span("who"))]), "labels", "endings")
        if desk:  # 〔即時新聞／綜合報導〕 names nobody
            makers = ()
        if makers or desk:
            agency = wired.span("agency") if wired.groupdict().get("agency") else None
            marks = (*((agency,) if agency else ()), wired.span("mark"))
            return _lede(text, at, box.end(), wired, marks, makers)
    m = p.bracketed.match(head, at)
    if m and _is_mark(m):
        return _with_makers(text, head, m, m.span("mark"), at, lexicon)
    inside = p.mark.match(head, start, end)
    if inside:
        makers = _people(text, inside.end(), end, lexicon)
        if makers or not head[inside.end() : end].strip():
            return _lede(text, at, box.end(), inside, (inside.span(),), makers)
    return None


def _is_mark(m: regex.Match[str]) -> bool:
    """A bracketed mark is short, and no column's name: 【时政简讯】 is one, 【本市讯】 a mark."""
    bare = m["agency"] is None and m["date"] is None
    if bare and (COLUMN_RE.search(m["mark"]) or (ALONE_RE.search(m["mark"]) and m.end() >= len(m.string.rstrip()))):
        return False
    return len(m["mark"]) <= 24


def _marked(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    m = patterns(lexicon).mark.match(head, at)
    if (
        m is None
        or head[m.end() : m.end() + 1] in ("，", ",")
        or (m.end() >= len(text.rstrip()) and ALONE_RE.search(m[0]))
    ):
        return None
    return _with_makers(text, head, m, m.span(), at, lexicon)


def _with_makers(text: str, head: str, m: regex.Match[str], mark: tuple[int, int], at: int, lexicon: Lexicon) -> Lede:
    end = m.end()
    makers: tuple[Maker, ...] = ()
    follow = patterns(lexicon).brackets.match(head, end)
    if follow:
        span = follow.span("inner") if follow["inner"] else follow.span("bare")
        makers = _people(text, *span, lexicon)
        end = follow.end() if makers else end
    elif (named := patterns(lexicon).named.match(head, end)) and is_name(named["name"], lexicon):
        makers, end = _people(text, *named.span("who"), lexicon), named.end()
    return _lede(text, at, end, m, (mark,), makers)


def _makers_alone(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """（记者X）, 本报记者X发自L, 记者X、新华社记者Y报道： without any mark."""
    follow = patterns(lexicon).brackets.match(head, at)
    if follow is None:
        return None
    span = follow.span("inner") if follow["inner"] else follow.span("bare")
    makers = _people(text, *span, lexicon)
    if not any(m.role for m in makers) or not text[follow.end() :].strip():
        return None
    return _lede(text, at, follow.end(), None, (), makers)


def _people(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    makers = read_people(text[start:end].rstrip("：:，。 "), lexicon)
    return tuple(m._replace(start=m.start + start, end=m.end + start) for m in makers)


def _lede(
    text: str,
    start: int,
    end: int,
    m: regex.Match[str] | None,
    mark: tuple[tuple[int, int], ...],
    makers: tuple[Maker, ...],
) -> Lede:
    while end < len(text) and text[end] in " \u3000：:":
        end += 1
    groups = m.groupdict() if m else {}
    agency, place, date = (
        text[slice(*m.span(k))] if m and groups.get(k) else None for k in ("agency", "place", "date")
    )
    return Lede(start, end, mark, agency, place, date, makers)

"""The mark that opens a news item, 电头 / 讯头, and the makers named beside it.

`本报讯 (记者X)`, `据新华社北京5月22日电`, `【新华社荷泽十一日电】`, `〔記者X／台北報導〕`,
`晨报96111热线新闻（记者X）`, `（新文化报 记者X）`, `本报讯 通讯员X报道：`, `记者X、新华社记者Y报道：`.
"""

from __future__ import annotations

from functools import cache

from newssplit.late import Late
from newssplit.lexicon import GAP, Lexicon, any_of, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import BULLETS
from newssplit.rules.lede_makers import (
    BOXED,
    CLOSE,
    OPEN,
    OPENING,
    SIGNED_RE,
    people_in,
    read_bare,
    read_box,
    read_brackets,
    read_named,
)
from newssplit.rules.makers import Maker
from newssplit.rules.name_signs import unlike
from newssplit.rules.people import sure_names

REACH = 110
"""A lede stands within this many characters of a paragraph's beginning."""
BULLET_RE = re.compile(rf"[{BULLETS}][ \u3000]{{0,2}}(?=\S)")
"""The sign before an item that opens with a dateline: ●（銮江3日讯）."""
NUMBER = r"[\d一二三四五六七八九十廿卅〇○零]"
DAY = rf"(?:{NUMBER}{{2,4}}{GAP}年{GAP})?(?:{NUMBER}{{1,3}}{GAP}月{GAP})?{NUMBER}{{1,3}}{GAP}日"
PLACE = r"(?:(?!记者|通讯员|读者|编辑|日前)\p{Han}){1,9}?(?:\[\p{Han}{1,4}\])?"
COLUMN_RE = re.compile(r"[简要快短资]讯$|消息$|(?<!综合)(?<!外电)报[道导]$|新闻$|文章$|^电$")
ALONE_RE = re.compile(r"通讯$|特写$|[简要快短]讯$")
"""Such a word alone on its line is a column's name: 本市简讯."""
ELECTRIC = "话子视脑影动力器网台梯报讯文价站池车工厂线源机信商磁缆波压流"
"""Behind 电 these make other words: 电话, 电影."""


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
        # that it begins with a set of characters, and not with a choice, makes it twice as fast
        hint=re.compile(
            r"[讯电记报导刊社网译写员信消文图撰](?:(?<=[讯电记报导刊社网译写员信])|(?<=消)息|(?<=[文图撰])[图文]?\s?[/／|｜丨])"
        ),
        marked=_marked_hint(lexicon),
        mark=Late(
            rf"(?:据\s?)?{sender}(?:图库)?(?:{dated}|{plain}|{hotline}|{GAP}{paused}|{distant}|{signed})|据?(?P<agency>{agencies})(?P<place>{PLACE}){dian}|(?P<agency>据{agencies})(?=\s|[（(])|(?P<place>\p{{Han}}{{2,6}}?){GAP}(?P<date>{DAY})(?:{dian}|广播(?=[：:，]))|(?P<agency>[A-Za-z]{{3,14}})(?P<place>{PLACE})?(?P<date>{DAY})?(?:消息|讯|报道)(?=\s|[（(\[])|(?P<place>\p{{Han}}{{2,6}}?)(?:特约)?(?:通信|快信)(?=[、：:])|(?P<place>(?!音|喜)\p{{Han}}{{2,4}}?)(?<![通简快短要资])讯(?=\s)|(?P<agency>\p{{Han}}{{1,10}}?)(?<![通简快短音喜要资])讯{signed}"
        ),
        bracketed=Late(
            rf"{OPEN}\s*(?P<mark>(?:(?P<agency>(?:据)?(?:{agencies}|{house}|{paper}|{site}))|\p{{Han}}{{0,5}}?){where}(?:{called}|{xun}|{dian}|又讯|又电)|\p{{Han}}{{2,3}}社|(?P<agency>(?:本报)?综合(?:外电|本报)?)(?:报道|报导|消息)|(?P<agency>[A-Za-z][\w\p{{Han}}]{{2,12}}?)(?:消息|讯|专稿))\s*(?P<close>{CLOSE})"
        ),
        boxed=BOXED,
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
        return _named_alone(text, folded, at, lexicon) if folded[at] in "（(" else None
    head = folded[:REACH]
    if head[at] in BULLETS and (m := BULLET_RE.match(head, at)):
        at = m.end()
        found = _bracketed(text, folded, head, at, lexicon) or _marked(text, head, at, lexicon)
        return found if found and found.mark else None
    return (
        (_bracketed(text, folded, head, at, lexicon) if head[at] in OPENING else None)
        or (_marked(text, head, at, lexicon) if p.marked.search(head, at) else None)
        or (_makers_alone(text, head, at, lexicon) if SIGNED_RE.match(head, at) else None)
        or (_named_alone(text, folded, at, lexicon) if head[at] in "（(" else None)
    )


def _bracketed(text: str, folded: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """【新华社荷泽十一日电】, 〔記者X／台北報導〕, （本报讯 记者X）."""
    p = patterns(lexicon)
    box = p.boxed.match(head, at)
    if box is None:
        return None
    signed = read_box(text, folded, head, at, lexicon)
    if signed:
        agency, place, date = (
            text[slice(*span)] if span else None for span in (signed.agency, signed.place, signed.date)
        )
        return _lede(text, at, signed.end, signed.mark, signed.makers)._replace(agency=agency, place=place, date=date)
    start, end = box.span("inner")
    m = p.bracketed.match(head, at)
    if m and _is_mark(m):
        return _with_makers(text, head, m, m.span("mark"), at, lexicon)
    inside = p.mark.match(head, start, end)
    if inside:
        makers = people_in(text, inside.end(), end, lexicon)
        if makers or not head[inside.end() : end].strip():
            return _lede(text, at, box.end(), (inside.span(),), makers, inside)
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
    """A mark and the makers behind it, in brackets or without."""
    for reader in (read_brackets, read_bare, read_named):
        makers, end = reader(text, head, m.end(), lexicon)
        if makers:
            return _lede(text, at, end, (mark,), makers, m)
    return _lede(text, at, m.end(), (mark,), (), m)


def _makers_alone(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """（记者X）, 本报记者X发自L, 记者X、新华社记者Y报道： without any mark."""
    makers, end = (read_brackets if head[at] in OPENING else read_bare)(text, head, at, lexicon)
    if not any(m.role for m in makers) or not text[end:].strip():
        return None
    return _lede(text, at, end, (), makers)


NAMED = Late(r"[（(](?P<names>\p{Han}{2,4}(?:[、 \u3000]\p{Han}{2,3}){0,2})[）)]\s?(?=[^\s，。：:])")
"""（谷雨）昨天上午…: names alone in the bracket that opens a text."""
OPENED = 15
"""So many characters stand behind it at least."""


def _named_alone(text: str, folded: str, at: int, lexicon: Lexicon) -> Lede | None:
    """Names that surnames tell, and that are no places: （成都）昨天… names none."""
    m = NAMED.match(folded, at)
    if m is None or len(text) - m.end() < OPENED:
        return None
    makers = people_in(text, *m.span("names"), lexicon)
    places = lexicon.wordset("marks", "places")
    if (
        not makers
        or any(fold(x.name) in places or unlike(x.name, lexicon) for x in makers)
        or not sure_names(makers, lexicon)
    ):
        return None
    return _lede(text, at, m.end(), (), makers)


def _lede(
    text: str,
    start: int,
    end: int,
    mark: tuple[tuple[int, int], ...],
    makers: tuple[Maker, ...],
    m: regex.Match[str] | None = None,
) -> Lede:
    """A lede with the spaces behind it; `m` says who sent it, from where and when."""
    while end < len(text) and text[end] in " \u3000：:":
        end += 1
    groups = m.groupdict() if m else {}
    agency, place, date = (
        text[slice(*m.span(k))] if m and groups.get(k) else None for k in ("agency", "place", "date")
    )
    return Lede(start, end, mark, agency, place, date, makers)

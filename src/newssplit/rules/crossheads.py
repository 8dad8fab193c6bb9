"""Signs of a crosshead, 小标题: a heading between the paragraphs of one article."""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.patterns import re
from newssplit.rules.examples import WELL_AGAIN, bare, indented
from newssplit.rules.headings import dashed
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_MARKED, BELOW_TEXT, COLON, IN_SERIES, INDENTING, NO_TEXT_BELOW, UNSIGNED
from newssplit.rules.topics import shared_pairs

NEAR = 12
"""Units between which crossheads may be compared."""
LED_RE = re.compile(r"[^\W\d_]{2,4}[：:]\S")
"""Each says first what it is about: 外观：…, 内饰：…."""
NUMBERED_RE = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|第[一二三四五六七八九十\d]{1,3}[条條章节節回部分个只块层步]|其\s*[一二三四五六]$|[（(]?\d{1,2}[）).、．]|[①-⑳]|[一二三四]等"
)


def indented_as_text(s: Sight) -> bool:
    return s.headlike and s.habits.indent_tells and 2 <= s.unit.indent <= 6


def centred(s: Sight) -> bool:
    return s.headlike and s.unit.indent >= 8 and s.habits.indented >= 0.5


def numbered(s: Sight) -> bool:
    return s.headlike and NUMBERED_RE.match(s.text) is not None


def amid_text(s: Sight) -> bool:
    """Between two paragraphs that neither a lede nor a byline announces."""
    above, below = s.prev, s.next
    return (
        s.headlike and above is not None and below is not None and (above.likely_text or above.text[-1] == "。")
        and below.likely_text and not below.lede and not (below.tails and below.caption_credit) and not above.tails
        and not s.after_furniture
    )  # fmt: skip


def new_topic(s: Sight) -> bool:
    return amid_text(s) and shared_pairs(s) == 0


def unsigned_page(s: Sight) -> bool:
    return s.habits.unsigned and amid_text(s)


def same_topic(s: Sight) -> bool:
    return amid_text(s) and (shared_pairs(s) or 0) >= 2


def several_names_below(s: Sight) -> bool:
    return s.headlike and s.next is not None and len(s.next.line_makers) >= 3 and not s.next.signed


def above_heading(s: Sight) -> bool:
    """Another short line below: a crosshead has text below it."""
    below = s.next
    heading = (
        below is not None
        and below.headlike
        and (not below.closed or (below.next is not None and (dashed(below.next) or below.next.signed)))
    )
    return s.headlike and (below is None or below.furniture is not None or heading)


def parallel(s: Sight) -> bool:
    """Crossheads of one article are built alike: 第一条板凳, 第二条板凳; 清晨五点四十, 傍晚七点半."""
    if not s.headlike or not s.key:
        return False
    key, first, last, colon = s.key, s.key[0], s.key[-1], s.printed & COLON
    size = len(key) if amid_text(s) else 0  # lines that have nothing else in common are alike amid text alone
    series: set[str] = set()
    for t in _short_lines_near(s):
        other = t.key
        if not other or other == key:
            continue
        if other[0] == first:
            series.add(other)
        elif other[-1] != last and len(other) != size and not colon & t.printed:
            continue  # as nearly all
        if len(series) >= 2 or _built_alike(s, t):
            return True
    return False


def in_series(s: Sight) -> bool:
    return s.headlike and bool(s.printed & IN_SERIES)


def _short_lines_near(s: Sight) -> Iterator[Sight]:
    """The short lines at most so many units above and below, up to furniture or a lede."""
    at = s.short_above
    while at is not None and s.place - at.place <= NEAR:
        yield at
        at = at.short_above
    at = s.short_below
    while at is not None and at.place - s.place <= NEAR:
        yield at
        at = at.short_below


def _built_alike(s: Sight, t: Sight) -> bool:
    """Whether two lines have beginning and end in common, or one of them and the length, or stand in text alike."""
    a, b = s.key, t.key
    if s.printed & t.printed & COLON and all(LED_RE.match(x.text) and amid_text(x) for x in (s, t)):
        return True
    ends = (a[0] == b[0]) + (a[:2] == b[:2]) + (a[-2:] == b[-2:])
    if ends >= 2 or (a[0] == "第" == b[0]):
        return True
    same_length = len(a) == len(b) <= 12 and s.unit.indent == t.unit.indent
    return same_length and (ends == 1 or (amid_text(s) and amid_text(t)))


CROSSHEAD_RULES = (
    Rule("indented_short", "A short line with the paragraphs' indentation belongs to the text.", indented_as_text, (indented('　　→井台边的规矩'),), (indented('→井台边的规矩'),), needs=INDENTING),
    Rule("centred", "A short line set deeper than the paragraphs is a crosshead.", centred, (indented('　　　　→井台边的规矩'),), (indented('　　→井台边的规矩'),), needs=INDENTING),
    Rule("numbered", "Headings that are counted, 一、 or 第二章 or 其三, stand within a text.", numbered,
         ("一、师傅要有名分", "第二章  设置与渡运"), ("一个人的标本馆", "一锤定音"), needs=BEGUN),
    Rule("amid_text", "Between two paragraphs stands a crosshead rather than a headline.", amid_text,
         ("昨天，全市举行大会，会议很长。\n→小作坊连成长链条\n走进产业园，生产线依次排开。",), ("→小作坊连成长链条\n走进产业园，生产线依次排开。", "昨天，全市举行大会，会议很长。\n→小作坊连成长链条\n走进产业园，生产线依次排开，工人们正在分拣谷子。本报记者 李明 摄"), needs=BELOW_TEXT),
    Rule("parallel", "Crossheads of one article are built alike.", parallel,
         ("→第一条板凳：听骂\n他没有好脸色，一坐半晌。\n第二条板凳：找水", "新车昨天上市。\n→外观：线条更硬朗\n车头换了样子，灯也更亮。\n内饰：座椅和屏幕都换了\n座椅换成了皮的。"),
         ("→第一条板凳\n他没有好脸色，一坐半晌。\n水来了", "新车昨天上市。\n→外观：线条更硬朗\n车头换了样子，灯也更亮。\n内饰多了两块屏幕\n座椅换成了皮的。")),
    Rule("in_series", "Headings that name their subjects alike, 联建：… and 联营：…, are of one article.", in_series,
         ("→联营：握指成拳\n果子卖到了城里，价钱比去年高。\n联享：账本晒在院坝里",), ("→联营：握指成拳\n果子卖到了城里，价钱比去年高。\n账本：晒在院坝里", "→记者：您何时来的\n记者：去年呢"), needs=COLON),
    Rule("new_topic", "Below a new headline the text speaks of other things than above it.", new_topic, (indented('→山村小学添了图书室'),), (indented('→井台边又排起了队', below=WELL_AGAIN),), needs=BELOW_TEXT),
    Rule("unsigned_page", "Where hardly an article is signed, none shows its end, so a short line may well be the next headline.", unsigned_page,
         (bare("→山村小学添了图书室"),), (indented("→山村小学添了图书室"), "本报讯（记者 王丽）村里的老井清淤以后，水比从前还要甜，全村人都来打水。\n→井台边的规矩\n井水送检以后，村里把化验单贴在井台边，二十一项指标全部合格。"), needs=BELOW_TEXT | UNSIGNED),
    Rule("same_topic", "Below a crosshead the text goes on about the same as above it.", same_topic, (indented('→井台边又排起了队', below=WELL_AGAIN),), (indented('→山村小学添了图书室'),), needs=BELOW_TEXT),
    Rule("several_names_below", "Over a list of names stands what they are named for.", several_names_below,
         ("→一等奖（４名）\n闻　达　　巫山青　　令狐长河",), ("→一等奖\n闻　达",), needs=BELOW_MARKED),
    Rule("above_heading", "A crosshead has text below it and no further heading.", above_heading, ("→奋战一季度 冲刺开门红\n一粒小米的身价",), ("→老种子\n它产量低、秆子软，一刮风就倒，年轻人嫌它费腰。",), needs=NO_TEXT_BELOW),
)  # fmt: skip

"""Signs by which an item opens or breaks off: furniture, datelines, 下转 and 上接."""

from __future__ import annotations

import re

from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight

LATIN_RE = re.compile(r"[A-Za-z]+")
"""A masthead may have the paper's name in Latin letters, too."""


def is_furniture(s: Sight) -> bool:
    return s.furniture is not None


def is_masthead(s: Sight) -> bool:
    """The first line, a short name, with furniture below it."""
    below = s.next
    return (
        s.prev is None and s.unit.mark is None and below is not None and below.furniture is not None and s.furniture is None
        and 2 <= len(LATIN_RE.sub("", s.key)) <= 10 and not s.closed and not s.lede
    )  # fmt: skip


def is_title(s: Sight) -> bool:
    return s.repeat == "title"


def has_mark(s: Sight) -> bool:
    return s.lede is not None and bool(s.lede.mark) and len(s.text) > s.lede.end


def bare_mark(s: Sight) -> bool:
    return s.lede is not None and bool(s.lede.mark) and len(s.text) <= s.lede.end and not source_line(s)


def source_line(s: Sight) -> bool:
    """A mark in brackets on a line of its own, behind a text and with no text below it."""
    alone = s.lede is not None and bool(s.lede.mark) and len(s.text) <= s.lede.end and s.text[0] in "（("
    return alone and _stands_below(s)


def source_told(s: Sight) -> bool:
    """据《海滨晚报》报道, in the same place, without brackets."""
    return bool(s.tails) and s.tails[0].kind == "source" and s.tails[0].start == 0 and _stands_below(s)


def _stands_below(s: Sight) -> bool:
    below = s.next  # a headline may end with a quotation mark, as text does
    ends = below is None or below.furniture is not None or not (below.prose or below.text[-1] in "。！？")
    return ends and s.prev is not None and s.prev.likely_text


def signed_brief(s: Sight) -> bool:
    return s.lede is not None and any(t.kind in ("people", "author", "end", "imprint") for t in s.tails)


def names_makers(s: Sight) -> bool:
    return s.lede is not None and bool(s.lede.mark) and bool(s.lede.makers)


def has_makers_first(s: Sight) -> bool:
    return s.lede is not None and not s.lede.mark


def comes_back(s: Sight) -> bool:
    return s.turned is not None and s.turned.start == 0 and s.turned.end < len(s.text)


def back_alone(s: Sight) -> bool:
    return s.turned is not None and s.turned.start == 0 and s.turned.end >= len(s.text)


def back_in_headline(s: Sight) -> bool:
    return s.turned is not None and s.turned.start > 0


def onward_alone(s: Sight) -> bool:
    return s.onward is not None and s.onward.start == 0


def turns_onward(s: Sight) -> bool:
    return any(t.kind == "turn" for t in s.tails)


OPENING_RULES = (
    Rule(
        "page_furniture", "A line of dates, page numbers, editors and prices belongs to the page and to no article.",
        {"furniture": 90}, is_furniture,
        ("2025年3月18日 星期二 第1版:要闻", "责任编辑:卢湾 校对:谷清", "A26 中國新聞 海港日報 責任編輯:岑啟文 2016 年 3 月 14 日"),
        ("2013年，全县建成公路83公里", "校对的故事", "第二版编辑李明昨天说"),
    ),
    Rule(
        "masthead", "The first line, a short name with furniture below it, is the paper's.",
        {"furniture": 40}, is_masthead,
        ("→今日槐川\n2016年11月09日　星期三　第1327期",),
        ("今日槐川\n→十件民生实事办得咋样了", "→十件民生实事办得咋样了\n本报讯（记者 李明）昨天"),
    ),
    Rule(
        "page_title", "Database exports print a headline once more with the paper's name before it.",
        {"title": 40, "headline": -10}, is_title,
        ("甲报数字报-一\n甲报数字报-二\n→甲报数字报-停水通知",),
        ("——记石磨湾村第一书记",),
    ),
    Rule(
        "dateline_mark", "A news item opens with who sends it: 本报讯, 新华社北京5月22日电.",
        {"lede": 26, "mark": 26, "brief": 26, "further": 26, "headline": -20, "text": -12, "last": -14, "sourced": -14, "section": -20, "caption": -20, "aside": -20, "crosshead": -20, "more": -25, "notice": -20},
        has_mark,
        ("本报讯（记者 李明）昨天，全市举行大会。", "【新华社荷泽十一日电】沿河各县", "中新社西宁五月九日电(记者 章以宁)没有空调", "江州融媒讯（记者 王丽）昨天，大桥通车。"),
        ("“本报讯（记者 王强）昨日，某地……”", "本报讯问题很多，我们都看到了。", "本报电话昨天打不通了。", "江对岸传来喜讯（记者 王丽）昨天，大桥通车。"),
    ),
    Rule(
        "dateline_alone", "The mark may stand alone on its line, the text below it.",
        {"lede": 22, "mark": 22, "headline": -20, "section": -20, "crosshead": -20, "text": -10}, bare_mark,
        ("本报讯（记者 谷　雨　实习生 包博文）",), ("本报讯员工会议",),
    ),
    Rule(
        "signed_brief", "A brief may have its mark and its signature in one paragraph.", {}, signed_brief,
        ("本报讯 昨天，大桥通车了。（王元龙）",), ("本报讯 昨天，大桥通车了。",),
    ),
    Rule(
        "makers_with_mark", "Makers named in the lede sign the item at its beginning.", {"lede": 1, "mark": -40}, names_makers,
        ("本报讯（记者 李明）昨天，大桥通车。",), ("本报讯 昨天，大桥通车。",),
    ),
    Rule(
        "source_line", "（新华社内罗毕5月20日电） on a line of its own, behind the text, is the item's dateline.",
        {"signature": 30, "lede": -30, "mark": -30, "last": -10, "sourced": -10, "headline": -20, "crosshead": -20}, source_line,
        ("下一站，是没有学校的卡隆戈村。\n→（新华社内罗毕5月20日电）",), ("（新华社内罗毕5月20日电）\n→昨天，大桥通车了。",),
    ),
    Rule(
        "source_told", "So is 据《海滨晚报》报道 there.", {"signature": 30, "headline": -20, "crosshead": -20, "text": -10}, source_told,
        ("下一站，是没有学校的卡隆戈村。\n→据《海滨晚报》报道",), ("→据《海滨晚报》报道\n昨天，大桥通车了。",),
    ),
    Rule(
        "makers_first", "Some items open with the reporter's name alone: （记者X）, 记者X报道：.",
        {"lede": 12, "brief": 12, "text": -4, "more": -12}, has_makers_first,
        ("（新文化报 记者 韩冰）昨日，记者来到现场。",), ("记者昨天从市物价局获悉，电价不变。",),
    ),
    Rule(
        "resumes", "上接第一版 at the beginning says that the other half stands elsewhere.",
        {"resume": 50, "text": -20, "more": -20, "last": -20, "sourced": -20}, comes_back,
        ("（上接第一版）卖了两千万元。",), ("上接力赛的孩子们跑得真快。",),
    ),
    Rule(
        "back_alone", "The same mark on a line of its own.", {"back": 50, "headline": -30, "crosshead": -20}, back_alone,
        ("（上接A01版）",), ("上接天光",),
    ),
    Rule(
        "back_in_headline", "A headline repeated over the second half carries the mark.", {"headline": 25}, back_in_headline,
        ("开局就是起跑（上接第一版）",), ("开局就是起跑（图片）",),
    ),
    Rule(
        "onward_alone", "下转第二版 on a line of its own ends the first half.", {"onward": 50, "headline": -30, "crosshead": -20},
        onward_alone, ("（下转第二版）",), ("下转弯处有一口井",),
    ),
    Rule(
        "turns_onward", "下转第二版 behind a text: the article goes on elsewhere.", {"turned": 40, "text": -10, "more": -6, "lede": 4},
        turns_onward, ("去年仅锅巴一项就（下转第二版）",), ("车队下转盘后进城。",),
    ),
)  # fmt: skip

"""Signs by which an item opens or breaks off: furniture, datelines, 下转 and 上接."""

from __future__ import annotations

from newssplit.patterns import re
from newssplit.rules.byline_words import BULLETS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_FURNITURE, LEDE, NOTED, REPEAT, TAILS, TURNED

LATIN_RE = re.compile(r"[A-Za-z]+")
"""A masthead may have the paper's name in Latin letters, too."""


def is_furniture(s: Sight) -> bool:
    """Furniture, unless it is a field that names the column."""
    return s.furniture is not None and s.furniture.section is None


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


SHORTEST = 12
"""A sentence that is a brief has more characters: `●火车到站！` is the headline of one."""
LONGEST_RUN = 30
"""So many bullets in a row are looked past for who signs them all."""


def bulleted_brief(s: Sight) -> bool:
    """Makers below the last of them sign all, which then are one item."""
    whole = s.brief and s.text[0] in BULLETS and (s.closed or bool(s.tails))
    if not whole or not (s.likely_text or len(s.key) > SHORTEST):
        return False
    below, steps = s.next, 0
    while below is not None and below.text[0] in BULLETS and not below.line_makers and steps < LONGEST_RUN:
        below, steps = below.next, steps + 1
    return below is None or not below.line_makers or not (below.signed or below.sure_names)


def headless_brief(s: Sight) -> bool:
    return s.headless


OPENING_RULES = (
    Rule(
        "page_furniture", "A line of dates, page numbers, editors and prices belongs to the page and to no article.",
        is_furniture,
        ("2025年3月18日 星期二 第1版:要闻", "责任编辑:卢湾 校对:谷清", "A26 中國新聞 海港日報 責任編輯:岑啟文 2016 年 3 月 14 日"),
        ("2013年，全县建成公路83公里", "校对的故事", "第二版编辑李明昨天说"), decides="furniture",
    ),
    Rule(
        "masthead", "The first line, a short name with furniture below it, is the paper's.",
        is_masthead,
        ("→今日槐川\n2016年11月09日　星期三　第1327期",),
        ("今日槐川\n→十件民生实事办得咋样了", "→十件民生实事办得咋样了\n本报讯（记者 李明）昨天"), admits=("furniture",), needs=BELOW_FURNITURE,
    ),
    Rule(
        "page_title", "Database exports print a headline once more with the paper's name before it.",
        is_title,
        ("甲报数字报-一\n甲报数字报-二\n→甲报数字报-停水通知",),
        ("——记石磨湾村第一书记",), admits=("title",), needs=REPEAT,
    ),
    Rule(
        "dateline_mark", "A news item opens with who sends it, as in 本报讯 or 新华社北京5月22日电.",
        has_mark,
        ("本报讯（记者 李明）昨天，全市举行大会。", "【新华社荷泽十一日电】沿河各县", "中新社西宁五月九日电(记者 章以宁)没有空调", "江州融媒讯（记者 王丽）昨天，大桥通车。"),
        ("“本报讯（记者 王强）昨日，某地……”", "本报讯问题很多，我们都看到了。", "本报电话昨天打不通了。", "江对岸传来喜讯（记者 王丽）昨天，大桥通车。"), admits=("mark", "further"), needs=LEDE,
    ),
    Rule(
        "dateline_alone", "A dateline may stand alone on its line, with the text below it.",
        bare_mark,
        ("本报讯（记者 谷　雨　实习生 包博文）",), ("本报讯员工会议",), admits=("mark",), needs=LEDE,
    ),
    Rule(
        "signed_brief", "A brief may have its mark and its signature in one paragraph.", signed_brief,
        ("本报讯 昨天，大桥通车了。（王元龙）",), ("本报讯 昨天，大桥通车了。",), admits=("brief",), needs=LEDE,
    ),
    Rule(
        "makers_with_mark", "Makers named in the lede sign the item at its beginning.", names_makers,
        ("本报讯（记者 李明）昨天，大桥通车。",), ("本报讯 昨天，大桥通车。",), admits=("lede",), needs=LEDE,
    ),
    Rule(
        "source_line", "（新华社内罗毕5月20日电） on a line of its own, behind the text, is the item's dateline.",
        source_line,
        ("下一站，是没有学校的卡隆戈村。\n→（新华社内罗毕5月20日电）",), ("（新华社内罗毕5月20日电）\n→昨天，大桥通车了。",), admits=("signature",), needs=LEDE,
    ),
    Rule(
        "source_told", "据《海滨晚报》报道 on a line of its own, behind the text, says where the item is from.", source_told,
        ("下一站，是没有学校的卡隆戈村。\n→据《海滨晚报》报道",), ("→据《海滨晚报》报道\n昨天，大桥通车了。",), admits=("signature",), needs=TAILS,
    ),
    Rule(
        "makers_first", "Some items open with the reporter's name alone, as in （记者X） or 记者X报道：.",
        has_makers_first,
        ("（新文化报 记者 韩冰）昨日，记者来到现场。",), ("记者昨天从市物价局获悉，电价不变。",), admits=("lede",), needs=LEDE,
    ),
    Rule(
        "bulleted_brief", "In a column of briefs each sentence behind a bullet is an item of its own.", bulleted_brief,
        ("简讯\n→●全国少年赛昨在宛州结束，十二岁的小将连胜五场。",),
        ("简讯\n→全国少年赛昨在宛州结束，十二岁的小将连胜五场。", "简讯\n→●全国少年赛昨在宛州结束，十二岁的小将连胜五场。\n（方　敬）", "全国少年赛落幕\n→●全国少年赛昨在宛州结束，十二岁的小将连胜五场。"),
        admits=("lede",), needs=BEGUN,
    ),
    Rule(
        "headless_brief", "Several short paragraphs right below the name of a column of briefs are an item each.", headless_brief,
        ("简讯\n→福州新修了八座码头，渔船可以直接卸货。\n汾阳的棉农今年多收了两成。\n抚顺的矿工捐出了三千本书。",
         "一句话新闻\n福州新修了八座码头，渔船可以直接卸货。\n→汾阳的棉农今年多收了两成。\n抚顺的矿工捐出了三千本书。"),
        ("简讯\n八座码头建成\n→福州新修了八座码头，渔船可以直接卸货。\n汾阳的棉农今年多收了两成。\n抚顺的矿工捐出了三千本书。",
         "简讯\n→福州新修了八座码头，渔船可以直接卸货。\n汾阳的棉农今年多收了两成。",
         "八座码头建成\n→福州新修了八座码头，渔船可以直接卸货。\n汾阳的棉农今年多收了两成。\n抚顺的矿工捐出了三千本书。",
         "简讯\n→福州新修了八座码头，渔船可以直接卸货。\n汾阳的棉农今年多收了两成。\n抚顺的矿工捐出了三千本书。\n（方　敬）"),
        admits=("lede",),
    ),
    Rule(
        "resumes", "上接第一版 at the beginning of a paragraph says that the first half of its article stands elsewhere.",
        comes_back,
        ("（上接第一版）卖了两千万元。",), ("上接力赛的孩子们跑得真快。",), admits=("resume",), needs=TURNED,
    ),
    Rule(
        "back_alone", "上接第一版 alone on a line says that the text below it is the other half of an article.", back_alone,
        ("（上接A01版）",), ("上接天光",), admits=("back",), needs=TURNED,
    ),
    Rule(
        "back_in_headline", "A headline that is repeated over the second half of its article carries the mark 上接第一版.", back_in_headline,
        ("开局就是起跑（上接第一版）",), ("开局就是起跑（图片）",), needs=TURNED,
    ),
    Rule(
        "onward_alone", "下转第二版 on a line of its own ends the first half of an article.", onward_alone, ("（下转第二版）",), ("下转弯处有一口井",), admits=("onward",), needs=NOTED,
    ),
    Rule(
        "turns_onward", "下转第二版 behind a text says that the article goes on elsewhere.", turns_onward, ("去年仅锅巴一项就（下转第二版）",), ("车队下转盘后进城。",), admits=("turned",), needs=TAILS,
    ),
)  # fmt: skip

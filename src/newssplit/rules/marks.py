"""Signs that mark what they are: furniture, ledes, makers, captions, teasers, 下转 and 上接."""

from __future__ import annotations

import regex

from newssplit.lexicon import fold, squeeze
from newssplit.rules.people import BULLETS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight

LIST_RE = regex.compile(r"(?:\d{1,2}[.、．]|[●■▲◆▶·•○‧✪])\s*\S")
WEATHER_RE = regex.compile(r"(?:晴|多云|阴|阵雨|小雨|雷雨|雨夹雪|小雪).{0,30}(?:℃|风力?|级|度)|(?:风力?|气温).{0,24}(?:℃|摄氏度|度|级)")
NOTICE_RE = regex.compile(r"\s*(?:更正(?:启事)?|勘误|启事|声明|公告|通知|寻人|招领|敬告读者|致歉)\s*[：:]")


def is_furniture(s: Sight) -> bool:
    return s.furniture is not None


def is_masthead(s: Sight) -> bool:
    """The first line, a short name, with furniture below it."""
    below = s.next
    return (
        s.prev is None and below is not None and below.furniture is not None and s.furniture is None
        and 2 <= len(s.key) <= 10 and not s.closed and not s.lede
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
    ends = s.next is None or s.next.furniture is not None or not s.next.likely_text
    return alone and ends and s.prev is not None and s.prev.likely_text


def names_makers(s: Sight) -> bool:
    return s.lede is not None and bool(s.lede.makers)


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


def signs_line(s: Sight) -> bool:
    return bool(s.line_makers) and s.signed and not s.credit


def credits_line(s: Sight) -> bool:
    return s.credit


def bare_name(s: Sight) -> bool:
    return bool(s.line_makers) and not s.signed and s.sure_names and len(s.line_makers) <= 3 and len(s.key) <= 9


def pen_name(s: Sight) -> bool:
    names = [m.name for m in s.line_makers]
    return bool(names) and not s.signed and not s.sure_names and len(names) == 1 and 2 <= len(names[0]) <= 4


def name_right(s: Sight) -> bool:
    return bool(s.line_makers) and s.indent >= 14 and len(s.text) <= 24


def bracketed_name(s: Sight) -> bool:
    return bool(s.line_makers) and s.text[0] in "（(" and s.text[-1] in "）)"


def signs_behind(s: Sight) -> bool:
    return any(t.kind in ("people", "author") for t in s.tails)


def source_behind(s: Sight) -> bool:
    return any(t.kind == "source" for t in s.tails)


def credit_behind(s: Sight) -> bool:
    return s.caption_credit and s.tails[0].start > 8


def credit_below(s: Sight) -> bool:
    return s.next is not None and s.next.credit and len(s.text) > 8 and not s.line_makers and not s.lede and s.likely_text


def opens_as_caption(s: Sight) -> bool:
    head = fold(s.text[:12]).lstrip("▲▼■◤◣△ （(")
    return len(s.text) > 10 and head.startswith(s.lexicon.words("captions", "openers"))


def caption_bullet(s: Sight) -> bool:
    return s.text[0] in "▲▼◤◣△■" and len(s.text) > 14 and not s.signed and not s.teaser


def under_photo_label(s: Sight) -> bool:
    above = s.prev
    while above is not None and above.furniture is not None:
        above = above.prev
    return above is not None and "图片" in above.key and above.short and s.likely_text


def teaser_line(s: Sight) -> bool:
    return s.teaser is not None


def teaser_head(s: Sight) -> bool:
    listed = s.next is not None and LIST_RE.match(s.next.text) is not None and not s.next.closed
    boxes = s.lexicon.wordset("labels", "boxes") | s.lexicon.wordset("labels", "single")
    return s.key in s.lexicon.wordset("teasers", "heads") or (listed and s.key in boxes)


def listed_below(s: Sight) -> bool:
    """A line of a list under 导读: numbered, or with a bullet."""
    return s.short and LIST_RE.match(s.text) is not None and s.text[-1] not in "。；，" and not s.signed


def notice_head(s: Sight) -> bool:
    heads = s.lexicon.words("notices", "heads")
    return bool(s.key) and len(s.key) <= 22 and s.short and not s.closed and s.key.endswith(heads)


def notice_word(s: Sight) -> bool:
    return s.key in s.lexicon.wordset("notices", "heads")


def weather(s: Sight) -> bool:
    if s.prev is not None and s.prev.furniture is None and WEATHER_RE.search(fold(s.prev.text[:120])):
        return False
    return len(WEATHER_RE.findall(fold(s.text[:120]))) >= 1 and regex.search(r"[今明后](?:天|日|晚|起)|\d日", s.text[:40]) is not None and len(s.text) < 160


def notice_opening(s: Sight) -> bool:
    return NOTICE_RE.match(fold(s.text[:12])) is not None


def notice_body(s: Sight) -> bool:
    folded = fold(s.text)
    return sum(word in folded for word in s.lexicon.words("notices", "bodies")) >= 1


def label_word(s: Sight) -> bool:
    return squeeze(s.text) in s.lexicon.wordset("labels", "boxes")


def bulleted(s: Sight) -> bool:
    return s.text[0] in BULLETS


MARK_RULES = (
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
        {"lede": 26, "mark": 26, "brief": 26, "further": 26, "headline": -20, "text": -12, "last": -14, "section": -20, "caption": -20, "aside": -20, "crosshead": -20, "more": -25, "notice": -20},
        has_mark,
        ("本报讯（记者 李明）昨天，全市举行大会。", "【新华社荷泽十一日电】沿河各县", "中新社西宁五月九日电(记者 章以宁)没有空调"),
        ("“本报讯（记者 王强）昨日，某地……”", "本报讯问题很多，我们都看到了。", "本报电话昨天打不通了。"),
    ),
    Rule(
        "dateline_alone", "The mark may stand alone on its line, the text below it.",
        {"lede": 22, "mark": 22, "headline": -20, "section": -20, "crosshead": -20, "text": -10}, bare_mark,
        ("本报讯（记者 谷　雨　实习生 包博文）",), ("本报讯员工会议",),
    ),
    Rule(
        "makers_with_mark", "Makers named in the lede sign the item at its beginning.", {"lede": 1, "mark": -40}, names_makers,
        ("本报讯（记者 李明）昨天，大桥通车。",), ("本报讯 昨天，大桥通车。",),
    ),
    Rule(
        "source_line", "（新华社内罗毕5月20日电） on a line of its own, behind the text, is the item's dateline.",
        {"signature": 30, "lede": -30, "mark": -30, "last": -10, "headline": -20, "crosshead": -20}, source_line,
        ("下一站，是没有学校的卡隆戈村。\n→（新华社内罗毕5月20日电）",), ("（新华社内罗毕5月20日电）\n→昨天，大桥通车了。",),
    ),
    Rule(
        "makers_first", "Some items open with the reporter's name alone: （记者X）, 记者X报道：.",
        {"lede": 12, "brief": 12, "text": -4, "more": -12}, has_makers_first,
        ("（新文化报 记者 韩冰）昨日，记者来到现场。",), ("记者昨天从市物价局获悉，电价不变。",),
    ),
    Rule(
        "resumes", "上接第一版 at the beginning says that the other half stands elsewhere.",
        {"resume": 50, "text": -20, "more": -20, "last": -20}, comes_back,
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
    Rule(
        "makers_line", "A line of roles and names, or of names behind a bullet, signs the item.",
        {"byline": 22, "signature": 22, "headline": -20, "section": -16, "crosshead": -14, "text": -12, "more": -12, "caption": -20, "aside": -20}, signs_line,
        ("本报记者  栗向荣  司马澄", "□　独孤苇", "◎记者 郁可 ○编辑 楼小满", "市民　吉　祥"),
        ("读者来信", "记者手记", "编辑同志：", "——记石磨湾村第一书记洪亮"),
    ),
    Rule(
        "photographers_line", "摄 on a line of its own credits the picture above it.",
        {"credit": 30, "headline": -20, "section": -20, "crosshead": -20, "text": -12, "byline": -4, "signature": -4}, credits_line,
        ("商报记者 窦立 摄", "新华社发（包长喜摄）"), ("他爱好摄影",),
    ),
    Rule(
        "bare_name", "A line that is a name with a known surname may be the author's.",
        {"byline": 8, "signature": 4, "headline": -3, "crosshead": -3}, bare_name,
        ("安之若", "轩辕明"), ("政务动态", "今日谈"),
    ),
    Rule(
        "pen_name", "A very short line of two to four characters may be a pen name.", {"byline": 2, "signature": -4}, pen_name,
        ("于归谷",), ("安之若",),
    ),
    Rule(
        "name_at_right", "A name set far to the right signs what is above or below it.", {"byline": 14, "signature": 16, "headline": -10, "crosshead": -10},
        name_right, ("　　　　　　　　石　柱", "　　　　　　　　　　（本报记者　鲁　青）"), ("石　柱",),
    ),
    Rule(
        "name_in_brackets", "A name in brackets on its own line is a maker's.", {"byline": 12, "signature": 10, "headline": -12, "crosshead": -10},
        bracketed_name, ("（適　廬）",), ("（一）", "（以上排名不分先后）"),
    ),
    Rule(
        "signed_at_end", "Names in brackets behind the last full stop sign the whole item.", {"last": 14, "brief": 6, "lede": -6, "text": -4, "more": 0},
        signs_behind, ("助力乡村振兴。(王元龙 赵冰玉)", "说得都在理。（柳条沟村村民　贺满仓）"),
        ("画得真好（见图）。", "今年比去年多一成。（单位：分）", "以上均为真事。（文中人物均为化名）"),
    ),
    Rule(
        "source_at_end", "据新华社 in brackets behind the text is the item's dateline.", {"last": 12, "text": -4}, source_behind,
        ("可望在年内通车。（据新华社电）",), ("据新华社报道，年内可望通车。",),
    ),
    Rule(
        "photo_credit_behind", "A text with 摄 behind it is a caption.", {"caption": 24, "aside": 24, "text": -6, "last": -8},
        credit_behind, ("学生在民警指导下体验模拟骑行。本报通讯员 牛子墨 摄",), ("学生在民警指导下学习摄影",),
    ),
    Rule(
        "photo_credit_below", "So is the text above such a line.", {"caption": 20, "aside": 20, "text": -2}, credit_below,
        ("→2月4日，游客在古镇观看鱼灯巡游。\n新华社发（包长喜摄）",), ("→2月4日，游客在古镇观看鱼灯巡游。\n本报记者 李明",),
    ),
    Rule(
        "caption_opening", "图为… and 资料图 open captions.", {"caption": 12, "aside": 12, "text": -2}, opens_as_caption,
        ("图为学生在百米焊道上比试手艺。",), ("图书馆昨天开门迎客，读者排起长队。",),
    ),
    Rule(
        "bullet_begins", "A bullet begins something new.", {"more": -40}, bulleted, ("■学童在北站候车室排队，等候职员核对证件。",), ("学童在北站候车室排队，等候职员核对证件。",),
    ),
    Rule(
        "caption_bullet", "A triangle points from the caption to its picture.", {"caption": 10, "aside": 10, "headline": -6}, caption_bullet,
        ("▲翠屏邨有住戶在窗簷鋪上舊毛巾，減低滴水聲浪。",), ("▲ 李　文",),
    ),
    Rule(
        "under_photo_label", "What stands under 图片新闻 is a caption.", {"caption": 12, "aside": 4}, under_photo_label,
        ("图片新闻\n→昨日，村民把辣椒铺满了屋顶。",), ("社会新闻\n→昨日，村民把辣椒铺满了屋顶。",),
    ),
    Rule(
        "teaser_line", "A headline with the page it stands on: 导读.", {"teaser": 30, "headline": -25, "text": -15, "crosshead": -15, "section": -20}, teaser_line,
        ("一座慢了四十年的钟 >>见A03版", "A3版　老粮仓变身“会客厅”", "别让实训台落了灰………………2"), ("详见4楼的说明", "本报5月8日A07版的报道有误"),
    ),
    Rule(
        "teaser_heading", "导读, 今日提要, 目录 stand over such lines.", {"teaser_head": 34, "headline": -10, "section": -12, "crosshead": -14}, teaser_head,
        ("导读", "目  录", "今日提要", "熱門新聞"), ("导读者的来信", "目录学"),
    ),
    Rule(
        "listed_line", "Numbered or bulleted lines without a full stop make a list.", {"listed": 8}, listed_below,
        ("1. 流感針打左手還是右手?", "●夜市摆摊先亮照"), ("一九四九年的事",),
    ),
    Rule(
        "notice_heading", "启事, 公告, 声明, 更正: the heading says that no news follows.", {"notice_head": 10, "headline": -2, "section": -8, "crosshead": -6},
        notice_head, ("停水公告", "关于县城集中供热试运行的公告", "更　正", "鳴 謝 啟 事"), ("贺云松调研春耕备耕工作",),
    ),
    Rule("notice_word", "One of these words alone is a notice's heading.", {"notice_head": 10, "headline": -4, "section": -4}, notice_word,
         ("更正", "遗失声明"), ("关于停水的公告",)),
    Rule(
        "weather", "Sky, wind and degrees for today and tomorrow are the weather box.", {"notice": 18, "text": -2, "crosshead": -10}, weather,
        ("市区今日天气:多云转晴,西北风3到4级,最高气温14℃。",), ("那天多云，我们一起上山。",),
    ),
    Rule(
        "notice_opening", "更正： at the beginning opens a notice.", {"notice": 20, "text": -4}, notice_opening,
        ("更正：本报11月4日第2版有误。",), ("更正的道路还很长。",),
    ),
)  # fmt: skip

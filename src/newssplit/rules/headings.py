"""Signs of a headline: what it looks like, where it stands, what stands beside it."""

from __future__ import annotations

import re

from newssplit.rules.examples import close, gapped, indented
from newssplit.rules.fields import HEADINGS
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight

SPACED_RE = re.compile(r"(?:\S[ \u3000]{1,2}){2,}\S")
TWO_PART_RE = re.compile(r"\S{4,}[ \u3000]+\S{4,}")
OPENING_RE = re.compile(
    r"(?:\d{4}\s?年)?\s?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?日(?:上午|下午|晚|凌晨|晚间|清晨|中午|傍晚|，|,|[^，,。]{0,8}[，,])|(?:昨|今|前)[天日晚晨早](?!的)|[日近]日[，,]|日前|近日|最近[，,]"
    r"|(?:\S{0,6}日[，,])?记者\s?(?:\S{0,4}\s?日)?(?:昨|从|近|今|在|获悉|了解)|(?:本|上|这)(?:周|星期|月)|连日来"
)
"""How the first sentence of news begins, 导语: with the day, or 记者从…获悉."""
DATED_RE = re.compile(r"\d日.*(?:通过|施行|发布|公布|批准|讲话|修订)|(?:通过|施行|发布|公布|批准)[）)]$")
WHOLLY_QUOTED_RE = re.compile(r"[“「][^“”「」]{4,30}[”」]")
DASH_RE = re.compile(r"\s*(?:[—–―─－-]{2,}|——|━━)")
LONG_HEAD = 34
FIGURES_RE = re.compile(r"[：:].*\d|\d.*\d.*\d.*\d")
QUOTE_END_RE = re.compile(r"[。，][”」』]$")
QUOTED_RE = re.compile(r"[“「『《].*[”」』》]")


def is_short(s: Sight) -> bool:
    return s.headlike


def dashed(s: Sight) -> bool:
    return s.headlike and s.furniture is None and DASH_RE.match(s.text) is not None


def heading_field(s: Sight) -> bool:
    return s.unit.field in HEADINGS


def above_lede(s: Sight) -> bool:
    return (
        s.headlike
        and s.next is not None
        and s.next.lede is not None
        and not s.next.unit.inline
        and not known_label(s)
        and not label_ending(s)
    )


def above_byline(s: Sight) -> bool:
    return s.headlike and s.next is not None and bool(s.next.line_makers) and s.next.signed and not s.next.credit


def flush(s: Sight) -> bool:
    return s.headlike and not s.line_makers and s.habits.indent_tells and s.indent < 2 and not s.unit.inline


def after_gap(s: Sight) -> bool:
    return s.headlike and s.habits.blank_tells and s.unit.blank


def below_furniture(s: Sight) -> bool:
    return s.headlike and s.after_furniture


def two_parts(s: Sight) -> bool:
    plain = not s.line_makers and FIGURES_RE.search(s.text) is None
    return s.headlike and plain and TWO_PART_RE.fullmatch(s.text) is not None


def letter_spaced(s: Sight) -> bool:
    return s.headlike and SPACED_RE.fullmatch(s.text) is not None and len(s.key) >= 4 and not s.line_makers


def ends_as_sentence(s: Sight) -> bool:
    return s.headlike and s.text[-1] in "。；;，,、" and not QUOTED_RE.fullmatch(s.text)


def ends_quoted(s: Sight) -> bool:
    return s.headlike and QUOTE_END_RE.search(s.text) is not None


def ends_with_colon(s: Sight) -> bool:
    return s.headlike and s.text[-1] in "：:"


def long_line(s: Sight) -> bool:
    return s.headlike and len(s.key) > LONG_HEAD


def tiny(s: Sight) -> bool:
    return s.headlike and len(s.key) <= 3


def dated_bracket(s: Sight) -> bool:
    """（2004年4月28日…会议通过）below a headline: when a law or a communiqué was passed."""
    return (
        s.text[0] in "（("
        and s.text[-1] in "）)"
        and DATED_RE.search(s.text) is not None
        and s.prev is not None
        and s.prev.headlike
    )


def after_rule(s: Sight) -> bool:
    above = s.prev
    return (
        s.headlike
        and above is not None
        and above.furniture is not None
        and above.furniture.ends
        and not above.furniture.breaks
    )


def quoted_over_headline(s: Sight) -> bool:
    """A line wholly in quotation marks over a short line that a lede or a byline follows."""
    below = s.next
    after = below.next if below is not None else None
    return (
        s.headlike
        and WHOLLY_QUOTED_RE.fullmatch(s.text) is not None
        and below is not None
        and below.headlike
        and not below.closed
        and not below.line_makers
        and after is not None
        and (after.lede is not None or bool(after.line_makers))
    )


def couplet(s: Sight) -> bool:
    """One of just two short lines of equal length, no sentences: 工友动脑筋 / 废锭变新机."""
    if not _half_line(s):
        return False
    alike = [_alike(s, s.prev), _alike(s, s.next)]
    other = s.next if alike[1] else s.prev
    beyond = None if other is None else other.next if alike[1] else other.prev
    return sum(alike) == 1 and not _alike(s, beyond)


def _half_line(s: Sight) -> bool:
    return s.headlike and 4 <= len(s.text) <= 9 and s.text.isalpha() and not s.line_makers and not s.unit.inline


def _alike(s: Sight, other: Sight | None) -> bool:
    return other is not None and _half_line(other) and len(other.text) == len(s.text) and other.key != s.key


def over_headline(s: Sight) -> bool:
    """Between an article's last sentence and a headline that a lede, a byline or a dash follows."""
    above, below = s.prev, s.next
    after = below.next if below is not None else None
    while after is not None and after.repeat:
        after = after.next
    ended = above is not None and above.likely_text and above.closed
    headline = below is not None and below.headlike and not below.line_makers and not below.lede and not dashed(below)
    signed = after is not None and (
        after.lede is not None or dashed(after) or (bool(after.line_makers) and after.signed)
    )
    return s.headlike and len(s.key) >= 6 and not s.closed and not s.line_makers and ended and headline and signed


def over_news(s: Sight) -> bool:
    """Over a paragraph that begins as news does: with the day, or with what the reporter learned."""
    below = s.next
    return (
        s.headlike
        and not s.closed
        and not s.line_makers
        and below is not None
        and below.prose
        and not below.unit.inline
        and OPENING_RE.match(below.folded) is not None
    )


def among_briefs(s: Sight) -> bool:
    """In a column of briefs, between two sentences."""
    below = s.next
    return s.brief and s.headlike and not s.closed and not s.line_makers and below is not None and below.likely_text


def above_fields(s: Sight) -> bool:
    """A database prints an article's title, then its page and its column, then the article."""
    page = s.next
    column = page.next if page is not None else None
    return (
        s.headlike
        and s.text[-1] != "。"
        and page is not None
        and page.furniture is not None
        and page.furniture.page.number is not None
        and column is not None
        and column.furniture is not None
        and column.furniture.column
    )


def above_dash(s: Sight) -> bool:
    return s.headlike and s.next is not None and dashed(s.next) and not dashed(s)


def no_gap(s: Sight) -> bool:
    return (
        s.headlike
        and s.habits.gap_before_heads
        and not s.unit.blank
        and not s.after_furniture
        and s.prev is not None
        and s.prev.likely_text
    )


HEADING_RULES = (
    Rule("short_line", "A short line without a full stop may be a heading.", {"headline": 2, "crosshead": -4, "section": -8, "text": -5, "caption": -8, "aside": -8, "last": -4, "sourced": -4, "notice": -4},
         is_short, ("全市举行大会",), ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",)),
    Rule("dash_before", "A dash opens the subheadline.", {"headline": 14, "crosshead": -8, "section": -20, "text": -6, "byline": -20, "signature": -20}, dashed,
         ("——濂水湿地护鸟人的一天",), ("一九四九——一九五九",)),
    Rule("above_lede", "What stands over a lede is its headline.", {"headline": 6, "crosshead": -8}, above_lede,
         ("→槐川3村上榜\n本报讯（记者 李明）昨天，名单公布。",), ("→槐川3村上榜\n昨天，名单公布，三个村上榜。",)),
    Rule("above_byline", "What stands over a line of makers is its headline.", {"headline": 6, "crosshead": -6, "section": -4}, above_byline,
         ("→一个人的标本馆\n□ 本报记者 尹小满",), ("→一个人的标本馆\n生命科学楼一层最里头那间屋子没有门牌。",)),
    Rule("quoted_over_headline", "What somebody says, over a headline that a lede follows, belongs to the headline.", {"headline": 14, "text": -6}, quoted_over_headline,
         ("→“我这条命，是大伙儿给的。”\n村民一夜凑齐手术费\n本报讯　昨天，村民出院回家。",), ("→“我这条命，是大伙儿给的。”\n他说完，朝四面各鞠了一躬，又坐下来，很久没有再开口，也没有人催他。",)),
    Rule("heading_field", "In a database's record 【标题】 stands before the headline.", {"headline": 80, "section": -40, "crosshead": -40, "byline": -40}, heading_field,
         ("【标题】→三家银行排号到月底", "标题：→三家银行排号到月底\n正文：昨天上午，记者来到银行。\n标题：每双涨两厘"), ("【声明】→三家银行排号到月底", "标题：→三家银行排号到月底")),
    Rule("couplet", "Two lines of equal length, one above the other, are a headline in two parallel phrases.", {"headline": 7, "section": -12, "text": -4, "crosshead": -4, "byline": -8}, couplet,
         ("→工友动脑筋\n废锭变新机\n【本市讯】纱厂的旧锭子一直堆在后院里生锈。", "工友动脑筋\n→废锭变新机\n【本市讯】纱厂的旧锭子一直堆在后院里生锈。"),
         ("→一轮圆月升\n照在旧门楼\n门楼石狮子\n守着老街口", "→工友动脑筋\n裕生纱厂增产二成三", "→灯下谈\n读者说", "→经济简讯\n三座桥昨天通车，沿岸十一个村的村民进城少走八里路。")),
    Rule("over_headline", "A short line without a stop, over a headline that lede or byline follows, is its kicker.", {"headline": 5, "text": -4, "crosshead": -4}, over_headline,
         ("他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→女排半决赛今晚打响\n谁的发球先软谁就输\n——专访东港女排主教练",),
         ("他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→他把粮票还给了她。\n谁的发球先软谁就输\n——专访东港女排主教练",
          "他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→女排半决赛今晚打响\n昨天下午，主教练接受了本报的采访，谈到首场失利的原因，也谈到今晚的打法。")),
    Rule("over_news", "News begins with the day, or with what a reporter learned: over such a paragraph stands a headline.", {"headline": 8, "crosshead": -4}, over_news,
         ("昨天，全市举行大会，会议很长，一直开到了晚上，与会的人都说收获很大。\n→铁路暑运全面展开\n7月1日，全国铁路暑运启动，预计发送旅客五点二亿人次，同比增长百分之七，日均八百万人次，客流以学生和探亲的人为主。",),
         ("昨天，全市举行大会，会议很长，一直开到了晚上，与会的人都说收获很大。\n→小作坊连成长链条\n走进产业园，生产线依次排开，工人们正在分拣谷子，机器一响，谷壳就从另一头飞了出来。",)),
    Rule("among_briefs", "A brief has no crossheads: in its column a short line above a paragraph is a headline.", {"headline": 8, "crosshead": -8}, among_briefs,
         ("简讯\n三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→老影院重新开门\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。",),
         ("三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→老影院重新开门\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。",)),
    Rule("above_fields", "In a database's print, the line above the fields of page and column is the title.", {"headline": 24, "text": -12}, above_fields,
         ("→（图片）\n第1版()\n专栏：", "→公章旅行记\n第3版(综合)\n专栏：读者来信"), ("→（图片）\n专栏：", "→（图片）\n六月三日贵报刊登的文章，批评我局。", "→把这三条扶起来，穷帽子就不必等别人来摘。\n第1版()\n专栏：")),
    Rule("flush_left", "Where paragraphs are indented, a short line that is not is a heading.", {"headline": 7, "text": -4, "crosshead": -3, "section": 3}, flush, (indented('→山村小学添了图书室'),), (indented('　　→山村小学添了图书室'),)),
    Rule("after_gap", "Where paragraphs stand close, a blank line parts articles.", {"headline": 5, "section": 4, "crosshead": -3, "notice_head": 4}, after_gap, (close('\n→山村小学添了图书室'),), (close('→山村小学添了图书室'),)),
    Rule("below_furniture", "Below a page header an item begins.", {"headline": 4, "section": 4, "crosshead": -11, "notice_head": 3, "teaser_head": 2}, below_furniture,
         ("第2版:综合新闻\n→四条公交开进小区",), ("四条公交开进小区\n→三条公交停开",)),
    Rule("two_parts", "Two phrases with a space between are a headline's way of speaking.", {"headline": 5, "section": -8, "text": -3, "crosshead": 0}, two_parts,
         ("档案会说话 历史在身边",), ("记者 王丽", "本报记者  栗向荣  司马澄")),
    Rule("letter_spaced", "Large type was set with spaces between the characters.", {"headline": 6, "crosshead": -2}, letter_spaced, ("華 埠 安 老 院 昨 奠 基",), ("王 丽",)),
    Rule("sentence_end", "Headlines do not end with a comma or a full stop.", {"headline": -14, "section": -20, "crosshead": -14, "text": 6, "notice_head": -10}, ends_as_sentence,
         ("我一下子没忍住眼泪。", "竹板一打响叮当，"), ("谢谢雨夜里的那束手电",)),
    Rule("quoted_end", "A quotation with its full stop is more often text than headline.", {"headline": -4, "crosshead": -8, "section": -10, "text": 3}, ends_quoted,
         ("“他不是坏，是累。”",), ("“板凳书记”",)),
    Rule("colon_end", "A line that ends with a colon announces what follows.", {"headline": -3, "crosshead": -4, "section": -8, "text": 5}, ends_with_colon, ("线路分别为：",), ("线路：四条",)),
    Rule("very_long", "Few headlines run so long.", {"headline": -5, "section": -20, "crosshead": -10}, long_line,
         ("李哲会见北京某某农林科技集团有限责任公司常务副总经理陈某某以及同行的其他各位客人一行",), ("李哲会见客人",)),
    Rule("tiny", "A headline has more than three characters.", {"headline": -6, "crosshead": 0}, tiny, ("健康",), ("健康生活每一天",)),
    Rule("no_gap_before", "Where headlines have a blank line before them, a short line without one is a crosshead.", {"headline": -9, "crosshead": 4, "section": -5}, no_gap, (gapped('→井台边的规矩'),), (gapped('\n→井台边的规矩'),)),
    Rule("passed_on", "Laws and communiqués carry in brackets when they were passed.", {"headline": 14, "text": -8}, dated_bracket,
         ("内河渡口管理办法\n→（2004年4月28日国家渡运管理局局务会议通过）",), ("内河渡口管理办法\n→（图片）",)),
    Rule("above_dash", "Over a subheadline that a dash opens stands its headline.", {"headline": 16, "text": -8, "crosshead": -8, "section": -10}, above_dash,
         ("→“让每一滴水都流到根下”\n——我市抗旱一线见闻",), ("→“让每一滴水都流到根下”\n我市抗旱一线见闻",)),
    Rule("after_rule", "A rule across the page parts two items.", {"headline": 8, "section": 8, "notice_head": 8, "text": -8, "crosshead": -8}, after_rule,
         ("────────────\n→燈光節",), ("燈光節\n→議事亭前地亮起燈飾",)),
)  # fmt: skip

"""Signs of a headline in what stands above and below it."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.rules.headings import dashed
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.repeats import NEAR
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import (
    ABOVE_FURNITURE,
    BEGUN,
    BELOW_FURNITURE,
    BELOW_LINE,
    BELOW_MARKED,
    BELOW_TEXT,
    ENDED,
    IN_ROWS,
    OVER_ROWS,
    PLAIN,
)

WHOLLY_QUOTED_RE = re.compile(r"[“「][^“”「」]{4,30}[”」]")


@cache
def opening_re(lexicon: Lexicon) -> re.Pattern[str]:
    """How the first sentence of news begins, 导语, in folded text: with the day, or 记者从…获悉."""
    words = lexicon.of("openings").one_of
    day = rf"(?:\d{{4}}\s?年)?\s?(?:\d{{1,2}}\s?月)?\s?\d{{1,2}}\s?日(?:{words('hours')}|，|,|[^，,。]{{0,8}}[，,])"
    when = rf"{words('days')}(?!的)|{words('lately_paused')}[，,]|{words('lately')}"
    learned = rf"(?:\S{{0,6}}日[，,])?{lexicon.one_of('people.reporters')}\s?(?:\S{{0,4}}\s?日)?{words('learned')}"
    return re.compile(f"{day}|{when}|{learned}")


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


def quoted_under_speaker(s: Sight) -> bool:
    """Whose words they are, with a colon, over a line wholly in quotation marks and without a stop, over a paragraph."""
    above, below = s.prev, s.next
    return (
        s.headlike
        and WHOLLY_QUOTED_RE.fullmatch(s.text) is not None
        and s.text[-2] not in "。！？!?，"
        and above is not None
        and above.headlike
        and above.text[-1] in "：:"
        and len(above.key) >= 6
        and below is not None
        and below.prose
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
    for _ in range(NEAR):
        if after is not None and after.repeat:
            after = after.next
    ended = above is not None and above.likely_text and above.closed
    headline = (
        below is not None and below.headlike and not below.line_makers and not below.lede and not dashed(below)
        and not (below.unit.blank and s.habits.gap_before_heads)
    )  # fmt: skip
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
        and opening_re(s.lexicon).match(below.folded) is not None
    )


def among_briefs(s: Sight) -> bool:
    """In a column of briefs, between two sentences."""
    below = s.next
    named = bool(s.line_makers) and (s.signed or s.sure_names)
    return s.brief and s.headlike and not s.closed and not named and below is not None and below.likely_text


def head_of_line(s: Sight) -> bool:
    """`梨园乡油菜花节引客二十万　为期半个月的…`, parted where its text begins."""
    below = s.next
    parted = below is not None and below.unit.inline and below.likely_text and below.lede is None
    return parted and s.headlike and not s.closed and not s.unit.inline and not s.line_makers


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


def after_rule(s: Sight) -> bool:
    above = s.prev
    return (
        s.headlike
        and above is not None
        and above.furniture is not None
        and above.furniture.ends
        and not above.furniture.breaks
    )


def over_rows(s: Sight) -> bool:
    return bool(s.printed & OVER_ROWS)


def in_rows(s: Sight) -> bool:
    return bool(s.printed & IN_ROWS)


NEIGHBOUR_RULES = (
    Rule("over_rows", "A short line without a stop over several rows of one form is what the list is called.", over_rows,
         ("昨天，礼堂开工，捐款的人都来了，校长说两年内落成，可容纳六百人。\n→礼堂捐款名单\n福隆轮胎　2000元\n锦成木业　5000元\n方秀金家属　1500元",),
         ("昨天，礼堂开工，捐款的人都来了，校长说两年内落成，可容纳六百人。\n→捐款的有：\n福隆轮胎　2000元\n锦成木业　5000元\n方秀金家属　1500元",
          "昨天，礼堂开工，捐款的人都来了，校长说两年内落成，可容纳六百人。\n→礼堂捐款名单\n福隆轮胎　2000元\n锦成木业　5000元"), needs=OVER_ROWS),
    Rule("in_rows", "Rows of one form below each other are a list and no headings.", in_rows,
         ("礼堂捐款名单\n→福隆轮胎　2000元\n锦成木业　5000元\n方秀金家属　1500元", "天气预测\n麻坡：午后雷阵雨\n→居銮：局部有雨\n昔加末：早上有雾",
          "暑期活动\n7月19日 说故事 早上十点\n→7月26日 竹编风车 下午两点\n8月2日 看潮间带 晚上七点"),
         ("礼堂捐款名单\n→福隆轮胎　2000元\n锦成木业　5000元", "礼堂捐款名单\n→福隆轮胎　2000元\n锦成木业：五千元\n7月26日 方秀金家属",
          "他说，渡口的灯灭了三年。\n→有人在等船，有人在等天亮。\n有人在等信，有人什么也不等。\n有人在等雨，有人在等人。"), needs=IN_ROWS),
    Rule("above_lede", "What stands over a lede is its headline.", above_lede,
         ("→槐川3村上榜\n本报讯（记者 李明）昨天，名单公布。",), ("→槐川3村上榜\n昨天，名单公布，三个村上榜。",), needs=BELOW_MARKED),
    Rule("above_byline", "What stands over a line of makers is its headline.", above_byline,
         ("→一个人的标本馆\n□ 本报记者 尹小满",), ("→一个人的标本馆\n生命科学楼一层最里头那间屋子没有门牌。",), needs=BELOW_MARKED),
    Rule("quoted_over_headline", "A line in quotation marks over a headline that a lede or a byline follows belongs to the headline.", quoted_over_headline,
         ("→“我这条命，是大伙儿给的。”\n村民一夜凑齐手术费\n本报讯　昨天，村民出院回家。",), ("→“我这条命，是大伙儿给的。”\n他说完，朝四面各鞠了一躬，又坐下来，很久没有再开口，也没有人催他。",), needs=BELOW_LINE),
    Rule("quoted_under_speaker", "Under a line that says who speaks, a quotation without a stop is the headline, and that line its kicker.", quoted_under_speaker,
         ("替补三年终获首发，江东队门将谷长风：\n→“我把板凳坐出了两个坑”\n在连输两场的日子里，门将往往是最容易被忘记的人，可是他在上周六扑出了两个必进的球，赛后被对方球迷鼓掌送下场。",),
         ("他放下扫帚，望着学生们说：\n→“我把板凳坐出了两个坑。”\n在连输两场的日子里，门将往往是最容易被忘记的人，可是他在上周六扑出了两个必进的球，赛后被对方球迷鼓掌送下场。",
          "谷长风：\n→“我把板凳坐出了两个坑”\n在连输两场的日子里，门将往往是最容易被忘记的人，可是他在上周六扑出了两个必进的球，赛后被对方球迷鼓掌送下场。"), needs=BEGUN | ENDED),
    Rule("couplet", "Two lines of equal length, one above the other, are a headline in two parallel phrases.", couplet,
         ("→工友动脑筋\n废锭变新机\n【本市讯】纱厂的旧锭子一直堆在后院里生锈。", "工友动脑筋\n→废锭变新机\n【本市讯】纱厂的旧锭子一直堆在后院里生锈。"),
         ("→一轮圆月升\n照在旧门楼\n门楼石狮子\n守着老街口", "→工友动脑筋\n裕生纱厂增产二成三", "→灯下谈\n读者说", "→经济简讯\n三座桥昨天通车，沿岸十一个村的村民进城少走八里路。"), needs=PLAIN),
    Rule("over_headline", "A short line without a stop, over a headline that a lede or a byline follows, is its kicker.", over_headline,
         ("他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→女排半决赛今晚打响\n谁的发球先软谁就输\n——专访东港女排主教练",),
         ("他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→他把粮票还给了她。\n谁的发球先软谁就输\n——专访东港女排主教练",
          "他说，编剧把粮票夹进稿纸，一写就是六年，改了九稿才拿出来。\n→女排半决赛今晚打响\n昨天下午，主教练接受了本报的采访，谈到首场失利的原因，也谈到今晚的打法。"), needs=BELOW_LINE),
    Rule("over_news", "News begins with the day, or with what a reporter learned, and over such a paragraph stands a headline.", over_news,
         ("昨天，全市举行大会，会议很长，一直开到了晚上，与会的人都说收获很大。\n→铁路暑运全面展开\n7月1日，全国铁路暑运启动，预计发送旅客五点二亿人次，同比增长百分之七，日均八百万人次，客流以学生和探亲的人为主。",),
         ("昨天，全市举行大会，会议很长，一直开到了晚上，与会的人都说收获很大。\n→小作坊连成长链条\n走进产业园，生产线依次排开，工人们正在分拣谷子，机器一响，谷壳就从另一头飞了出来。",), needs=BELOW_TEXT),
    Rule("head_of_line", "A phrase that spaces part from the text behind it, on the same line, is the head of that text.", head_of_line,
         ("→梨园乡油菜花节引客二十万　　　为期半个月的油菜花节昨天落幕，共接待游客二十万人次，实现旅游收入四千八百万元，比去年多一成。乡里说，明年要把看花的路再修宽一些，也要多设几处停车的地方。",),
         ("→梨园乡油菜花节引客二十万\n为期半个月的油菜花节昨天落幕，共接待游客二十万人次，实现旅游收入四千八百万元，比去年多一成。",), needs=BELOW_TEXT),
    Rule("among_briefs", "A brief has no crossheads, so a short line above a paragraph in a column of briefs is a headline.", among_briefs,
         ("简讯\n三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→老影院重新开门\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。",
          "简讯\n三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→舟子遇救\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。"),
         ("简讯\n三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→王丽\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。",
          "三座桥通车\n本报讯　三座便民桥昨天同日通车，沿岸十一个村的村民进城少走八里路。\n→老影院重新开门\n停业两年的解放电影院昨天重新开门，第一场放映免费，来了三百多位老观众，有人带来了票根。",), needs=BELOW_TEXT),
    Rule("above_fields", "In a database's print, the line above the fields of page and column is the title.", above_fields,
         ("→（图片）\n第1版()\n专栏：", "→公章旅行记\n第3版(综合)\n专栏：读者来信"), ("→（图片）\n专栏：", "→（图片）\n六月三日贵报刊登的文章，批评我局。", "→把这三条扶起来，穷帽子就不必等别人来摘。\n第1版()\n专栏："), needs=BELOW_FURNITURE),
    Rule("above_dash", "Over a subheadline that a dash opens stands its headline.", above_dash,
         ("→“让每一滴水都流到根下”\n——我市抗旱一线见闻",), ("→“让每一滴水都流到根下”\n我市抗旱一线见闻",), needs=BELOW_LINE),
    Rule("after_rule", "A short line below a rule across the page begins an item.", after_rule,
         ("────────────\n→燈光節",), ("燈光節\n→議事亭前地亮起燈飾",), needs=ABOVE_FURNITURE),
)  # fmt: skip

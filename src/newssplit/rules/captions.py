"""Signs of a photograph's caption, 图片说明."""

from __future__ import annotations

from functools import cache

from newssplit.language.dates import SOME
from newssplit.lexicon import Lexicon, any_of
from newssplit.patterns import re
from newssplit.reading.anew import CAPTION_MARKS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_MARKED, MAKERS, OPENER, TAILS

LONGEST = 90
"""A caption that says where people stand has no more characters."""
DRAWN_RE = re.compile(r"制[图表]|图表")
"""What is drawn and no photograph."""


def credits_line(s: Sight) -> bool:
    return s.credit


def credit_behind(s: Sight) -> bool:
    return any(t.kind == "credit" for t in s.tails) and s.tails[0].start > 8


def photo_report_behind(s: Sight) -> bool:
    return any(t.kind == "report" and t.start > 8 for t in s.tails)


def drawn(s: Sight) -> bool:
    """制图：X: a chart is made for the article above it."""
    return DRAWN_RE.search(s.folded) is not None


def credit_below(s: Sight) -> bool:
    return (
        s.next is not None
        and s.next.credit
        and not drawn(s.next)
        and len(s.text) > 8
        and not s.line_makers
        and not s.lede
        and s.likely_text
    )


def sentence_over_credit(s: Sight) -> bool:
    """A caption of one sentence; one of a series, 图③：, belongs to those above it."""
    return credit_below(s) and s.headlike and s.folded[0] != "图"


def opens_as_caption(s: Sight) -> bool:
    head = s.folded[:12].lstrip(CAPTION_MARKS + " （(")
    return len(s.text) > 10 and head.startswith(s.lexicon.words("captions", "openers"))


def caption_bullet(s: Sight) -> bool:
    return s.text[0] in CAPTION_MARKS and len(s.text) > 14 and not s.signed and not s.teaser and not _is_listed(s)


def _is_listed(s: Sight) -> bool:
    """Whether the same sign opens the paragraph above or below, too, and no picture is credited in either: briefs."""
    beside = [n for n in (s.prev, s.next) if n is not None and n.text[0] == s.text[0] and n.likely_text]
    return bool(beside) and not any(t.kind == "credit" for n in (s, *beside) for t in n.tails)


@cache
def placed_re(lexicon: Lexicon) -> re.Pattern[str]:
    """（左三）, （右）: where in a picture somebody stands. Of 290 annotated captions 13 say so, and of 14,712 short
    paragraphs of articles none that is no caption."""
    return re.compile(rf"[（(]{any_of(lexicon.words('captions', 'places'), spaced=False)}{{1,2}}{SOME}?[）)]")


def places_people(s: Sight) -> bool:
    return len(s.text) <= LONGEST and placed_re(s.lexicon).search(s.folded) is not None


def caption_over_text(s: Sight) -> bool:
    """A credited caption right below a headline block and over text without a headline of its own."""
    below, above = s.next, s.prev
    if not credit_behind(s) or below is None or above is None or above.likely_text or above.furniture is not None:
        return False
    text = below.wordy and not below.headlike and below.likely_text
    return (
        text
        and below.furniture is None
        and not (credit_behind(below) or caption_bullet(below) or opens_as_caption(below))
    )


def under_photo_label(s: Sight) -> bool:
    above = s.prev
    if above is not None and above.furniture is not None:
        above = above.prev
    return above is not None and "图片" in above.key and above.headlike and not above.closed and s.likely_text


CAPTION_RULES = (
    Rule(
        "photographers_line", "摄 on a line of its own credits the picture above it.",
        credits_line,
        ("商报记者 窦立 摄", "新华社发（包长喜摄）"), ("他爱好摄影",), admits=("byline", "signature", "credit"), needs=MAKERS,
    ),
    Rule(
        "photo_credit_behind", "A text with 摄 behind it is a caption.", credit_behind, ("学生在民警指导下体验模拟骑行。本报通讯员 牛子墨 摄",), ("学生在民警指导下学习摄影",), admits=("caption", "aside"), needs=TAILS,
    ),
    Rule(
        "photo_report_behind", "摄影报道 behind a text signs a picture, or an article with pictures.", photo_report_behind, ("学生在民警指导下体验模拟骑行。本报通讯员 牛子墨 摄影报道",), ("学生在民警指导下体验模拟骑行。本报通讯员 牛子墨 摄",), admits=("caption", "aside", "last"), needs=TAILS,
    ),
    Rule(
        "photo_credit_below", "The text above a line that credits a photograph, 摄, is its caption.", credit_below,
        ("→2月4日，游客在古镇观看鱼灯巡游。\n新华社发（包长喜摄）",), ("→2月4日，游客在古镇观看鱼灯巡游。\n本报记者 李明", "→去年各厂的产量都比前年高，其中三家翻了一番。\n制图：王丽"), admits=("caption", "aside"), needs=BELOW_MARKED,
    ),
    Rule(
        "sentence_over_credit", "Most captions are a single sentence above the photographer's name.", sentence_over_credit,
        ("→2月4日，游客在古镇观看鱼灯巡游。\n新华社发（包长喜摄）",), ("→图②：游客在古镇观看鱼灯巡游。\n新华社发（包长喜摄）",), needs=BELOW_MARKED,
    ),
    Rule(
        "caption_opening", "图为… and 资料图 are how captions begin.", opens_as_caption,
        ("图为学生在百米焊道上比试手艺。",), ("图书馆昨天开门迎客，读者排起长队。",), admits=("caption", "aside"), needs=OPENER,
    ),
    Rule(
        "caption_bullet", "A triangle points from the caption to its picture.", caption_bullet,
        ("▲翠屏邨有住戶在窗簷鋪上舊毛巾，減低滴水聲浪。",), ("▲ 李　文",), admits=("caption", "aside"), needs=BEGUN,
    ),
    Rule(
        "places_people", "Where somebody stands, 左三 or 右, is said of a picture.", places_people,
        ("会长王丽（左三）查看渗水的情况，右二为李明。",), ("会长王丽（左派）查看渗水的情况，左右为难。",), admits=("caption", "aside"),
    ),
    Rule(
        "caption_over_text", "Between a headline and the text that it is for, a caption is that of the article.", caption_over_text,
        ("大桥通车\n→大桥上挂着灯笼，桥下是步道。（王丽摄）\n本报讯 昨天，大桥通车了，两岸的人走上桥去看，一直看到天黑，守桥的老人说从来没有见过这么多人，桥头的茶摊连夜添了两张桌子，第二天一早又坐满了。",),
        ("大桥通车\n→大桥上挂着灯笼，桥下是步道。（王丽摄）\n老井出水", "大桥通车\n→大桥上挂着灯笼，桥下是步道。（王丽摄）\n图为桥头的步道，一直通到对岸的渡口去。（王丽摄）"), admits=("caption", "aside"), needs=TAILS,
    ),
    Rule(
        "under_photo_label", "What stands under 图片新闻 is a caption.", under_photo_label,
        ("图片新闻\n→昨日，村民把辣椒铺满了屋顶。",), ("社会新闻\n→昨日，村民把辣椒铺满了屋顶。",), admits=("caption",),
    ),
)  # fmt: skip

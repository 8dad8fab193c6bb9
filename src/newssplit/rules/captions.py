"""Signs of a photograph's caption, 图片说明."""

from __future__ import annotations

from newssplit.patterns import re
from newssplit.reading.wrapping import CAPTION_MARKS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_MARKED, MAKERS, OPENER, TAILS

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
        "under_photo_label", "What stands under 图片新闻 is a caption.", under_photo_label,
        ("图片新闻\n→昨日，村民把辣椒铺满了屋顶。",), ("社会新闻\n→昨日，村民把辣椒铺满了屋顶。",), admits=("caption",),
    ),
)  # fmt: skip

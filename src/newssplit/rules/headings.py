"""Signs of a headline: what it looks like, where it stands, what stands beside it."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.patterns import re
from newssplit.rules.examples import BULLETED, apart, close, gapped, indented
from newssplit.rules.fields import HEADINGS
from newssplit.rules.labels import known_label, label_ending, wrapped_label
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import AFTER_FURNITURE, BEGUN, DOZEN, ENDED, GAPPED, INDENTING, LONGISH, NOTED, SPACED

SPACED_RE = re.compile(r"^(?:\S[ \u3000]{1,2}){2,}\S")
TWO_PART_RE = re.compile(r"^\S{4,}[ \u3000]+\S{4,}")
DASHES = "—–―─－-━"
DASH_RE = re.compile(r"[—–―─－-]{2}|━━")
APART = 0.7
"""So many neighbouring paragraphs have a blank line between them where one parts them all."""
LONG_PHRASE = 16
"""Characters. Measured on golden issues: one crosshead in fifteen has a dozen or more, and one headline in three;
hardly any crosshead has so many as this, and one headline in seven."""
SAID_RE = re.compile(r"\W?[^\W_]{2,8}[：:]\S")
"""Who says so, 旧楼业主：, makes a crosshead longer."""
LONG_HEAD = 34
CAPTION = 8
"""Of those 10 names none has more than four characters, and of those 5 items none fewer than 18."""
FIGURES_RE = re.compile(r"[：:][^\d：:]*\d|\d\D*\d\D*\d\D*\d")
QUOTE_END_RE = re.compile(r"[。，][”」』]$")
QUOTED_RE = re.compile(r"^[“「『《].*[”」』》]")


def is_short(s: Sight) -> bool:
    return s.headlike


def dashed(s: Sight) -> bool:
    return s.headlike and s.text[0] in DASHES and s.furniture is None and DASH_RE.match(s.text) is not None


def heading_field(s: Sight) -> bool:
    return s.unit.field in HEADINGS or (s.unit.mark is not None and s.unit.mark.titled)


def flush(s: Sight) -> bool:
    return s.headlike and not s.line_makers and s.habits.indent_tells and s.unit.indent < 2 and not s.unit.inline


def after_gap(s: Sight) -> bool:
    return s.headlike and s.habits.blank_tells and s.unit.blank


def below_furniture(s: Sight) -> bool:
    return s.headlike and s.after_furniture


def two_parts(s: Sight) -> bool:
    plain = not s.line_makers and FIGURES_RE.search(s.text) is None
    return s.headlike and plain and TWO_PART_RE.fullmatch(s.text) is not None


def bulleted(s: Sight) -> bool:
    return s.bulleted


def letter_spaced(s: Sight) -> bool:
    return s.headlike and SPACED_RE.fullmatch(s.text) is not None and len(s.key) >= 4 and not s.line_makers


def ends_as_sentence(s: Sight) -> bool:
    return s.headlike and s.text[-1] in "。；;，,、" and not QUOTED_RE.fullmatch(s.text)


def ends_quoted(s: Sight) -> bool:
    return s.headlike and QUOTE_END_RE.search(s.text) is not None


def ends_with_colon(s: Sight) -> bool:
    return s.headlike and s.text[-1] in "：:"


def over_a_dozen(s: Sight) -> bool:
    return s.headlike and len(s.key) >= DOZEN and SAID_RE.match(s.text) is None


def no_crosshead(s: Sight) -> bool:
    return s.headlike and len(s.key) >= LONG_PHRASE and SAID_RE.match(s.text) is None


def long_line(s: Sight) -> bool:
    return s.headlike and len(s.key) > LONG_HEAD


def tiny(s: Sight) -> bool:
    return s.headlike and len(s.key) <= 3


@cache
def _decided_re(lexicon: Lexicon) -> re.Pattern[str]:
    """That and when something was passed, or said: `5月28日会议通过`."""
    passed = any_of(lexicon.words("headlines", "passed"), spaced=False)
    return re.compile(rf"\d日.{{0,60}}{passed}|{passed}[）)]$")


def dated_bracket(s: Sight) -> bool:
    """（2004年4月28日…会议通过）below a headline: when a law or a communiqué was passed."""
    return (
        s.text[0] in "（("
        and s.text[-1] in "）)"
        and _decided_re(s.lexicon).search(s.folded) is not None
        and s.prev is not None
        and s.prev.headlike
    )


BLOCK = 3
"""A head has so many lines, or fewer: kicker, headline, subheadline. More are verse, or a list."""


def close_lines(s: Sight) -> bool:
    """One of two or three short lines that no blank line parts, in a dump in which one parts paragraphs."""
    if s.habits.blank_between < APART or not _may_be_of_head(s):
        return False
    first, size = s, 1
    while size <= BLOCK and not first.unit.blank and first.prev is not None and _may_be_of_head(first.prev):
        first, size = first.prev, size + 1
    last = s
    while size <= BLOCK and last.next is not None and not last.next.unit.blank and _may_be_of_head(last.next):
        last, size = last.next, size + 1
    return 1 < size <= BLOCK and last.next is not None and last.next.unit.blank and _opens_text(last.next)


def _opens_text(s: Sight) -> bool:
    signed = bool(s.line_makers) and (s.signed or s.sure_names)
    return s.prose or s.lede is not None or signed


def _may_be_of_head(s: Sight) -> bool:
    plain = s.headlike and s.furniture is None and not s.line_makers and not s.closed and not s.unit.inline
    return plain and not wrapped_label(s) and not known_label(s) and not label_ending(s)


def no_gap(s: Sight) -> bool:
    return (
        s.headlike
        and s.habits.gap_before_heads
        and not s.unit.blank
        and not s.after_furniture
        and s.prev is not None
        and s.prev.likely_text
    )


def set_apart(s: Sight) -> bool:
    """Between two blank lines, over a headline that has none below it. Of 16 such lines in annotated dumps that are no
    furniture 10 are columns' names, 5 items of a sentence or captions, one is a headline and none a kicker."""
    below = s.next
    if not (
        s.headlike and s.habits.gap_before_heads and s.unit.blank and below and below.headlike and below.unit.blank
    ):
        return False
    after = below.next
    headline = below.furniture is None and not below.line_makers and not below.closed and not dashed(below)
    return (
        headline and after is not None and not after.unit.blank
        and (after.likely_text or after.lede is not None or bool(after.line_makers) or dashed(after))
    )  # fmt: skip


def lone_caption(s: Sight) -> bool:
    """As long as no column's name is."""
    return set_apart(s) and len(s.key) >= CAPTION


HEADING_RULES = (
    Rule("short_line", "A short line without a full stop may be a heading.", is_short, ("全市举行大会",), ("昨天，全市举行大会。会议指出，要抓好落实，一件一件办，办一件成一件。",)),
    Rule("dash_before", "A dash opens the subheadline.", dashed,
         ("——濂水湿地护鸟人的一天",), ("一九四九——一九五九",), needs=BEGUN),
    Rule("heading_field", "In a database's record 【标题】 stands before the headline, or repeats it.", heading_field,
         ("【标题】→三家银行排号到月底\n【作者】尹川\n【正文】昨天上午，记者来到银行。", "标题：→三家银行排号到月底\n正文：昨天上午，记者来到银行。\n标题：每双涨两厘"), ("【声明】→三家银行排号到月底", "标题：→三家银行排号到月底"), needs=NOTED),
    Rule("flush_left", "Where paragraphs are indented, a short line at the margin is a heading.", flush, (indented('→山村小学添了图书室'),), (indented('　　→山村小学添了图书室'),), needs=INDENTING),
    Rule("after_gap", "Where paragraphs stand close, a blank line parts articles.", after_gap, (close('\n→山村小学添了图书室'),), (close('→山村小学添了图书室'),), needs=GAPPED),
    Rule("set_apart", "Where headlines stand right above their texts, a line between two blank lines is none.", set_apart,
         (gapped("\n→老井台上晒着红辣椒\n\n山村小学添了图书室"),), (gapped("\n→老井台上晒着红辣椒\n山村小学添了图书室"), gapped("→老井台上晒着红辣椒\n\n山村小学添了图书室")), needs=GAPPED),
    Rule("lone_caption", "Between two blank lines over another item's headline stands what a picture shows.", lone_caption,
         (gapped("\n→老井台上晒着红辣椒\n\n山村小学添了图书室"),), (gapped("\n→老井台\n\n山村小学添了图书室"),), admits=("aside",), needs=GAPPED),
    Rule("below_furniture", "A short line right below a page header begins an item.", below_furniture,
         ("第2版:综合新闻\n→四条公交开进小区",), ("四条公交开进小区\n→三条公交停开",), needs=AFTER_FURNITURE),
    Rule("two_parts", "Two phrases with a space between are a headline's way of speaking.", two_parts,
         ("档案会说话 历史在身边",), ("记者 王丽", "本报记者  栗向荣  司马澄"), needs=SPACED),
    Rule("bullet_heads", "Where several short lines begin with the same bullet, each over a text, the bullet opens headlines.", bulleted,
         (BULLETED.format("→●巡按使飭查積穀"), BULLETED.format("→●虎患")), (BULLETED.format("→巡按使飭查積穀"), "→●虎患\n寧德屬之桃花溪近有猛虎出沒。\n●閩江水漲\n連日上游大雨，水勢驟漲四尺餘。"), needs=BEGUN),
    Rule("letter_spaced", "Large type was set with spaces between the characters.", letter_spaced, ("華 埠 安 老 院 昨 奠 基",), ("王 丽",), needs=SPACED),
    Rule("sentence_end", "Headlines do not end with a comma or a full stop.", ends_as_sentence,
         ("我一下子没忍住眼泪。", "竹板一打响叮当，"), ("谢谢雨夜里的那束手电",), needs=ENDED),
    Rule("quoted_end", "A line that ends with a quotation and its full stop is more often text than headline.", ends_quoted,
         ("“他不是坏，是累。”",), ("“板凳书记”",), needs=ENDED),
    Rule("colon_end", "A line that ends with a colon announces what follows.", ends_with_colon, ("线路分别为：",), ("线路：四条",), needs=ENDED),
    Rule("very_long", "Few headlines are as long as this line.", long_line,
         ("李哲会见北京某某农林科技集团有限责任公司常务副总经理陈某某以及同行的其他各位客人一行",), ("李哲会见客人",), needs=LONGISH),
    Rule("over_a_dozen", "Crossheads are shorter than headlines, and few have a dozen characters.", over_a_dozen, ("农民写诗也写出了自己的名堂",), ("农民写诗", "旧楼业主：报价由800到8000都有"), needs=LONGISH),
    Rule("no_crosshead", "Hardly any crosshead has sixteen characters or more.", no_crosshead, ("东岭汽车召回7214辆轿车 油箱盖可能渗油",), ("农民写诗也写出了自己的名堂", "旧楼业主：报价由800到8000都有"), needs=LONGISH),
    Rule("tiny", "Hardly any headline has three characters or fewer.", tiny, ("健康",), ("健康生活每一天",)),
    Rule("no_gap_before", "Where headlines have a blank line before them, a short line without one is a crosshead.", no_gap, (gapped('→井台边的规矩'),), (gapped('\n→井台边的规矩'),), needs=GAPPED),
    Rule("close_lines", "Where paragraphs stand apart, two or three short lines that stand close are the lines of one head.", close_lines,
         (apart("→井台边的规矩\n打水先让挑担人"), apart("井台边的规矩\n→打水先让挑担人")), (apart("→井台边的规矩\n\n打水先让挑担人"), apart("→井台边的规矩"), "→井台边的规矩\n打水先让挑担人")),
    Rule("passed_on", "Below the headline of a law or a communiqué stands in brackets when it was passed.", dated_bracket,
         ("内河渡口管理办法\n→（2004年4月28日国家渡运管理局局务会议通过）",), ("内河渡口管理办法\n→（图片）",), needs=BEGUN | ENDED),
)  # fmt: skip

"""Signs of who made an item: bylines above the text, signatures behind it."""

from __future__ import annotations

from newssplit.patterns import re
from newssplit.rules.crossheads import amid_text
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.name_signs import unlike
from newssplit.rules.people import BULLETS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import AT_RIGHT, Sight
from newssplit.rules.signs import BEGUN, BELOW_TEXT, MAKERS, NOTED, TAILS

REPLIER_RE = re.compile(r"\s{0,4}(?P<who>[^，。：:？！；“”]{1,16})[：:]")
LONGEST_ASKER = 12
"""Characters of what a reader signs with."""
TITLES = ("kicker", "headline")
"""The fields with which the printed part of a record begins."""


def signs_line(s: Sight) -> bool:
    return bool(s.line_makers) and s.signed and not s.credit


def author_field(s: Sight) -> bool:
    return s.unit.field == "author"


def _opens_record(s: Sight) -> bool:
    """Whether an author's field is the first that a record shows, or stands below such a one."""
    if s.unit.field != "author" or s.unit.mark is None:
        return False
    return s.unit.mark.border > 0 or s.prev is None or _opens_record(s.prev)


def author_above_title(s: Sight) -> bool:
    """Another author's field may stand between; what else the record says above its headline is the carrier's."""
    if not _opens_record(s):
        return False
    below = s.next
    while below is not None and below.unit.field == "author":
        below = below.next
    return below is not None and below.unit.field in TITLES


def bare_name(s: Sight) -> bool:
    """Up to three names, whatever stands before one to say where its bearer is."""
    makers = s.line_makers
    named = bool(makers) and not s.signed and s.sure_names and len(makers) <= 3
    short = len(s.key) - sum(len(m.title or "") for m in makers) <= 9
    return named and short and not any(unlike(m.name, s.lexicon) for m in makers)


def pen_name(s: Sight) -> bool:
    names = [m.name for m in s.line_makers]
    short = len(names) == 1 and not s.signed and not s.sure_names and 2 <= len(names[0]) <= 4
    return short and not unlike(names[0], s.lexicon)


def title_over_name(s: Sight) -> bool:
    """A line that may be a pen name, over one that is a name: 梧江夜渡 / 车前子; or below a column's name."""
    below, above = s.next, s.prev
    named = below is not None and (bare_name(below) or pen_name(below))
    if not named or below is None or not (bare_name(s) or pen_name(s)):
        return False
    column = above is not None and (known_label(above) or label_ending(above))
    return column or (pen_name(s) and bare_name(below))


def word_amid_text(s: Sight) -> bool:
    return pen_name(s) and amid_text(s)


def name_right(s: Sight) -> bool:
    return bool(s.line_makers) and s.unit.indent >= AT_RIGHT and len(s.text) <= 24


def bracketed_name(s: Sight) -> bool:
    return bool(s.line_makers) and s.text[0] in "（(" and s.text[-1] in "）)"


def signs_behind(s: Sight) -> bool:
    return any(t.kind in ("people", "author") for t in s.tails)


def source_behind(s: Sight) -> bool:
    return any(t.kind == "source" for t in s.tails)


def ends_behind(s: Sight) -> bool:
    return any(t.kind in ("end", "imprint") for t in s.tails) and s.tails[0].start > 0


def end_alone(s: Sight) -> bool:
    return bool(s.tails) and s.tails[0].kind in ("end", "imprint") and s.tails[0].start == 0


def bulleted(s: Sight) -> bool:
    return s.text[0] in BULLETS


def author_note(s: Sight) -> bool:
    """（作者为…） on a line of its own."""
    return bool(s.tails) and s.tails[0].kind == "author" and s.tails[0].start == 0


def reply(s: Sight) -> bool:
    """A paragraph that opens with who replies and a colon."""
    m = REPLIER_RE.match(s.folded) if s.likely_text else None
    return m is not None and s.lexicon.ends(m["who"].rstrip(), "letters", "replies")


def asker(s: Sight) -> bool:
    """A few words between a letter that speaks of its writer, or asks, and the reply: 一位大二女生."""
    above, below = s.prev, s.next
    if above is None or below is None or not s.headlike or s.closed or len(s.key) > LONGEST_ASKER:
        return False
    own = s.lexicon.words("letters", "own")
    letter = above.likely_text and (above.text[-1] in "？?" or any(word in above.folded for word in own))
    asked = s.text[-1] in "？?" or any(word in s.folded for word in s.lexicon.words("letters", "questions"))
    return letter and not asked and below.likely_text and reply(below)


SIGNATURE_RULES = (
    Rule("reply", "A reply goes on with the item of its question, whoever signed that.", reply,
         ("答：合同应当自用工之日起一个月内订立，试用期包含在内。", "编辑回复：试着问自己一个问题，答案自然会出来。", "县农科所柏绍文答：这叫化瓜，不是病。"),
         ("问：合同应当什么时候订立，试用期算不算在内？", "他想了想，没有回答：天快黑了，路还很远。", "柏绍文说：这叫化瓜，不是病。")),
    Rule("asker", "Between a reader's letter and the reply stands who wrote the letter.", asker,
         ("我和室友关系还好，可她总是随手用我的东西，从来不问，我不说又憋得慌。\n→一位大二女生\n编辑回复：你可以挑一个轻松的场合，先说一件她做得好的事。",),
         ("我和室友关系还好，可她总是随手用我的东西，从来不问，我不说又憋得慌。\n→室友总用我的东西怎么办\n编辑回复：你可以挑一个轻松的场合，先说一件她做得好的事。",
          "本报开设信箱三年，收到来信九百封，编辑部逐一作了登记。\n→燕窝补不补人\n答：燕窝的蛋白质含量并不比鸡蛋高，价钱却贵了几百倍。"), admits=("signature",), needs=BELOW_TEXT),
    Rule("author_note", "（作者为…） on a line of its own stands behind the text which that person wrote.", author_note,
         ("（作者是本地自由撰稿人）",), ("作者是本地自由撰稿人，常写巴刹。",), admits=("signature",), needs=TAILS),
    Rule(
        "makers_line", "A line of roles and names, or of names behind a bullet, signs the item.",
        signs_line,
        ("本报记者  栗向荣  司马澄", "□　独孤苇", "◎记者 郁可 ○编辑 楼小满", "市民　吉　祥", "文丨谷雨"),
        ("读者来信", "记者手记", "编辑同志：", "——记石磨湾村第一书记洪亮"), admits=("byline", "signature"), needs=MAKERS,
    ),
    Rule(
        "author_field", "In a database's record 【作者】 stands before the author's name.", author_field,
        ("【标题】三家银行排号到月底\n【作者】→尹川\n【正文】昨天上午，记者来到银行。",), ("【声明】→尹川",), admits=("byline", "signature"), needs=NOTED,
    ),
    Rule(
        "author_above_title", "Where a record names its author before its headline, the record begins with the author.",
        author_above_title,
        ("【作者】→尹川\n【标题】三家银行排号到月底\n【正文】昨天上午，记者来到银行。",),
        ("【标题】三家银行排号到月底\n【作者】→尹川\n【正文】昨天上午，记者来到银行。", "→尹川\n【正文】昨天上午，记者来到银行。"), admits=("author",), needs=NOTED,
    ),
    Rule(
        "bare_name", "A line that is a name with a known surname may be the author's.",
        bare_name,
        ("安之若", "轩辕明"), ("政务动态", "今日谈", "时指出"), admits=("byline", "signature"), needs=MAKERS,
    ),
    Rule(
        "pen_name", "A very short line of two to four characters may be a pen name.", pen_name,
        ("半日闲",), ("安之若", "回来了", "第三版"), admits=("byline",), needs=MAKERS,
    ),
    Rule(
        "word_amid_text", "A pen name stands below the headline or behind the text, and not between two paragraphs.", word_amid_text,
        ("昨天下午，会议在东礼堂举行，会议很长，一直开到了晚上，与会的人都说收获很大。\n→舟子遇救\n前日午后东北风大作，有渡船一艘行至江心被巨浪打翻，附近的船只急忙前往搭救，救起了八个人。",),
        ("→半日闲\n前日午后东北风大作，有渡船一艘行至江心被巨浪打翻，附近的船只急忙前往搭救，救起了八个人。",), needs=MAKERS,
    ),
    Rule(
        "title_over_name", "Two names one above the other are a title and its author.", title_over_name,
        ("→梧江夜渡\n车前子", "鏡海随笔\n→修伞佬\n卖花声"), ("→车前子\n李明", "→梧江夜渡\n本报记者 李明"), needs=MAKERS,
    ),
    Rule(
        "name_at_right", "A name set far to the right signs what is above or below it.", name_right, ("　　　　　　　　石　柱", "　　　　　　　　　　（本报记者　鲁　青）"), ("石　柱",), admits=("byline", "signature"), needs=MAKERS,
    ),
    Rule(
        "name_in_brackets", "A name in brackets on its own line is a maker's.", bracketed_name, ("（適　廬）",), ("（一）", "（以上排名不分先后）"), admits=("byline", "signature"), needs=MAKERS,
    ),
    Rule(
        "signed_at_end", "Names in brackets behind the last full stop sign the whole item.", signs_behind, ("助力乡村振兴。(王元龙 赵冰玉)", "说得都在理。（柳条沟村村民　贺满仓）"),
        ("画得真好（见图）。", "今年比去年多一成。（单位：分）", "以上均为真事。（文中人物均为化名）"), admits=("last",), needs=TAILS,
    ),
    Rule(
        "ends_behind", "（完）, and what the paper itself has to say, stand behind an item's last sentence.", ends_behind,
        ("次日十九时到达福州。（完）", "给军方的时间不多了！※以上言论不代表本报立场※"), ("笑到了最后。（完胜）", "安全有保障※"), admits=("last",), needs=TAILS,
    ),
    Rule(
        "end_alone", "（完） or a remark of the paper's own, alone on a line, stands behind the last paragraph of an item.", end_alone,
        ("（未完待续）", "※以上言论不代表本报立场※"), ("（待续的故事）",), admits=("signature",), needs=TAILS,
    ),
    Rule(
        "source_at_end", "据新华社 in brackets behind the text is the item's dateline.", source_behind,
        ("可望在年内通车。（据新华社电）",), ("据新华社报道，年内可望通车。",), admits=("sourced",), needs=TAILS,
    ),
    Rule(
        "bullet_begins", "A line that begins with a bullet does not go on with the sentence above it.", bulleted, ("■学童在北站候车室排队，等候职员核对证件。",), ("学童在北站候车室排队，等候职员核对证件。",), needs=BEGUN,
    ),
)  # fmt: skip

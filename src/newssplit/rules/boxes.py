"""Signs of teasers and notices: 导读, 启事, the weather."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_TEXT, LINE, NAMED, NOTED, OPENER
from newssplit.rules.stops import ISSUED, ISSUED_RE

REACH = 130
"""Characters in which a forecast says what it is."""
SOON = 24
"""And in so many, for which day it is made."""
LIST_RE = re.compile(r"(?:\d{1,2}[.、．]|[●■▲◆▶·•○‧✪])\s*\S")
CLAUSE_RE = re.compile("[，：:]")
DAY = r"(?<=\d)日"


class Forecast(NamedTuple):
    """What a forecast is known by, in folded text."""

    soon: re.Pattern[str]
    """For when it is made."""
    counts: re.Pattern[str]
    """What it has somewhere."""
    tells: re.Pattern[str]
    """A sky or the wind, and degrees behind it."""


@cache
def forecast(lexicon: Lexicon) -> Forecast:
    """The signs of a forecast, compiled once for a lexicon."""
    words = lexicon.of("notices").one_of
    counted = "".join(sorted({word[0] for key in ("winds", "units") for word in lexicon.words("notices", key)}))
    return Forecast(
        soon=re.compile(_soon(lexicon.words("notices", "coming"))),
        counts=re.compile(f"[{re.escape(counted)}]" if counted else "(?!)"),
        tells=re.compile(
            rf"{words('weather')}.{{0,30}}{words('winds', 'units')}|{words('winds', 'temperatures')}.{{0,24}}(?:摄氏)?{words('units')}"
        ),
    )


def _soon(coming: Sequence[str]) -> str:
    """One of the words, or the number of a day. It begins with one set of characters, as a search passes quickly over
    what is not in it."""
    firsts = sorted({word[0] for word in coming})
    behind = (
        f"(?<={re.escape(first)}){any_of((word[1:] for word in coming if word[0] == first), spaced=False)}"
        for first in firsts
    )
    return rf"[{re.escape(''.join(firsts))}\d](?:{'|'.join((DAY, *behind))})"


@cache
def _opening_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A word and a colon, with which a notice without a heading opens: `更正：`."""
    return re.compile(lexicon.one_of("notices.openers") + r"\s*[：:]")


def teaser_line(s: Sight) -> bool:
    return s.teaser is not None


def teaser_head(s: Sight) -> bool:
    listed = s.next is not None and LIST_RE.match(s.next.text) is not None and not s.next.closed
    box = s.key in s.lexicon.wordset("labels", "boxes") or s.key in s.lexicon.wordset("labels", "single")
    return s.key in s.lexicon.wordset("teasers", "heads") or (listed and box)


def listed_below(s: Sight) -> bool:
    """A line of a list under 导读: numbered, or with a bullet."""
    return s.short and LIST_RE.match(s.text) is not None and s.text[-1] not in "。；，" and not s.signed


def heads_notice(key: str, lexicon: Lexicon) -> bool:
    """Whether a headline, given by its key, is called as notices are: `招租`, `诚聘幼教`."""
    return lexicon.ends(key, "notices", "heads") or key.startswith(lexicon.words("notices", "head_openers"))


def notice_head(s: Sight) -> bool:
    named = heads_notice(s.key, s.lexicon) and len(s.key) <= 22 and s.short and not s.closed
    if CLAUSE_RE.search(s.text) and s.key not in s.lexicon.wordset("notices", "heads"):
        return False  # somebody says so: `交长：明年中完成招标`
    return named and not s.lexicon.ends(s.key, "labels", "box_endings")


def notice_word(s: Sight) -> bool:
    return s.key in s.lexicon.wordset("notices", "heads")


def over_notice(s: Sight) -> bool:
    """Over a text that ends 谨启, 谨白 or 此布."""
    below = s.next
    if not s.headlike or below is None or not below.prose or below.text[-1] not in ISSUED:
        return False
    return ISSUED_RE.search(below.text) is not None and not s.closed


def weather(s: Sight) -> bool:
    signs, above = forecast(s.lexicon), s.prev
    if len(s.text) >= 160 or not signs.soon.search(s.folded, 0, SOON) or not signs.counts.search(s.folded, 0, REACH):
        return False
    below_another = (
        above is not None and above.furniture is None and signs.tells.search(above.folded, 0, REACH) is not None
    )
    return not below_another and signs.tells.search(s.folded, 0, REACH) is not None


def notice_opening(s: Sight) -> bool:
    return _opening_re(s.lexicon).match(s.folded) is not None


BOX_RULES = (
    Rule(
        "teaser_line", "A headline with the number of the page that it stands on belongs to a list of what is inside, 导读.", teaser_line,
        ("一座慢了四十年的钟 >>见A03版", "A3版　老粮仓变身“会客厅”", "别让实训台落了灰………………2"), ("详见4楼的说明", "本报5月8日A07版的报道有误"), admits=("teaser",), needs=NOTED,
    ),
    Rule(
        "teaser_heading", "导读, 今日提要 and 目录 stand over the lists of what is inside.", teaser_head,
        ("导读", "目  录", "今日提要", "熱門新聞"), ("导读者的来信", "目录学"), admits=("teaser_head",), needs=NAMED,
    ),
    Rule(
        "listed_line", "Numbered or bulleted lines without a full stop make a list.", listed_below,
        ("1. 流感針打左手還是右手?", "●夜市摆摊先亮照"), ("一九四九年的事",), admits=("listed",), needs=BEGUN,
    ),
    Rule(
        "notice_heading", "A heading such as 启事, 公告, 声明 or 更正 says that no news follows.", notice_head, ("停水公告", "关于县城集中供热试运行的公告", "更　正", "鳴 謝 啟 事", "誠聘雙語幼教"), ("贺云松调研春耕备耕工作", "旅行小贴士", "核心提示", "市长：明年招标"), admits=("notice_head",), needs=LINE,
    ),
    Rule("notice_word", "启事, 更正 or another word of this kind, alone on a line, is the heading of a notice.", notice_word,
         ("更正", "遗失声明"), ("关于停水的公告",), needs=NAMED),
    Rule(
        "over_notice", "Whoever issues a notice says so at its end, 谨启, so the short line above it is the notice's heading.", over_notice,
        ("→宏济堂秘制戒烟丸\n本堂主人得异人传授，秘制戒烟丸，历试多年，屡著奇效，请认明本堂招牌，庶不致误，各界赐顾，请至三马路本堂，宏济堂谨启",),
        ("→宏济堂秘制戒烟丸\n本堂主人得异人传授，秘制戒烟丸，历试多年，屡著奇效，请认明本堂招牌，庶不致误，各界赐顾，请至三马路本堂。",), admits=("notice_head",), needs=LINE | BELOW_TEXT,
    ),
    Rule(
        "weather", "A paragraph of sky, wind and degrees for today and tomorrow is the weather box.", weather,
        ("市区今日天气:多云转晴,西北风3到4级,最高气温14℃。",), ("那天多云，我们一起上山。", "老站长把记录本递过来，昨夜的北风刮到七级，气温降到零下三度，是入冬以来最冷的一夜，明天他还要上山。"), admits=("notice",),
    ),
    Rule(
        "notice_opening", "更正： at the beginning of a paragraph opens a notice.", notice_opening,
        ("更正：本报11月4日第2版有误。",), ("更正的道路还很长。",), admits=("notice",), needs=OPENER,
    ),
)  # fmt: skip

"""Signs of a label, 栏目: a short line that names the column its articles stand in."""

from __future__ import annotations

from newssplit.lexicon import Lexicon, squeeze
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import BULLETS
from newssplit.rules.rule import Rule
from newssplit.rules.runs import is_brief, run_of_lines
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BEGUN, BELOW_LINE, ENDED, ENDING, LINE, MIXED, NAMED, NOTED, PARTS_RE

WRAPPED_RE = re.compile(r"^\s*[【〔\[［<〖].{2,14}[】〕\]］>〗]\s*")
NEWS_RE = re.compile(r".[县市区镇乡村州省]$|[昨又已将被遭获]")
"""禾阳县 over a headline is its kicker, and what tells of something is a headline: 米价昨又步涨."""
CAMPAIGN_RE = re.compile(r"[^，。：:、“”]{4,12}[·・•][^，。：:、“”]{4,16}(?:——.*)?")
NO_LABEL_RE = re.compile(r"[，。！？!?；：:“”「」0-9０-９]|[—–]$")
PHRASES_RE = re.compile(r"\S[ \u3000]\S.{0,60}[ \u3000]{2}\S")
"""Letter-spaced phrases with a wider space between them: `不 坐 堂　　不 画 圈`."""
DOTTED_LABEL_RE = regex.compile(r"\p{Han}{2}(?:[·・]\p{Han}{2}){2}")
LONGEST_BOX = 6
LONGEST_LABEL = 10
HAN_RE = regex.compile(r"\p{Han}{2,4}")
FRAMES = "◆◇●○■□▲△★☆※·•・~～*＊"
"""Signs that stand on both sides of a column's name."""
FOUR = 4
"""Most names of columns have so many characters: 143 of 224 that are annotated, and 2 of 224 kickers."""
NO_COLUMN_RE = re.compile(r"[，。！？!?；;：:“”「」、]")


def box_word(s: Sight) -> bool:
    if not s.headlike:
        return False
    name = squeeze(s.text).lstrip("■□▲●◆·【[").rstrip("】]：:")
    return called_a_box(name, s.lexicon)


def called_a_box(name: str, lexicon: Lexicon) -> bool:
    """新闻链接; or 旅行贴士, 老站长小档案, whatever and whosever they are."""
    named = len(name) <= LONGEST_BOX and lexicon.ends(name, "labels", "box_endings")
    return named or name in lexicon.wordset("labels", "boxes")


def summary(s: Sight) -> bool:
    """核心提示 between the headline and the text."""
    summaries = s.lexicon.wordset("labels", "summaries")
    if not s.headlike or squeeze(s.text).strip("■□▲●◆·【[】]：:") not in summaries:
        return False
    above = s.prev
    while above is not None and (above.furniture is not None or above.line_makers):
        above = above.prev
    return above is not None and above.headlike


def known_label(s: Sight) -> bool:
    words = s.lexicon.wordset("labels", "words")
    return (
        s.headlike
        and not s.closed
        and (s.key in words or any(part in words for part in PARTS_RE.split(squeeze(s.text))))
    )


def label_ending(s: Sight) -> bool:
    return (
        s.headlike
        and 3 <= len(s.key) <= 9
        and s.lexicon.ends(s.key, "labels", "endings")
        and not called_a_box(s.key, s.lexicon)
        and NO_COLUMN_RE.search(s.text) is None
    )


def wrapped_label(s: Sight) -> bool:
    """Of the 68 columns' names that stand in brackets above a line in annotated dumps none is longer."""
    if len(s.key) > LONGEST_LABEL or WRAPPED_RE.fullmatch(s.text) is None:
        return False
    return s.headlike and not s.line_makers and not s.lede and not s.turned


def short_above_head(s: Sight) -> bool:
    """A word or two above a longer short line; a narrow column has headlines of such lines, too."""
    below = s.next
    longest = 5 if s.habits.wrapped else 6
    word = s.headlike and 2 <= len(s.key) <= longest and _label_like(s) and NEWS_RE.search(s.key) is None
    over = below is not None and below.headlike and not _names_surely(below) and below.text[-1] not in "。；，："
    return (
        word and not s.signed and PHRASES_RE.search(s.text) is None
        and over and below is not None and len(below.key) >= len(s.key) + (1 if len(s.key) == FOUR else 2)
    )  # fmt: skip


def _names_surely(s: Sight) -> bool:
    """Whether a line names people beyond doubt; 洋芋走俏　大蒜走低 may be read as two names."""
    return bool(s.line_makers) and (s.signed or s.sure_names)


def label_over_author(s: Sight) -> bool:
    """A word above a headline that its author follows: the column of a signed piece."""
    below = s.next
    author = below.next if below is not None else None
    return (
        short_above_head(s) and author is not None and bool(author.line_makers) and (author.signed or author.sure_names)
    )


def few_above_headline(s: Sight) -> bool:
    """`名医坐堂`, `小评`: two to four characters over a line that has text, an author or a further line below it. Of 608
    such lines that stand over annotated headlines 583 name the column, and six are kickers. Among many short lines in
    a row it is one of them, a line of verse, unless a sign stands before it."""
    below = s.next
    word = s.headlike and HAN_RE.fullmatch(s.key) is not None and s.text[-1].isalpha() and not _names_surely(s)
    one_of_many = run_of_lines(s) and s.text[0].isalpha()
    if s.habits.old or one_of_many:  # in old papers a line of a headline may have no more
        return False
    if not word or below is None or not below.headlike or below.text[-1] in "。；，：" or below.furniture is not None:
        return False
    opened = below.next is not None and below.next.furniture is None
    return (
        opened and not below.brief and not _names_surely(below) and below.key != s.key and NEWS_RE.search(s.key) is None
    )


def house_column(s: Sight) -> bool:
    """晨报快语, 本报视点: the paper's own, above a headline."""
    return s.key[:2] in s.lexicon.wordset("marks", "house") and short_above_head(s)


def box_behind(s: Sight) -> bool:
    """新闻链接 without a heading of its own, below an article's signature."""
    above, below = s.prev, s.next
    signed = above is not None and (
        above.signed or any(t.kind in ("people", "credit", "report", "end") for t in above.tails)
    )
    return signed and box_word(s) and below is not None and below.prose and below.lede is None


def campaign(s: Sight) -> bool:
    """牢记嘱托·喜迎二十大: two slogans with a dot between them, over a headline."""
    below = s.next
    over = below is not None and (below.headlike or below.lede is not None) and not below.line_makers
    return s.headlike and over and not s.signed and CAMPAIGN_RE.fullmatch(s.text) is not None


def too_long_for_label(s: Sight) -> bool:
    return (
        s.headlike
        and (len(s.key) > 10 or not _label_like(s))
        and WRAPPED_RE.fullmatch(s.text) is None
        and not label_ending(s)
    )


def column_field(s: Sight) -> bool:
    return s.furniture is not None and s.furniture.section is not None


def _label_like(s: Sight) -> bool:
    return NO_LABEL_RE.search(s.text) is None


def headed_box(s: Sight) -> bool:
    """新闻链接 and the like over a heading of their own."""
    below = s.next
    headed = (
        below is not None
        and below.headlike
        and below.text[-1] not in "。！？，；："
        and not below.line_makers
        and below.furniture is None
    )
    return box_word(s) and headed and below is not None and below.next is not None and below.next.furniture is None


def label_mark(s: Sight) -> bool:
    """自由開講》, ◆法律信箱◆: a column's name closed by a mark."""
    closed = (s.text[-1] in "》>】" and "《" not in s.text) or (s.text[-1] == s.text[0] and s.text[0] in FRAMES)
    return s.headlike and len(s.key) <= 10 and closed


def dotted_label(s: Sight) -> bool:
    """读者·作者·编者: three words of one length."""
    dotted = s.headlike and ("·" in s.text or "・" in s.text)
    return dotted and DOTTED_LABEL_RE.fullmatch("".join(s.text.split())) is not None


def label_over_notice(s: Sight) -> bool:
    below = s.next
    return (
        (label_ending(s) or s.lexicon.ends(s.key, "labels", "notices"))
        and below is not None
        and below.headlike
        and s.lexicon.ends(below.key, "notices", "heads")
    )


def label_over_briefs(s: Sight) -> bool:
    """Whatever stands right over briefs behind a sign, 市　聲, names their column."""
    below = s.next
    over = below is not None and is_brief(below) and not below.unit.inline
    return over and s.headlike and not s.closed and not s.brief and not _names_surely(s) and len(s.key) <= LONGEST_LABEL


def label_name(text: str) -> str:
    """A label without its brackets and bullets: `【时政简讯】`, `■核心提示`."""
    return text.strip(BULLETS + " \u3000·•・~～*＊=＝|｜【】〔〕[]［］（）()<>《》〈〉「」：:—-")


def names_a_column(s: Sight) -> bool:
    """Whether a label is known for one, or looks like one by itself, and not just by standing over a headline."""
    looks = s.text[-1] in "》>】" or "·" in s.text or WRAPPED_RE.fullmatch(s.text) is not None
    return looks or bool(s.printed & (NAMED | ENDING)) or s.furniture is not None


LABEL_RULES = (
    Rule("label_over_notice", "A short line over a notice's heading may be the name of a column that holds notices alone.", label_over_notice, ("→公告栏\n遗失声明",), ("→公告栏\n昨天换了玻璃",), needs=ENDING | BELOW_LINE),
    Rule("label_over_briefs", "A short line over several sentences that a sign opens each, or somebody signs each, is the name of a column of briefs.", label_over_briefs,
         ("→市　聲\n▲渡口昨天添了两条船，过河不用再等半个钟头。\n▲米价昨天回落，城里的粮店门前排起了长队。",), ("→市　聲\n渡口昨天添了两条船，过河不用再等半个钟头。",), needs=LINE),
    Rule("box_heading", "新闻链接, 记者手记 and the like head a box inside the article.", box_word,
         ("新闻链接", "■核心提示", "旅行贴士", "老站长小档案"), ("新闻中心", "老站长的档案", "夏季出游防晒防中暑小贴士"), needs=NAMED),
    Rule("summary", "核心提示 below a headline says what the article will say, so it belongs to the article.", summary,
         ("慢了四十年的钟 他要它走准\n→■核心提示\n鼓楼街口的老钟楼建于1931年，上世纪60年代起越走越慢，街坊们早已习惯。",),
         ("鼓楼街口的老钟楼建于1931年，上世纪60年代起越走越慢，街坊们早已习惯，出门都要往前算一算，钟楼底下的人尤其如此。\n→■核心提示", "慢了四十年的钟 他要它走准\n→■新闻链接"), needs=NAMED),
    Rule("known_label", "The name of a column, 栏目, stands over its articles.", known_label,
         ("政务动态", "讀者投書", "詩　壇"), ("读者",), needs=NAMED),
    Rule("label_ending", "Columns are called …动态, …短波, …信箱 or …论坛.", label_ending,
         ("神州短波", "技术之窗"), ("老站长小档案", "市政协开辟新闻短波节目一览表", "他把信投进信箱，转身走了"), needs=ENDING),
    Rule("label_in_brackets", "A word alone in brackets names a column.", wrapped_label,
         ("【我为群众办实事】",), ("（闻　笛）", "（上接第一版）"), needs=BEGUN),
    Rule("short_above_headline", "A word of a few characters above a headline is the name of its column.", short_above_head,
         ("→灯下谈\n一句坏了里缺了什么",), ("→灯下谈\n灯下", "→禾阳县\n清渠引来致富水 旱田变成米粮仓", "→米价昨又步涨\n各店门前排起长队 当局派员查仓", "→市供水公司——\n今夏不涨水价"), needs=BELOW_LINE),
    Rule("label_over_author", "Essays and columns stand under their column's name, with the author below the headline.", label_over_author,
         ("→走读青溪\n石板巷里的十一口井\n□谈知之",), ("→走读青溪\n石板巷里的十一口井\n从西门的城楼往里走，穿过两条窄街，便到了石板巷。",), needs=BELOW_LINE),
    Rule("few_above_headline", "Two to four characters above a headline are the name of its column, and hardly ever its kicker.", few_above_headline,
         ("→名医坐堂\n春来话“上火”\n□王　丽\n春天干燥，她的病人都说自己“上火”了，其实他们的病根不一样，要分开来治，这里先说三种。",), ("→小井边清水长流\n春来话“上火”\n□王　丽", "→名医坐堂\n春天干燥，许多人说自己“上火”，其实各人的病根不一样，要分开来治才好。", "把一年的太阳\n倒出来\n→摊在场上\n用脚慢慢地翻\n翻到背面\n是母亲的汗"), needs=BELOW_LINE),
    Rule("house_column", "A paper puts its own name into that of its columns, as in 晨报快语 or 本报视点.", house_column,
         ("→晨报快语\n“禁止”后面该写点什么",), ("→晨报快语\n河滩上竖着“禁止游泳”，孩子们照样在牌子底下脱衣服，有人怪孩子，有人怪家长，唯独没有人怪那块牌子。",), needs=BELOW_LINE),
    Rule("box_behind", "A box without a heading belongs to the article above it, behind its signature, too.", box_behind,
         ("石师傅说，门牌换好以后，他就可以安心坐在门口吃西瓜了。（王丽）\n→相关链接\n门牌号码编排一般以街巷起点为准，左单右双，按顺序递增，新增的院落用附号，居民可以向地名办公室反映。",),
         ("石师傅说，门牌换好以后，他就可以安心坐在门口吃西瓜了。（王丽）\n→相关链接\n门牌怎么编",), needs=NAMED),
    Rule("campaign", "Two slogans with a dot between them name a column that runs for months.", campaign,
         ("→牢记嘱托 感恩奋进·喜迎二十大\n“土专家”讲活田间课",), ("→叶尔兰·哈孜别克\n“土专家”讲活田间课", "→要闻·综合\n“土专家”讲活田间课", "→牢记嘱托·喜迎二十大"), needs=MIXED),
    Rule("no_label", "The name of a column has no numbers, no commas and few characters, unlike this line.", too_long_for_label, ("槐川3村上榜", "以新气象新作为推动高质量发展取得新成效"), ("今日谈",)),
    Rule("column_field", "In a database's record 专栏: stands before the name of the column.", column_field, ("专栏:国际短波",), ("专栏:",), admits=("furniture",), needs=NOTED),
    Rule("box_with_heading", "A box with a heading of its own is an item.", headed_box,
         ("→相关链接\n捡到钱物别犯愁 法律早有说法\n捡到别人的东西，能不能要报酬？律师公孙毅介绍，按照物权法的规定，拾得者有归还的义务，也可以交给公安机关。",),
         ("→新闻链接\n提前发车的18条线路为：3路、5路、8路、11路。",), needs=NAMED | BELOW_LINE),
    Rule("dotted_label", "Three words of two characters with dots between them name a column.", dotted_label, ("读者·作者·编者",), ("让·皮埃尔", "要闻·综合"), needs=MIXED),
    Rule("label_mark", "A short line that ends with a mark such as 》 or 】 may be the name of a column.", label_mark, ("自由開講》",), ("《铁匠铺》",), needs=ENDED),
)  # fmt: skip

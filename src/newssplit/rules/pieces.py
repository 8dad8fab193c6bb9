"""The pieces that page furniture is made of, found in folded text: dates, pages, imprints, menus, prompts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from newssplit.language.dates import FULL_DATE
from newssplit.late import Late
from newssplit.lexicon import GAP, NOT_HAN, Lexicon, any_of
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex

PAGE_NUMBER = rf"(?:[A-Za-zＡ-Ｚ]{{1,2}}{GAP}\d{{1,4}}|\d{{1,5}}|[一二三四五六七八九十]{{1,3}})"
PERSON = r"(?:[\p{Han}·]{2,4}|\p{Han}[ \u3000]{1,2}\p{Han}(?!\p{Han})|[A-Za-z.]{2,12})"
EDITOR = r"(?:[一二三四五六七八九十\d]{1,2}版|本版|今日)?"
HINTS = rf"[A-Z]\d{{2}}|^[A-Z]?\d{{1,2}}(?:\s+|\s?[|｜]\s?)[^{NOT_HAN}]|@|\d{{4}}|[版页年期编校─━=*＊_]|\d[./-]\d|浏|阅|篇|报|栏目?[:：]|[A-Z]{{4}}|[图]片|电话|零售|每份(?:大洋|铜元)|发行|扫[码一描]|识别|点击|热线|承印|印刷[:：]|督印人?[:：]|社址[:：]|主办|--|邮箱|继续|版权|——————|返回|检索|查询|[据料]库|^[-–—·－]|©|[刊闻版]\s+[A-Z]?\d{{1,2}}$|\u3000\s?\d{{1,2}}$|源\s?[：:]|告白价|馆开设|取钱|字[体号]|审[：:/／|｜丨]|技术支持|^(?:热[贴帖]|相关|推荐|更多)[^{NOT_HAN}]{{2}}\s?[：:]"
"""What any piece has somewhere: most lines have nothing of it, and are not looked at further."""
HINTED = r"A-Z\d@版页年期编校─━=*＊_浏阅篇报专栏图片电零每发扫识点热承印督社主邮继返检查据料源告馆取字©刊闻·–－热相推更技审\u3000\-—"
"""What a hint begins with."""

LINK = r"(?:热[贴帖]推荐|相关(?:阅读|报道|专题)|推荐阅读|更多(?:新闻|精彩))\s?[：:]"
"""What a site writes before the headline of another article, to click on."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CHARACTERS = {
    "date": "年-./JFMASOND",
    "week": "期拜周yY",
    "lunar": "历年",
    "footer": "页P-–—·－",
    "query": "库索询篇条笔",
    "page": "版页ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ" + LETTERS,
    "url": "/w@",
    "issue": "期号",
    "count": "张版",
    "price": "售份价钱费资",
    "register": "统代N证外P未网",
    "stamp": ":：",
    "prompt": "扫识点",
    "link": ":：",
    "source": "源",
    "navigation": "字",
    "corner": " \u3000|｜",
    "named": " \u3000·・",
    "rule": "─━—－=＝*＊_＿·…～~-",
    "column": "栏",
    "photos": "张幅",
    "latin": LETTERS,
    "paper": "报刊",
}
"""For each kind characters of which a piece has one somewhere …"""
PRINTERS = (
    "本馆开设", "告白价目",
    "主办", "主管", "承印", "印刷", "督印", "出版", "机关报", "报社", "印务", "址:", "址：", "技术支持", "截稿", "发行所", "总馆", "馆址", "版权", "©",
    "opyright", "转载", "翻印", "ights",
)  # fmt: skip
CONTACTS = (
    "热线", "电话", "传真", "邮编", "邮箱", "信箱", "网址", "QQ", "微信", "数字报", "客户端", "公众号", "官网", "微博",
)  # fmt: skip


def words(kind: str, lexicon: Lexicon) -> Collection[str]:
    """… or words of which a piece has one, be it letter-spaced."""
    if kind in ("editors", "navigation"):
        return lexicon.words("furniture", kind)
    return {"publisher": PRINTERS, "contact": CONTACTS}.get(kind, ())


def characters(kind: str, lexicon: Lexicon) -> frozenset[str]:
    """Those in CHARACTERS, and for a newspaper's name the last ones of the words that end it."""
    ends = {word[-1] for word in lexicon.words("marks", "papers")} if kind == "paper" else set[str]()
    return frozenset(CHARACTERS.get(kind, "")) | ends


PIECES = {
    "date": FULL_DATE,
    "week": r"[（(]?(?:星期|礼拜|周)[一二三四五六日天][)）]?|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,?",
    "lunar": r"(?:光绪|宣统|同治|咸丰)[\p{Han}]{1,4}年\p{Han}{1,4}月\p{Han}{1,4}?日|(?:农历|夏历|阴历|旧历)[\p{Han}\d]{2,14}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\p{Han}{3,8}",
    # 第 3 页，共 8 页
    "footer": rf"第{GAP}\d+{GAP}页(?:{GAP}[/共]{GAP}\S{{1,6}}?{GAP}页)?|Page\s?\d+|^[-–—·－]\s?\d{{1,3}}\s?[-–—·－]$",
    # 共检索到 12 篇　数据库：…
    "query": r"\p{Han}{0,8}(?:数据库|资料库)(?:[：:]\S+)?|共?(?:检索|查询|搜索)(?:到\s?\d+\s?[篇条笔项]|(?:结果|条件|词)[：:]\s?\S*(?:\s?[篇条笔项])?)|共\s?\d+\s?[篇条笔]\p{Han}{0,4}(?=\s|$)",
    # 第A06版（综合） · A06 · 06版
    "page": (
        rf"(?<!\p{{Han}})第{GAP}(?P<number>{PAGE_NUMBER}){GAP}[版页](?!\p{{Han}})(?:{GAP}[（(](?P<title>[^）)]{{0,12}})[）)])?"
        rf"|(?<![\w])(?P<number>[A-ZＡ-Ｚ]{{1,2}}\d{{1,3}}|\d{{2,5}}(?=版[:：])){GAP}版?(?![\w-])"
        rf"|(?<![\w.])(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})版(?=\s|$|[:：·])"
    ),
    "corner": "",
    "named": "",
    "url": r"(?:E-?mail\s?[:：]\s?)?(?:https?://\S+|www\.\S+|[\w×.-]{1,64}@[\w.-]+\.\w+)",
    # （总第 1234 期）
    "issue": rf"(?<!\p{{Han}})[（(]?(?:总{GAP})?第{GAP}[\d〇○零一二三四五六七八九十百千]{{2,8}}{GAP}[期号][）)]?(?:[（(]总第?\d+期[）)])?|第\d{{1,4}}期",
    # 今日 16 版
    "count": rf"(?:今日|本期|今天|共){GAP}(?:共)?{GAP}\S{{1,4}}{GAP}(?:[大]?张|版)(?:一张)?",
    # 零售 1 元 · 零售铜元十二枚
    "price": r"每张取钱\p{Han}{1,3}文|(?:零售|每份|定价|售价|零售价|订价|报费|报资)[价每份月季年：:\s]{0,8}(?:铜元|大洋|小洋|国币|法币)?\s?[\d．.一二三四五六七八九十角元分]+[元枚]?",
    # 国内统一刊号 · 邮发代号 · ICP备
    "register": r"国内统一\S{0,12}[:：]?\s?(?:CN)?[\w()（）/－-]*|邮发代号[:：]?\s?[\d-]+|CN\s?\d\d[-－]\d{4}\S{0,5}|ISSN\S+|准印证\S*|广告(?:经营)?许可证\S*|\p{Han}{2,8}许可证[:：]?\s?[^\W\d]{0,12}\d\S*|\p{Han}?公网安备\s?\d+号?|\p{Han}{0,3}网备\s?\d+号?|代号[:：]?\s?[\d-]+|国外\p{Han}{2}[:：]?\S+|\p{Han}?ICP[备证]\S+|未经\p{Han}{0,8}(?:不得|禁止|严禁)\p{Han}{0,8}",
    # 主办 · 承印 · 社址
    "publisher": r"本馆开设\p{Han}{2,12}[路街里弄口]|告白价目另议|\p{Han}{2,16}(?:主办|主管|承印|承印厂|印刷厂|出版(?!社)|机关报|报社|印务)|[社地]址[:：]\S+|(?:印刷|技术支持|督印人?)[:：]\S+|\p{Han}{0,8}每周\S{1,8}出版|(?:下期)?截稿(?:日期|时间)[:：]\S+|(?:总?发行所|印刷所|总馆|馆址)[\s：:]+\S{2,14}|版权所有|(?:[Cc]opyright\s?)?©\s?\d*|Copyright\s?[\d－-]*|不得(?:擅自)?转载|翻印必究|All [Rr]ights [Rr]eserved",
    "editors": "",
    # 热线电话：…
    "contact": r"(?:\p{Han}{2,4})?(?:热线|电话|传真|邮编|邮箱|信箱|网址|QQ|微信|数字报|客户端|公众号|官网|微博)(?:电话)?[：:]?\s?(?:\d{3,4}\s\d{4}|[A-Za-z\d×_@.:/－—–-]{4,})",
    # a web page's time and counts
    "stamp": r"(?<=\d日\s?|\d\d[-/.]\d\d?[-/.]\d\d?\s)\d{1,2}:\d\d(?::\d\d)?(?:\s?[（(]\d\d?:\d\d更新[)）])?|\d\d:\d\d(?::\d\d)?\s+(?:浏览|阅读|点击|评论|来源)\S*+(?:\s?\d+)?|(?:浏览|阅读|点击)\S{0,2}[：:]\s?\d+",
    "navigation": "",
    # 扫码看视频
    "prompt": r"[（(▲▼]?\p{Han}{0,8}(?:扫码|扫一扫|扫描.{0,4}二维码|长按识别|点[击我](?:这里)?(?:查看|观看|阅读|了解|进入|下载))[^。]{0,16}",
    # 热贴推荐：…, a link to another article; 相关新闻：… may be the headline of one beside it
    "link": rf"^{LINK}.{{2,60}}(?<![。！？])$",
    # 来源：X网, where a site has an article from
    "source": r"^(?:信息|文章|稿件|新闻)?(?:来源|稿源)\s?[：:]\s?[\[《【]?[^\s，。：:]{2,16}[\]》】]?$",
    # ──────
    "rule": r"[─━—－=＝*＊_＿·…～~\-]{6,}",
    # 专栏：国际短波
    "column": r"(?<!\p{Han})\p{Han}?栏目?[:：]",
    # （附图片1张）
    "photos": r"[（(]附?图片?\d+[张幅][）)]",
    "paper": "",
    # a paper's name in Latin letters
    "latin": r"[A-Z][A-Z]+(?:\s[A-Z]+)*",
}
"""A pattern for each piece, in the order in which they are tried; those that are empty here hold words, see `_of_words`."""


def pieces(lexicon: Lexicon) -> dict[str, str]:
    """All pieces, with the words of a vocabulary."""
    return PIECES | _of_words(lexicon)


def _of_words(lexicon: Lexicon) -> dict[str, str]:
    papers = any_of(lexicon.words("marks", "papers"), spaced=False)
    editors = any_of(lexicon.words("furniture", "editors"))
    navigation = any_of(lexicon.words("furniture", "navigation"), spaced=False)
    names = any_of(lexicon.words("furniture", "pages"), spaced=False)
    return {
        # a page number at the end of a running head, or before the page's name there
        "corner": rf"(?<=[ \u3000])(?P<number>\d{{1,2}})(?=$|[ \u3000]+{names}$)|^(?P<number>\d{{1,2}})(?=[ \u3000|｜])",
        # the name of a page, 要闻
        "named": rf"(?:^|(?<=[ \u3000]))(?P<title>{names}(?:[·・]\p{{Han}}{{2,4}})?)(?=$|[ \u3000])",
        # 责任编辑：… 校对：…
        "editors": rf"(?P<role>{EDITOR}{editors})(?:[：:/／|｜丨]\s?|[ \u3000]{{1,6}}(?={PERSON}(?:\s|$)))(?:{PERSON}(?:[ \u3000、/／]{{1,6}}(?!{editors})|$|(?=[\s）)]))){{0,16}}(?<=[\p{{Han}}A-Za-z.·]){PERSON}?(?<![：:/／|｜丨])",
        # 上一篇 下一篇 返回目录
        "navigation": rf"[\[【（(]字[体号][：:]?[大中小\s]{{3,9}}[\]】）)]|[\[【<]\p{{Han}}{{0,2}}{navigation}\p{{Han}}{{0,3}}[\]】>]|(?<!\p{{Han}}){navigation}(?!\p{{Han}})\d?",
        "paper": rf"《?(?:\p{{Han}}{{1,10}}?{papers}(?<![预汇喜捷情海通简公]报)(?!(?<=报)[道告导名社价到])|(?:\p{{Han}}[ \u3000]{{1,4}}){{2,10}}[报刊])》?[ \u3000]?(?:数字报|电子报|电子版)?(?!\p{{Han}}{{3}})",
    }


class Piece(NamedTuple):
    """A kind of piece."""

    kind: str
    pattern: Late


class Patterns(NamedTuple):
    pieces: tuple[Piece, ...]
    by_character: Mapping[str, int]
    """For each character the pieces that may be where it is; each is a bit, by its place in the table."""
    by_words: tuple[tuple[int, Collection[str]], ...]
    """Pieces that may be only where one of the words is."""
    whole: Mapping[str, int]
    """Lines that are a piece as a whole: 要闻."""
    hinted: re.Pattern[str]
    hints: re.Pattern[str]
    """Matched at what `hinted` finds: to search for it would try every hint at every place."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The pieces of furniture, compiled once for a lexicon."""
    table = pieces(lexicon)
    by_character, by_words = dict[str, int](), list[tuple[int, Collection[str]]]()
    for n, kind in enumerate(table):
        for character in characters(kind, lexicon):
            by_character[character] = by_character.get(character, 0) | 1 << n
        if found := words(kind, lexicon):
            by_words.append((1 << n, found))
    return Patterns(
        tuple(Piece(kind, Late(pattern)) for kind, pattern in table.items()),
        by_character,
        tuple(by_words),
        dict.fromkeys(lexicon.words("furniture", "pages"), 1 << list(table).index("named")),
        re.compile(f"[{HINTED}]"),
        re.compile(HINTS),
    )


def may_have_pieces(folded: str, lexicon: Lexicon) -> bool:
    """Whether a line has a hint of any piece."""
    p = patterns(lexicon)
    return any(p.hints.match(folded, m.start()) for m in p.hinted.finditer(folded))


def likely_pieces(folded: str, lexicon: Lexicon) -> list[Piece]:
    """The kinds of pieces that may be in a line, at a glance; no other is."""
    p = patterns(lexicon)
    found, bare = p.whole.get(folded, 0), "".join(folded.split())
    for character in p.by_character.keys() & set(folded):  # a set at once: to look each up takes twice as long
        found |= p.by_character[character]
    for bit, those in p.by_words:
        for word in those:  # any() takes twice as long, and these lines are many
            if word in bare:
                found |= bit
                break
    return [piece for n, piece in enumerate(p.pieces) if found >> n & 1]


def found_pieces(folded: str, lexicon: Lexicon) -> Iterator[tuple[str, regex.Match[str]]]:
    """The pieces in reading order: always the leftmost one, of several the first in the table.

    One pattern of all kinds would find the same, but try every kind at every place."""
    kinds = likely_pieces(folded, lexicon)
    ahead = {n: m for n, piece in enumerate(kinds) if (m := piece.pattern.search(folded))}
    while ahead:
        n = min(ahead, key=lambda k: (ahead[k].start(), k))
        m, end = ahead[n], ahead[n].end()
        yield kinds[n].kind, m
        for k in [k for k, other in ahead.items() if other.start() < end]:
            following = kinds[k].pattern.search(folded, end)
            if following:
                ahead[k] = following
            else:
                del ahead[k]

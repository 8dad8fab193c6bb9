"""Page furniture: 报头, page headers and numbers, editors' lines, rules, navigation.

A line of furniture is made of a few kinds of pieces and nearly nothing else: a full date, a weekday,
a page's number and name, the paper's name, editors with their titles, an issue number, a price. The
reader takes such pieces away and looks at what is left.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from newssplit.lexicon import GAP, Lexicon, any_of, fold
from newssplit.model import Page
from newssplit.rules.dates import FULL_DATE, iso_date, number
from newssplit.rules.people import BULLETS

LONGEST = 130
LEFT_OVER = 9
"""Characters that a header may hold besides: the name of the page, 责任编辑 without a title."""
PAGE_NUMBER = r"(?:[A-Za-zＡ-Ｚ]{1,2}{GAP}\d{1,4}|\d{1,5}|[一二三四五六七八九十]{1,3})".replace("{GAP}", GAP)
PAGES_RE = regex.compile(r"(?:版.*){3,}\d.*版|(?:第\s?\d+\s?版.*){3}")
"""The list of an issue's pages: 第01版:头版　第02版:综合　第03版:企业."""
PROSE_RE = regex.compile(r"[。，；！？“”「」]")
NO_LETTER_RE = regex.compile(r"[\W\d_]+")
COPYRIGHT_RE = regex.compile(r"版权所有|ICP备|未经.{0,8}(?:不得|禁止|严禁)|^.{0,10}(?:扫码|二维码|扫一扫).{0,24}$")
SYMBOLS_RE = regex.compile(r"(?:[^\w\s，。！？、；：“”‘’「」『』（）()《》…\"'.,!?]\s*){3,}|—{3,}|…{5,}")
"""A rule across the page, or asterisks between two items: no letter in it."""
PARTS_RE = regex.compile(r"[上下前后]一[篇版条页]|打印|关闭|返回")
SIGNED_RE = regex.compile(r"[记記]者|通[讯訊][员員]|[实實][习習]生|^[文图圖摄攝][/／]")
"""Where reporters are named, too, the line is an item's byline: `文/X  编辑/Y`."""
STRONG = ("prompt", "url", "page", "editors", "issue", "register", "footer", "stamp", "navigation", "rule", "column", "photos", "publisher", "price")
"""Any one of these makes a line furniture; a date or a name needs company."""


class Furniture(NamedTuple):
    """What a line of furniture says."""

    page: Page
    strong: bool
    """False for a bare name or date: furniture only in the company of more."""
    breaks: bool
    """Whether a new page begins here."""
    ends: bool
    """Whether labels end here: at a page, at a rule across it."""
    parts: bool = False
    """Whether it stands between two articles of an e-paper: 上一篇 下一篇."""
    contact: bool = False
    """Whether it holds a number to call or an address."""
    section: tuple[int, int] | None = None
    """Where a column's name stands in it: `专栏:国际短波`."""


class Patterns(NamedTuple):
    pieces: regex.Pattern[str]
    hint: regex.Pattern[str]


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The pieces of furniture, for folded text, compiled once for a lexicon."""
    papers = any_of(lexicon.words("marks", "papers"), spaced=False)
    editors = any_of(lexicon.words("furniture", "editors"))
    navigation = any_of(lexicon.words("furniture", "navigation"), spaced=False)
    weekday = r"[（(]?(?:星期|礼拜|周)[一二三四五六日天][)）]?"
    names = any_of(lexicon.words("furniture", "pages"), spaced=False)
    person = r"(?:[\p{Han}·]{2,4}|\p{Han}[ \u3000]{1,2}\p{Han}(?!\p{Han})|[A-Za-z.]{2,12})"
    lunar = r"(?:农历|夏历|阴历|旧历)[\p{Han}\d]{2,14}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\p{Han}{3,8}"
    pieces = rf"""
        (?P<date>{FULL_DATE})
      | (?P<week>{weekday}) | (?P<lunar>{lunar})
      | (?P<footer>第{GAP}\d+{GAP}页(?:{GAP}[/共]{GAP}\S{{1,6}}页?)?|Page\s?\d+)
      | (?P<page>(?<!\p{{Han}})第{GAP}(?P<number>{PAGE_NUMBER}){GAP}版(?!\p{{Han}})(?:{GAP}[（(](?P<title>[^）)]{{0,12}})[）)])?
          | (?<![\w])(?P<number>[A-ZＡ-Ｚ]{{1,2}}\d{{1,3}}|\d{{2,5}}(?=版[:：])){GAP}版?(?![\w-])
          | (?<![\w.])(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})版(?=\s|$|[:：·]))
      | (?P<corner>(?<=[ \u3000])(?P<number>\d{{1,2}})$|^(?P<number>\d{{1,2}})(?=[ \u3000]))
      | (?P<named>(?:^|(?<=[ \u3000]))(?P<title>{names})(?=$|[ \u3000]))
      | (?P<url>https?://\S+|www\.\S+|[\w.-]+@[\w.-]+\.\w+)
      | (?P<issue>(?<!\p{{Han}})[（(]?(?:总{GAP})?第{GAP}[\d〇○零一二三四五六七八九十百千]{{2,8}}{GAP}[期号][）)]?(?:[（(]总第?\d+期[）)])?|第\d{{1,4}}期)
      | (?P<count>(?:今日|本期|今天|共){GAP}(?:共)?{GAP}\S{{1,4}}{GAP}(?:[大]?张|版)(?:一张)?)
      | (?P<price>(?:零售|每份|定价|售价|零售价|订价)[价每份月季年：:]*\s?[\d．.一二三四五六七八九十角元分]+元?)
      | (?P<register>国内统一\S{{0,12}}[:：]?\s?(?:CN)?[\w()（）/－-]*|邮发代号[:：]?\s?[\d-]+|CN\s?\d\d[-－]\d{{4}}\S{{0,5}}|ISSN\S+|准印证\S*|广告(?:经营)?许可证\S*|代号[:：]?\s?[\d-]+|国外\p{{Han}}{{2}}[:：]?\S+|\p{{Han}}?ICP备\S+|未经\p{{Han}}{{0,8}}(?:不得|禁止|严禁)\p{{Han}}{{0,8}})
      | (?P<publisher>\p{{Han}}{{2,16}}(?:主办|主管|承印|承印厂|印刷厂|出版(?!社)|机关报|报社|印务)|[社地]址[:：]\S+|印刷[:：]\S+|每周\S{{1,8}}出版|版权所有|©\s?\d*)
      | (?P<editors>(?:[一二三四五六七八九十\d]{{1,2}}版|本版|今日)?{editors}(?:[：:/／|｜]\s?|[ \u3000]{{1,3}}(?={person}(?:\s|$)))(?:{person}(?:[ \u3000、/／]{{1,3}}(?!{editors})|$|(?=\s)))*(?<=[\p{{Han}}A-Za-z.·]){person}?(?<![：:/／|｜]))
      | (?P<contact>(?:\p{{Han}}{{2,4}})?(?:热线|电话|传真|邮编|邮箱|信箱|网址|QQ|微信|数字报|客户端|公众号|官网|微博)(?:电话)?[：:]?\s?(?:\d{{3,4}}\s\d{{4}}|[\w@.:/－—–-]{{4,}}))
      | (?P<stamp>(?<=\d日\s?|\d\d[-/.]\d\d?[-/.]\d\d?\s)\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[（(]\d\d?:\d\d更新[)）])?|\d\d:\d\d(?::\d\d)?\s+(?:浏览|阅读|点击|评论|来源)\S*(?:[：:]?\s?\d+)?|(?:浏览|阅读|点击)\S{{0,2}}[：:]\s?\d+)
      | (?P<navigation>[\[【<]\p{{Han}}{{0,2}}{navigation}\p{{Han}}{{0,3}}[\]】>]|(?<!\p{{Han}}){navigation}(?!\p{{Han}})\d?)
      | (?P<prompt>[（(▲▼]?\p{{Han}}{{0,8}}(?:扫码|扫一扫|扫描.{{0,4}}二维码|长按识别|点击观看)[^。]{{0,16}})
      | (?P<rule>[─━—－=＝*＊_＿·…～~\-]{{6,}})
      | (?P<column>专栏[:：])
      | (?P<photos>[（(]附?图片?\d+[张幅][）)])
      | (?P<paper>《?(?:\p{{Han}}{{1,10}}?{papers}(?<![预汇喜捷情海通简公]报)|(?:\p{{Han}}[ \u3000]+){{2,10}}[报刊])》?[ \u3000]?(?:数字报|电子报|电子版)?(?!\p{{Han}}{{3}}))
      | (?P<latin>[A-Z][A-Z]+(?:\s[A-Z]+)*)
    """
    return Patterns(
        pieces=regex.compile(pieces, regex.VERBOSE),
        hint=regex.compile(r"[A-Z]\d{2}|^[A-Z]?\d{1,2}\s+\p{Han}|@|\d{4}|[版页年期编校─━=*＊_]|\d[./-]\d|浏|阅|篇|报|专栏|[A-Z]{4}|[图]片|电话|零售|发行|扫[码一描]|识别|点击|热线|承印|主办|--|邮箱|继续|版权|——————"),
    )


def read_furniture(text: str, lexicon: Lexicon) -> Furniture | None:
    """The line as furniture, or None."""
    if len(text) > LONGEST:
        return None
    if SYMBOLS_RE.fullmatch(text):
        return Furniture(Page(), True, False, True)
    if text[0] in BULLETS:
        return None
    folded, p = fold(text), patterns(lexicon)
    if (PROSE_RE.search(text) and not COPYRIGHT_RE.search(folded)) or not p.hint.search(folded):
        return None
    found, left = dict[str, regex.Match[str]](), list[str]()
    at = 0
    for m in p.pieces.finditer(folded):
        left.append(text[at : m.start()])
        _note(found, m)
        at = m.end()
    left.append(text[at:])
    return _judge(text, folded, found, left)


def is_header(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is furniture beyond doubt: a wrapped paragraph does not go on into it."""
    found = read_furniture(text, lexicon)
    return found is not None and found.strong


KINDS = ("prompt", "named", "url", "date", "week", "lunar", "footer", "page", "issue", "count", "price", "register", "publisher", "editors", "contact", "stamp", "navigation", "rule", "column", "photos", "paper", "latin", "corner")


def _note(found: dict[str, regex.Match[str]], m: regex.Match[str]) -> None:
    for kind in KINDS:
        if m[kind] is not None:
            found.setdefault(kind, m)


def _judge(
    text: str, folded: str, found: dict[str, regex.Match[str]], left: list[str]
) -> Furniture | None:
    kinds = set(found) & set(KINDS)
    rest = NO_LETTER_RE.sub("", "".join(left))
    if not kinds or (SIGNED_RE.search(text) and not kinds & {"page", "date"}):
        return None
    if kinds == {"corner"} and len(rest) <= 5 and text[:1].isdigit():
        return Furniture(_page(text, found, left), False, True, True)
    if "column" in kinds:
        tail = found["column"].end()
        named = folded[tail:].strip()
        return Furniture(Page(), True, False, False, section=(tail, len(text)) if named and len(named) <= 14 else None)
    strong = bool(kinds & set(STRONG)) or len(kinds - {"latin", "week", "lunar"}) >= 2 and bool(kinds & {"date", "corner", "contact"})
    menu = "".join(left).count("|") >= 3 or PAGES_RE.search(text) is not None
    imprint = len(kinds & {"price", "contact", "register", "publisher", "issue", "count"}) >= 2
    if len(rest) > (LONGEST if menu else 3 * LEFT_OVER if imprint else LEFT_OVER if kinds & {"page", "editors", "date", "register"} else 3):
        return None
    if not strong and (rest or not kinds & {"date", "paper", "latin", "count", "contact", "lunar", "week"}):
        return None
    breaks = "page" in kinds or ("corner" in kinds and strong)
    return Furniture(_page(text, found, left), strong, breaks, breaks or "rule" in kinds, PARTS_RE.search(folded) is not None, "contact" in kinds)


def _page(text: str, found: dict[str, regex.Match[str]], left: list[str]) -> Page:
    day = iso_date(found["date"]) if "date" in found else None
    paper = found.get("paper")
    page = found.get("page")
    numbered = page or found.get("corner")
    rest = "".join("".join(left).split()).strip("：:·-|（）()《》")
    named = found.get("named")
    name = (text[slice(*page.span("title"))] if page else None) or (named and text[slice(*named.span())]) or (rest if page else None) or None
    return Page(
        newspaper=_paper(text, paper) if paper else None,
        date=None if "stamp" in found else day,
        number=page_number(numbered["number"]) if numbered else None,
        name=name,
        editors=(text[found["editors"].start() : found["editors"].end()].strip(),) if "editors" in found else (),
    )


def _paper(text: str, m: regex.Match[str]) -> str:
    name = "".join(text[m.start() : m.end()].split()).strip("《》")
    return regex.sub(r"(?:数字报|电子报|電子報|电子版)$", "", name)


def page_number(printed: str) -> str:
    """A page as the contract writes it: `A06` is A6, `00004` 4, 四 4.

    >>> [page_number(n) for n in ("A06", "01", "四", "Ｂ１２", "A 1")]
    ['A6', '1', '4', 'B12', 'A1']
    """
    m = regex.match(r"\s*([A-Za-zＡ-Ｚ]*)\s*(.*)", printed)
    letters, digits = (m[1], m[2]) if m else ("", printed)
    letters = "".join(chr(ord(c) - 0xFEE0) if "Ａ" <= c <= "Ｚ" else c for c in letters)
    return letters + str(number(digits))

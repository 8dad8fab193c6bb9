"""What sites add around a page: sentences of their own, menus, the place of a page in its site; and what is plain text."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, forms_of
from newssplit.light import NamedTuple
from newssplit.patterns import re

STOPS = "。，；！？“”「」"
PROSE_RE = re.compile(f"[{STOPS}]")
QUOTED_RE = re.compile(r"[“「『][^“”「」『』，。！？]{1,6}[”」』]")
"""A name in quotation marks, as that of a supplement: `第四版　副刊「海燕」`."""
BEFORE, BEHIND, OWN = 32, 20, 2
"""Characters before 不代表本报 at most, within which the opinion is named behind it, and before 文章 in 本栏文章."""
LEAD_RE = re.compile(r"^\W{0,4}(?:[^\W\d_]{1,6}：)?\s?")
"""What may stand before: a bracket, 编按：."""
STOPS_RE, REMARK = re.compile(r"[。！？]"), "※"
"""A remark of the paper's own behind a text begins with the sign, see tails.py."""
CAPITALS, CAPITALS_RE = 6, re.compile(r"[A-Z][A-Z &'’.,·-]{5,40}")
"""A paper's name in Latin letters, or what a page is called, `LANJIANG RIBAO`, `BANKING`: of 181 such lines in annotated
dumps none was a text's. It has so many letters; fewer are a word of a text: NBA."""
OPENING, CLOSING = "（(【[［〔｛{", "）)】]］〕｝}"
SQUARE = "["
"""The bracket of such remarks that no paper sets around a line, folded."""
CLOSING_RE = re.compile(f"[{re.escape(CLOSING)}]")
FRAME = "（）()[]【】〔〕 "
CRUMBS_RE = re.compile(r"[>＞»]")
PARTING = ">＞»|｜"
PARTED_RE = re.compile(f"[{PARTING}]")
CRUMB = 14
"""Where a page stands in its site, in words of no more characters: 新闻中心 > 今日头条."""
BARS_RE = re.compile(r"[|｜]+")
BAR_WORD = 8
WORD = 4
"""A part of a site, 财经 or 国内新闻, has no more characters."""
LINKS = 3
"""Either has so many words, or more."""
PAGES_RE = re.compile(r"^[^版]*版[^版]*版[^版]*版\D*\d[^版]*版")
PAGE_RE = re.compile(r"第\s?\d+\s?版")
PAGES = 3
"""The list of an issue's pages has so many: 第01版:头版　第02版:综合　第03版:企业."""


class Patterns(NamedTuple):
    site: re.Pattern[str]
    """What a site or a paper adds in whole sentences, with their punctuation; for folded text."""
    hint: re.Pattern[str]
    """Of these `site` has one; for text that is not folded, as what follows."""
    unsure: re.Pattern[str]
    """With one of these all that `hint` and PARTED_RE find begins: one search for both tells that most lines have none."""
    plain: re.Pattern[str]
    """Text beyond doubt, as most lines are: with a long first word, with a stop, with nothing unsure. One walk tells it,
    where to ask for these in turn takes three."""


HINTS = ("furniture.site_rights", "furniture.unless", "furniture.scanned", "furniture.links")
"""Lists of words of which each sentence of a site has one."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """What tells the sentences of a site from text, compiled once for a lexicon."""
    words = lexicon.of("furniture").one_of
    begins = forms_of(word[0] for word in lexicon.listed(*HINTS)) + PARTING
    return Patterns(
        site=re.compile(
            rf"{words('site_rights')}|{words('unless')}.{{0,8}}{words('forbids')}|^{words('links')}\s?[：:]|^[^“「]{{0,10}}{words('scanned')}.{{0,24}}$"
        ),
        hint=re.compile(lexicon.in_both(*HINTS)),
        unsure=re.compile(f"[{begins}]"),
        plain=re.compile(rf"^(?=\s*\S{{{WORD + 1}}})[^{STOPS}{begins}]*[{STOPS}][^{begins}]*"),
    )


def is_prose(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is text beyond doubt, as most are: with stops, without the words of a site and without links."""
    p = patterns(lexicon)
    if p.plain.fullmatch(text):
        return True
    if not PROSE_RE.search(text):
        return False
    if p.unsure.search(text) and (p.hint.search(text) or PARTED_RE.search(text)):
        return False
    return len(text.split(maxsplit=1)[0]) > WORD and PROSE_RE.search(QUOTED_RE.sub("", text)) is not None


def is_menu(text: str, folded: str, lexicon: Lexicon) -> bool:
    """What leads to other pages of a site."""
    if _lists_parts(folded, lexicon):
        return True
    parted = PARTED_RE.search(text) is not None  # hardly any line is
    return parted and (_are_crumbs(CRUMBS_RE.split(text)) or _is_foot(BARS_RE.split(folded), lexicon))


def _are_crumbs(words: list[str]) -> bool:
    whole = len(words) >= LINKS and all(len(word) > 1 and len(word.strip()) <= CRUMB for word in words)
    return whole and not any("，" in word or "。" in word for word in words)


def _is_foot(words: list[str], lexicon: Lexicon) -> bool:
    """The foot of a site: 关于我们 | 网站地图 | 联系方式."""
    known = lexicon.words("furniture", "feet")
    if len(words) < LINKS or not any(name in word for word in words for name in known):
        return False
    return all(len(word.split()) <= 1 and len(word.strip()) <= BAR_WORD for word in words)


def _lists_parts(folded: str, lexicon: Lexicon) -> bool:
    """首页 新闻 国内 国际 财经: the parts of a site; or 放大 缩小 默认, all of them to click on."""
    if len(folded.split(maxsplit=1)[0]) > WORD:  # as nearly every line
        return False
    words = folded.split()
    pages, navigation = lexicon.wordset("furniture", "pages"), lexicon.wordset("furniture", "navigation")
    if len(words) > 1 and navigation.issuperset(words):
        return True
    if len(words) < 4 or not all(len(word) <= WORD for word in words):
        return False
    return 2 * sum(word in pages or word in navigation for word in words) >= len(words)


def is_own_line(text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether a line is a paper's name in capitals, says who may read the paper, or that a text is not its opinion."""
    if CAPITALS_RE.fullmatch(text):
        return sum(map(str.isalpha, text)) >= CAPITALS
    restricted = folded.strip(FRAME) in lexicon.wordset("furniture", "restricted")
    return restricted or is_disclaimer(folded, lexicon) or _is_copyists(folded, lexicon)


def _is_copyists(folded: str, lexicon: Lexicon) -> bool:
    """Whether a line in brackets is the remark of one who has copied the paper, or in square ones says what a picture
    shows: of 22 and of 21 such annotated lines none is the paper's."""
    if folded[0] not in OPENING or folded[-1] not in CLOSING or CLOSING_RE.search(folded[1:-1]):
        return False
    if any(word in folded for word in lexicon.words("furniture", "transcribed")):
        return True
    pictured = lexicon.words("furniture", "pictured")
    if folded[0] == SQUARE:
        return any(word in folded for word in pictured)
    return folded[1:].startswith(pictured) and folded[1:].lstrip("".join(pictured))[:1] in ("：", ":")


def is_disclaimer(folded: str, lexicon: Lexicon) -> bool:
    """Whether a line says nothing but whose opinion a text is not, `（本文不代表本报立场）`: who is quoted says so of what
    he tells, too, but does not begin with a text."""
    disclaims, texts, opinions = (lexicon.words("furniture", key) for key in ("disclaims", "disclaimed", "opinions"))
    told = next((at for word in disclaims if (at := folded.find(word)) >= 0), -1)  # hardly any line does
    if not 0 <= told <= BEFORE or folded.lstrip()[:1] == REMARK:
        return False
    before, behind = LEAD_RE.sub("", folded[:told]), folded[told : told + BEHIND]
    begun = any(0 <= before.find(text) <= OWN for text in texts)
    return begun and not STOPS_RE.search(before) and any(word in behind for word in opinions)


def is_sentence_of_site(text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether a line with stops is what a site or a paper adds in whole sentences."""
    p = patterns(lexicon)
    return p.hint.search(text) is not None and p.site.search(folded) is not None


def lists_pages(text: str) -> bool:
    """Whether a line lists the pages of an issue."""
    return PAGES_RE.match(text) is not None or len(PAGE_RE.findall(text)) >= PAGES

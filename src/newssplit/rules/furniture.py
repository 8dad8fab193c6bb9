"""Page furniture: 报头, page headers and numbers, editors' lines, rules, navigation.

A line of furniture is made of a few kinds of pieces and nearly nothing else: a full date, a weekday,
a page's number and name, the paper's name, editors with their titles, an issue number, a price. The
reader takes such pieces away and looks at what is left.
"""

from __future__ import annotations

from collections.abc import Mapping

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re, regex
from newssplit.rules.names import names_in
from newssplit.rules.people import BULLETS
from newssplit.rules.pieces import found_pieces
from newssplit.rules.running_heads import page_of
from newssplit.rules.site_lines import (
    PROSE_RE,
    QUOTED_RE,
    is_menu,
    is_own_line,
    is_prose,
    is_sentence_of_site,
    lists_pages,
)

LONGEST = 130
BUTTON = 2
"""A button's word of no more characters is one of the language, too: 放大, 打印; 返回首页 is not."""
LATIN = 4
"""A paper's name in capitals has so many characters, or more; fewer are a word of a text: NBA."""
LEFT_OVER = 9
"""Characters that a header may hold besides: the name of the page, 责任编辑 without a title."""
NAME = 3
"""A name has so many letters; the weather beside a diary's day has fewer: `1998年6月5日 星期五 晴`."""
CLAUSE_RE = re.compile("[，。；！？]")
CELLS_RE = re.compile(r"\u3000+| {2,}")
CELLS = 4
"""A date that stands among so many cells is the head's, whatever the others say: a motto, the paper's address."""
LONGEST_NAME, FOUR = 5, 4
"""Characters of a page's name beside its number, and of one that no list knows."""
BEFORE_NAMES = "：:/／|｜丨 \u3000"
OWNED_RE = re.compile(r"本\w{1,6}版权[^，。]{3,27}，[^，。]{0,8}不得[^，。]{1,8}。?")
"""A line that says who owns the texts themselves: `本内容之版权归江州晚报所拥有，未经授权不得转载。` A court says it, too, but
not of what stands here."""
NO_LETTER_RE = re.compile(r"[\W\d_]+")
SYMBOLS_RE = re.compile(
    r"(?:[^\w\s，。！？、；：“”‘’「」『』（）()《》…\"'.,!?]\s*){3,}|—{3,}|…{5,}|[▼▲◆◇●■★☆※↓↑❖✦▶◀ ]{1,2}"
)
"""A rule across the page, asterisks between two items, or a sign that points to a picture: no letter in it."""
PARTS_RE = re.compile(r"[上下前后]一[篇版条页]|打印|关闭|返回")
SIGNED_RE = re.compile(r"[记記]者|通[讯訊][员員]|[实實][习習]生|^[文图圖摄攝][/／]")
"""Where reporters are named, too, the line is an item's byline: `文/X  编辑/Y`."""
STRONG = (
    "prompt", "url", "page", "editors", "issue", "register", "footer", "stamp", "navigation", "rule", "column", "photos",
    "publisher", "price", "query", "link", "source",
)  # fmt: skip
"""Any one of these makes a line furniture; a date or a name needs company."""
IMPRINT = frozenset({
    "price", "contact", "address", "register", "publisher", "issue", "count", "prompt", "editors",
})  # fmt: skip
"""Two of these are an imprint, which may say more besides."""


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
    column: bool = False
    """Whether it is the field of a database that names the column: `专栏:`."""
    section: tuple[int, int] | None = None
    """Where the column's name stands in that field: `专栏:国际短波`."""


def read_furniture(text: str, folded: str, lexicon: Lexicon) -> Furniture | None:
    """The line as furniture, or None."""
    if len(text) > LONGEST:
        return None
    if is_own_line(text, folded, lexicon):
        return Furniture(Page(), True, False, False)
    return _read_line(text, folded, lexicon) if not is_prose(text, lexicon) else None


def is_header(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is furniture beyond doubt: a wrapped paragraph does not go on into it."""
    if len(text) > LONGEST or is_prose(text, lexicon):  # asked of every wrapped line: nearly all are plain
        return False
    found = _read_line(text, fold(text), lexicon)
    return found is not None and found.strong


def _read_line(text: str, folded: str, lexicon: Lexicon) -> Furniture | None:
    if text.isalnum():  # no spaces, no marks: nothing below asks for it
        return _of_pieces(text, folded, lexicon)
    if SYMBOLS_RE.fullmatch(text):
        return Furniture(Page(), True, False, True)
    found = _of_pieces(text, folded, lexicon)
    if found is None and is_menu(text, folded, lexicon):
        return Furniture(Page(), True, False, False, parts=True)
    return found


def _of_pieces(text: str, folded: str, lexicon: Lexicon) -> Furniture | None:
    if text[0] in BULLETS and not _lists_editors(folded, lexicon):
        return None
    quoting = PROSE_RE.search(text) is not None and not is_sentence_of_site(text, folded, lexicon)
    if quoting and PROSE_RE.search(QUOTED_RE.sub("", text)):
        return None
    found: dict[str, regex.Match[str]] = {}
    left: list[str] = []
    editors: list[str] = []
    at = 0
    for kind, m in found_pieces(folded, lexicon):
        left.append(text[at : m.start()])
        found.setdefault(kind, m)
        if kind == "editors" and m["role"] not in lexicon.wordset("furniture", "sources"):
            editors += _editors(text[m.start() : m.end()], m.end("role") - m.start(), lexicon)
        at = m.end()
    left.append(text[at:])
    if quoting and not ("page" in found and (found.keys() & {"paper", "date"} or len(CELLS_RE.split(text)) >= CELLS)):
        return None
    judged = _judge(text, folded, found, left, lexicon)
    return judged._replace(page=judged.page._replace(editors=tuple(editors))) if judged and editors else judged


def _lists_editors(folded: str, lexicon: Lexicon) -> bool:
    """■编辑:X ■版式:Y, where a single bullet stands before an article's makers."""
    return folded.count(folded[0]) > 1 and folded[1:].lstrip().startswith(lexicon.words("furniture", "editors"))


def _editors(piece: str, role: int, lexicon: Lexicon) -> list[str]:
    """The names behind 责任编辑： and the like, which takes the first `role` characters."""
    names = piece[role:].lstrip(BEFORE_NAMES)
    headings = lexicon.wordset("furniture", "mastheads")  # 电话 behind the names opens the next field
    return [n.text for n in names_in(names, 0, lexicon) or () if fold(n.text) not in headings]


def _judge(
    text: str, folded: str, found: dict[str, regex.Match[str]], left: list[str], lexicon: Lexicon
) -> Furniture | None:
    kinds = {kind for kind, m in found.items() if kind != "latin" or len(m[0]) >= LATIN}
    rest = NO_LETTER_RE.sub("", "".join(left))
    if not kinds or (SIGNED_RE.search(text) and not kinds & {"page", "date"}):
        return None
    if rest and _is_of_text(text, kinds, found):
        return None
    if kinds == {"corner"} and len(rest) <= LONGEST_NAME and (text[:1].isdigit() or _names_page(rest, lexicon)):
        return Furniture(page_of(text, found, left, lexicon, traditional=folded != text), False, True, True)
    if "column" in kinds:
        tail = found["column"].end()
        named = folded[tail:].strip()
        section = (tail, len(text)) if named and len(named) <= 14 else None
        return Furniture(Page(), True, False, False, column=True, section=section)
    strong = (
        bool(kinds & set(STRONG))
        or {"date", "lunar"} <= kinds
        or ({"date", "week"} <= kinds and (lexicon.ends(fold(rest), "furniture", "sites") or _is_head(text, rest)))
        or (len(kinds - {"latin", "week", "lunar"}) >= 2 and bool(kinds & {"date", "corner", "contact"}))
        or ("address" in kinds and (len(kinds) > 1 or CELLS_RE.search(text) is not None))
    )
    menu = "".join(left).count("|") >= 3 or lists_pages(text) or OWNED_RE.fullmatch(folded) is not None
    imprint = len(kinds & IMPRINT) >= 2
    if len(rest) > _spare(kinds, menu, imprint, text):
        return None
    if not strong and (rest or not kinds & {"date", "paper", "latin", "count", "contact", "lunar", "week"}):
        return None
    page = page_of(text, found, left, lexicon, traditional=folded != text)
    breaks = "page" in kinds or (page.number is not None and strong)
    return Furniture(
        page,
        strong,
        breaks,
        breaks or "rule" in kinds,
        PARTS_RE.search(folded) is not None,
        "contact" in kinds,
    )


def _is_of_text(text: str, kinds: set[str], found: Mapping[str, regex.Match[str]]) -> bool:
    """Whether one piece amid other words may be a text's as well: a price, `每份三元的盒饭`; a word of two characters that is
    a button where nothing stands beside it but a count, `阅读 1.2万`, and no word, `放大 招租`; a page in brackets behind a
    headline."""
    if kinds == {"page"}:
        return _stands_in_brackets(text, found["page"])
    counted = any(map(str.isdecimal, text))
    return kinds == {"price"} or (kinds == {"navigation"} and len(found["navigation"][0]) <= BUTTON and not counted)


def _stands_in_brackets(text: str, page: regex.Match[str]) -> bool:
    """Whether a page's letter and number stand in brackets behind other words, and no more: so a list of headlines
    tells where the articles are, `三破省纪录的十六岁（A8）`."""
    lettered = page["number"][0].isalpha() and page[0][0] != "第"
    return lettered and text[: page.start()].endswith(("（", "(")) and not text[page.end() :].strip("）) ")


def _names_page(rest: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a page's number is the page's name: a known word, or one that no list knows, `全国　3`."""
    return lexicon.ends(fold(rest), "furniture", "page_ends") or (
        2 <= len(rest) <= FOUR and rest.isalpha() and not rest.isascii()
    )


def _is_head(text: str, rest: str) -> bool:
    """Whether what stands beside the day and the weekday is a name: of a paper that no list knows, of a page."""
    return len(rest) >= NAME and CLAUSE_RE.search(text) is None


def _spare(kinds: set[str], menu: bool, imprint: bool, text: str) -> int:
    """How many characters that are no piece themselves such a line may hold."""
    if menu or ("date" in kinds and len(CELLS_RE.split(text)) >= CELLS and CLAUSE_RE.search(text) is None):
        return LONGEST
    if imprint:
        return 3 * LEFT_OVER
    if {"date", "week"} <= kinds and CLAUSE_RE.search(text) is None:
        return 2 * LEFT_OVER
    return LEFT_OVER if kinds & {"page", "editors", "date", "register"} else 3

"""Lines that are a carrier's beyond doubt, be there only one of them: logs, cues, buttons, what a known tool writes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newssplit.lexicon import Lexicon, any_of, fold, variants
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.described import ANY, described_line, described_openers
from newssplit.reading.carriers.printed import STOPS
from newssplit.reading.carriers.shapes import LETTER_RE

LEVEL = r"(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL)"
LOG_RE = re.compile(rf"[\[(]?\d{{4}}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S{{0,20}}\s.{{0,60}}(?<!\w){LEVEL}(?!\w)|{LEVEL}[:\s]")
"""The log of a crawler between its texts."""
CUE_RE = re.compile(r"\d{1,2}:\d\d(?::\d\d)?[.,]\d{1,3}\s?-->\s?\d|WEBVTT(?!\w)")
"""When a subtitle is shown."""

LINKS_RE = re.compile(r"(?:\[\d{1,4}\][^\s\[\]|｜·]{1,12}[\s|｜·]{0,6}){2,20}")
"""Nothing but links, each behind its number, as lynx writes them: `[10]关于我们 [11]联系方式`."""
CITED_RE = re.compile(r"\[N(?:/OL)?\]\s?[.．。]")
CITED = 200
"""How an article is cited, which is none itself, and so many characters that has at most: `[3] X. 标题[N]. 沅城晚报,
2018-10-09(002).` (GB/T 7714: N stands for a newspaper)."""
YEAR_RE = re.compile(r"\d{4}")
ADDRESS_RE = re.compile(r"https?://[\x21-\x7e]{3,600}")
"""The address of a page, and nothing else."""
PAGE_MARK_RE = re.compile(
    r"""
    ^(?: [\W_]*+
         (?: (?:(?:page|p|pg)\s?\.?\s?\d{1,4}|第?\s?\d{1,4}\s?[页頁])                      # Page 4, 第1頁
             \s{0,5}(?:[/／|,，、]?\s{0,5}(?:of|共|总|總)?\s{0,5}\d{1,4}(?:\s?[页頁])?)?     # … of 9, 共4頁
           | \d{1,4}\s{0,5}(?:[/／]|of)\s{0,5}\d{1,4}                                      # 1 / 8
         )
       | \s*+[\[【〔] (?:[^\s\[\]【】〔〕]{1,12}[ \u3000]{1,3}){0,4} (?:[^\W\d_]{1,6}\s?)? 第\s?\d{1,4}\s?[页頁]
             (?:[ \u3000]{1,4}[^\]】〕]{1,12})? [\]】〕]                                  # [扫描 第 3 页]
       | \s*+\{\d{1,4}\}-{3}                                                           # {2}----
       | \s*+[-–—·]\s?\d{1,4}\s?[-–—·]                                                  # - 3 -
    ) (?: [\W_]* | (?<=[页頁])\s{1,4}[©(（].{0,80} )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where a page of the file ends: `Page 2 of 9`, `=== Page 4 ===`, `1 / 8`, `第1頁，共4頁`, `{2}----`."""


class Found(NamedTuple):
    """Lines of one shape, and what they are."""

    key: str
    """The shape, or what else they have in common."""
    sort: str
    """`rule`, `page` (a page of the file ends), `meta` (it says a date, a page, an address) or `words`; `header` (of
    a page of the paper) and `kept` stay among the lines of the paper: the rules know what ends there."""


def known_line(text: str, lexicon: Lexicon, *, first: bool, last: bool) -> Found | None:
    """What a line is beyond doubt; `first` and `last` say where in the dump it stands."""
    if text[0].isascii():
        if LOG_RE.match(text):
            return Found("log", "meta")
        if CUE_RE.match(text):
            return Found("cue", "page")
        if ADDRESS_RE.fullmatch(text):
            return Found("address", "meta")
    if text[0] == "[" and LINKS_RE.fullmatch(text):
        return Found("links", "words")
    if "[N" in text and len(text) <= CITED and (m := CITED_RE.search(text)) and YEAR_RE.search(text, m.end()):
        return Found("citation", "meta")
    if _is_buttons(text, lexicon) or (text[0] == "#" and len(text) <= BUTTONS and TOPICS_RE.fullmatch(text)):
        return Found("buttons", "words")
    known = described_line(text, lexicon, first=first, last=last)
    return Found(" ".join(known), "page" if known.sort == "pages" else "meta") if known else None


NOTHING_RE = re.compile(r"(?!)")
SPACES_RE = re.compile(r"\s{2,400}")
CELLS, CELL = 4, 6
"""The bar at the top of a site has so many cells, of no more characters."""
BUTTONS = 40
SPARE = 2
GLUED, APART_RE = 16, re.compile(r"[\W\d_]")
"""Words of buttons that stand together without anything between them have no more characters."""
DAY_RE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
"""Beside the buttons of an e-paper stands its day: `上一篇 下一篇 2018年06月12日 放大 缩小 默认`."""
CLAUSE_RE = re.compile(r"[，。]")
"""Buttons have no clauses; what a narrow column has left of a text may: 每个人。”."""
SIZES_RE = re.compile(r"(?<!\w)(?:\+\s)?A[+-]?\s(?:-\s)?A[+-]?(?:\s(?:-\s)?A[+-]?)?(?!\w)")
"""With these a reader chooses the size of the type: `A- A A+`, `+ A - A`; they are buttons, too."""
TOPICS_RE = re.compile(
    r"""^(?: (?:\#[^\s\#，。；：！？]{1,20}(?:\#\s*|\s+|$))+                  # #岚江故事# #身边事#
          | \#\s?[^\s\#，。；：！？]{1,20}(?:\s+\#\s?[^\s\#，。；：！？]{1,20}){1,20}   # # 校车	# 共乘
          | \#[^\s\#，。；：！？]{1,20}\s\d{1,6}\s?[^\W\d_](?:\s?>)? )$""",  # #地铁 12 个
    re.VERBOSE,
)
"""Nothing but topics; `#1机组昨天停机，三天后恢复。` is a sentence."""


@cache
def _buttons(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(any_of(sorted(_words(lexicon)), spaced=False), re.IGNORECASE)


@cache
def _words(lexicon: Lexicon) -> frozenset[str]:
    """What sites write on their buttons and ways; who edits a page is told in words of the same list."""
    words = lexicon.wordset("furniture", "buttons") | lexicon.wordset("furniture", "navigation")
    return words - lexicon.wordset("furniture", "editors")


@cache
def ordinary_lines(lexicon: Lexicon) -> re.Pattern[str]:
    """How a line begins that is none of these, nor a rule: with a letter with which no described line begins, and with
    more characters than SPARE that are in no word of a button.

    Nearly all lines are so, and to look for each sort in them would take longer than all else that is done here."""
    openers = described_openers(lexicon)
    if ANY in openers:  # a profile describes lines that may begin with anything: none is told at a glance
        return NOTHING_RE
    begin = re.escape("".join(sorted(openers)))
    return re.compile(rf"^(?![\x00-\x7f{begin}])(?=[^\W\d_]){_other_letters(lexicon)}")


def ordinary_openers(openers: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Of the first characters of lines those with which no line begins that is any of these, nor a rule, if it has more
    characters than BUTTONS."""
    described = described_openers(lexicon)
    if ANY in described:
        return frozenset()
    return frozenset([c for c in openers if c.isalnum() and not c.isascii() and c not in described])


def _other_letters(lexicon: Lexicon) -> str:
    """A pattern for the beginning of a text up to a letter more than SPARE that is in no word of a button."""
    folded = set("".join(_words(lexicon)))
    forms = {chr(form) for form, simplified in variants().items() if simplified in folded}
    within = re.escape("".join(sorted(folded | forms)))
    return rf"(?:[\W\d_A-Za-z{within}]*+[^\W\d_A-Za-z{within}]){{{SPARE + 1}}}"


@cache
def _no_buttons(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"^{_other_letters(lexicon)}")


def _is_bar(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is cells of a few characters, set apart, of which half and more are buttons: the top of a site."""
    cells = SPACES_RE.split(text.strip()) if "  " in text else []
    if len(cells) < CELLS or max(map(len, cells)) > CELL:
        return False
    words = _words(lexicon)
    return 2 * sum(fold(cell) in words for cell in cells) > len(cells)


def _is_buttons(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is made of the words of buttons, two of them at least, and hardly a letter besides."""
    if _is_bar(text, lexicon):
        return True
    sized = "A" in text and SIZES_RE.search(text) is not None
    text = SIZES_RE.sub(" ", text).strip() or text if sized else text
    text = DAY_RE.sub(" ", SPACES_RE.sub(" ", text)) if "日" in text else SPACES_RE.sub(" ", text)
    if len(text) > BUTTONS or CLAUSE_RE.search(text) or (text[-1] in STOPS and text[-1] not in "》」”"):
        return False
    if len(text) > GLUED and not APART_RE.search(text):
        return False
    if _no_buttons(lexicon).match(text):  # to look for the words takes ten times as long
        return False
    rest, words = _buttons(lexicon).subn(" ", fold(text))
    words += sized
    return words >= 2 and len(LETTER_RE.findall(rest)) <= min(SPARE, words - 1)

"""What a line of metadata says: the date, the page and the newspaper of the text that it belongs to."""

from __future__ import annotations

from datetime import date
from functools import cache

from newssplit.language.dates import date_pattern, iso_date, page_number
from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re, regex

PARTED_RE = re.compile(r"(?P<year>(?:18|19|20)\d\d)年?/(?P<month>\d{1,2})月?/(?P<day>\d{1,2})日?")
"""`2018年/10月/9日`, `2018/10/9`."""
SOLID_RE = re.compile(
    r"(?<![\d\w])(?P<year>(?:18|19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
"""`20181103`."""
TIME_RE = re.compile(r"(?:[T ]|(?<!\d))(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?(?:\s?[AP]M)?(?!\d)")
WEEK_RE = re.compile(
    r"[（(]?(?:星期|礼拜|周)[一二三四五六日天][）)]?|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)|[（(][一二三四五六日][）)]"
)
PAGE_RE = re.compile(
    r"第\s*(?P<number>[A-Za-z]{0,2}\s?\d{1,4}(?:[/、]\d{1,3})?|[一二三四五六七八九十]{1,3})\s*版"
    r"|(?<!\w)(?:Pg|Page|P|p)\.?\s?(?P<pg>[A-Z]{0,2}\d{1,4})(?!\w)"
    r"|(?<![\w.])(?P<bare>[A-Z]{1,2}\d{1,3}|\d{1,3}|[一二三四五六七八九十]{1,2})\s?版"
    r"|(?<![\w.-])(?P<code>[A-Z]\d{1,2})(?![\w-]|\.\d)"
)
LETTER_RE = re.compile(r"[^\W\d_]")
FRAMED_RE = re.compile(r"^(?:(?:[^\w\s]\s?){2}|#).*|^[【〔\[［].*[】〕\]］]")
"""A line between signs, `===== … =====`, `◆◆◆ … ◆◆◆`, or in brackets."""
RULED_RE = re.compile(r"^[-—─=_*~]{3,40}\s?[^-—─=_*~\n].{4,30}[-—─=_*~]{3,40}")
"""`—————  2020-06-02  —————`."""


class Said(NamedTuple):
    """What stands in a line, and how much of the line it is."""

    page: Page
    dated: bool
    timed: bool
    paged: bool
    named: bool
    rest: str
    """The text without all that; spaces and punctuation are left in it."""

    @property
    def left(self) -> int:
        """Letters that none of it is."""
        return len(LETTER_RE.findall(self.rest))


@cache
def paper_pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    """The name of a newspaper, for folded text: 临溪日报, 《澜江晚报》."""
    ends = any_of(lexicon.words("marks", "papers"), spaced=False)
    bare = rf"(?<!\p{{Han}})(?P<name>\p{{Han}}{{1,8}}?{ends})(?!\p{{Han}})"
    return regex.compile(rf"《(?P<name>\p{{Han}}{{2,12}})》|{bare}")


def find_date(folded: str) -> tuple[str | None, tuple[int, int]] | None:
    """The first date of a text in any of the forms that tools write, as ISO 8601, and where it stands."""
    m: re.Match[str] | regex.Match[str] | None = date_pattern().search(folded)
    if m:
        return iso_date(m), m.span()  # type: ignore[arg-type]
    for pattern in (PARTED_RE, SOLID_RE):
        if m := pattern.search(folded):
            return _iso(m["year"], m["month"], m["day"]), m.span()
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def read_said(text: str, lexicon: Lexicon) -> Said:
    """What a line says of its page."""
    rest, day = fold(text), None
    if found := find_date(rest):
        day, span = found
        rest = _without(rest, *span)
    timed = TIME_RE.search(rest)
    rest = TIME_RE.sub(_blank, rest) if timed else rest
    rest = WEEK_RE.sub(_blank, rest) if found else rest
    m = PAGE_RE.search(rest)
    number = page_number((m["number"] or m["pg"] or m["bare"] or m["code"]).replace(" ", "")) if m else None
    rest = _without(rest, *m.span()) if m else rest
    paper = paper_pattern(lexicon).search(rest)
    name = paper["name"] if paper else None
    rest = _without(rest, *paper.span()) if paper else rest
    if paper and fold(text) != text:
        name = text[slice(*paper.span("name"))] if len(rest) == len(text) else name
    return Said(Page(name, day, number), bool(found), bool(timed), m is not None, paper is not None, rest)


def is_stamp(text: str, lexicon: Lexicon) -> bool:
    """A line in brackets with a day and an hour, `[本帖最后由 X 于 2011-11-6 12:30 编辑]`, or with nothing but a day
    and its weekday; a day amid a rule."""
    ruled = RULED_RE.fullmatch(text) is not None
    if not ruled and not FRAMED_RE.fullmatch(text):
        return False
    said = read_said(text, lexicon)
    bare = ruled or WEEK_RE.search(fold(text)) is not None
    return said.dated and (said.timed or (bare and not said.left))


def merged(page: Page, other: Page) -> Page:
    """A page of which two lines speak; what the first one says counts."""
    return Page(
        page.newspaper or other.newspaper, page.date or other.date, page.number or other.number, page.name or other.name
    )


def _blank(m: re.Match[str]) -> str:
    return " " * (m.end() - m.start())


def _without(text: str, start: int, end: int) -> str:
    """The text with spaces for a stretch, so that all else stays where it is."""
    return text[:start] + " " * (end - start) + text[end:]

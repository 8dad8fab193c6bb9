"""The shape of a line: what is left of it when all that changes from record to record is masked."""

from __future__ import annotations

from string import ascii_letters

from newssplit.language.dates import MONTH_NAME
from newssplit.patterns import re

LONGEST = 100
"""A line of metadata, a button, a border has no more characters."""
ADDRESS = "\x01"
"""What stands for an address, or a file's name, in a shape; no text holds it."""
ADDRESSED = 600
"""An address may make it as long as this."""
URL_RE = re.compile(
    r"(?:https?://|www\.|mailto:)[^\s，。）)】>]{1,400}|[\w.-]{1,60}@[\w-]{1,60}\.[\w.]{1,30}|(?<![\w/])(?!\d{1,4}/\d{1,2}/\d{1,4}(?![\w/]))(?:[A-Za-z0-9_~.-]{1,60}/){2,12}[\w.~-]{0,80}|(?<!\w)[\w-]{1,80}\.(?:html?|txt|pdf|jpe?g|png|gif|docx?|php|aspx?)(?!\w)"
    r"|(?<![\w.-])[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,40}){0,3}\.[A-Za-z]{2,12}(?![\w.])"
)
"""An address, of a page or a mailbox, the path or the name of a file, the name of a site: `paper.example.org`. A day
with strokes, 2024/04/07, is none of them."""
NUMERALS = "〇○零一二三四五六七八九十廿卅"
NUMBER_RE = re.compile(
    rf"[A-Za-z\d{NUMERALS}](?:(?<=[A-Za-z])[A-Za-z]?\d[\d.,]*|(?<=\d)[\d.,]*(?:[ap]m(?![a-z]))?"
    rf"|(?<=[{NUMERALS}])[{NUMERALS}]{{0,8}}(?=[年月日版期頁页]))"
)
"""`12,000`, `A12`, 十二 before 月. That it begins with a set of characters halves the time to find it."""
MONTH_RE = re.compile(rf"(?<!\w)(?:{MONTH_NAME}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\w)")
WEEK_RE = re.compile(r"[一二三四五六日天](?:(?<=星期.|礼拜.|禮拜.)|(?<=[周週][一二三四五六日])(?!\w))")
WEEK_HINT_RE = re.compile(r"[期拜周週]")
"""A line without any of these names no day of the week: that is quickly told."""
VALUE_RE = re.compile(r"(?<=[：:])(?<!\d:)(?!\s?\x01)[ \u3000]?[^\s：:|｜，。]{1,30}")
CELL_RE = re.compile(r"[^|｜\t]{1,60}")
MANY_CELLS = 2
LETTER_RE = re.compile(r"[A-Za-z]+|[^\W\d_]")
"""A Chinese character, or a Latin word."""


MASKED_RE = re.compile(r"[\d\t/.@|｜：:期拜周週版頁页年月日]")
"""In a line without any of these nothing is masked, if not all of it is Latin."""
CELLED_RE = re.compile(r"[|｜\t：:]")
"""In a line without any of these neither cells nor values are masked."""


def shape_of(text: str) -> str:
    """The shape of a line without the spaces around it; empty for one that is too long to be a tool's."""
    if len(text) > LONGEST and (len(text) > ADDRESSED or not ("/" in text or "." in text or "@" in text)):
        return ""
    if not MASKED_RE.search(text) and not text.isascii():
        return " ".join(text.split())
    masked = URL_RE.sub(ADDRESS, text) if "/" in text or "." in text or "@" in text else text
    if not masked or len(masked) > LONGEST:
        return ""
    masked = NUMBER_RE.sub("0", MONTH_RE.sub("0", masked) if masked.isascii() or "20" in masked else masked)
    masked = WEEK_RE.sub("0", masked) if WEEK_HINT_RE.search(masked) else masked
    if CELLED_RE.search(masked):
        cells = masked.count("|") + masked.count("｜") + masked.count("\t") >= MANY_CELLS
        masked = (CELL_RE if cells else VALUE_RE).sub("*", masked)
    return " ".join(masked.split())


BEGIN = 3
SHIFTING = "/.@|｜\t"
"""In a line without any of these neither addresses nor cells are masked: nothing before the first thing that is no
letter, but for numbers and days."""
MASKED = frozenset(ascii_letters + NUMERALS + "日天")
"""Letters that a number or a day may have."""


def begins_its_shape(text: str) -> bool:
    """Whether the first BEGIN characters of a line, in which nothing is SHIFTING, begin its shape, too: it is then
    neither the shape of a line that begins otherwise nor one of a stamp or of a page's mark."""
    begin = text[:BEGIN]
    return begin.isalpha() and len(begin) == BEGIN and MASKED.isdisjoint(begin)


def letters(shape: str) -> int:
    """Letters of a shape that are no mask: how much of it is said in words."""
    return len(LETTER_RE.findall(shape))

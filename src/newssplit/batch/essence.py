"""What two printings of one text have in common, whatever the papers' habits of setting it.

Papers set a text in simplified or traditional characters, with marks and figures of either width, with and
without commas in thousands; and each counts the days from its own: 昨日 for 5日. All of that is evened out
here. What would make it another story stays: figures, with the marks that part them (3.2, 3:2, 1/12) and
their sign, and the days of the month.
"""

from __future__ import annotations

import re
from functools import cache

from newssplit.output.conversion import common_forms
from newssplit.output.record import Record

COMPARED = 800
"""Characters that are compared, of both as many as the shorter one has."""
FIGURES = frozenset("0123456789.:-一二三四五六七八九十百千万亿零〇两")
"""What figures are made of in an essence."""

FULL_WIDTH = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}
MINUS = {0x2212: "-"}
# A day is one character of the private area: the first for 昨日, 今天 …, the others for the 1st to the 31st.
DAY = 0xE000
DAYS = dict.fromkeys(range(DAY, DAY + 32), "")
DAY_RE = re.compile(r"[今昨前明][天日晚晨]|(?<![0-9.])([0-9]{1,2}|[一二三四五六七八九十]{1,3})日")
TENS, ONES = ("", "十", "二十", "三十"), ("", *"一二三四五六七八九")
NUMERALS = {ten + one: 10 * tens + n for tens, ten in enumerate(TENS) for n, one in enumerate(ONES)}
THOUSAND_RE = re.compile(r"[0-9]{3}(?![0-9])")
OUTSIDE_RE = re.compile(r"(?:[^\w\ue000-\ue01f]|_)+")


def essence(record: Record) -> str:
    """The characters of the body that carry meaning, as far as they are compared, each day as one character."""
    body = "".join(record["paragraphs"])[: 2 * COMPARED].translate(_evened())
    return OUTSIDE_RE.sub(_figure_mark, DAY_RE.sub(_day, body))[:COMPARED]


def without_days(text: str) -> str:
    """An essence, or a part of one, without its days."""
    return text.translate(DAYS)


def days_of_month(text: str) -> list[str]:
    """The days of the month in an essence, or in a part of one, in order."""
    return [c for c in text if DAY < ord(c) < DAY + len(DAYS)]


@cache
def _evened() -> dict[int, str]:
    return common_forms() | FULL_WIDTH | MINUS


def _day(found: re.Match[str]) -> str:
    numeral = found[1]
    if numeral is None:
        return chr(DAY)
    number = int(numeral) if numeral.isascii() else NUMERALS.get(numeral, 0)
    return chr(DAY + number) if 0 < number < 32 else found[0]


def _figure_mark(found: re.Match[str]) -> str:
    """What stays of some marks: what parts two figures, or the sign of one."""
    text, start, end = found.string, found.start(), found.end()
    if not text[end : end + 1].isdecimal():
        return ""
    mark = found[0].strip()
    if not text[start - 1 : start].isdecimal():
        return "-" if mark.endswith("-") else ""
    if found[0] == ".":
        return "."
    return "" if not mark or (mark == "," and THOUSAND_RE.match(text, end)) else ":"

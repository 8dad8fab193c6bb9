"""Dates as newspapers print them, as ISO 8601, and the numbers of pages."""

from __future__ import annotations

from datetime import date
from functools import cache

from newssplit.lexicon import GAP, fold
from newssplit.patterns import re, regex

DIGIT = r"[\d〇○零一二三四五六七八九]"
SOME = r"[\d〇○零一二三四五六七八九十廿卅]"
PART = r"[\s/]{0,2}"
"""Between the parts of a date: `2018年/10月/9日`."""
YEAR = rf"(?P<year>{DIGIT}{GAP}{DIGIT}{GAP}{DIGIT}{GAP}{DIGIT})"
MONTH_NAMES = (
    "Jan uary", "Feb ruary", "Mar ch", "Apr il", "May", "Jun e", "Jul y", "Aug ust", "Sep t ember", "Oct ober",
    "Nov ember", "Dec ember",
)  # fmt: skip
"""The names of the months in English, apart where they may end."""
ENGLISH_MONTHS = [name[:3].lower() for name in MONTH_NAMES]
WRITTEN = ["(?:".join(name.split()) + ")?" * name.count(" ") for one in MONTH_NAMES for name in (one, one.upper())]
MONTH_NAME = rf"(?:{'|'.join(WRITTEN)})\.?"
"""A month's name, whole or cut, in either of two ways to write it: JUNE, Sept."""
FULL_DATE = (
    rf"(?:公元|西元)?(?:{YEAR}|(?:中华)?民国{GAP}(?P<minguo>(?:{SOME}{GAP}){{1,4}}|元)){GAP}年{PART}"
    rf"(?P<month>{SOME}{GAP}{SOME}?){GAP}月{PART}"
    rf"(?P<day>(?:{SOME}{GAP}){{1,3}})(?:日|(?=[ \u3000]{{1,3}}[（(]?(?:星期|周)))"
    r"|(?<!\d)(?P<minguo>[89]\d|1[01]\d)年(?P<month>\d\d?)月(?P<day>\d\d?)日(?=[ \u3000]{0,2}[（(]?星期)"
    rf"|(?<!\S)(?P<minguo>[二三四五六七八]?十[一二三四五六七八九]?)年(?P<month>{SOME}{{1,2}})月(?P<day>{SOME}{{1,3}})日(?!\S)"
    rf"|(?:西历|公历){GAP}(?P<year>一千{SOME}百{SOME}{{1,3}})年(?P<month>{SOME}{{1,2}})月(?P<day>{SOME}{{1,3}})[日号]"
    r"|(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
    r"|(?<![\d.])(?P<day>\d{1,2})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<month>{MONTH_NAME})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s?(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{MONTH_NAME}),?\s(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<day>\d{1,2})\s(?P<month>十[一二]?|[一二三四五六七八九])月\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""A date with its year, for folded text: 2025年3月18日, 一九四九年五月二十日, 民國108年5月6日, 2004.05.22; in the
heads of Taiwanese papers, 94年7月19日 星期二, the year is of the republic, as it is in numerals
with spaces around, 二十三年十月九日; in those of the 1880s, 西曆一千八百八十七年
四月三十號, it is beside the emperor's; overseas the day comes first, 18.8.2003, in America the month, or the date is in
English: JUNE 21, 1997; a reader's device may put that into Chinese words, 14 三月 2024."""
WEEKDAY = "(?:星期|礼拜|周)[一二三四五六日天]"
"""A day of the week, for folded text."""
SEXAGENARY = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
"""A year's name in the cycle of sixty: 甲午."""
NUMBER_RE = re.compile(r"^\s*+([A-Za-zＡ-Ｚ]*+)\s*+(.*)")
"""A page's letters and digits."""
MINGUO = 1911
MONTHS = 12
VALUES = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


@cache
def date_pattern() -> regex.Pattern[str]:
    return regex.compile(FULL_DATE)


def iso_date(m: regex.Match[str]) -> str | None:
    """The ISO form of a match of FULL_DATE; None where there is no such day."""
    year = MINGUO + number(m["minguo"]) if m["minguo"] else number(m["year"])
    named = m["month"][:3].lower()
    month = ENGLISH_MONTHS.index(named) + 1 if named in ENGLISH_MONTHS else number(m["month"])
    day = number(m["day"])
    if month > MONTHS >= day and m.start("day") < m.start("month"):
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def number(text: str) -> int:
    """A whole number below 10,000 in Western, full-width or Chinese digits: 17, １７, 十七, 二〇〇六, 廿四.

    >>> [number(t) for t in ("１７", "十七", "二十", "一九四九", "廿四", "108", "一千八百八十七")]
    [17, 17, 20, 1949, 24, 108, 1887]
    """
    text = "".join(fold(text).split()).replace("廿", "二十").replace("卅", "三十").replace("元", "一")
    if text.startswith("一千"):  # the years of the first papers
        hundreds, _, rest = text.removeprefix("一千").partition("百")
        return 1000 + 100 * number(hundreds) + number(rest.lstrip("零〇"))
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (number(tens) if tens else 1) + (number(ones) if ones else 0)
    digits = "".join(str(VALUES.get(c, c)) for c in text)
    return int(digits) if digits.isdigit() else 0


def page_number(printed: str) -> str:
    """A page as the contract writes it: `A06` is A6, `00004` 4, 四 4.

    >>> [page_number(n) for n in ("A06", "01", "四", "Ｂ１２", "A 1")]
    ['A6', '1', '4', 'B12', 'A1']
    """
    m = NUMBER_RE.match(printed)
    letters, digits = (m[1], m[2]) if m else ("", printed)
    letters = "".join(chr(ord(c) - 0xFEE0) if "Ａ" <= c <= "Ｚ" else c for c in letters)
    return letters + str(number(digits))


REPUBLICAN_RE = re.compile(r"^\s*(?P<year>1[01]\d)(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})\s*$")


def republican_date(value: str) -> str | None:
    """A day in the years of the republic as a database in Taiwan writes it, `107/3/10`; a year of two digits may be
    any other's."""
    m = REPUBLICAN_RE.match(value)
    try:
        return date(int(m["year"]) + MINGUO, int(m["month"]), int(m["day"])).isoformat() if m else None
    except ValueError:
        return None

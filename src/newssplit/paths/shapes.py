"""Newspaper, date and page in the shapes that people give to names of files and folders.

A name counts only if it is made of such pieces and of nothing else: `2019-07-01_download` may say when somebody
fetched a file, `report-12` is no page. So each part of a path is read piece by piece to its end, or not at all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from newssplit.files.names import ARCHIVES, PACKED
from newssplit.language.dates import iso_date, number, page_number
from newssplit.lexicon import any_of, default_lexicon, fold
from newssplit.light import NamedTuple
from newssplit.paths.facts import NUMBER, Facts, date_re
from newssplit.patterns import re, regex

PART_RE = re.compile(r"[/\\]+")
EXTENSION_RE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,6}\Z")
GAP_RE = regex.compile(r"[\s_\-—·,，、.:：《》【】\[\]]{0,4}")
"""What may stand between two pieces of a name."""
YEAR_RE = regex.compile(r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)(?:年|(?!\d))")
MONTH_OF_YEAR_RE = regex.compile(
    r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)(?:年(?P<month>\d{1,2})月|[-._]?(?P<month>\d\d)(?!\d))"
)
MONTH_RE = regex.compile(r"(?<!\d)(?P<month>\d\d)(?!\d)|(?<!\d)(?P<month>\d{1,2})月")
DAY_OF_MONTH_RE = regex.compile(
    r"(?<!\d)(?P<month>\d\d)[-._]?(?P<day>\d\d)(?!\d)|(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
DAY_RE = regex.compile(r"(?<!\d)(?P<day>\d\d)(?!\d)|(?<!\d)(?P<day>\d{1,2})日")
PAGE_RE = regex.compile(rf"第\s?(?P<page>{NUMBER})\s?版|(?<!\d)(?P<page>[A-Z]?\d{{1,3}})版")
SHORT_PAGE_RE = regex.compile(r"(?P<page>[A-HＡ-Ｈ]\d\d)(?![\dA-Za-z])")
"""A01: a page only where the path has a date, too."""
BARE_PAGE_RE = regex.compile(r"(?P<page>\d\d)(?!\d)")
"""02: a page only behind a date in the same name."""
NAME_RE = regex.compile(r"[:：\s_\-]{0,2}\p{Han}{1,8}")
"""What a page is called, behind its number: 要闻."""
OTHER_RE = regex.compile(
    r"(?:星期|周)[一二三四五六日天]|总?第\d{1,6}(?:期|号)|[（(](?:\d|(?:星期|周)[一二三四五六日天])[)）]"
)
"""What says nothing more: the day of the week, the number of the issue, of a copy of the file."""
VAGUE = ("报", "周刊", "画报", "学报", "大学报", "公报", "周报", "快报", "电子报")
"""Endings of papers' names, and of much else: 简报, 工作周报."""
WHOLE = ("申报", "大公报", "文汇报", "明报")
"""Among the endings, names of papers."""
BEHIND_PAPER = r"(?=第|民国|[一二]\p{Han}{3}年|\P{Han}|$)"
"""What may follow upon the name of a paper: a page, a date, anything but more of a name."""
COLLECTIONS = r"各|全部|所有|其[他它]|历年|地方|全国|旧|老(?!年)|工作|项目|销售|生产|舆情|疫情|运营|部门"
"""How names begin that end as those of papers do: 工作日报, 各地晚报."""
REMEMBERED = 4096
"""Parts of paths whose readings are kept: files of a run share folders."""
TELLING_RE = re.compile(r"[\d〇○零一二三四五六七八九十報报]")
"""Without any of these no part says anything."""


class Partial(NamedTuple):
    """A date as far as the folders down to some point give it."""

    year: int | None = None
    month: int | None = None


class Name(NamedTuple):
    """What one part of a path says."""

    facts: Facts
    partial: Partial = Partial()
    short_page: bool = False
    """The page is one only beside a date."""


def facts_in(path: str) -> Facts:
    """What a path says by the shapes of its parts; the part that is nearest to the file counts.

    >>> facts_in("人民日报/1998/01/1998-01-05 第2版.txt")
    Facts(newspaper='人民日报', date='1998-01-05', page='2')
    >>> facts_in("notes/report-12.txt")
    Facts(newspaper=None, date=None, page=None)
    """
    found, page, short = Facts(), None, False
    for name in _names(path):
        found = name.facts.over(found)
        if name.facts.page is not None:
            page, short = name.facts.page, name.short_page
    return found._replace(page=None if short and found.date is None else page)


def _names(path: str) -> Iterator[Name]:
    partial = Partial()
    for part in parts_of(path):
        name = _name(part, partial)
        if name is not None:
            yield name
        partial = name.partial if name else Partial()


def parts_of(path: str) -> list[str]:
    """The folders of a path and its file, without the extensions of archives and files."""
    parts = [part for part in PART_RE.split(unicodedata.normalize("NFC", path)) if part not in ("", ".")]
    *folders, file = parts or [""]
    return [*(without(folder, ARCHIVES) for folder in folders), EXTENSION_RE.sub("", without(file, PACKED))]


def without(name: str, endings: tuple[str, ...]) -> str:
    """A name without the longest of these extensions that it has."""
    low = name.lower()
    if not low.endswith(tuple(endings)):
        return name
    return name[: -max(len(ending) for ending in endings if low.endswith(ending))]


@lru_cache(REMEMBERED)
def _name(part: str, before: Partial) -> Name | None:
    """What a part of a path says; None where anything stands in it that is no known piece."""
    if not TELLING_RE.search(part):
        return None
    reader = _Reader(part, before)
    reader.take(GAP_RE)
    while reader.at < len(reader.text):
        if not reader.step():
            return None
    return Name(reader.facts, reader.partial, reader.short_page)


class _Reader:
    """Reads a name piece by piece."""

    def __init__(self, part: str, before: Partial):
        self._printed, self.text, self._before = part, fold(part), before
        self.at = 0
        self.facts, self.partial, self.short_page = Facts(), Partial(), False

    def step(self) -> bool:
        """Take the piece that begins here, if there is one, and what parts it from the next."""
        taken = self._take_paper() or self._take_date() or self._take_page() or bool(self.take(OTHER_RE))
        self.take(GAP_RE)
        return taken

    def take(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """What a pattern finds here, if that is anything; it is behind the reader then."""
        found = pattern.match(self.text, self.at)
        if found and found.end() > self.at:
            self.at = found.end()
            return found
        return None

    def _take_paper(self) -> bool:
        at = self.at
        if self.facts.newspaper is None and self.take(_paper_re()):
            self.facts = self.facts._replace(newspaper=self._printed[at : self.at])
            return True
        return False

    def _take_date(self) -> bool:
        if self.facts.date is not None or self.partial != Partial():
            return False
        at = self.at
        for found in filter(None, (self.take(pattern) for pattern in self._whole_dates())):
            if day := self._day(found):
                self.facts = self.facts._replace(date=day)
                self._take_page_number(_BEHIND_DATE_RE)
                return True
            self.at = at
        return self._take_part_of_date()

    def _whole_dates(self) -> Iterator[regex.Pattern[str]]:
        """How a date may stand here that is whole with what the folders above say."""
        yield date_re
        if self._before.year is not None:
            yield DAY_OF_MONTH_RE if self._before.month is None else DAY_RE

    def _day(self, found: regex.Match[str]) -> str | None:
        if found.re is date_re:
            return iso_date(found)
        said = found.groupdict()
        month = number(said["month"]) if "month" in said else self._before.month
        try:
            return date(self._before.year or 0, month or 0, number(said["day"])).isoformat()
        except ValueError:
            return None

    def _take_part_of_date(self) -> bool:
        at, year, month = self.at, self._before.year, None
        if year is not None and self._before.month is None and (found := self.take(MONTH_RE)):
            month = number(found["month"])
        elif found := self.take(MONTH_OF_YEAR_RE):
            year, month = number(found["year"]), number(found["month"])
        elif found := self.take(YEAR_RE):
            year = number(found["year"])
        if found is None or month not in (None, *range(1, 13)):
            self.at = at
            return False
        self.partial = Partial(year, month)
        return True

    def _take_page(self) -> bool:
        if self.facts.page is not None:
            return False
        if self._take_page_number(PAGE_RE):
            return True
        self.short_page = self._take_page_number(SHORT_PAGE_RE)
        return self.short_page

    def _take_page_number(self, pattern: regex.Pattern[str]) -> bool:
        """Take the number of a page, and what the page is called behind it."""
        if self.facts.page is not None or not (found := self.take(pattern)):
            return False
        self.facts = self.facts._replace(page=page_number(found["page"]))
        gap = GAP_RE.match(self.text, self.at)
        behind = gap.end() if gap else self.at
        if not (_paper_re().match(self.text, behind) or date_re.match(self.text, behind)):
            self.take(NAME_RE)
        return True


_BEHIND_DATE_RE = regex.compile(rf"[-_. ]{BARE_PAGE_RE.pattern}")


@cache
def _paper_re() -> regex.Pattern[str]:
    """The name of a newspaper, for folded text: it ends as such names do, and as hardly anything else does."""
    endings = [ending for ending in default_lexicon().words("marks", "papers") if ending not in VAGUE]
    name = rf"(?:{'|'.join(WHOLE)}|\p{{Han}}{{1,8}}?{any_of(endings, spaced=False)})"
    return regex.compile(rf"(?!{COLLECTIONS}){name}(?:海外版)?{BEHIND_PAPER}")

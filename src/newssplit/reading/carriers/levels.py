"""What headings of each level are in this dump: headlines, crossheads, or names of pages and papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.copies import ARTICLE_RE, OPENING
from newssplit.reading.carriers.said import LETTER_RE, Said, read_said
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

PAGE_RE = re.compile(r"^\s*(?:第\s?)?[A-Za-z]?[\d一二三四五六七八九十]{1,4}\s?版(?:\W\s*\S{1,8})?\s*$")
"""第三版, `02版：要闻`."""
RECORDS, MOST, FIELDS = 3, 0.5, 4
"""So many records show what their headings are, so many of them have headlines besides, and within so many fields."""
LEFT = 6
"""The heading of a page has no more letters besides what page of which paper it is."""


def without_page_headings(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, the headings of a level that names nothing but pages noted as the carrier's: they stand over those of
    the articles, and say of these which page of which paper they are from."""
    headings = defaultdict[int, list[int]](list)
    for n, line in enumerate(lines):
        if line.mark is not None and line.mark.heading and not line.blank:
            headings[line.mark.heading].append(n)
    read = list(lines)
    for level, places in headings.items():
        said = [read_said(lines[n].text, lexicon) for n in places]
        named = [_names_page(lines[n].text, one) for n, one in zip(places, said, strict=True)]
        if level == max(headings) or not all(named):
            continue
        for n, one in zip(places, said, strict=True):
            mark = Mark()
            mark.chrome, mark.page = True, one.page
            read[n] = lines[n]._replace(mark=mark)
    return read


def without_record_headings(lines: list[Line]) -> list[Line]:
    """The lines, the headings of a level noted as the carrier's that number or describe records, `### 2. 版面左侧`, in
    which a field names the headline."""
    full = [n for n, line in enumerate(lines) if not line.blank]
    named = defaultdict[int, list[bool]](list)
    places = defaultdict[int, list[int]](list)
    for at, n in enumerate(full):
        if level := _plain_heading(lines[n]):
            places[level].append(n)
            named[level].append(_heads_record(lines, full, at))
    found = {n for level, own in named.items() if sum(own) >= max(RECORDS, MOST * len(own)) for n in places[level]}
    return [_as_chrome(line) if n in found else line for n, line in enumerate(lines)] if found else lines


def _plain_heading(line: Line) -> int:
    """The level of a heading that is no field; 0 for any other line."""
    mark = line.mark
    return mark.heading if mark is not None and not mark.field and not mark.chrome else 0


def _heads_record(lines: Sequence[Line], full: Sequence[int], at: int) -> bool:
    """Whether fields of a record stand right below a heading, another headline among them."""
    own = keyed(fold(lines[full[at]].text))
    for n in full[at + 1 : at + 1 + FIELDS]:
        mark = lines[n].mark
        if mark is None or not (mark.field or mark.chrome or mark.image):
            return False
        if mark.field == "headline":
            return keyed(fold(lines[n].text)) != own
    return False


def _as_chrome(line: Line) -> Line:
    mark = Mark()
    mark.chrome = True
    return line._replace(mark=mark)


def _names_page(text: str, said: Said) -> bool:
    """Whether a heading names a page of a paper behind a word of the tool's, `图一：《青垣工人报》第1版`.

    Without such a word a rule knows the heading for one."""
    behind = max(text.find("版"), text.rfind("第"))
    return said.paged and said.named and 0 < said.left <= LEFT and not LETTER_RE.search(said.rest, behind)


def rank_headings(lines: Sequence[Line]) -> None:
    """Say of each heading what it is, where headings of several levels tell it."""
    full = [line for line in lines if not line.blank]
    levels = sorted({line.mark.heading for line in full if line.mark is not None and _heads_article(line)})
    if len(levels) < 2:
        return
    over_text = dict.fromkeys(levels, 0)
    for line, below in pairwise(full):
        if line.mark is not None and _heads_article(line) and not (below.mark is not None and below.mark.heading):
            over_text[line.mark.heading] += 1
    article = next((level for level in levels if over_text[level] >= 2), None)
    article = article or next((level for level in levels if over_text[level]), None)
    if article is None:
        return
    under = _under_articles(full, article)
    for n, line in enumerate(full):
        mark = line.mark
        if mark is None or not _heads_article(line):
            continue
        if mark.heading == article or (mark.heading > article and _over_article(full, n) and not under[n]):
            mark.rank = "headline"
        elif mark.heading > article:
            marks = [other.mark for other in (*full[max(0, n - 1) : n], *full[n + 1 : n + 2])]
            beside = any(m is not None and m.heading and m.rank != "crosshead" for m in marks)
            mark.rank = "" if beside else "crosshead"
    for n in _echoes(full):
        if (mark := full[n].mark) is not None:
            mark.rank = "headline"


def _echoes(full: Sequence[Line]) -> Iterator[int]:
    """Headings that say again, below the fields of a record, what its headline is."""
    key = ""
    for n, line in enumerate(full):
        mark = line.mark
        if mark is not None and mark.field == "headline":
            key = keyed(fold(line.text))
        elif mark is not None and mark.heading and key and keyed(fold(line.text)) == key:
            yield n
            key = ""


def _heads_article(line: Line) -> bool:
    """Whether a line is a heading, and not that of a page."""
    return line.mark is not None and line.mark.heading > 0 and not PAGE_RE.match(line.text)


def _under_articles(full: Sequence[Line], article: int) -> list[bool]:
    """For each line, whether it stands right below the heading of an article, or below lower ones that do."""
    found, under = list[bool](), False
    for line in full:
        found.append(under)
        level = 0 if line.mark is None else line.mark.heading
        under = level == article or (under and level > article)
    return found


def _over_article(full: Sequence[Line], n: int) -> bool:
    """Whether the text below a heading begins as an article does: below a crosshead no reporter is named."""
    below = full[n + 1].text if n + 1 < len(full) else ""
    return ARTICLE_RE.search(below, 0, OPENING // 2) is not None

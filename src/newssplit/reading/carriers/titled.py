"""Titles on one line with where they were printed: `《米价又涨》　江州日报　1947.03.18　第4版`."""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.stamps import BORDER, STAMP, STAMPS
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

TITLED = 100
"""A line of a title with paper, day and page has no more characters."""
YEAR_RE = re.compile(r"(?:19|20)\d\d")
TITLE_RE = re.compile(
    r"""
    ^\s{0,8}
    (?: 《(?P<marked>[^《》。]{2,40})》                     # 《米价又涨》
      | (?P<bare>[^《》。！？\s\d][^《》。！？]{3,39}?)      # 米价又涨
    ) (?=[ \u3000|｜]{1,4}\S)
    """,
    re.VERBOSE,
)
"""In 《》, or up to what stands behind a space."""
SIGNED_RE = re.compile(r"[（(](?P<who>[^（）()\s]{2,8})[）)]\s*$")
MOST = 0.6
"""So many of such lines stand right over a text: else they may be heads of a page."""


class Titled(NamedTuple):
    """A line of a title with what says where it was printed behind it: where the title stands, and the author."""

    page: Page
    title: tuple[int, int]
    author: tuple[int, int] | None


def part_titles(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those parted in which a database prints a title with paper, day and page behind it, over the text:
    `《米价又涨》　江州日报　1947.03.18　第4版`."""
    dated = [
        n
        for n, line in enumerate(lines)
        if len(line.text) <= TITLED and line.mark is None and YEAR_RE.search(line.text)
    ]
    found = {n: titled for n in dated if (titled := _titled(lines[n].text, lexicon)) is not None}
    texts = {lines[n].text[slice(*titled.title)] for n, titled in found.items()}
    over_text = sum(is_text(next((line.text for line in lines[n + 1 : n + 3] if not line.blank), "")) for n in found)
    if len(found) < STAMPS or len(texts) < len(found) or over_text < MOST * len(found):
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        read += _with_title(line, found[n]) if n in found else (line,)
    return read


def _titled(text: str, lexicon: Lexicon) -> Titled | None:
    """A line of a title and, behind it, a paper's name with a day and a page."""
    m = TITLE_RE.match(text)
    if m is None:
        return None
    said = read_said(text[m.end() :], lexicon)
    if not (said.dated and said.named and said.paged):
        return None
    signed = SIGNED_RE.search(text, m.end())
    if said.left > (len(signed["who"]) if signed else 0):
        return None
    title = m.span("marked") if m["marked"] else m.span("bare")
    return Titled(said.page, title, signed.span("who") if signed else None)


def _with_title(line: Line, titled: Titled) -> Iterator[Line]:
    """The carrier's line, the title, and the author if one is named behind the page."""
    chrome = Mark()
    chrome.chrome, chrome.page, chrome.field = True, titled.page, STAMP
    yield line._replace(mark=chrome)
    for field, span in (("headline", titled.title), ("author", titled.author)):
        if span is not None:
            mark = Mark()
            mark.field = mark.called = field
            mark.border = BORDER if field == "headline" else 0
            yield shortened(line, *span)._replace(mark=mark)

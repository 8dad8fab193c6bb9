"""Lines that say when, where and by whom a text was printed: `2020-11-23 06:00　江州时报　记者谷雨／澜江报道`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_letters, digits

from newssplit.language.dates import MONTH_NAME
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import Chrome
from newssplit.reading.carriers.printed import PAPER_RE, is_text, may_head
from newssplit.reading.carriers.said import Said, read_said
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

STAMP = "stamp"
"""The field of such a line as the carrier's."""
CLOCK_RE = re.compile(r"\d:\d\d")
LONGEST = 60
"""No such line has more characters."""
NAMES = 24
"""Who is named, with roles and place, takes no more of them."""
MAKER_RE = re.compile(r"[记記]者|通[讯訊][员員]|[实實][习習]生|特[约約]|[撰文编編][／/｜|:：]|[报報][导導道]$")
WORD, STAMPS = 4, 3
"""Letters of the column's name that may stand beside day and time; and so many such lines show it."""
OFTEN = 2
"""So many lines with nothing but a paper and a day show that the carrier has them."""
AROUND = " \u3000\t|｜/／·-–—,，;；"
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
BORDER = 25
"""Decibans that an item begins with such a line."""
OPENING_RE = re.compile(r"^0[-/.年]0[-/.月]0日?[T ]0:0(?::0)?\s")
"""The shape of a day and an hour, with which a line begins."""
SENTENCE_RE = re.compile(r"[。！？]")


DAY_RE = re.compile(
    rf"""
    ^\s{{0,8}}[\[(（]?
    (?P<day> (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},?\s)?
      (?: (?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}
        | \d{{1,2}}\s{MONTH_NAME}\s(?:19|20)\d\d | {MONTH_NAME}\s\d{{1,2}},\s(?:19|20)\d\d )
      (?: [T ,]{{1,2}}\d{{1,2}}:\d\d(?::\d\d)? (?:\s?(?:Z|[+-]\d\d:?\d\d|GMT|UTC|[AP]M)){{0,2}} )? )
    [\])）]?[ \t\u3000|｜–-]{{1,4}}(?=[^\s\d])
    """,
    re.VERBOSE,
)
"""A day as tools write it, perhaps with an hour, before a headline: `2009-08-13 06:10  `."""


OPENERS = ascii_letters + digits + " \t[(（"
"""With one of these a line begins that opens with such a day."""
COUNTED_RE = re.compile(r"[^\W\d_]{1,6}\s?[:：]\s?\d")
"""`浏览:1204`, which is no headline."""


class Titled(NamedTuple):
    """A line of a title with what says where it was printed behind it: where the title stands, and the author."""

    page: Page
    title: tuple[int, int]
    author: tuple[int, int] | None


class Stamp(NamedTuple):
    """What such a line says, and where in it the makers stand."""

    page: Page
    start: int
    end: int


def part_stamps(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those with a day, a time and makers parted: what is the carrier's, and whom the record names."""
    timed = [n for n, line in enumerate(lines) if ":" in line.text and len(line.text) <= LONGEST]
    found = {n: stamp for n in timed if (stamp := _stamp(lines[n], lexicon)) is not None}
    if not found:
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        if n in found:
            read += parted(line, found[n])
        else:
            read.append(line)
    return read


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


def part_dated(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those without it that have a day before a headline which stands right over its text, or over more of
    the carrier: `[2009-08-13 06:10] 早市豆角涨两毛`."""
    begun = [  # of a plain page hardly any
        n
        for n, line in enumerate(lines)
        if line.text[:1] in OPENERS and line.text and not (line.mark is not None and line.mark.chrome)
    ]
    found = {n: m for n in begun if (m := DAY_RE.match(lines[n].text))}
    rests = {n: lines[n].text[m.end() :] for n, m in found.items()}
    heads = {n: m for n, m in found.items() if may_head(rests[n]) and not COUNTED_RE.match(rests[n])}
    if len(heads) < STAMPS or len(heads) < len(found) or any(n + 1 in heads for n in heads):
        return lines
    behind = [read_said(rests[n], lexicon) for n in heads]
    if any(said.paged or said.named or said.dated for said in behind) or len(set(rests.values())) < len(heads):
        return lines
    read = list(lines)
    for n, m in heads.items():
        title = shortened(lines[n], m.end(), len(lines[n].text))
        mark = title.mark.copy() if title.mark is not None else Mark()
        mark.border, mark.page = max(mark.border, BORDER), read_said(m["day"], lexicon).page
        read[n] = title._replace(mark=mark)
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


def take_stamps(chrome: Chrome) -> None:
    """Lines of a day, a time and hardly a word, which is another in each: `财经　2023-11-13 07:55`."""
    found = {
        shape: places
        for shape, places in chrome.shapes.items()
        if shape not in chrome.sorts and "0" in shape and ":" in shape and not PAPER_RE.search(chrome.texts[places[0]])
    }
    said = {shape: read_said(chrome.texts[places[0]], chrome.lexicon) for shape, places in found.items()}
    stamps = [found[shape] for shape, read in said.items() if read.dated and read.timed and read.left <= WORD]
    stamps = stamps if sum(map(len, stamps)) >= STAMPS else []
    timed = [shape for shape, read in said.items() if read.dated and read.timed]
    openings = _openings(chrome)
    like = [(key, found[shape]) for shape in timed if (key := _begins_like(shape, openings))]
    like += [("stamp", places) for places in (*stamps, *_saying_as_others(chrome))]
    for key, places in like:
        chrome.take(key, places, "meta")
        chrome.note(places)


def _saying_as_others(chrome: Chrome) -> list[list[int]]:
    """The places of lines that say a paper and a day, and nothing else, where lines of one shape do that are the
    carrier's: `海城晚报 | 2015-03-18`, below which the others have another paper's name."""
    if sum(_says_issue(said) for said in chrome.said.values()) < OFTEN:
        return []
    left = [
        (text, places)
        for shape, places in chrome.shapes.items()
        if shape not in chrome.sorts and "0" in shape and len(text := chrome.texts[places[0]]) <= LONGEST
    ]
    return [places for text, places in left if _says_issue(read_said(text, chrome.lexicon))]


def _says_issue(said: Said) -> bool:
    """Whether a line names a paper and a day, and nothing else."""
    return said.named and said.dated and not said.left


def _openings(chrome: Chrome) -> dict[str, str]:
    """The days and hours that lines of the carrier open with, each with the first shape of such lines."""
    shapes = [shape for shape, sort in chrome.sorts.items() if sort == "meta"]
    return {m[0]: shape for shape in reversed(shapes) if (m := OPENING_RE.match(shape))}


def _begins_like(shape: str, openings: Mapping[str, str]) -> str:
    """The shape of the carrier's lines that open with a day and an hour as a line does, `2016-7-3 12:40 来自 …`, if it
    is no sentence; empty where none does."""
    opening = OPENING_RE.match(shape)
    if opening is None or len(shape) > LONGEST or SENTENCE_RE.search(shape):
        return ""
    return openings.get(opening[0], "")


def _stamp(line: Line, lexicon: Lexicon) -> Stamp | None:
    """A line with nothing but a day, a time, perhaps the paper, and makers in one piece; None for any other."""
    text, mark = line.text, line.mark
    if not CLOCK_RE.search(text) or SENTENCE_RE.search(text) or not MAKER_RE.search(text):
        return None
    said = read_said(text, lexicon) if mark is None or not (mark.chrome or mark.field) else None
    if said is None or not (said.dated and said.timed) or len(said.rest) != len(text):
        return None
    makers = said.rest.strip(AROUND)
    start = said.rest.find(makers)
    if not makers or len(makers) > NAMES or not MAKER_RE.search(makers):
        return None
    return Stamp(said.page, start, start + len(makers))


def parted(line: Line, stamp: Stamp) -> tuple[Line, Line]:
    """The carrier's line, and whoever it names as a line of its own."""
    chrome, author = Mark(), Mark()
    chrome.chrome, chrome.page, chrome.field = True, stamp.page, STAMP
    author.field = author.called = "author"
    return line._replace(mark=chrome), shortened(line, stamp.start, stamp.end)._replace(mark=author)

"""Lines that say when, where and by whom a text was printed: `2020-11-23 06:00　江州时报　记者谷雨／澜江报道`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import ascii_letters, digits

from newssplit.language.dates import MONTH_NAME
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import Chrome
from newssplit.reading.carriers.printed import may_head, paper_re
from newssplit.reading.carriers.said import LETTER_RE, Said, read_said
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

STAMP = "stamp"
"""The field of such a line as the carrier's."""
CLOCK_RE = re.compile(r"\d:\d\d")
LONGEST = 60
"""No such line has more characters."""
NAMES = 24
"""Who is named, with roles and place, takes no more of them."""
WORD, STAMPS = 4, 3
"""Letters of the column's name that may stand beside day and time; and so many such lines show it."""
OFTEN = 2
"""So many lines with nothing but a paper and a day show that the carrier has them."""
CELL_RE = re.compile(r"[^·|｜]+")
"""A part of such a line, 紐約 · 2024-09-30 05:12 · 作者：記者谷雨 …"""
COLUMN = 8
"""… of which the column or the place has no more letters."""
AROUND = " \u3000\t|｜/／·-–—,，;；"
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


@cache
def maker_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What a part of a line has that names makers."""
    people = lexicon.of("people").in_both
    return re.compile(
        rf"{people('reporters', 'correspondents', 'interns', 'commissioned')}|{people('writers')}\s?[：:]"
        rf"|{people('penned')}[／/｜|:：]|{lexicon.in_both('marks.filing')}$"
    )


@cache
def called_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What says of such a part that it names the makers: 作者：."""
    return re.compile(rf"^{lexicon.in_both('people.writers')}\s?[：:]\s?")


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


def take_stamps(chrome: Chrome) -> None:
    """Lines of a day, a time and hardly a word, which is another in each: `财经　2023-11-13 07:55`."""
    found = {
        shape: places
        for shape, places in chrome.shapes.items()
        if shape not in chrome.sorts
        and "0" in shape
        and ":" in shape
        and not paper_re(chrome.lexicon).search(chrome.texts[places[0]])
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
    if not CLOCK_RE.search(text) or SENTENCE_RE.search(text) or not maker_re(lexicon).search(text):
        return None
    said = read_said(text, lexicon) if mark is None or not (mark.chrome or mark.field) else None
    if said is None or not (said.dated and said.timed) or len(said.rest) != len(text):
        return None
    named = [m for m in CELL_RE.finditer(said.rest) if maker_re(lexicon).search(m[0])]
    others = said.left - sum(len(LETTER_RE.findall(m[0])) for m in named)
    if len(named) != 1 or others > COLUMN:
        return None
    makers = called_re(lexicon).sub("", named[0][0].strip(AROUND))
    start = said.rest.find(makers, named[0].start())
    if len(makers) > NAMES or not (makers or said.named):
        return None
    page = said.page if makers else said.page._replace(newspaper=None)  # 作者：本报
    return Stamp(page, start, start + len(makers))


def parted(line: Line, stamp: Stamp) -> tuple[Line, ...]:
    """The carrier's line, and whoever it names as a line of its own."""
    chrome, author = Mark(), Mark()
    chrome.chrome, chrome.page, chrome.field = True, stamp.page, STAMP
    if stamp.start == stamp.end:
        return (line._replace(mark=chrome),)
    author.field = author.called = "author"
    return line._replace(mark=chrome), shortened(line, stamp.start, stamp.end)._replace(mark=author)

"""Lines that say when, where and by whom a text was printed: `2020-11-23 06:00　江州时报　记者谷雨／澜江报道`."""

from __future__ import annotations

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import Chrome
from newssplit.reading.carriers.printed import PAPER_RE
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

CLOCK_RE = re.compile(r"\d:\d\d")
LONGEST = 60
"""No such line has more characters."""
NAMES = 24
"""Who is named, with roles and place, takes no more of them."""
MAKER_RE = re.compile(r"[记記]者|通[讯訊][员員]|[实實][习習]生|特[约約]|[撰文编編][／/｜|:：]|[报報][导導道]$")
OFTEN = 2
"""So many lines of this form show that the dump has it."""
WORD, STAMPS = 4, 3
"""Letters of the column's name that may stand beside day and time; and so many such lines show it."""
AROUND = " \u3000\t|｜/／·-–—,，;；"
SENTENCE_RE = re.compile(r"[。！？]")


class Stamp(NamedTuple):
    """What such a line says, and where in it the makers stand."""

    page: Page
    start: int
    end: int


def part_stamps(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those with a day, a time and makers parted: what is the carrier's, and whom the record names."""
    timed = [n for n, line in enumerate(lines) if ":" in line.text and len(line.text) <= LONGEST]
    found = {n: stamp for n in timed if (stamp := _stamp(lines[n], lexicon)) is not None}
    if len(found) < OFTEN:
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        if n in found:
            read += _parted(line, found[n])
        else:
            read.append(line)
    return read


def take_stamps(chrome: Chrome) -> None:
    """Lines of a day, a time and hardly a word, which is another in each: `财经　2023-11-13 07:55`."""
    found = {
        shape: places
        for shape, places in chrome.shapes.items()
        if shape not in chrome.sorts and "0" in shape and ":" in shape and not PAPER_RE.search(chrome.texts[places[0]])
    }
    said = {shape: read_said(chrome.texts[places[0]], chrome.lexicon) for shape, places in found.items()}
    stamps = [found[shape] for shape, read in said.items() if read.dated and read.timed and read.left <= WORD]
    if sum(map(len, stamps)) < STAMPS:
        return
    for places in stamps:
        chrome.take("stamp", places, "meta")
        chrome.note(places)


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


def _parted(line: Line, stamp: Stamp) -> tuple[Line, Line]:
    chrome, author = Mark(), Mark()
    chrome.chrome, chrome.page, chrome.field = True, stamp.page, "stamp"
    author.field = author.called = "author"
    return line._replace(mark=chrome), shortened(line, stamp.start, stamp.end)._replace(mark=author)

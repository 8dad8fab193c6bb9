"""Lines that a tool has taken apart: a corpus with the part of speech behind each word, what text recognisers log and
tabulate, words or characters with spaces between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.seen import chrome_of, is_log, read_log
from newssplit.reading.lines import Line, shortened, without
from newssplit.reading.marks import Mark, Run

SAMPLE = 40
"""So many lines at its beginning tell what a dump may be."""
MOST = 0.7
"""So many of them are of one such form."""
FEWEST = 5
"""A dump of fewer lines, or a log with fewer texts, shows no form."""
WORD_RE = re.compile(r"\[?(?P<word>[^\s/\[\]]{1,40})/(?P<tag>[A-Za-z]{1,4}\d?)(?:\][A-Za-z]{0,4})?(?:\s{1,4}|$)")
"""`本报/r  讯/n`, `[中国/ns 政府/n]nt`."""
WORDS = 3
"""A line that shows the form has so many words at least."""
NUMBERED_RE = re.compile(r"(?P<day>(?:18|19|20)\d{6})-(?P<page>\d{2,3})-(?P<item>\d{3})-(?P<paragraph>\d{3})(?:/m)?\s+")
"""`19980101-01-001-002/m`: the day, the page, the item on it and the paragraph of that."""
WORD_ROW_RE = re.compile(
    r"^\d\t(?P<block>\d+\t\d+\t\d+)\t(?P<line>\d+)\t\d+\t\d+\t\d+\t\d+\t\d+\t-?[\d.]+\t(?P<text>[^\t]*)$"
)
"""A row of Tesseract's table: level, page, block, paragraph, line, word, four measures, how sure, and the word."""
HAN = r"[\u3400-\u9fff]"
SPACED_RE = re.compile(rf"(?<={HAN})[ ](?={HAN})")
GLUED_RE = re.compile(rf"(?<={HAN})(?={HAN})")
"""Two characters with a space between them, as tools set it that know of words; and two without one."""
SPACE_RE = re.compile(r"(?<=[^\s\x00-\x7f])[ ](?=\S)|(?<=[^\s])[ ](?=[^\s\x00-\x7f])")
"""A single space beside a character that is none of Latin."""
SHORT = 8
"""Pairs of characters; a line of fewer may be letter-spaced by the paper."""
PARTED = 0.2
"""So many pairs of a line have a space between them, in nearly all lines."""
BORDER = 20
"""Decibans that an item begins with another number."""


def read_annotated(lines: list[Line]) -> list[Line]:
    """The lines of a dump of one of these forms as the paper printed them; any other as it is."""
    head = list(islice((line.text for line in lines if not line.blank), SAMPLE))
    forms: tuple[tuple[Callable[[str], bool], Callable[[list[Line]], list[Line]]], ...] = (
        (_is_tagged, _read_tagged),
        (is_log, read_log),
        (_is_word, _read_words),
        (_is_spaced, _read_spaced),
    )
    for shows, read in forms:
        if len(head) >= FEWEST and sum(map(shows, head)) >= MOST * len(head):
            return read(lines)
    return lines


def _is_word(text: str) -> bool:
    return WORD_ROW_RE.match(text) is not None


def _read_words(lines: list[Line]) -> list[Line]:
    """The words of a recogniser's table put together to lines; a blank line parts the blocks of the page."""
    read, last = list[Line](), ("", "")
    words = list[Line]()
    for line in lines:
        m = WORD_ROW_RE.match(line.text)
        if m is None or not m["text"].strip():
            read += [chrome_of(line)] if m is None else []
            continue
        place = (m["block"], m["line"])
        if words and place != last:
            read += [_row_of(words), *([Line(words[-1].end, words[-1].end, "")] if m["block"] != last[0] else [])]
            words = []
        words.append(shortened(line, *m.span("text")))
        last = place
    return [*read, _row_of(words)] if words else read


def _row_of(words: Sequence[Line]) -> Line:
    """Words as one line, Latin ones with a space between them."""
    pieces, runs, size = list[str](), list[Run](), 0
    for word in words:
        if pieces and pieces[-1].isascii() and word.text.isascii():
            pieces.append(" ")
            runs.append(Run(size, 1, word.start, word.start))
            size += 1
        pieces.append(word.text)
        runs.append(Run(size, len(word.text), word.start, word.end))
        size += len(word.text)
    return Line(words[0].start, words[-1].end, "".join(pieces), tuple(runs))


def _is_spaced(text: str) -> bool:
    """Whether spaces part many characters of a line, or it is too short to tell."""
    spaced, glued = len(SPACED_RE.findall(text)), len(GLUED_RE.findall(text))
    return spaced + glued < SHORT or spaced >= PARTED * (spaced + glued)


def _read_spaced(lines: list[Line]) -> list[Line]:
    """The lines without these spaces; wide ones, which part a headline's phrases, stay."""
    long = [
        line.text for line in lines if len(SPACED_RE.findall(line.text)) + len(GLUED_RE.findall(line.text)) >= SHORT
    ]
    if len(long) < FEWEST or sum(map(_is_spaced, long)) < MOST * len(long):
        return lines
    return [without(line, [m.start() for m in SPACE_RE.finditer(line.text)]) for line in lines]


def _is_tagged(text: str) -> bool:
    return text.count("/") >= WORDS and sum(m.end() - m.start() for m in WORD_RE.finditer(text)) >= MOST * len(text)


def _read_tagged(lines: list[Line]) -> list[Line]:
    read, item = list[Line](), ""
    for line in lines:
        m = NUMBERED_RE.match(line.text)
        text = _joined(line, m.end() if m else 0)
        if m and m["day"] + m["page"] + m["item"] != item:
            item, mark = m["day"] + m["page"] + m["item"], Mark()
            day = f"{m['day'][:4]}-{m['day'][4:6]}-{m['day'][6:]}"
            mark.border, mark.page = BORDER, Page(None, day, str(int(m["page"])))
            text = text._replace(mark=mark)
        read.append(text)
    return read


def _joined(line: Line, begin: int) -> Line:
    """The words of a line without their tags, as one text."""
    words = [m.span("word") for m in WORD_RE.finditer(line.text, begin)]
    if line.blank or line.runs or not words:
        return line
    pieces, runs, size = list[str](), list[Run](), 0
    for start, end in _with_gaps(words, line.text):
        pieces.append(line.text[start:end])
        runs.append(Run(size, end - start, line.start + start, line.start + end))
        size += end - start
    return Line(runs[0].start, runs[-1].end, "".join(pieces), tuple(runs))


def _with_gaps(words: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The places of the words, those of Latin letters beside each other with the space between them."""
    found = [words[0]]
    for (_, end), (start, stop) in pairwise(words):
        latin = text[end - 1].isascii() and text[end - 1].isalnum() and text[start].isascii() and text[start].isalnum()
        space = text.find(" ", end, start) if latin else -1
        found += [(space, space + 1), (start, stop)] if space >= 0 else [(start, stop)]
    return found

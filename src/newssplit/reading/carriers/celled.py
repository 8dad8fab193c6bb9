"""Lines right below headlines that say in cells when a text was printed, under which column, and perhaps by whom:
`2018-03-05 - 社区新闻 - 文／谷雨`."""

from __future__ import annotations

from newssplit.lexicon import Lexicon, fold
from newssplit.patterns import re
from newssplit.reading.carriers.field_values import as_chrome
from newssplit.reading.carriers.printed import is_label, may_head
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.stamps import DAY_RE, LONGEST, OPENERS, STAMP, STAMPS, Stamp, parted
from newssplit.reading.lines import Line

APART_RE = re.compile(r"\s{1,3}[-–|｜·]\s{1,3}")
WHO_RE = re.compile(r"^(?:[^\W\d_]{1,3}\s?[／/]\s?)?[^\W\d_a-zA-Z]{2,6}$")
"""Who wrote it: `文／谷雨`, `谷雨`."""
CELLS = 3
"""Day, column and who: of fewer cells the last one is the column."""


def part_celled(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those of cells below headlines noted as the carrier's, whom they name on a line of their own."""
    begun = [n for n, line in enumerate(lines) if line.text[:1] in OPENERS and line.text]
    found = {n: cells for n in begun if (cells := _cells(lines, n))}
    if len(found) < STAMPS:
        return lines
    last = {n: cells[-1] for n, cells in found.items() if len(cells) >= CELLS}
    texts = {n: lines[n].text[slice(*span)] for n, span in last.items()}
    signed = {n for n, text in texts.items() if WHO_RE.match(text)}
    if any(_is_no_name(texts[n], lexicon) for n in signed):
        signed.clear()  # the last cell is the column, or the paper
    read = list[Line]()
    for n, line in enumerate(lines):
        page = read_said(line.text, lexicon).page if n in found else None
        if page is None:
            read.append(line)
        elif n in signed:
            read += parted(line, Stamp(page, *last[n]))
        else:
            read.append(as_chrome(line, page, STAMP))
    return read


def _cells(lines: list[Line], n: int) -> list[tuple[int, int]]:
    """Where the cells of such a line stand behind the day, and that before them; none of any other line."""
    text = lines[n].text.rstrip()
    day = DAY_RE.match(text) if len(text) <= LONGEST and lines[n].mark is None else None
    if day is None or n == 0 or not may_head(lines[n - 1].text) or DAY_RE.match(lines[n - 1].text):
        return []
    signs = [m.span() for m in APART_RE.finditer(text, day.end("day"))]
    if not signs or signs[0][0] > day.end("day") + 1:
        return []
    begins, ends = [day.start("day"), *(end for _, end in signs)], [*(start for start, _ in signs), len(text)]
    return list(zip(begins, ends, strict=True))


def _is_no_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is the name of a page, of a column or of a paper."""
    page = fold(text) in lexicon.wordset("furniture", "pages")
    return page or is_label(text, lexicon) or read_said(text, lexicon).named

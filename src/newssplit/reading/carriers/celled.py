"""Lines right below headlines that say in cells when a text was printed, under which column, and perhaps by whom:
`2018-03-05 - 社区新闻 - 文／谷雨`."""

from __future__ import annotations

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.printed import may_head
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.stamps import DAY_RE, LONGEST, OPENERS, STAMPS, Stamp, parted
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

APART_RE = re.compile(r"\s{1,3}[-–|｜·]\s{1,3}")
WHO_RE = re.compile(r"^(?:[^\W\d_]{1,3}\s?[／/]\s?)?[^\W\d_a-zA-Z]{2,6}$")
"""Who wrote it: `文／谷雨`, `谷雨`."""
CELLS = 3
"""Day, column and who: of fewer cells the last one is the column."""


class _Celled(NamedTuple):
    """What such a line says, and where the one whom it names stands."""

    page: Page
    who: tuple[int, int] | None


def part_celled(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those of cells below headlines noted as the carrier's, whom they name on a line of their own."""
    begun = [n for n, line in enumerate(lines) if line.text[:1] in OPENERS and line.text]
    found = {n: celled for n in begun if (celled := _celled(lines, n, lexicon)) is not None}
    if len(found) < STAMPS:
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        celled = found.get(n)
        if celled is None:
            read.append(line)
        elif celled.who is None:
            read.append(line._replace(mark=_noted(celled.page)))
        else:
            read += parted(line, Stamp(celled.page, *celled.who))
    return read


def _celled(lines: list[Line], n: int, lexicon: Lexicon) -> _Celled | None:
    text = lines[n].text.rstrip()
    day = DAY_RE.match(text) if len(text) <= LONGEST and lines[n].mark is None else None
    if day is None or n == 0 or not may_head(lines[n - 1].text) or DAY_RE.match(lines[n - 1].text):
        return None
    cells = list(APART_RE.finditer(text, day.end("day")))
    if not cells or cells[0].start() > day.end("day") + 1:
        return None
    who = (cells[-1].end(), len(text)) if len(cells) >= CELLS - 1 and WHO_RE.match(text[cells[-1].end() :]) else None
    return _Celled(read_said(text, lexicon).page, who)


def _noted(page: Page) -> Mark:
    mark = Mark()
    mark.chrome, mark.page, mark.field = True, page, "stamp"
    return mark

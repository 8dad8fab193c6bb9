"""Lines of bars that name whoever wrote a text: `報章 | A08 | 港聞 | By X`, over its headline."""

from __future__ import annotations

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.stamps import OFTEN, STAMPS, Stamp, parted
from newssplit.reading.lines import Line

BARRED_RE = re.compile(
    r"^\s{0,4}(?P<cells>[^|｜。]{1,20}(?:[|｜][^|｜。]{1,20}){1,4})[|｜]\s?By\s(?P<who>[^|｜。]{2,20}?)\s?(?:[|｜][^|｜。]{1,20}){0,2}$"
)
"""`報章 | A08 | 港聞 | By 記者 X`, perhaps with the day behind it."""
BARS_RE = re.compile(r"[|｜]")
BY = "| By"
"""What such a record calls whoever wrote a text: it says nothing of a role."""


def part_barred(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those with a bar before whoever wrote a text parted: `報章 | A08 | 港聞 | By X`. The author goes below
    the headline, which stands between that line and the text."""
    found = {n: m for n, line in enumerate(lines) if "By " in line.text and (m := BARRED_RE.match(line.text))}
    if len(found) < OFTEN:
        return lines
    read = list[Line]()
    author: Line | None = None
    for n, line in enumerate(lines):
        if author is not None and not line.blank and is_text(line.text):
            read.append(author)
            author = None
        if n in found and not _repeats_column(lines, n, found[n]["cells"]):
            stamp = Stamp(read_said(line.text, lexicon).page, *found[n].span("who"))
            chrome, author = parted(line, stamp)
            if author.mark is not None:
                author.mark.called = BY
            read.append(chrome)
        else:
            read.append(line)
    return read


def _repeats_column(lines: list[Line], n: int, cells: str) -> bool:
    """Whether the column that such a line names stands below it, too: it then holds for what follows as any label."""
    column = BARS_RE.split(cells)[-1].strip()
    return any(line.text.strip() == column for line in lines[n + 1 : n + 1 + STAMPS])

"""Lines between two rules: `----- 本地新闻 -----` names a column, `##### 0312_终稿.docx #####` a file."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.patterns import re
from newssplit.reading.carriers.prefixes import noted
from newssplit.reading.carriers.printed import LABEL
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

SIGNS = frozenset("-=#—─~－＝")
RULE = 4
"""A rule has so many signs: wikis set headings between fewer."""
LONGEST = 90
FEWEST = 2
"""So many different columns, or so many files, show what the lines are for."""
FILE_RE = re.compile(r"\.(?:txt|docx?|wps|md|html?|pdf|rtf|jpe?g|png|csv|json|xml)(?!\w)", re.IGNORECASE)


def read_ruled(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines, those between two rules noted as columns or, where others like them name files, as the tool's."""
    found = {
        n: inner for n, opener in enumerate(first) if opener in SIGNS and opener and (inner := _inner(lines[n].text))
    }
    names = {lines[n].text[slice(*inner)].strip() for n, inner in found.items()}
    if len(names) < FEWEST:
        return lines
    lines = list(lines)
    if all(_names_column(name) for name in names):
        for n, (start, end) in found.items():
            lines[n] = noted(shortened(lines[n], start, end), 0, _as_column)
    elif sum(FILE_RE.search(name) is not None for name in names) >= FEWEST:
        for n in found:
            lines[n] = noted(lines[n], 0, _as_chrome)
    return lines


def _inner(text: str) -> tuple[int, int] | None:
    """Where what stands between two rules of one sign begins and ends."""
    bare = text.strip()
    if len(bare) > LONGEST or bare[-1] != bare[0]:
        return None
    inner = bare.strip(bare[0])
    start = text.index(bare) + len(bare) - len(bare.lstrip(bare[0]))
    behind = len(bare) - len(bare.rstrip(bare[0]))
    if not inner.strip() or start - text.index(bare) < RULE or behind < RULE:
        return None
    return start, start + len(inner)


def _names_column(name: str) -> bool:
    """Whether it is called like a column: a few Chinese characters."""
    return 2 <= len(name) <= LABEL and name.isalpha() and not any(c.isascii() for c in name)


def _as_column(mark: Mark) -> None:
    mark.field = mark.called = "column"


def _as_chrome(mark: Mark) -> None:
    mark.chrome = True

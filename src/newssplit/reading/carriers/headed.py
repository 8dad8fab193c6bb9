"""Headings that stand on the line of their text: in bold before a colon, or in 【 】."""

from __future__ import annotations

from itertools import pairwise

from newssplit.patterns import re
from newssplit.reading.carriers.blocks import is_short
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

RUN_IN_RE = re.compile(r"\s{0,9}[：:]\s*+(?=\S)")
LISTED = 0.7
"""So many of such lines stand below each other: each is an item, and no paragraph with a crosshead of its own."""
BORDER = 25
"""Decibans that an item begins with each."""
RUN_INS = 3
"""So many lines `**标题**：正文` show that headings are run into the text."""


def run_in_heads(lines: list[Line]) -> list[Line]:
    """A heading in bold and, behind a colon, its text, each as a line of its own."""
    found = {n: cut for n, line in enumerate(lines) if line.mark is not None and (cut := _run_in_at(line)) is not None}
    if len(found) < RUN_INS:
        return lines
    read = list[Line]()
    full = [n for n, line in enumerate(lines) if not line.blank]
    listed = sum(a in found and b in found for a, b in pairwise(full)) >= LISTED * len(found)
    for n, line in enumerate(lines):
        if n in found:
            head, text = found[n]
            title = _bold(shortened(line, 0, head))
            if listed and title.mark is not None:
                title.mark.border, title.mark.rank = BORDER, "headline"
            read += [title, _fresh(shortened(line, text, len(line.text)))]
        else:
            read.append(line)
    return read


def _run_in_at(line: Line) -> tuple[int, int] | None:
    """Where the heading ends and where its text begins."""
    lead = 0 if line.mark is None or line.mark.bold else line.mark.bold_lead
    if not lead:
        return None
    head = line.text[:lead].rstrip("：: ")
    m = RUN_IN_RE.match(line.text, len(head))
    return (len(head), m.end()) if head and m and is_short(head) else None


def _fresh(line: Line) -> Line:
    """The line with a mark of its own."""
    return line._replace(mark=line.mark.copy() if line.mark is not None else None)


def _bold(line: Line) -> Line:
    line = _fresh(line)
    mark = line.mark or Mark()
    mark.bold = True
    return line._replace(mark=mark)


BOXED_RE = re.compile(r"^\s*【(?P<head>[^【】\s。][^【】。]{4,38}[^【】讯訊电電])】\s?(?=[^\s【：:])")
"""`【大桥昨天通车】昨天上午…`; the label of a column has fewer characters, and a dateline ends with 讯 or 电."""
BOXED_TEXT = 15
"""The text behind it has more characters."""
BOXED = 3
ALIKE = 0.6
"""So many of the lines that begin an item open in this way."""


def boxed_heads(lines: list[Line]) -> list[Line]:
    """A headline in 【 】 and its text, each as a line of its own, where the items of the dump open so, each with
    another headline."""
    found = dict[int, re.Match[str]]()
    for n, line in enumerate(lines):
        m = BOXED_RE.match(line.text) if "【" in line.text else None
        if m and _opens(lines, n) and len(line.text) - m.end() > BOXED_TEXT:
            found[n] = m
    heads = len({m["head"] for m in found.values()})
    if heads < BOXED:
        return lines
    openings = sum(not (line.blank or _is_chrome(line)) and _opens(lines, n) for n, line in enumerate(lines))
    if heads < ALIKE * openings:
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        if n in found:
            title = _bold(shortened(line, *found[n].span("head")))
            if title.mark is not None:
                title.mark.border, title.mark.rank = BORDER, "headline"
            read += [title, _fresh(shortened(line, found[n].end(), len(line.text)))]
        else:
            read.append(line)
    return read


def _opens(lines: list[Line], n: int) -> bool:
    """Whether a line stands first, below a blank line or below one of the carrier's, or begins an item."""
    above = lines[n - 1] if n else None
    mark = lines[n].mark
    return above is None or above.blank or _is_chrome(above) or (mark is not None and mark.border > 0)


def _is_chrome(line: Line) -> bool:
    return line.mark is not None and line.mark.chrome

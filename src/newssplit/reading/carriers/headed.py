"""Headings that stand on the line of their text: in bold before a colon, or in 【 】."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from newssplit.lexicon import fold, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.blocks import is_short
from newssplit.reading.carriers.fields import HEADINGS
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_text
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


ECHO = 5
"""Within so many lines below the title of an item, blank ones and the carrier's left out, it stands again."""


def take_echoed(lines: list[Line], chrome: dict[int, Found]) -> None:
    """Note the heads that a tool has put over an item as the tool's where the paper's own headline block below holds
    them all."""
    if not any(line.mark is not None and _is_title(line) for line in lines):
        return
    own = [n for n, line in enumerate(lines) if not line.blank and n not in chrome]
    at = 0
    while at < len(own):
        heads = list(takewhile(lambda n: _is_title(lines[n]), own[at : at + ECHO]))
        at += max(1, len(heads))
        if heads and (first := _block_of(lines, heads, own[at : at + ECHO])) is not None:
            _pass_on(lines, heads, first)
            chrome.update(dict.fromkeys(heads, Found("title", "meta")))


def _is_title(line: Line) -> bool:
    mark = line.mark
    return mark is not None and (mark.field in HEADINGS or (mark.border >= BORDER and not mark.field))


def _block_of(lines: Sequence[Line], heads: Sequence[int], own: Sequence[int]) -> int | None:
    """The first of the lines below, if the paper's own headline block among them holds all these heads."""
    if own and (first := lines[own[0]].mark) is not None and first.field == "author":
        return None  # an author above the paper's own block would be lost
    if len(heads) == 1 and any(_is_heading(lines[k]) for k in own[:1]):
        return None  # the tool has said of both that they are the headline
    keys = {keyed(fold(lines[k].text)) for k in heads}
    size = next((n for n, k in enumerate(own) if is_text(lines[k].text)), len(own))
    block = {keyed(fold(lines[k].text)) for k in own[: size + 1]}
    return own[0] if own and keys <= block else None


def _is_heading(line: Line) -> bool:
    return line.mark is not None and line.mark.heading > 0


def _pass_on(read: list[Line], heads: Sequence[int], own: int) -> None:
    """That an item begins there, and where it is from, is said of the first line of the paper's own block."""
    below = _fresh(read[own])
    mark = below.mark or Mark()
    read[own] = below._replace(mark=mark)
    for n in heads:
        head = read[n].mark or Mark()
        mark.border = max(BORDER, mark.border, head.border)
        mark.page = mark.page or head.page

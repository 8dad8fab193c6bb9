"""What a tool writes in a margin before each line: a number, how sure it is of the line, the sign of a listing.

Nearly all Chinese lines of such a dump have it, so that it is the tool's, whatever it says; and lines without it are
the tool's own: the name of an image, the head of a listing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.lines import Line, full_lines, shortened
from newssplit.reading.marks import Mark

MARGINS = (
    re.compile(r"\s{0,8}[\[(]\s{0,6}\d{1,3}(?:[.,]\d{1,6}%?|%)\s{0,2}[\])][ \t]?"),
    re.compile(r"\s{0,8}\d{1,6}(?:\t|\s?[|│][ \t]?)"),
    re.compile(r"\+"),
    re.compile(r"\|[ \t]?(?=[^|]*$)"),
    re.compile(r"[%;][ \t]"),
    re.compile(r"[│┃║][ \t]?"),
    re.compile(r"\[\d{1,3}:\d\d(?:[.:]\d{1,3})?\]"),
    re.compile(
        r"[\[(]?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,\d]{0,8}[\])]?\s{1,4}(?:[A-Z]{4,8}[\s:]{1,4})?"
        r"(?:[\[(<][\w.-]{1,30}[\])>]\s{1,4})?"
    ),
)
"""`[0.976] `, `(87%)`; `   12<tab>`, `12 | `; `+` of a listing of changes; `| ` of a quotation, in a line that has no
other `|`, as rows of tables have; `% ` and `; ` of comments; the side of a frame; `[01:24.50]` of what is spoken;
`2010-05-07 05:31:03,052 DEBUG [parse] ` of a log that says each line of a text. The signs of headings, lists and
quotations in Markdown are none: # - * >."""
INDENTS = frozenset("＝=＋~～^_¶§")
INDENT_RE = re.compile(r"^\s{0,8}([＝=＋~～^_¶§])\1{0,3}(?=[^\s＝=＋~～^_¶§-])")
COUNTERS = (
    re.compile(r"\s{0,8}(?P<n>\d{1,6})(?:[ \t]{1,4}|$)"),
    re.compile(r"\s{0,8}[\[(（【［<](?P<n>\d{1,6})[\])）】］>][ \t]?"),
    re.compile(r"\s{0,8}[A-Za-z]{1,4}\.?\s?(?P<n>\d{1,6})[:.)]?(?:[ \t]{1,4}|$)"),
)
"""A number before every line, which alone may be a list's: `12 `, `[12] `, `L12: `. Each is the one before and one."""
FIRST = frozenset("[(（【［<0123456789+|%; \t│┃║LlPpNn")
CHINESE_RE = re.compile(r"[\u3400-\u9fff]")
SHARE = 0.7
"""So many of the lines with Chinese characters have it."""
SAMPLE = 20
"""So many lines at its beginning tell whether a dump may be a listing of files."""
FEWEST = 8
"""A dump of fewer such lines may be a list."""


STEADY = 0.9
"""So many lines are counted, and so many of the numbers follow the one before by one."""
HALF = 0.5
"""So many lines are counted where the numbers are set in a column: what is not are the tool's own lines."""
FEW = 3
"""So many of them are texts, and so many are none: the items of a list are of one sort."""


LISTED_RE = re.compile(r"^(?P<file>(?!\d{4}-\d\d-\d\d[ T])[^\s:：][^\n:：]{0,200}):\d{1,7}[:-]")
"""`20191114/02/c1.txt:3:`, what a search through files puts before each line that it shows."""
BORDER = 20
"""Decibans that an item begins with another file."""


def _read_listing(lines: list[Line]) -> list[Line]:
    """The lines without the file and number before each, if nearly all have them."""
    found = {n: m for n, line in enumerate(lines) if not line.blank and (m := LISTED_RE.match(line.text))}
    if len(found) < max(FEWEST, SHARE * sum(not line.blank for line in lines)):
        return lines
    read, file = list[Line](), ""
    for n, line in enumerate(lines):
        m = found.get(n)
        line = _within(line, m.end()) if m else _outside(line)
        if m and m["file"] != file and not line.blank:
            mark = Mark()
            file, mark.border = m["file"], BORDER
            line = line._replace(mark=mark)
        read.append(line)
    return read


def read_margins(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines without their margin, if the dump has one; `first` are their first characters."""
    lines = _unsigned(_at_margin(lines), first)
    head = [line.text for line in lines[:SAMPLE] if not line.blank]
    if sum(LISTED_RE.match(text) is not None for text in head) > len(head) / 2:
        return _read_listing(lines)
    begun = [n for n, opener in enumerate(first) if opener in FIRST and opener]
    if len(begun) < max(FEWEST, SHARE * sum(map(bool, first)) / 2):  # quickly told, of nearly all dumps
        return lines
    printed = sum(CHINESE_RE.search(line.text) is not None for line in lines)
    for margin in MARGINS:
        found = {n: m.end() for n in begun if (m := margin.match(lines[n].text))}
        chinese = [n for n in found if CHINESE_RE.search(lines[n].text)]
        if len(chinese) >= max(FEWEST, SHARE * printed) and any(is_text(lines[n].text[found[n] :]) for n in chinese):
            return [_within(line, found[n]) if n in found else _outside(line) for n, line in enumerate(lines)]
    return _uncounted(lines)


def _at_margin(lines: list[Line]) -> list[Line]:
    """The lines without the spaces that stand before all of them, as lynx and w3m set in a page: they tell nothing."""
    full = full_lines(lines)
    if sum(lines[n].text[0] == " " for n in full) < STEADY * len(full) or len(full) < FEWEST:
        return lines
    indents = [len(lines[n].text) - len(lines[n].text.lstrip(" ")) for n in full]
    margin = sorted(indents)[round((1 - STEADY) / 2 * len(full))]
    others = [indent for n, indent in zip(full, indents, strict=True) if not is_text(lines[n].text)]
    if sum(indent <= margin for indent in others) < HALF * len(others):
        return lines  # texts are set in, and headlines in the middle
    read = list(lines)
    for n, indent in zip(full, indents, strict=True):
        read[n] = _within(lines[n], min(indent, margin))
    return read


def _unsigned(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines without a sign that stands before nearly all texts for the spaces of their indentation: `＝＝昨天…`."""
    signed = [n for n, opener in enumerate(first) if opener in INDENTS and opener]
    if len(signed) < FEW:
        return lines
    texts = [n for n, line in enumerate(lines) if not line.blank and is_text(line.text)]
    found = {n: m.end() for n in signed if (m := INDENT_RE.match(lines[n].text))}
    if sum(n in found for n in texts) < max(FEW, STEADY * len(texts)):
        return lines
    return [_within(line, found[n]) if n in found else line for n, line in enumerate(lines)]


def _uncounted(lines: list[Line]) -> list[Line]:
    """The lines without the numbers with which a tool counts them, headlines and texts alike."""
    full = full_lines(lines)
    for counter in COUNTERS:
        found = {n: m for n in full if (m := counter.match(lines[n].text))}
        numbers = [int(m["n"]) for m in found.values()]
        steps = sum(b - a == 1 for a, b in pairwise(numbers))
        most = STEADY if not _are_set_in_a_column(found) else HALF
        if len(found) < max(FEWEST, most * len(full)) or steps < STEADY * (len(numbers) - 1):
            continue
        texts = [is_text(lines[n].text[m.end() :]) for n, m in found.items()]
        if FEW <= sum(texts) <= len(texts) - FEW:
            return [_within(line, found[n].end()) if n in found else line for n, line in enumerate(lines)]
    return lines


def _are_set_in_a_column(found: Mapping[int, re.Match[str]]) -> bool:
    """Whether numbers end in one column, shorter ones behind spaces or noughts, as only a tool sets them: `  9`, ` 10`,
    or `009`, `010`."""
    ends = {m.end("n") for m in found.values()}
    return (
        len(ends) == 1
        and len({str(int(m["n"])) for m in found.values()}) > 1
        and any(len(str(int(m["n"]))) < m.end("n") - m.start() for m in found.values())
    )


def _within(line: Line, at: int) -> Line:
    return shortened(line, at, len(line.text))


def _outside(line: Line) -> Line:
    """A line without the margin is the tool's, unless it is a sentence that the tool has cut in two."""
    if line.blank or is_text(line.text):
        return line
    mark = line.mark.copy() if line.mark is not None else Mark()
    mark.chrome = True
    return line._replace(mark=mark)

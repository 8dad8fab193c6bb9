"""Hard-wrapped dumps, copies from a PDF or from a typed page: which lines go on with the next one.

A column shows itself by lines of one width that stop in mid-sentence, several of them close
together. Columns of different widths follow each other on a page, so the width is measured around
each line and not once for the dump.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from newssplit.reading.lines import Line, width

INNER_RE = re.compile(r"[，。、；,;：！？]\S|，\n")
CAPTION_LINES = 8
CAPTION_MARKS = "▲■▼◤◣△"
"""What points from a caption to its picture."""
ANEW_RE = re.compile(
    rf"\s*(?:[{CAPTION_MARKS}□◎●◆★☆◇○]|[【〔]|[（(]?(?:上接|下转|下轉|緊接|紧接)|——|(?:据|據)?[^，。\s]{{1,6}}[社报報网網][^，。\s]{{0,16}}[讯电訊電](?=[\s（(])|[（(](?:本报|本報|[^，。（(]{{0,8}}记者|[^，。（(]{{0,8}}記者))"
)
"""What a line that goes on in mid-sentence does not open with: bullets, bracketed marks, 上接, a dash."""
ALONE_RE = re.compile(
    r"第\s*\d+\s*[页頁].{0,8}|[-—–·]?\s*\d{1,4}\s*[-—–·]?|.*[.…·]{3,}\s*[（(]?[A-Z]?\d{1,3}[）)]?|.*版"
)
"""Page numbers and the lines of a table of contents: nothing goes on into them or out of them."""

ENDS = frozenset("。！？!?…”」』》）)】〕：:；;.")
"""A line that stops with one of these may be the end of a paragraph."""
SLACK = 4
"""Columns by which full lines differ: punctuation that may not begin a line, half-width digits."""
PARAGRAPH = (2, 8)
"""Columns by which the first line of a paragraph may be indented."""
FEWEST = 0.2
"""In a wrapped dump at least this share of the lines is full and stops in mid-sentence."""
AROUND = 6
"""Lines looked at on either side."""
NARROWEST, WIDEST = 12, 200


def wrapped_after(lines: Sequence[Line], alone: Callable[[str], bool]) -> list[bool]:
    """For each line, whether the break at its end is a mere wrap and the next line goes on with it.

    Blank lines that a dump puts after every line, or a column break in mid-sentence, are looked across."""
    full = [at for at, line in enumerate(lines) if not line.blank]
    texts = [lines[at].text.rstrip() for at in full]
    opens = [text[-1] not in ENDS for text in texts]
    widths = _measure(texts, opens)
    result = [False] * len(lines)
    if not widths:
        return result
    columns = _columns(texts, widths, opens)
    if sum(o and c > 0 for o, c in zip(opens, columns, strict=True)) < FEWEST * len(full):
        return result
    filled = [c > 0 and w >= c - SLACK for w, c in zip(widths, columns, strict=True)]
    indents = [_indent(lines[at].text) for at in full]
    indented = _indents_paragraphs(indents, filled)
    in_paragraph = False
    for n in range(len(full) - 1):
        if not (n and result[full[n - 1]]):
            in_paragraph = indented and PARAGRAPH[0] <= indents[n] <= PARAGRAPH[1]
        if filled[n]:
            apart = full[n + 1] - full[n] > 1
            ends = filled[n + 1] or widths[n + 1] >= columns[n] - SLACK or texts[n + 1][-1] in "。”」"
            fits = widths[n + 1] <= columns[n] + SLACK and not texts[n].endswith(texts[n + 1])
            goes_on = filled[n + 1] or not opens[n + 1] or texts[n + 1][-1] in "，、"
            sure = in_paragraph and indents[n + 1] == 0 and goes_on and not apart
            result[full[n]] = fits and (opens[n] or sure or (ends and not apart))
        elif _in_caption(texts, n, result, full):
            result[full[n]] = full[n + 1] - full[n] == 1
        here, there = lines[full[n]].text, lines[full[n + 1]].text
        if result[full[n]] and (_begins_anew(here, there) or alone(texts[n]) or alone(texts[n + 1].lstrip())):
            result[full[n]] = False
    return result


def _indents_paragraphs(indents: list[int], filled: list[bool]) -> bool:
    """Whether this dump indents the first line of a paragraph and no other: a line at the margin goes on."""
    first = sum(f and PARAGRAPH[0] <= i <= PARAGRAPH[1] for i, f in zip(indents, filled, strict=True))
    flush = sum(f and i == 0 and not before for i, f, before in zip(indents[1:], filled[1:], filled, strict=False))
    return first >= 3 and first >= 2 * flush


def _in_caption(texts: list[str], n: int, result: list[bool], full: list[int]) -> bool:
    """A caption stands in a column of its own: its lines go on until its full stop."""
    first = n
    while first > n - CAPTION_LINES and first and result[full[first - 1]]:
        first -= 1
    mark = texts[first].lstrip()[:1]
    return mark in CAPTION_MARKS and bool(INNER_RE.search(texts[first] + "\n")) and texts[n][-1] not in ENDS


def _measure(texts: list[str], opens: list[bool]) -> list[int]:
    """Each line's width, in columns or in characters, as the dump was wrapped; empty if it was not.

    Cheap and over the whole dump: most dumps of a paragraph per line are told at once."""
    best, share = list[int](), 2
    for measure in (width, _twice):
        widths = [measure(text) for text in texts]
        counts = Counter(w // 2 for w, o in zip(widths, opens, strict=True) if o and NARROWEST <= w <= WIDEST)
        peak = counts.most_common(1)[0][1] if counts else 0
        if peak > share:
            best, share = widths, peak
    return best


def _twice(text: str) -> int:
    return 2 * len(text)


def _columns(texts: list[str], widths: list[int], opens: list[bool]) -> list[int]:
    """The width of the column around each line, 0 where there is none."""
    prose = [o and NARROWEST <= w <= WIDEST for w, o in zip(widths, opens, strict=True)]
    columns = [0] * len(widths)
    for n, w in enumerate(widths):
        around = [m for m in range(max(0, n - AROUND), min(len(widths), n + AROUND + 1)) if prose[m]]
        column = _column([(widths[m], texts[m]) for m in around])
        if column and w <= column + SLACK:
            columns[n] = column
    return columns


def _column(near: list[tuple[int, str]]) -> int:
    """The widest width that three lines share, where they are prose: verse has no commas within its lines."""
    for w, _ in sorted(near, reverse=True):
        same = [text for v, text in near if abs(v - w) <= SLACK // 2]
        if len(same) >= 3 and 3 * sum(bool(INNER_RE.search(text)) for text in same) >= len(same):
            return w
    return 0


def _begins_anew(here: str, there: str) -> bool:
    """A line that is indented (as deep as the one before it, at least) or opens with a mark, and no list."""
    indent = _indent(there)
    if indent > 0 and indent >= _indent(here):
        return True
    return bool(ANEW_RE.match(there) or ALONE_RE.fullmatch(here.strip()) or ALONE_RE.fullmatch(there.strip()))


def _indent(text: str) -> int:
    return width(text) - width(text.lstrip())

"""Headings that stand on the line of their text: in bold before a colon, or in 【 】."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.blocks import is_short
from newssplit.reading.carriers.chrome import TWICE
from newssplit.reading.carriers.fields import HEADINGS
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_text, paper_re
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import SURE_BORDER, Mark

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


BOXED_RE = re.compile(
    r"^\s*(?:#[^#\s，。]{2,20}#\s?){0,3}【(?P<head>[^【】\s。][^【】。]{2,38}[^【】])】\s?(?=[^\s【：:])"
)
"""`【大桥昨天通车】昨天上午…`, perhaps behind its topics, `#江城身边事#`; the label of a column has fewer
characters."""
BOXED_TEXT = 15
"""The text behind it has more characters."""
BOXED = 3
ALIKE = 0.6
"""So many of the lines that begin an item open in this way."""


def boxed_head(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The headline in 【 】 that a text opens with, if it is no dateline and names no makers: `【記者X／東嶼報導】`."""
    m = BOXED_RE.match(text) if "【" in text else None
    dateline = m is None or paper_re(lexicon).search(m["head"]) or lexicon.ends(fold(m["head"]), "marks", "wires")
    return None if dateline else m


def boxed_heads(lines: list[Line], lexicon: Lexicon, *, bordered: bool = False) -> list[Line]:
    """A headline in 【 】 and its text, each as a line of its own, where the items of the dump open so, each with
    another headline. `bordered`: the carrier is read, and has said of each line whether an item begins with it."""
    found = dict[int, re.Match[str]]()
    for n, line in enumerate(lines):
        m = boxed_head(line.text, lexicon)
        if m and _opens(lines, n, bordered=bordered) and len(line.text) - m.end() > BOXED_TEXT:
            found[n] = m
    heads = len({m["head"] for m in found.values()})
    if heads < BOXED:
        return lines
    own = [n for n, line in enumerate(lines) if not (line.blank or _is_chrome(line))]
    openings = sum(_opens(lines, n, bordered=bordered) for n in own)
    if heads < ALIKE * openings:
        return lines
    read = list[Line]()
    for n, line in enumerate(lines):
        if n in found:
            title = _bold(shortened(line, *found[n].span("head")))
            if title.mark is not None:
                title.mark.border, title.mark.rank = BORDER, "headline"
            read += [title, _fresh(shortened(line, found[n].end(), len(line.text)))]
            if (mark := read[-1].mark) is not None:
                mark.border = 0  # the headline has it
        else:
            read.append(line)
    return read


def _opens(lines: list[Line], n: int, *, bordered: bool) -> bool:
    """Whether a line stands first, below a blank line or below one of the carrier's, or begins an item."""
    above = lines[n - 1] if n else None
    mark = lines[n].mark
    if bordered:
        return mark is not None and mark.border >= SURE_BORDER
    return above is None or above.blank or _is_chrome(above) or (mark is not None and mark.border > 0)


def _is_chrome(line: Line) -> bool:
    return line.mark is not None and line.mark.chrome


AGAIN_RE = re.compile(r"(?:[ \u3000]{1,4}|(?=[（(〔【]))")
"""What stands between a headline that a text begins with and the text."""
AGAIN = 6
"""Such a headline has so many characters, and so near above it stands as a line of its own."""


def without_echoes(lines: list[Line]) -> list[Line]:
    """The lines, texts without the headline that a tool has put before each of them, too."""
    cuts = dict[int, int]()
    near = list[str]()
    for n, line in enumerate(lines):
        text = line.text.strip()
        if "。" in text and (end := _echo_end(line.text, near)):
            cuts[n] = end
        near = [*near[-AGAIN:], text] if text else near
    if len(cuts) < TWICE:
        return lines
    return [shortened(line, cuts[n], len(line.text)) if n in cuts else line for n, line in enumerate(lines)]


def _echo_end(text: str, near: Sequence[str]) -> int:
    """Where a text begins behind a headline that stands above it, too; 0 where none does."""
    start = len(text) - len(text.lstrip())
    for head in near:
        if len(head) >= AGAIN and text.startswith(head, start) and (m := AGAIN_RE.match(text, start + len(head))):
            return m.end()
    return 0


ECHO = 5
"""Within so many lines below the title of an item, blank ones and the carrier's left out, it stands again."""


WITHIN = 5
"""The headline of a block has so many characters, where the tool's title holds it and more: the name of the site."""


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
        authors = list(takewhile(lambda n: _is_author(lines[n]), islice(own, at, at + ECHO))) if heads else []
        begin = at + len(authors)
        if heads and (size := _block_of(lines, heads, own[begin : begin + ECHO])):
            _put_behind(lines, own[at : begin + size], len(authors))
            _pass_on(lines, heads, own[at])
            _name_headline(lines, heads, own[at : at + size])
            chrome.update(dict.fromkeys(heads, Found("title", "meta")))


def _is_title(line: Line) -> bool:
    mark = line.mark
    return mark is not None and (mark.field in HEADINGS or (mark.border >= BORDER and not mark.field))


def _is_author(line: Line) -> bool:
    return line.mark is not None and line.mark.field == "author"


def _block_of(lines: Sequence[Line], heads: Sequence[int], own: Sequence[int]) -> int:
    """How many of the lines below are the paper's own headline block, if that holds all these heads; else 0."""
    if len(heads) == 1 and any(_is_heading(lines[k]) for k in own[:1]):
        return 0  # the tool has said of both that they are the headline
    keys = {keyed(fold(lines[k].text)) for k in heads}
    size = next((n for n, k in enumerate(own) if is_text(lines[k].text)), len(own))
    block = {keyed(fold(lines[k].text)) for k in own[: size + 1]}
    held = keys <= block or (len(heads) == 1 and any(len(key) >= WITHIN and key in next(iter(keys)) for key in block))
    if not own or not held:
        return 0
    apart = next((n for n in range(1, len(own)) if own[n] - own[n - 1] > 1), len(own))
    return max(1, min(size, apart))


def _put_behind(lines: list[Line], places: Sequence[int], size: int) -> None:
    """Put the first lines at some places, authors, behind the others, as they stand behind a headline block."""
    order = [*places[size:], *places[:size]] if size else []
    for n, line in zip(places, [lines[k] for k in order], strict=False):
        lines[n] = line


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


def _name_headline(lines: list[Line], heads: Sequence[int], block: Sequence[int]) -> None:
    """A line of the paper's own block is the headline where it is what the field of a record says to be it."""
    named = {keyed(fold(lines[n].text)) for n in heads if (mark := lines[n].mark) and mark.field == "headline"}
    for n in block:
        if keyed(fold(lines[n].text)) in named:
            lines[n] = _fresh(lines[n])
            mark = lines[n].mark or Mark()
            mark.titled = True
            lines[n] = lines[n]._replace(mark=mark)

"""What a tool writes before its lines: numbers of an outline, pictographs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from newssplit.patterns import re
from newssplit.reading.carriers.blocks import is_short
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

OUTLINE_RE = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})\.?[ \t\u3000]+(?=\S)")
"""`1.2.1	标题`."""
PICTOGRAPHS = r"[\u2580-\u259f\u25b6\u25ba\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]"
PICTOGRAPH_RE = re.compile(PICTOGRAPHS)
SIGN_RE = re.compile(rf"^\s*(?P<sign>{PICTOGRAPHS}{{1,4}})\s*(?=\w|[“「《【])")
"""Pictographs and blocks, ▍ 📰 ➤; the bullets that papers print, ■ ◆ ▲ ★, are none of them."""
COUNTED_RE = re.compile(rf"^(?:{PICTOGRAPHS}|[\d,.\s]|(?<=[\d.])[KMkm](?!\w)|(?<!\w)(?:views?|edited)(?!\w))+$")
"""How many have liked it, and what else: `👍 120   😮 9`."""
DIGIT_RE = re.compile(r"\d")
PRINTED = "☆★☉☎※"
ENTRIES = 3
SIGNS = 2
LEVEL = 3
"""The level of a heading that a pictograph marks."""


Found = dict[int, re.Match[str]]
"""By its place each line with such a beginning."""
Take = Callable[[list[Line], Found], None]


def read_prefixes(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines without the numbers of an outline and without pictographs; `first` are their first characters."""
    numbered = [n for n, opener in enumerate(first) if opener.isdecimal()]
    lines = _read(lines, numbered, OUTLINE_RE, _outline)
    signed = PICTOGRAPH_RE.search("".join(set(first))) is not None
    return _read(lines, range(len(lines)), SIGN_RE, _signs) if signed else lines


def _read(lines: list[Line], places: Sequence[int], pattern: re.Pattern[str], take: Take) -> list[Line]:
    """The lines, those at the places read that begin as the pattern says."""
    found = {n: m for n in places if (m := pattern.match(lines[n].text))}
    if found:
        lines = list(lines)
        take(lines, found)
    return lines


def _outline(lines: list[Line], found: Found) -> None:
    """An outline has numbers of several levels, each of which follows from the one before."""
    path, steady = list[int](), dict[int, int]()
    for n, m in found.items():
        number = [int(part) for part in m["number"].split(".")]
        *outer, last = number
        counted = path[len(outer)] if len(path) > len(outer) else 0
        if outer == path[: len(outer)] and last in (1, counted + 1):
            path, steady[n] = number, len(number)
    if sum(depth > 1 for depth in steady.values()) < ENTRIES or len(steady) < 0.8 * len(found):
        return
    for n, depth in steady.items():
        lines[n] = noted(lines[n], found[n].end(), lambda mark, depth=depth: setattr(mark, "heading", depth))  # type: ignore[misc]


def _signs(lines: list[Line], found: Found) -> None:
    times = Counter(m["sign"] for m in found.values())
    for n, m in found.items():
        if DIGIT_RE.search(lines[n].text) and COUNTED_RE.fullmatch(lines[n].text.strip()):
            lines[n] = noted(lines[n], 0, lambda mark: setattr(mark, "chrome", True))
            continue
        if times[m["sign"]] < SIGNS or m["sign"][0] in PRINTED:
            continue
        rest = lines[n].text[m.end() :]
        level = LEVEL if is_short(rest) and not PICTOGRAPH_RE.search(rest) else 0
        lines[n] = noted(lines[n], m.end(), lambda mark, level=level: setattr(mark, "heading", mark.heading or level))  # type: ignore[misc]


def noted(line: Line, at: int, say: Callable[[Mark], None]) -> Line:
    """A line from a place on, what is said of it in its mark."""
    line = shortened(line, at, len(line.text)) if at else line
    mark = line.mark.copy() if line.mark is not None else Mark()
    say(mark)
    return line._replace(mark=mark)

"""What the rules look at: a line, several lines that a wrap had cut, or a part of a line.

A unit knows where each stretch of its text stands in the source, so that whatever is found in it
can be given back as spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import regex

from newssplit.model import Span
from newssplit.reading.lines import Line, width
from newssplit.reading.wrapping import wrapped_after

STOP = r"[。！？!?…；;]['\"”’」』）)]*"
PARTING_RE = regex.compile(
    rf"(?<={STOP})[ \u3000\t]+(?=[^\s>》→（(]|[（(]\d)(?!详?[见見])"
    r"|(?<=\S)(?:[ \t]{2,}|[ \u3000\t]*\u3000{2,})(?=\S)"
)
"""Spaces behind a full stop, or wide ones anywhere: where a dump ran paragraphs together."""
BOX_RE = re.compile(r"(?<=[。！？」”])(?=【[^】\s]{2,14}[讯訊电電]】)")
"""A bracketed dateline behind a full stop: the next brief of a round-up."""
HEADING = 48
"""Within so few characters a space behind ？ parts the phrases of a headline."""
LONG = 20
"""Only a line of more characters than this can hold several paragraphs."""


class Unit:
    """A stretch of text that is one thing or part of one thing."""

    __slots__ = ("blank", "field", "indent", "inline", "line", "pieces", "text")

    def __init__(
        self, text: str, pieces: tuple[tuple[int, int], ...], line: int, indent: int, blank: bool, inline: bool
    ):
        self.text = text
        """Without the spaces around it; the lines of a wrapped paragraph put together."""
        self.pieces = pieces
        """(offset in the text, offset in the source) where each stretch begins."""
        self.line = line
        """Index of its first line."""
        self.indent = indent
        """Columns of space before it, if it begins a line."""
        self.blank = blank
        """Whether a blank line, or the beginning of the dump, is before it."""
        self.inline = inline
        """Whether it follows something on the same line."""
        self.field = ""
        """The kind of field, in a database's record, that it is or stands in; empty elsewhere."""

    def spans(self, start: int, end: int) -> list[Span]:
        """Where `text[start:end]` stands in the source, a span for each stretch."""
        if len(self.pieces) == 1:  # nearly every unit is a line
            source, end = self.pieces[0][1], min(end, len(self.text))
            return [Span(source + start, source + end)] if start < end else []
        found = []
        for n, (at, source) in enumerate(self.pieces):
            stop = self.pieces[n + 1][0] if n + 1 < len(self.pieces) else len(self.text)
            a, b = max(start, at), min(end, stop)
            if a < b:
                found.append(Span(source + a - at, source + b - at))
        return found

    @property
    def start(self) -> int:
        return self.pieces[0][1]

    @property
    def end(self) -> int:
        at, source = self.pieces[-1]
        return source + len(self.text) - at

    def part(self, start: int, end: int) -> Unit:
        """The part from `start` to `end` as an inline unit of its own."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        pieces = []
        for n, (at, source) in enumerate(self.pieces):
            stop = self.pieces[n + 1][0] if n + 1 < len(self.pieces) else len(self.text)
            if at < end and stop > start:
                pieces.append((max(0, at - start), source + max(0, start - at)))
        return Unit(self.text[start:end], tuple(pieces), self.line, 0, False, True)


def read_units(lines: Sequence[Line], alone: Callable[[str], bool]) -> Iterator[Unit]:
    """The units of a dump in order; every non-space character lies in exactly one.

    `alone` tells a line that nothing goes on into or out of, such as a page header."""
    wraps = wrapped_after(lines, alone)
    current: Unit | None = None
    blank, going_on = True, False
    for number, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            blank = True
            continue
        start = line.start + line.text.index(text[0])
        lead = line.text[: start - line.start]
        if current is not None and going_on:
            _append(current, text, start, lead)
        else:
            if current is not None:
                yield current
            current = Unit(text, ((0, start),), number, width(lead), blank, False)
        blank, going_on = False, wraps[number]
    if current is not None:
        yield current


def _append(unit: Unit, text: str, start: int, lead: str) -> None:
    """Latin words that a wrap has parted keep a space between them, as others do if the next line brings one."""
    before, after = unit.text[-1], text[0]
    latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    glue = " " if latin else lead if len(lead) == 1 else ""
    unit.pieces += ((len(unit.text) + len(glue), start),)
    unit.text += glue + text


def parted(unit: Unit, *, spaced_stops: bool) -> list[Unit]:
    """The unit cut where its line holds several paragraphs; `[unit]` where it holds one.

    `spaced_stops`: this dump writes a space behind every full stop, so that a single one says nothing."""
    if len(unit.text) <= LONG:
        return [unit]
    run_together = WIDE_STOP_RE.search(unit.text) is not None
    cuts = [m.end() for m in PARTING_RE.finditer(unit.text) if _parts(unit.text, m, spaced_stops, run_together)]
    cuts += [m.end() for m in BOX_RE.finditer(unit.text)]
    if not cuts:
        return [unit]
    cuts = [cut for cut in cuts if cut > MARK or not MARK_RE.fullmatch(unit.text[:cut])]
    edges = [0, *sorted(set(cuts)), len(unit.text)]
    parts = [unit.part(a, b) for a, b in pairwise(edges)]
    first = parts[0]
    first.indent, first.blank, first.inline = unit.indent, unit.blank, unit.inline
    return parts


MARK = 130
MARK_RE = re.compile(r"[^，。！？]{2,60}[讯訊电電】〕］）)](?:\s*[（(][^，。！？]{2,60}[）)])?\s*")
"""A dateline, or its makers, with which the first paragraph goes on after the spaces."""


def _parts(text: str, m: regex.Match[str], spaced_stops: bool, run_together: bool) -> bool:
    """Wide spaces part paragraphs only where the line has them behind full stops, too."""
    wide = m.end() - m.start() >= 2
    before = text[max(0, m.start() - 6) : m.start()]
    if STOPPED_RE.search(before):
        return (wide or not spaced_stops) and (len(text) > HEADING or before[-1] in "。”」；")
    if wide and ANNOUNCED_RE.search(before):
        return True
    return wide and run_together


STOPPED_RE = re.compile(rf"{STOP}$")
ANNOUNCED_RE = re.compile(r"[：:]$|[见見轉转刊]\s?第?\w{1,3}版$")
"""A salutation, an announced list, a teaser's page: wide spaces behind them part paragraphs, too."""
WIDE_STOP_RE = re.compile(rf"{STOP}[ \u3000]{{2,}}\S")

"""What the rules look at: a line, several lines that a wrap had cut, or a part of a line (see `parting`).

A unit knows where each stretch of its text stands in the source, so that whatever is found in it
can be given back as spans.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from newssplit.fields import Part, PartRole, Span, new
from newssplit.lexicon import Lexicon
from newssplit.reading.lines import Line, glue, width
from newssplit.reading.marks import Mark, Run, cut_runs, within
from newssplit.reading.wrapping import wrapped_after


class Unit:
    """A stretch of text that is one thing or part of one thing."""

    __slots__ = ("blank", "breaks", "field", "gap", "indent", "inline", "line", "mark", "runs", "start", "text")

    def __init__(self, text: str, start: int, line: int, indent: int, blank: bool, inline: bool):
        self.text = text
        """Without the spaces around it; the lines of a wrapped paragraph put together."""
        self.start = start
        """Where it begins in the source."""
        self.runs: Sequence[Run] = ()
        """Where its text stands in the source; empty where it stands there in one piece, as nearly every unit does."""
        self.breaks: Sequence[int] = ()
        """Where each further line begins in the text."""
        self.line = line
        """Index of its first line."""
        self.indent = indent
        """Columns of space before it, if it begins a line."""
        self.blank = blank
        """Whether a blank line, or the beginning of the dump, is before it."""
        self.gap = 0
        """How many blank lines are before it, up to BLANKS."""
        self.inline = inline
        """Whether it follows something on the same line."""
        self.mark: Mark | None = None
        """What a tool has said of its first line."""
        self.field = ""
        """The kind of field, in a database's record, that it is or stands in; empty elsewhere."""

    def spans(self, start: int, end: int) -> list[Span]:
        """Where `text[start:end]` stands in the source, a span for each stretch."""
        whole, runs = len(self.text), self.runs
        if start >= end:
            return []
        if not runs:
            return [new(Span, (self.start + start, self.start + (end if end < whole else whole)))]
        found: list[Span] = []
        first = last = -1
        for at, size, begin, stop in within(runs, start, end) if start > 0 or end < whole else runs:
            if size != stop - begin and self.text[at].isspace():
                continue  # what stands for a space is markup
            if begin == last:
                found[-1] = new(Span, (first, stop))
            elif begin < stop:
                first = begin
                found.append(new(Span, (begin, stop)))
            else:
                continue
            last = stop
        return found

    def parts(self, role: PartRole, start: int, end: int) -> list[Part]:
        """The same stretches as parts of the result."""
        if not self.runs:  # as most are: to go by spans would take twice as long
            begin, size = self.start, len(self.text)
            return [new(Part, (role, begin + start, begin + (end if end < size else size)))] if start < end else []
        return [new(Part, (role, begin, stop)) for begin, stop in self.spans(start, end)]

    @property
    def end(self) -> int:
        return self.runs[-1].end if self.runs else self.start + len(self.text)

    def part(self, start: int, end: int) -> Unit:
        """The part from `start` to `end` as an inline unit of its own."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        runs = cut_runs(self.runs, start, end)
        part = Unit(self.text[start:end], runs[0].start if runs else self.start + start, self.line, 0, False, True)
        part.runs = runs if len(runs) > 1 or (runs and runs[0].decoded) else ()
        within_it = slice(bisect_right(self.breaks, start), bisect_left(self.breaks, end))
        part.breaks = tuple([at - start for at in self.breaks[within_it]])
        return part


Stretch: TypeAlias = tuple[str, int, str, Sequence[Run]]
"""A line of a unit, without the spaces around it; where it begins in the source; the spaces before it; where it stands
in the source, if not in one piece."""


def read_units(lines: Sequence[Line], alone: Callable[[str], bool], lexicon: Lexicon) -> Iterator[Unit]:
    """The units of a dump in order; every non-space character lies in exactly one.

    `alone` tells a line that nothing goes on into or out of, such as a page header."""
    wraps = wrapped_after(lines, alone, lexicon)
    unit: Unit | None = None
    rest = list[Stretch]()
    blank, gap = True, 0
    for number, (start, _, printed, runs, mark) in enumerate(lines):
        text = printed.strip()
        if not text:
            blank, gap = True, gap + 1
            continue
        lead = ""
        if len(text) != len(printed):
            lead = printed[: len(printed) - len(printed.lstrip())]
            start += len(lead)
        if runs:
            runs = cut_runs(runs, len(lead), len(lead) + len(text))
            start = runs[0].start if runs else start
        if unit is None:
            unit = Unit(text, start, number, width(lead) if lead else 0, blank, False)
            unit.runs, unit.mark, unit.gap = runs, mark, gap
            unit.field = mark.field if mark is not None else ""
        else:
            rest.append((text, start, lead, runs))
        blank, gap = False, 0
        if not wraps[number]:
            if rest:
                _put_together(unit, rest)
                rest = []
            yield unit
            unit = None


def _put_together(unit: Unit, rest: Sequence[Stretch]) -> None:
    """Give a unit the further lines that a wrap has cut; a single space before one was a space within a line."""
    texts, size, above = [unit.text], len(unit.text), unit.text
    breaks: list[int] = []
    runs = list(unit.runs) or [Run(0, size, unit.start, unit.start + size)]
    for text, start, lead, own in rest:
        length = len(text)
        between = (
            glue(above, text) if text < "\x80" else ""
        )  # only ASCII's characters are below it, and few lines begin so
        between = between or (lead if len(lead) == 1 else "")
        if between:
            runs.append(new(Run, (size, len(between), start, start)))
            texts.append(between)
            size += len(between)
        breaks.append(size)
        if own:
            runs += [run._replace(at=run.at + size) for run in own]
        else:
            runs.append(new(Run, (size, length, start, start + length)))
        texts.append(text)
        size, above = size + length, text
    unit.text, unit.breaks, unit.runs = "".join(texts), tuple(breaks), tuple(runs)

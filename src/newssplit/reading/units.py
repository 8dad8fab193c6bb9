"""What the rules look at: a line, several lines that a wrap had cut, or a part of a line.

A unit knows where each stretch of its text stands in the source, so that whatever is found in it
can be given back as spans.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from newssplit.fields import Part, PartRole, Span, new
from newssplit.patterns import re, regex
from newssplit.reading import run_in
from newssplit.reading.lines import Line, glue, width
from newssplit.reading.marks import Mark, Run, cut_runs, within
from newssplit.reading.wrapping import wrapped_after

STOP, CLOSING = "[。！？!?…；;]", "['\"”’」』）)]"
ENDED = f"{STOP}{CLOSING}{{0,5}}"
WIDE = r"(?:[ \t]{2,}+|[ \u3000\t]{2,}+(?<=\u3000\u3000))"
"""All spaces from one place on: two narrow ones or more, or any that end with two wide ones."""
PARTING_RE = regex.compile(rf"(?<={ENDED})[ \u3000\t]++(?=[^\s>》→（(]|[（(]\d)(?!详?[见見])|(?<=\S){WIDE}(?=\S)")
"""Spaces behind a full stop, or wide ones anywhere: where a dump ran paragraphs together."""
HEADED_RE = re.compile(
    rf"^[^。！？；\s][^。！？；]{{5,40}}?{WIDE}"
    r"(?=[【〔]?[^\s，。：（()）]{1,16}[讯訊电電](?:[】〕]|\s?[（(][^（()）]{0,12}(?:[记記]者|通[讯訊][员員])))"
)
"""A headline and, behind wide spaces, the dateline of its article with the makers' bracket."""
WIDE_RE = re.compile(r"[ \t\u3000]{2}")
"""Without such spaces within the first HEADING characters HEADED_RE, which takes its time, is not asked."""
BOX_RE = re.compile(r"(?<=[。！？」”])(?=【[^】\s]{2,14}[讯訊电電]】)")
"""A bracketed dateline behind a full stop: the next brief of a round-up."""
HEADING = 48
"""Within so few characters a space behind ？ parts the phrases of a headline."""
CUT_RE = re.compile(r"[ \u3000\t【]")
"""What is at each place where a line is parted, but for what has been run into it."""
LONG = 20
"""Only a line of more characters than this can hold several paragraphs."""


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


def read_units(lines: Sequence[Line], alone: Callable[[str], bool]) -> Iterator[Unit]:
    """The units of a dump in order; every non-space character lies in exactly one.

    `alone` tells a line that nothing goes on into or out of, such as a page header."""
    wraps = wrapped_after(lines, alone)
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


def parted(unit: Unit, *, spaced_stops: bool) -> list[Unit]:
    """The unit cut where its line holds several paragraphs; `[unit]` where it holds one.

    `spaced_stops`: this dump writes a space behind every full stop, so that a single one says nothing."""
    if unit.field or len(unit.text) <= LONG:
        return [unit]
    cuts = _seams(unit.text, spaced_stops=spaced_stops) if CUT_RE.search(unit.text) else []
    cuts += run_in.cuts(unit.text)
    if not cuts:
        return [unit]
    cuts = [cut for cut in cuts if cut > MARK or not _amid_makers(unit.text, cut)]
    edges = [0, *sorted(set(cuts)), len(unit.text)]
    parts = [unit.part(a, b) for a, b in pairwise(edges) if not unit.text[a:b].isspace()]  # two may cut one gap
    first = parts[0]
    first.indent, first.blank, first.inline, first.mark = unit.indent, unit.blank, unit.inline, unit.mark
    first.gap = unit.gap
    first.field = unit.field
    return parts


def _seams(text: str, *, spaced_stops: bool) -> list[int]:
    """Where a line goes on behind the spaces, or with the bracket, that part its paragraphs."""
    run_together = WIDE_STOP_RE.search(text) is not None
    cuts = [m.end() for m in PARTING_RE.finditer(text) if _parts(text, m, spaced_stops, run_together)]
    cuts += [m.end() for m in BOX_RE.finditer(text)]
    if WIDE_RE.search(text, 0, HEADING) and (headed := HEADED_RE.match(text)):
        cuts.append(headed.end())
    return cuts


ROLE_RE = re.compile(r"[^\s，。]{0,6}(?:[记記]者|通[讯訊][员員]|[摄攝]影|作者|[文图圖])[\s：:/／]*")
"""A role, with which the name behind the spaces goes: `首席记者  X    “实在是太感谢了…`."""


def _amid_makers(text: str, end: int) -> bool:
    """Whether a dateline, its makers or a role end there, or their bracket is open: `…电（记者  X）`."""
    if MARK_RE.fullmatch(text, 0, end) or ROLE_RE.fullmatch(text, 0, end):
        return True
    return OPEN_RE.search(text, 0, end) is not None and CLOSED_RE.match(text, end) is not None


OPEN_RE = re.compile(r"[讯訊电電][ \u3000]{0,4}[（(][^，。（(）)]{0,24}$")
CLOSED_RE = re.compile(r"[^，。（(）)]{1,60}[）)]")
"""A bracket with makers, before and behind a wide space in it."""
FEW = 16
"""Characters; what has no more and no stop is no paragraph."""
ANY_STOP_RE = re.compile(r"[。！？!?；;，,：:]")
MARK = 130
MARK_RE = re.compile(r"^[^，。！？]{2,60}[讯訊电電】〕］）)](?:\s*[（(][^，。！？]{2,60}[）)])?\s*")
"""A dateline, or its makers, with which the first paragraph goes on after the spaces."""


def _parts(text: str, m: regex.Match[str], spaced_stops: bool, run_together: bool) -> bool:
    """Wide spaces part paragraphs only where the line has them behind full stops, too."""
    wide = m.end() - m.start() >= 2
    before = text[max(0, m.start() - 6) : m.start()]
    if STOPPED_RE.search(before):
        return (wide or not spaced_stops) and (len(text) > HEADING or before[-1] in "。”」；")
    if wide and ANNOUNCED_RE.search(before):
        return True
    return wide and run_together and not _ends_soon(text, m.end())


def _ends_soon(text: str, at: int) -> bool:
    """A few words without a stop, as of who took a picture, 本报记者　　X　　摄, are no paragraph."""
    return len(text) - at <= FEW and ANY_STOP_RE.search(text, at) is None


STOPPED_RE = re.compile(rf"{ENDED}$")
ANNOUNCED_RE = re.compile(r"[：:]$|[见見轉转刊]\s?第?\w{1,3}版$")
"""A salutation, an announced list, a teaser's page: wide spaces behind them part paragraphs, too."""
WIDE_STOP_RE = re.compile(rf"{STOP}{CLOSING}*[ \u3000]{{2,}}\S")

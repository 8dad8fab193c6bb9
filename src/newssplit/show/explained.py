"""Every line of a dump with what was made of it, as data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newssplit.model import Change, Issue, Part, Reading, Span
from newssplit.reading.lines import Line, read_lines

CLOSE = 20
"""A margin of fewer decibans, a hundred to one, is worth a look."""


@dataclass(frozen=True, slots=True)
class ExplainedReading:
    """What a line, several that a wrap had cut, or a part of one was taken for, and what was done with it."""

    reading: Reading
    parts: tuple[Part, ...]
    """What its characters became."""
    changes: tuple[Change, ...]
    """What was done to them, and by which rule."""


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line as it stands, with the readings of what begins on it or goes on from the line before."""

    number: int
    """From 1."""
    line: Line
    readings: tuple[ExplainedReading, ...]
    markup: tuple[Span, ...] = ()
    """What of it a tool has put there."""

    @property
    def items(self) -> set[int]:
        """The articles that it went to, by their order."""
        return {found.reading.item for found in self.readings if found.reading.item is not None}


def all_parts(issue: Issue) -> list[Part]:
    """Every part of the issue once, in the order of the dump; parts do not overlap."""
    parts = {part for article in issue.articles for part in article.parts}
    others = (issue.sections, issue.furniture, issue.markup, issue.repeats, issue.duplicates)
    return sorted(parts.union(*others), key=lambda p: p.start)


def explained(issue: Issue) -> Iterator[ExplainedLine]:
    """All lines of the dump, in order; blank ones and those of the carrier have no readings."""
    found = _explained_readings(issue)
    first = mark = 0
    for number, line in enumerate(read_lines(issue.text), 1):
        while first < len(found) and found[first].reading.span.end <= line.start:
            first += 1
        last = first
        while last < len(found) and found[last].reading.span.start < line.end:
            last += 1
        while mark < len(issue.markup) and issue.markup[mark].end <= line.start:
            mark += 1
        yield ExplainedLine(number, line, tuple(found[first:last]), tuple(_markup_in(line, issue.markup, mark)))


def _markup_in(line: Line, markup: Sequence[Part], first: int) -> Iterator[Span]:
    """What of a line is markup; the `first` stretch that may be in it is known."""
    for n in range(first, len(markup)):
        if markup[n].start >= line.end:
            return
        yield Span(max(markup[n].start, line.start), min(markup[n].end, line.end))


def _explained_readings(issue: Issue) -> list[ExplainedReading]:
    """The readings in the order of the dump: where a record names its maker above the headline, or the headline behind
    the text, they were read in another."""
    parts = [part for part in all_parts(issue) if part.role != "markup"]
    changes = sorted((change for article in issue.articles for change in article.changes), key=lambda c: c.span)
    part_starts, change_starts = [part.start for part in parts], [change.span.start for change in changes]
    return [
        ExplainedReading(
            reading,
            tuple(parts[_begun_in(reading.span, part_starts)]),
            tuple(changes[_begun_in(reading.span, change_starts)]),
        )
        for reading in sorted(issue.readings, key=lambda reading: reading.span)
    ]


def _begun_in(span: Span, starts: Sequence[int]) -> slice:
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))


def as_data(lines: Iterable[ExplainedLine]) -> list[dict[str, Any]]:
    """The lines as JSON's own types, offsets in characters of the decoded input."""
    return [
        {
            "line": line.number,
            "span": [line.line.start, line.line.end],
            "text": line.line.text,
            "markup": [list(span) for span in line.markup],
            "readings": [_reading_data(found) for found in line.readings],
        }
        for line in lines
    ]


def _reading_data(found: ExplainedReading) -> dict[str, Any]:
    reading = found.reading
    return {
        "span": list(reading.span),
        "label": reading.label,
        "article": reading.item,
        "margin": reading.margin,
        "share": reading.share,
        "border": reading.border,
        "second": {"label": reading.second, "share": reading.second_share} if reading.second else None,
        "evidence": [{"rule": e.rule, "weight": e.weight} for e in reading.evidence],
        "parts": [list(part) for part in found.parts],
        "changes": [[change.action, change.rule, *change.span] for change in found.changes],
    }

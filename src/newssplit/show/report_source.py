"""The source side of a report: every line, every part coloured by its article and role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from newssplit.model import Issue, Part, Reading
from newssplit.reading.lines import Line
from newssplit.show.elements import Child, element
from newssplit.show.explained import CLOSE, ExplainedLine, all_parts, explained
from newssplit.show.visible import visible

HUES = 8
"""Colours that articles take turns in."""
BLOCK = 40
"""Lines that a browser lays out together, when they come into view."""


@dataclass(frozen=True, slots=True)
class Source:
    """What the source side of a report needs of an issue."""

    number: int
    """The issue's place in the report, from 1."""
    lines: list[ExplainedLine]
    parts: list[Part]
    owners: dict[Part, int]
    """The article of each part that has one, by its order."""


def source_of(number: int, issue: Issue) -> Source:
    """The source side of an issue, the `number`th of its report."""
    owners = {part: article.order for article in issue.articles for part in article.parts}
    return Source(number, list(explained(issue)), all_parts(issue), owners)


def line_id(source: int, line: int) -> str:
    """The page's name for a line."""
    return f"s{source}l{line}"


def article_id(source: int, order: int) -> str:
    """The page's name for an article."""
    return f"a{source}-{order}"


def blocks(source: Source) -> Iterator[Element]:
    """The lines as elements, so many in each."""
    lines = iter(source.lines)
    first = 0
    while block := list(islice(lines, BLOCK)):
        rows = []
        for line in block:
            first = bisect_left(source.parts, line.line.start, first, key=lambda part: part.end)
            rows.append(_row(source, line, first))
        yield element("div", {"class": "block"}, rows)


def _row(source: Source, found: ExplainedLine, first: int) -> Element:
    close = any(r.reading.margin < CLOSE for r in found.readings)
    attributes = {"class": "l close" if close else "l", "id": line_id(source.number, found.number)}
    number = element("b", None, str(found.number))
    return element("p", attributes, number, list(_pieces(source, found.line, first)), "\n")


def _pieces(source: Source, line: Line, first: int) -> Iterator[Child]:
    at = line.start
    for n in range(first, len(source.parts)):
        part = source.parts[n]
        if part.start >= line.end:
            break
        start, end = max(part.start, line.start), min(part.end, line.end)
        yield visible(line.text[at - line.start : start - line.start])
        yield _span(source, part, visible(line.text[start - line.start : end - line.start]))
        at = end
    yield visible(line.text[at - line.start :])


def _span(source: Source, part: Part, text: str) -> Element:
    order = source.owners.get(part)
    if order is None:
        return element("span", {"class": part.role}, text)
    return element("span", {"class": f"{part.role} h{order % HUES}", "data-a": article_id(source.number, order)}, text)


def why(source: Source) -> dict[str, list[Any]]:
    """By line, for the page's script: label, margin, article and evidence of each reading, and what was done."""
    return {
        line_id(source.number, line.number): [
            [*_said(r.reading), [[change.action, change.rule] for change in r.changes]]
            for r in line.readings
            if r.reading.line == line.number
        ]
        for line in source.lines
        if line.readings and line.readings[-1].reading.line == line.number
    }


def _said(reading: Reading) -> Sequence[Any]:
    return reading.label, reading.margin, reading.item, [[e.rule, e.weight] for e in reading.evidence]

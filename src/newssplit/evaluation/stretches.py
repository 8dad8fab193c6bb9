"""What an issue's text became, stretch by stretch, as the labels of an annotated issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newssplit.model import Article, Issue, Part

HEADS = {"kicker": "k", "headline": "h", "subheadline": "s"}
LOOSE = {"furniture": "f", "continuation": "f", "byline": "y"}
"""Labels of what stands on a line without text of its article."""
MARKUP = "m"
"""What a tool has put around the paper; it goes with what it stands beside, and a line of nothing else is furniture."""


class Stretch(NamedTuple):
    """A stretch of one line of the dump."""

    start: int
    end: int
    label: str
    hidden: bool
    """In the dump, and not in the field."""
    first: bool
    """Whether a paragraph begins here."""
    item: int | None
    """The order of the article that it belongs to; 0: a duplicate; None: to nothing, or to whatever is at hand."""


class DumpLine(NamedTuple):
    """A line of the dump, without its line break, and the stretches in it."""

    start: int
    end: int
    stretches: list[Stretch]


def stretches(issue: Issue) -> list[Stretch]:
    """Every character that is no space, in order of the text."""
    found = [s for article in issue.articles for s in _of_article(article)]
    found += [Stretch(p.start, p.end, "f", True, False, None) for p in issue.furniture]
    found += [Stretch(p.start, p.end, MARKUP, True, False, None) for p in issue.markup]
    found += [Stretch(p.start, p.end, "r", True, False, None) for p in issue.repeats]
    found += [Stretch(p.start, p.end, "r", True, False, 0) for p in issue.duplicates]
    for part in issue.sections:
        found += _of_section(issue, part)
    return sorted(found)


def _of_article(article: Article) -> Iterator[Stretch]:
    texts = [
        Stretch(*span, "p", False, n == 0, article.order)
        for paragraph in article.paragraphs
        for n, span in enumerate(paragraph.spans)
    ]
    yield from texts
    for part in article.parts:
        if part.role in HEADS:
            yield Stretch(part.start, part.end, HEADS[part.role], False, False, article.order)
        elif part.role == "label":
            yield Stretch(part.start, part.end, "h", True, False, article.order)
        elif part.role != "text":
            yield Stretch(part.start, part.end, LOOSE.get(part.role, "p"), True, False, article.order)
        else:
            yield from (Stretch(a, b, "p", True, False, article.order) for a, b in _uncovered(part, texts))


def _uncovered(part: Part, texts: list[Stretch]) -> Iterator[tuple[int, int]]:
    """What no paragraph holds of a stretch that was taken for text."""
    at = part.start
    for text in sorted(texts):
        if text.start < part.end and text.end > at:
            if at < text.start:
                yield at, text.start
            at = text.end
    if at < part.end:
        yield at, part.end


def _of_section(issue: Issue, part: Part) -> Iterator[Stretch]:
    """A label stands over the next article; one that is not its section is furniture to the format."""
    text = issue.text[part.start : part.end]
    article = next((a for a in issue.articles if a.span.start > part.start), None)
    name = article.section if article else None
    at = text.find(name) if name else -1
    if article is None or name is None or at < 0:
        yield Stretch(part.start, part.end, "f", True, False, None)
        return
    edges = ((0, at, True), (at, at + len(name), False), (at + len(name), len(text), True))
    for a, b, hidden in edges:
        if a < b:
            yield Stretch(part.start + a, part.start + b, "x", hidden, False, article.order)


def lines_of(text: str, found: list[Stretch]) -> Iterator[DumpLine]:
    """The lines of the dump, each with its own stretches."""
    n, start = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        mine = []
        while n < len(found) and found[n].start < end:
            s = found[n]
            mine.append(s._replace(start=max(s.start, start), end=min(s.end, end)))
            if s.end > end:  # goes on behind the line break
                found[n] = s._replace(start=end + 1, first=False)
                break
            n += 1
        yield DumpLine(start, end, _joined([s for s in mine if text[s.start : s.end].strip()]))
        start = end + 1


def _joined(found: list[Stretch]) -> list[Stretch]:
    """What stands beside text of its own article is hidden in the paragraph, and in the headline likewise."""
    found = _placed(found)
    bodies = {s.item for s in found if s.label == "p" and s.item is not None}
    heads = {s.item: s.label for s in found if s.label in "khs"}
    return [
        s._replace(label="p") if s.item in bodies and s.label in "fy"
        else s._replace(label=heads[s.item]) if s.item in heads and s.hidden and s.label == "h"
        else s
        for s in found
    ]  # fmt: skip


def _placed(found: list[Stretch]) -> list[Stretch]:
    """Marks of a tool with the label of what stands before them on the line or, at its beginning, behind them."""
    placed = list[Stretch]()
    others = [s for s in found if s.label != MARKUP]
    for s in found:
        if s.label == MARKUP:
            beside = placed[-1] if placed else next(iter(others), None)
            label, item = (beside.label, beside.item) if beside is not None else ("f", None)
            s = s._replace(label=label, item=item)
        placed.append(s)
    return placed

"""The review queue: the articles of many issues, by what a look at them gains, each with its doubtful place.

A look at an article gains as much as it is likely to be wrong: the least sure come first. Where in it to look is the
line on which the readings of the dump agree least, about what it is or about whether an item begins there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from operator import attrgetter
from typing import Any, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from newssplit.i18n import _
from newssplit.model import Article, Issue, Reading
from newssplit.output.wording import UNTITLED
from newssplit.show.contents import confidence
from newssplit.show.opened import Opened
from newssplit.show.typesetting import shortened
from newssplit.show.visible import visible
from newssplit.show.words import in_words

GIST = 24
CLEAR = 0.99
"""Where all readings agree so far on every line, the doubt is about what the article looks like."""
INDENT = "     "


class Doubt(NamedTuple):
    """Where the readings of an article part, and into which two."""

    line: int
    text: str
    best: str
    best_share: float
    second: str
    second_share: float


class Entry(NamedTuple):
    """An article to look at."""

    source: str
    article: int
    """Its order in its issue."""
    title: str
    lines: tuple[int, int]
    confidence: float
    parts: dict[str, float]
    doubt: Doubt | None
    """None where the readings agree on all of its lines."""

    @property
    def rank(self) -> tuple[float, float, str, int]:
        """The least sure first, of equals the one whose readings part more."""
        return self.confidence, self.doubt.best_share if self.doubt else 1.0, self.source, self.article


def queue(issues: Iterable[Opened], limit: int) -> list[Entry]:
    """The articles that a look gains most at, at most `limit` of them; no issue is kept."""
    return nsmallest(limit, (entry for opened in issues for entry in entries(opened)), key=attrgetter("rank"))


def entries(opened: Opened) -> Iterator[Entry]:
    """The articles of an issue, in its order."""
    places = doubts_of(opened.issue)
    for article in opened.issue.articles:
        yield Entry(
            opened.source,
            article.order,
            visible(_title(article)),
            article.lines,
            article.confidence,
            article.confidence_parts._asdict(),
            places.get(article.order),
        )


def doubts_of(issue: Issue) -> dict[int, Doubt]:
    """For each article, by its order, the line on which the readings agree least; none where they agree on all."""
    least = dict[int, Reading]()
    for reading in issue.readings:
        item = reading.item
        if (
            item is not None
            and _agreed(reading) < CLEAR
            and (item not in least or _agreed(reading) < _agreed(least[item]))
        ):
            least[item] = reading
    return {item: _doubt(reading, issue.text) for item, reading in least.items()}


def _agreed(reading: Reading) -> float:
    return min(reading.share, reading.border)


def _doubt(reading: Reading, text: str) -> Doubt:
    start, end = reading.span
    said = visible(" ".join(text[start:end].split()))
    if reading.second is None or reading.border < reading.share:
        return Doubt(reading.line, said, reading.label, reading.border, "border", round(1 - reading.border, 4))
    return Doubt(reading.line, said, reading.label, reading.share, reading.second, reading.second_share)


def _title(article: Article) -> str:
    gist = "".join(paragraph.text for paragraph in article.paragraphs)
    return article.headline or UNTITLED[article.kind] + gist[:GIST] + "…" * (len(gist) > GIST)


def readings_of(doubt: Doubt) -> tuple[str, str]:
    """The two readings in words, each with its share."""
    if doubt.second == "border":
        best = _("{}: the border of the article as it is").format(in_words(doubt.best))
        return f"{doubt.best_share:.0%} {best}", f"{doubt.second_share:.0%} {_('the border elsewhere')}"
    return f"{doubt.best_share:.0%} {in_words(doubt.best)}", f"{doubt.second_share:.0%} {in_words(doubt.second)}"


def shown(found: Sequence[Entry], width: int) -> Iterator[Text]:
    """The queue for a terminal: an article, its parts, the doubtful line, and its two readings side by side."""
    for n, entry in enumerate(found, 1):
        where = f"{entry.source}:{entry.doubt.line if entry.doubt else entry.lines[0]}"
        yield Text.assemble((f"{n:>3}. ", "cyan"), where, "  ", confidence(entry.confidence))
        title = _("article {}").format(entry.article) + f"  {entry.title}"
        yield Text(INDENT + shortened(title, max(width - len(INDENT), 10)), "bold")
        parts = "  ".join(f"{_(name)} {share:.0%}" for name, share in entry.parts.items())
        yield Text(INDENT + parts, "dim")
        if entry.doubt is not None:
            yield from _side_by_side(entry.doubt, width)
        yield Text()
    yield from (Text(line, "dim") for line in how_to_correct())


def _side_by_side(doubt: Doubt, width: int) -> Iterator[Text]:
    room = max(width - len(INDENT) - 2, 10)
    yield Text.assemble(INDENT, ("│ ", "dim"), shortened(doubt.text, room))
    best, second = readings_of(doubt)
    half = max(room // 2, cell_len(best) + 2)
    yield Text.assemble(INDENT, ("│ ", "dim"), (set_cell_size(best, half), "green"), (second, "yellow"))


def how_to_correct() -> tuple[str, ...]:
    """The way from here to weights that fit the paper better."""
    return (
        _("To correct: newssplit annotate FILE -o NAME.issue, then edit NAME.issue where its remarks say so."),
        _("Corrected issues measure (newssplit eval NAME.issue) and teach (newssplit fit NAME.issue ...)."),
    )


def as_data(found: Sequence[Entry]) -> list[dict[str, Any]]:
    """The queue as JSON's own types."""
    return [
        entry._asdict() | {"lines": list(entry.lines), "doubt": None if entry.doubt is None else entry.doubt._asdict()}
        for entry in found
    ]

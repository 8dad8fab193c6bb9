"""What a tool has said about a line: the signs that its marks, fields and borders leave behind for the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newssplit.light import NamedTuple
from newssplit.model import Page


class Run(NamedTuple):
    """A stretch of a text that stands in one piece in the source.

    Where both are of one length the source's characters are those of the text. Elsewhere they stand for them, as
    `&nbsp;` does for a space; a run without a place in the source, `start` and `end` the same, is a space that a tag
    stands for."""

    at: int
    """Where it begins in the text."""
    size: int
    """How many characters of the text it has."""
    start: int
    """Where it begins in the source."""
    end: int

    @property
    def decoded(self) -> bool:
        """Whether other characters stand in the source: `&ldquo;` for “."""
        return self.size != self.end - self.start


def cut_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a text's stretch from `start` to `end`, counted from its beginning."""
    return tuple([Run(at - start, size, source, stop) for at, size, source, stop in within(runs, start, end)])


def within(runs: Sequence[Run], start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """What of a text's runs stands between `start` and `end`, as plain tuples, which take half the time."""
    for n in range(max(0, bisect_right(runs, start, key=_AT) - 1), len(runs)):
        at, size, source, stop = runs[n]
        if at >= end:
            break
        past, over = start - at, at + size - end
        if past >= size:
            continue
        if past <= 0 and over <= 0:
            yield at, size, source, stop
            continue
        past, over = max(0, past), max(0, over)
        if size == stop - source:
            source, stop = source + past, stop - over
        yield at + past, size - past - over, source, stop


_AT = attrgetter("at")
SURE_BORDER = 20
"""Decibans of a border from which on an item surely begins with a line: there each record is told by itself."""
GOES_ON = "goes on"
"""The field of a line that says that the text above goes on below: `（接上条）`."""
_SIGNS = (
    "behind", "bold", "bold_lead", "border", "called", "chrome", "field", "framed", "heading", "image", "inline",
    "italic", "linked", "listed", "meta_below", "page", "quoted", "rank", "row", "titled",
)  # fmt: skip


class Mark:
    """The signs of one line. A line that no tool has touched has none."""

    __slots__ = _SIGNS

    def __init__(self) -> None:
        self.heading = 0
        """The level of a heading, 1 the highest; 0 for no heading."""
        self.rank = ""
        """What headings of this level are in this dump: `headline`, `crosshead`, or empty where they may be either."""
        self.bold = False
        """Whether all of the line is set in bold."""
        self.bold_lead = 0
        """How many characters at its beginning are set in bold, where others behind them are not."""
        self.italic = False
        self.quoted = False
        """Whether it is set as a quotation."""
        self.listed = False
        """Whether it is an entry of a list."""
        self.row = False
        """Whether it is a row of a table."""
        self.image = False
        """Whether it is the text that stands for an image."""
        self.inline = False
        """Whether the tool put it behind another line's text on one line of the source."""
        self.behind = 0
        """How many characters stand before it on one line of the source, words of the tool that part it from them among
        these."""
        self.field = ""
        """The kind of field whose value the line is: `headline`, `author` …"""
        self.called = ""
        """By what name the record calls that field: 记者."""
        self.linked = False
        """Whether the line is nothing but a link, or several."""
        self.chrome = False
        """Whether the line is the carrier's alone and nothing of the paper."""
        self.page: Page | None = None
        """What the carrier says of the page that the line, and all up to the next such line, is from."""
        self.border = 0
        """Decibans that an item begins with this line."""
        self.framed = False
        """Whether lines of the carrier above it surely part items: what stood above them is of another record."""
        self.meta_below = 0
        """Decibans that it is a line of a headline block, because the carrier's lines about an item stand below it."""
        self.titled = False
        """Whether the title of a web page near it, 大桥通车-江州晚报数字报, says just what the line says."""

    def copy(self) -> Mark:
        """A mark with the same signs, of which some may then be others."""
        other = Mark()
        for name in _SIGNS:
            setattr(other, name, getattr(self, name))
        return other

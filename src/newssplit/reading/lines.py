"""The text as lines, each with its offsets."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from newssplit.fields import new
from newssplit.light import NamedTuple
from newssplit.reading.marks import Mark, Run, cut_runs

BLANKS = 4
"""More blank lines in a row take memory and are no wider a gap."""
WORD = 3
"""A line of no more characters often comes again: equal ones are one string, as each string takes 80 bytes."""
STRETCH = 50_000
"""Characters that are parted into lines at once, or a few more."""


class Line(NamedTuple):
    """A line without its line break: `source[line.start:line.end] == line.text`, but for the marks of a tool."""

    start: int
    end: int
    text: str
    """As it stands, indentation and trailing spaces included; without the marks of a tool."""
    runs: tuple[Run, ...] = ()
    """Where the text stands in the source; empty where it stands there in one piece."""
    mark: Mark | None = None
    """What a tool has said of the line."""

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


class Cut(NamedTuple):
    """A text cut into lines."""

    lines: list[Line]
    """All lines, blank ones too, of which no more than BLANKS in a row say anything."""
    starts: array[int]
    """Where each line of the source begins."""


def cut_lines(source: str) -> Cut:
    """The lines of a text; any line break that Unicode knows ends one, the form feed among them."""
    lines, starts, at, blanks = list[Line](), array("q"), 0, 0
    words: dict[str, str] = {}
    for stretch in _stretches(source):
        texts = stretch.splitlines()
        if "\r\n" in stretch:
            sizes = list(map(len, stretch.splitlines(keepends=True)))
        else:
            sizes = [len(text) + 1 for text in texts]  # all other breaks are a single character
        begins = array("q", accumulate(sizes, initial=at))
        at = begins.pop()  # where a further line would begin
        starts.extend(begins)
        for begin, text in zip(begins, texts, strict=True):
            blanks = 0 if text and not text.isspace() else blanks + 1
            if blanks <= BLANKS:
                if len(text) <= WORD:
                    text = words.setdefault(text, text)
                lines.append(new(Line, (begin, begin + len(text), text, (), None)))
    return Cut(lines, starts)


def read_lines(source: str) -> list[Line]:
    """The lines of a text alone."""
    return cut_lines(source).lines


def full_lines(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that are not blank."""
    # to ask each line's property takes three times as long, and this is asked of every line several times
    return [n for n, (_, _, text, _, _) in enumerate(lines) if text and not text.isspace()]


def openers(lines: Sequence[Line]) -> list[str]:
    """The first character of each line that is no space, equal ones as one string; empty for a blank line."""
    known: dict[str, str] = {}
    return [known.setdefault(first := text.lstrip()[:1], first) for _, _, text, _, _ in lines]


def line_starts(source: str) -> array[int]:
    """Where each line of the source begins."""
    return cut_lines(source).starts


def _stretches(source: str) -> Iterator[str]:
    """The text in stretches of whole lines: a list of all lines with their breaks takes more memory than the text."""
    at = 0
    while at < len(source):
        end = source.find("\n", at + STRETCH) + 1 or len(source)
        yield source[at:end]
        at = end


def shortened(line: Line, start: int, end: int) -> Line:
    """The line with nothing but its text from `start` to `end`."""
    text = line.text[start:end]
    if not line.runs:
        return line._replace(start=line.start + start, end=line.start + end, text=text)
    runs = cut_runs(line.runs, start, end)
    if not runs:
        return Line(line.start, line.start, "", (), line.mark)
    return Line(runs[0].start, runs[-1].end, text, runs, line.mark)


def without(line: Line, places: Sequence[int]) -> Line:
    """The line without the characters at some places of its text, in order; the line itself where there are none."""
    if not places:
        return line
    pieces = [shortened(line, a + 1, b) for a, b in pairwise((-1, *places, len(line.text))) if b > a + 1]
    runs, size = list[Run](), 0
    for piece in pieces:
        own = piece.runs or (Run(0, len(piece.text), piece.start, piece.end),)
        runs += [Run(run.at + size, run.size, run.start, run.end) for run in own]
        size += len(piece.text)
    if not runs:
        return Line(line.start, line.start, "", (), line.mark)
    return Line(runs[0].start, runs[-1].end, "".join([piece.text for piece in pieces]), tuple(runs), line.mark)


def width(text: str) -> int:
    """Columns in a fixed-width font: a Chinese character takes two.

    Counted by the length of the UTF-8 form (three bytes for a Chinese character), so no character is
    looked at in Python."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def widths(texts: Iterable[str]) -> list[int]:
    """The widths of many texts, in two thirds of the time that it takes to ask for each."""
    return [(len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2 for text in texts]


def glue(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: Latin words that a break has parted keep a space."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""


def closes_with_commas(text: str) -> bool:
    """Whether a comma is the only stop here, as in papers of the first half of the twentieth century."""
    return text.count("、") + text.count("，") > max(20, 20 * text.count("。"))

"""What text recognisers log: for each line that they saw its place on the page, its text, and how sure they are of it.

What is set in on the page is set in here."""

from __future__ import annotations

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark, Run

SEEN_RE = re.compile(
    r"^.{0,400}?[(\[,]\s?(?P<quote>['\"])(?P<text>.{1,400})(?P=quote)\s?,\s?(?:0\.\d{1,20}|1\.0{1,20}|1)\s?[)\]]{1,3}\s*$"
)
"""`[[[400.0, 212.0], …], ('标题', 0.9000)]`: where a text was seen, the text, and how sure of it the recogniser is."""
NUMBER = r"\s?(\d{1,6}(?:\.\d{1,12})?)\s?"
CORNERS_RE = re.compile(
    rf"\[\[{NUMBER},{NUMBER}\],\s?\[{NUMBER},{NUMBER}\],\s?\[{NUMBER},{NUMBER}\],\s?\[{NUMBER},{NUMBER}\]\]"
)
"""The corners of a text, from the one at the upper left on clockwise, each across and down."""
FEWEST = 5
"""A log with fewer texts shows no form."""
SET_IN = (1.2, 3.2)
"""A paragraph is set in by two characters: so many, as recognisers see it, is its first line at least and at most."""
NEAR = 3
"""The next line of a column stands so many of its heights below at most."""
SAME = 0.15
"""Characters are of one size whose widths differ by no larger share."""
SPACES = "\u3000\u3000"


class Box(NamedTuple):
    """Where a text was seen, in dots of the picture."""

    left: float
    top: float
    width: float
    """Of one character."""
    height: float


def is_log(text: str) -> bool:
    """Whether a line may be one of such a log."""
    return text.isascii() or (text.rstrip()[-1] in ")]" and SEEN_RE.match(text) is not None)


def read_log(lines: list[Line]) -> list[Line]:
    """The texts that a log tells were seen, each as a line."""
    found = {n: m for n, line in enumerate(lines) if (m := SEEN_RE.match(line.text))}
    if len(found) < FEWEST:
        return lines
    boxes = {n: box for n, m in found.items() if (box := _box(m)) is not None}
    places = list(boxes)
    beside = zip(places, [None, *places], [*places[1:], None], strict=False)
    indented = {
        n
        for n, above, below in beside
        if any(at is not None and _is_set_in(boxes[n], boxes[at]) for at in (above, below))
    }
    return [
        _text(line, found[n], indented=n in indented) if n in found else chrome_of(line) for n, line in enumerate(lines)
    ]


def _box(m: re.Match[str]) -> Box | None:
    corners = CORNERS_RE.search(m.string, 0, m.start("text"))
    if corners is None:
        return None
    across, down = (list(map(float, corners.groups()[side::2])) for side in (0, 1))
    return Box(min(across), min(down), (max(across) - min(across)) / len(m["text"]), max(down) - min(down))


def _is_set_in(box: Box, other: Box) -> bool:
    """Whether a line begins to the right of the one right above or below it, by as much as paragraphs are set in."""
    far = abs(box.top - other.top) > NEAR * box.height
    if far or abs(box.width - other.width) > SAME * box.width:
        return False
    return SET_IN[0] * box.width <= box.left - other.left <= SET_IN[1] * box.width


def _text(line: Line, m: re.Match[str], *, indented: bool) -> Line:
    text = shortened(line, *m.span("text"))
    if not indented or text.runs:
        return text
    runs = (Run(0, len(SPACES), text.start, text.start), Run(len(SPACES), len(text.text), text.start, text.end))
    return text._replace(text=SPACES + text.text, runs=runs)


def chrome_of(line: Line) -> Line:
    """A line as the carrier's."""
    if line.blank:
        return line
    mark = Mark()
    mark.chrome = True
    return line._replace(mark=mark)

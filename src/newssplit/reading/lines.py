"""The text as lines, each with its offsets."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line without its line break: `source[line.start:line.end] == line.text`."""

    start: int
    end: int
    text: str
    """As it stands, indentation and trailing spaces included."""

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


def read_lines(source: str) -> list[Line]:
    """All lines, blank ones too; any line break that Unicode knows ends one, the form feed among them."""
    lines, start = [], 0
    for raw in source.splitlines(keepends=True):
        text = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        lines.append(Line(start, start + len(text), text))
        start += len(raw)
    return lines


def width(text: str) -> int:
    """Columns in a fixed-width font: a Chinese character takes two.

    Counted by the length of the UTF-8 form (three bytes for a Chinese character), so no character is
    looked at in Python."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def glue(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: Latin words that a break has parted keep a space."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""


def closes_with_commas(text: str) -> bool:
    """Whether a comma is the only stop here, as in papers of the first half of the twentieth century."""
    return text.count("、") + text.count("，") > max(20, 20 * text.count("。"))

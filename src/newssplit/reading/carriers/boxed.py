"""Boxes that a tool draws with signs: lines between two bars, `│ 稿件编号 0117   版次 01 │`, below and above a rule."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.patterns import re
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

SIDES = frozenset("│┃║")
EDGES = frozenset("┌┏╔╭├┣╠└┗╚╰")
INSIDE_RE = re.compile(r"\s{0,8}[│┃║]\s{0,40}(?P<text>\S(?:[^│┃║]*[^\s│┃║])?)\s{0,400}[│┃║]\s*$")
"""One cell; a table has several."""
EDGE_RE = re.compile(r"\s{0,8}[┌┏╔╭├┣╠└┗╚╰][─━═╌╍┄┅┈┉┬┴┼]{2,400}[┐┓╗╮┤┫╣┘┛╝╯]?\s*$")


def read_boxes(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines of such boxes without the bars, the rules noted as the tool's; `first` are the first characters."""
    if not any(opener in EDGES for opener in first):
        return lines
    read = list(lines)
    for n, opener in enumerate(first):
        line = lines[n]
        if opener in SIDES and (m := INSIDE_RE.match(line.text)):
            read[n] = shortened(line, *m.span("text"))
        elif opener in EDGES and EDGE_RE.match(line.text):
            mark = line.mark.copy() if line.mark is not None else Mark()
            mark.chrome = True
            read[n] = line._replace(mark=mark)
    return read

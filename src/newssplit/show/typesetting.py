"""Lines of a given width in columns of a terminal, broken as Chinese type is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import regex
from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

INDENT = "\u3000\u3000"

# No line begins with a closing sign or ends with an opening one; words, numbers and double dashes stay whole.
_CLUSTER_RE = regex.compile(
    r"""
    [（〔［｛《〈「『【〖“‘(\[]{0,8}
    (?: [\p{Latin}\d*/~_-]+ (?: [.,:%'’@] [\p{Latin}\d*/~_-]+ )* [%％‰℃]? | ——+ | … | \X )
    [，。、：；？！）〕］｝》〉」』】〗”’…·,.:;?!)\]]*
    """,
    regex.VERBOSE,
)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; a cluster that is wider than that is cut."""
    return filled(_CLUSTER_RE.findall(text.replace("\t", " ").replace("\n", " ")), width)


def filled(clusters: Iterable[str], width: int) -> list[str]:
    """Lines of at most `width` columns from pieces that are to stay whole."""
    lines, line, used = [], "", 0
    for cluster in _fitting(clusters, width):
        size = cell_len(cluster)
        if used + cell_len(cluster.rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line, used = "", 0
            cluster = cluster.lstrip(" ")
            size = cell_len(cluster)
        line, used = line + cluster, used + size
    return [*lines, line.rstrip(" ")] if line else lines


def shortened(text: str, width: int) -> str:
    """The text's beginning in at most `width` columns, with … where it goes on."""
    if len(text) * 2 <= width or cell_len(text[:width]) + len(text[width:]) <= width:
        return text
    return set_cell_size(text[:width], width - 1).rstrip(" ") + "…"


def centred(text: str, width: int, style: str) -> Iterator[Text]:
    """The text in lines that stand in the middle of `width` columns, without spaces behind them."""
    for line in wrapped(text, width):
        yield Text(" " * ((width - cell_len(line)) // 2)).append(line, style)


def in_columns(lines: list[Text], width: int, count: int, gap: str) -> Iterable[Text]:
    """The lines, each at most `width` columns wide, in `count` columns of one height."""
    if count == 1:
        return lines
    height = -(-len(lines) // count)
    columns = [lines[n * height : (n + 1) * height] for n in range(count)]
    return (_row(cells, width, gap) for cells in zip_longest(*columns, fillvalue=Text()))


def _fitting(clusters: Iterable[str], width: int) -> Iterator[str]:
    for cluster in clusters:
        if len(cluster) * 2 <= width or cell_len(cluster) <= width:
            yield cluster
        else:
            yield from chop_cells(cluster, width)


def _row(cells: tuple[Text, ...], width: int, gap: str) -> Text:
    row = Text()
    for cell in cells[:-1]:
        padding = len(set_cell_size(cell.plain, width)) - len(cell.plain)
        row.append_text(cell).append(" " * padding).append(gap, "dim")
    return row.append_text(cells[-1])

"""The table of contents of an issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from newssplit.i18n import _
from newssplit.output.wording import UNTITLED, new_headings
from newssplit.show.opened import DOUBTFUL, UNSURE
from newssplit.show.typesetting import wrapped

GIST = 24


class Folded:
    """A cell whose text is broken as Chinese type is set."""

    def __init__(self, text: str, style: str = ""):
        self.text, self.style = text, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in wrapped(self.text, options.max_width) or [""]:
            yield Text(line, self.style)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(min(2, options.max_width), min(max(cell_len(self.text), 1), options.max_width))


def contents(records: Sequence[dict[str, Any]], width: int) -> Table:
    """A row for each record, and one wherever a page begins."""
    columns = [column for column in COLUMNS if column.narrowest <= width and any(map(column.wanted, records))]
    table = Table(box=box.SIMPLE_HEAD, width=width, pad_edge=False, show_edge=False, padding=(0, 1))
    for column in columns:
        table.add_column(_(column.name), justify=column.justify, ratio=column.ratio, no_wrap=column.ratio is None)
    previous = None
    for record in records:
        for level, title in new_headings(previous, record):
            if level > 1:
                table.add_row(*(Folded(title, "dim") if c.name == "headline" else Text() for c in columns))
        table.add_row(*(column.cell(record) for column in columns))
        previous = record
    return table


def confidence(value: float) -> Text:
    """A confidence in per cent, with a question mark where somebody should look."""
    if value >= DOUBTFUL:
        return Text(f"{value:4.0%}")
    return Text(f"{value:4.0%} ?", "bold red" if value < UNSURE else "yellow")


def _headline(record: dict[str, Any]) -> Folded:
    if record["headline"]:
        return Folded(record["headline"], "bold")
    gist = "".join(record["paragraphs"])
    return Folded(UNTITLED[record["kind"]] + gist[:GIST] + "…" * (len(gist) > GIST), "dim")


class Column(NamedTuple):
    """A column of the table, shown from `narrowest` columns of the terminal on, if `wanted` by any record."""

    name: str
    cell: Callable[[dict[str, Any]], RenderableType]
    justify: JustifyMethod = "left"
    ratio: int | None = None
    narrowest: int = 0
    wanted: Callable[[dict[str, Any]], object] = bool


COLUMNS = (
    Column("no", lambda r: Text(str(r["order"]), "cyan"), "right"),
    Column("kind", lambda r: Text(_(r["kind"])), narrowest=40),
    Column("section", lambda r: Folded(r["section"] or ""), ratio=2, narrowest=96, wanted=itemgetter("section")),
    Column("headline", _headline, ratio=5),
    Column(
        "people",
        lambda r: Folded("、".join(person["name"] for person in r["byline"]), "green"),
        ratio=3,
        narrowest=64,
        wanted=itemgetter("byline"),
    ),
    Column("chars", lambda r: Text(str(r["chars"])), "right", narrowest=40),
    Column("sure", lambda r: confidence(r["confidence"])),
)

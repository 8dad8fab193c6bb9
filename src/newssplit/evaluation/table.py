"""The figures in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newssplit.evaluation.evaluate import MEANINGS, Result, all_figures, total
from newssplit.evaluation.figures import Counts, roles
from newssplit.show.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

COLUMNS = ("found", "body", "headline", "byline", "paragraphs", "lost", "perfect", "boundary_f1", "pk", "b3_f1")
HEADINGS = {"paragraphs": "parag.", "boundary_f1": "cuts", "b3_f1": "B³", "pk": "Pk"}


def tables(results: Sequence[Result], *, misses: bool) -> Iterator[RenderableType]:
    """The issues with their main figures; all figures of all; and, if wanted, every article that is not perfect."""
    yield _by_issue(results)
    yield _in_all(total(results))
    if misses:
        yield from _missed(results)


def _by_issue(results: Sequence[Result]) -> Table:
    table = _table("Issues")
    table.add_column("issue", no_wrap=True)
    for name in ("n", *COLUMNS):
        table.add_column(HEADINGS.get(name, name), justify="right", no_wrap=True)
    for name, counts in [*((r.name, r.counts) for r in results), ("all", total(results))]:
        values = all_figures(counts)
        table.add_row(visible(name), str(counts["gold"]), *(f"{values[column]:.3f}" for column in COLUMNS))
    return table


def _in_all(counts: Counts) -> Table:
    table = _table("In all")
    table.add_column("figure", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("what it is")
    for name, value in all_figures(counts).items():
        table.add_row(name, str(int(value)) if name in ("splits", "merges") else f"{value:.4f}", MEANINGS[name])
    for role, value in roles(counts).items():
        table.add_row(f"role {role}", f"{value:.4f}", f"F1 of {counts[f'role_gold {role}']} people")
    return table


def _missed(results: Sequence[Result]) -> Iterator[Table]:
    for result in results:
        if result.misses:
            table = _table(visible(result.name))
            for heading in ("article", "wrong", "shared"):
                table.add_column(heading, justify="right" if heading == "shared" else "left")
            for miss in result.misses:
                table.add_row(visible(miss.title), ", ".join(miss.wrong), f"{miss.overlap:.2f}")
            yield table


def _table(title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    return Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
